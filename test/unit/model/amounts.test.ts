import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatCreditAmount, parseCreditAmount, roundDownToStep } from '@shared/model/credit-amount'
import { formatMoney, parseMoney } from '@shared/model/money'

describe('amounts of credit (trap T1)', () => {
  it.each([
    ['1.25', 125],
    ['1.2', 120],
    ['1', 100],
    ['0.25', 25],
    ['1.333', undefined],
    ['1,5', undefined],
    ['-1', undefined],
    ['.5', undefined],
    ['', undefined],
  ])('%s is read as %s', (text, expected) => {
    expect(parseCreditAmount(text)).toBe(expected)
  })

  it('are read back as written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (amount) => {
        expect(parseCreditAmount(formatCreditAmount(amount))).toBe(amount)
      }),
    )
  })

  it('are rounded down to the step, never up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 1, max: 400 }), (amount, step) => {
        const rounded = roundDownToStep(amount, step)
        expect(rounded % step).toBe(0)
        expect(rounded).toBeLessThanOrEqual(amount)
        expect(amount - rounded).toBeLessThan(step)
      }),
    )
  })
})

describe('money', () => {
  it.each([
    ['249.00', 24_900],
    ['-20.5', -2050],
    ['1188', 118_800],
    ['1.005', undefined],
    ['1,188.00', undefined],
    ['', undefined],
  ])('%s is read as %s', (text, expected) => {
    expect(parseMoney(text)).toBe(expected)
  })

  it('is read back as written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), (amount) => {
        expect(parseMoney(formatMoney(amount))).toBe(amount)
      }),
    )
  })
})
