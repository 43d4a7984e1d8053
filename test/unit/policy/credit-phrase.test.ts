import { describe, expect, it } from 'vitest'
import { creditTypes } from '@shared/model/field-codes'
import { ceuOf, creditInSentence, creditPhrase } from '@shared/policy/credit-phrase'

describe('the AMA phrase', () => {
  it.each([
    [25, 'by_amount', 'AMA PRA Category 1 Credit'],
    [100, 'by_amount', 'AMA PRA Category 1 Credit'],
    [125, 'by_amount', 'AMA PRA Category 1 Credits'],
    [100, 'both', 'AMA PRA Category 1 Credit(s)'],
    [1275, 'both', 'AMA PRA Category 1 Credit(s)'],
  ] as const)('of %d hundredths, %s', (amount, number, words) => {
    expect(creditPhrase('ama_pra_1', amount, number)).toEqual([
      { text: words, style: 'italic' },
      { text: '™', style: 'superscript' },
    ])
  })

  it('keeps its style inside a sentence', () => {
    expect(creditInSentence('ama_pra_1', 75, 'by_amount')).toEqual([
      { text: '0.75 ', style: 'regular' },
      { text: 'AMA PRA Category 1 Credit', style: 'italic' },
      { text: '™', style: 'superscript' },
    ])
  })
})

describe('the other phrases', () => {
  it.each([
    ['aapa_1', 125, '1.25 AAPA Category 1 CME credits'],
    ['aafp_prescribed', 100, '1.00 AAFP Prescribed credit'],
    ['ancc', 616, '6.16 nursing contact hours'],
    ['aanp', 75, '0.75 AANP contact hour'],
    ['acpe', 200, '2.00 contact hours (0.20 CEU)'],
    ['acep_1', 150, '1.50 ACEP Category I credits'],
    ['abim_moc', 1275, '12.75 ABIM MOC points'],
    ['participation', 50, '0.50 hour of participation'],
  ] as const)('%s', (type, amount, words) => {
    expect(creditInSentence(type, amount, 'by_amount').map(({ text }) => text).join('')).toBe(words)
  })

  it('never set anything but the AMA phrase in italics', () => {
    const italic = creditTypes.filter((type) => creditPhrase(type, 100, 'both').some(({ style }) => style !== 'regular'))
    expect(italic).toEqual(['ama_pra_1'])
  })
})

describe('continuing education units', () => {
  it.each([
    [200, '0.20'],
    [125, '0.125'],
    [25, '0.025'],
    [1000, '1.00'],
    [1150, '1.15'],
    [0, '0.00'],
  ])('%d hundredths of an hour', (hours, units) => {
    expect(ceuOf(hours)).toBe(units)
  })
})
