import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { creditTypes } from '@shared/model/field-codes'
import { composeCertificate, type CertificateFacts } from '@shared/policy/certificate-composition'
import { composeReceipt } from '@shared/policy/receipt-composition'
import { composeTranscript } from '@shared/policy/transcript-composition'
import { laySecondCertificate } from '../../../main/documents/certificate-2/layout'
import type { CertificateProof } from '@shared/model/certificate-proof'
import type { BoxesMark, PageDrawing, TextMark } from '../../../main/documents/drawing'
import { balanceLines, breakLines } from '../../../main/documents/line-breaking'
import { loadPaperAssets, type PaperAssets } from '../../../main/documents/paper-assets'
import { layReceipt } from '../../../main/documents/receipt-layout'
import { plainParts, type SetLine, type TypeRole } from '../../../main/documents/text-setting'
import { layTranscript } from '../../../main/documents/transcript-layout'
import { certificateOf, named, nursingFacts, pharmacyFacts, physicianFacts, valueOf, worstFacts } from '../../support/paper-facts'
import { aggregateOf, eightTopics, sampleCertificates, sampleProof, sixCredits, topicsOf } from '../../support/paper-forms'
import { fontsDirectory } from '../../support/paper-fonts'
import { groupReceiptFacts, transcriptFacts } from '../../support/paper-ledger-facts'

let assets: PaperAssets
beforeAll(async () => {
  assets = await loadPaperAssets(fontsDirectory)
})

function textsOf(page: PageDrawing | undefined): TextMark[] {
  return page?.marks.filter((mark) => mark.kind === 'text') ?? []
}

function rightOf(mark: TextMark): number {
  const { unitsPerEm } = assets.faces[mark.face].font
  const units = mark.glyphs.reduce((sum, glyph) => sum + glyph.advance + mark.tracking, 0)
  return mark.x + (units * mark.size) / unitsPerEm
}

/** Text that leaves the margins of its page. */
function outside(page: PageDrawing): string[] {
  return textsOf(page)
    .filter((mark) => mark.x < 52 || rightOf(mark) > page.width - 52 || mark.y < 54 || mark.y > page.height - 20)
    .map(({ text }) => text)
}

function sizeOf(page: PageDrawing | undefined, text: string): number | undefined {
  return textsOf(page).find((mark) => mark.text.includes(text))?.size
}

describe('a certificate', { timeout: 60_000 }, () => {
  it('stands on the grid of its layout', () => {
    const [page] = laySecondCertificate(certificateOf(physicianFacts), sampleProof, assets)
    const places = ['Certificate of Credit', 'certifies that', 'Győző', 'MD, PhD', 'participated', 'Two Tries', 'Webcast', 'and is awarded', '0.75'].map(
      (text) => textsOf(page).find((mark) => mark.text.includes(text))?.y,
    )
    expect(places).toEqual([138, 168, 216, 240, 282, 306, 324, 354, 384])
  })

  it.each([
    ['Anna Li', 40],
    ['Екатерина Вознесенская', 36],
    ['Maximiliana Wolkenstein', 40],
    ['Maximilian Wolkenstein-Trost', 32],
    ['María de los Ángeles Inmaculada Fernández-Villaverde', 30],
  ])('sets %s at %d points', (name, size) => {
    const [page] = laySecondCertificate(certificateOf(named(name)), sampleProof, assets)
    expect(sizeOf(page, name.slice(0, 5))).toBe(size)
  })

  it('moves the statements to a second page when the first is full, and says so', () => {
    const title = `${sixCredits.activity.title} with Case Discussions, Simulation Workshops and an Examination for All Attendees`
    const pages = laySecondCertificate(certificateOf({ ...sixCredits, activity: { ...sixCredits.activity, title } }), sampleProof, assets)
    expect(pages).toHaveLength(2)
    expect(textsOf(pages[0]).map(({ text }) => text)).toContain('Page 2: accreditation and designation statements')
    expect(textsOf(pages[1]).map(({ text }) => text)).toEqual(expect.arrayContaining(['Certificate of Credit', ', continued', 'DESIGNATION', 'Page 2 of 2']))
  })

  it('keeps to its margins and never fails, whatever composition lets through', () => {
    const words = fc.array(fc.string({ unit: fc.constantFrom('a', 'e', 'i', 'l', 'n', 'o', 'Q', 'W', 'M', 'D', 'ß', 'ñ'), minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 12 }).map((parts) => parts.join(' '))
    const forms: readonly CertificateFacts[] = [
      ...creditTypes.map((creditType) => ({ ...worstFacts, creditType })),
      { ...nursingFacts, replaces: worstFacts.replaces },
      { ...pharmacyFacts, replaces: worstFacts.replaces },
      sixCredits,
      eightTopics,
    ]
    let drawn = 0
    fc.assert(
      fc.property(fc.constantFrom(...forms), fc.constantFrom('landscape' as const, 'portrait' as const), words, words, words, words, (form, orientation, printedName, credentials, title, location) => {
        const answer = composeCertificate({
          ...form,
          orientation,
          learner: { ...form.learner, printedName, credentials },
          activity: { ...form.activity, title, location },
        })
        if (!answer.ok) return answer.error.code === 'text_too_long'
        drawn += 1
        return laySecondCertificate(answer.value, sampleProof, assets).every((page) => outside(page).length === 0)
      }),
      { numRuns: 60, seed: 20_261_120 },
    )
    expect(drawn).toBeGreaterThan(20)
  })

  it('holds the longest texts that composition lets through', () => {
    const facts: CertificateFacts = {
      ...nursingFacts,
      learner: { ...nursingFacts.learner, printedName: `${'D'.repeat(40)} ${'Q'.repeat(40)} ${'D'.repeat(40)}`, credentials: 'Q'.repeat(80) },
      activity: { ...nursingFacts.activity, title: `${'Q'.repeat(39)} `.repeat(6).trim(), location: 'Q'.repeat(100) },
      replaces: { number: '072026-000118', supersededAt: '2026-11-01T20:00:00.000Z', reason: 'x'.repeat(140) },
    }
    const pages = laySecondCertificate(certificateOf(facts), sampleProof, assets)
    expect(pages.flatMap(outside)).toEqual([])
    const upright = laySecondCertificate(certificateOf({ ...facts, orientation: 'portrait' }), sampleProof, assets)
    expect(upright.flatMap(outside)).toEqual([])
  })

  it('stands every form inside its margins, on Letter and A4, either way up', () => {
    for (const [name, snapshot] of Object.entries(sampleCertificates())) {
      for (const size of ['letter', 'a4'] as const) {
        for (const orientation of ['landscape', 'portrait'] as const) {
          const pages = laySecondCertificate({ ...snapshot, size, orientation }, sampleProof, assets)
          expect([name, size, orientation, pages.flatMap(outside)]).toEqual([name, size, orientation, []])
          expect(pages[0]?.width).toBe({ letter: { landscape: 792, portrait: 612 }, a4: { landscape: 841.89, portrait: 595.28 } }[size][orientation])
        }
      }
    }
  })

  it('stands up to twelve topics beneath the credit, and more on pages of their own with the total last', () => {
    const inline = laySecondCertificate(certificateOf(eightTopics), sampleProof, assets)
    expect(inline).toHaveLength(1)
    expect(textsOf(inline[0]).map(({ text }) => text)).toEqual(expect.arrayContaining(['TOPICS AND VALUES WITHIN THIS CREDIT', 'Diabetes: DKA and HHS']))
    const many = laySecondCertificate(certificateOf(aggregateOf(topicsOf(200))), sampleProof, assets)
    expect(textsOf(many[0]).map(({ text }) => text)).toContain(`Pages 2–${many.length}: topics`)
    const drawn = many.flatMap(textsOf).filter(({ text }) => text.startsWith('Pediatric fever'))
    expect(new Set(drawn.map(({ text }) => text)).size).toBe(200)
    expect(textsOf(many.at(-1)).map(({ text }) => text)).toEqual(expect.arrayContaining(['Total claimed', '50.00']))
    expect(many.slice(0, -1).flatMap(textsOf).map(({ text }) => text)).not.toContain('Total claimed')
  })

  it('wraps topics with long names instead of cutting them', () => {
    const long = (index: number): string => `${'Pneumonoultramicroscopicsilicovolcanoconi '.repeat(3)}${index}`
    const pages = laySecondCertificate(certificateOf(aggregateOf(topicsOf(9, long))), sampleProof, assets)
    expect(pages).toHaveLength(2)
    expect(pages.flatMap(outside)).toEqual([])
    expect(textsOf(pages[1]).filter(({ text }) => text.startsWith('Pneumono'))).toHaveLength(27)
  })

  it('draws its QR code in black modules no finer than print and readers allow, and none without a proof', () => {
    const boxesOf = (proof: CertificateProof | null): BoxesMark | undefined =>
      laySecondCertificate(certificateOf(physicianFacts), proof, assets)[0]?.marks.find((mark) => mark.kind === 'boxes')
    const drawn = boxesOf(sampleProof)
    expect(Math.min(...(drawn?.boxes.map(({ height }) => height) ?? [0]))).toBe(1.52)
    expect(drawn?.colour).toBe('#000000')
    expect(boxesOf(null)).toBeUndefined()
    expect(() => boxesOf({ ...sampleProof, token: 'x'.repeat(600) })).toThrow('too fine')
    expect(boxesOf({ ...sampleProof, token: 'x'.repeat(450) })?.boxes[0]?.height).toBeGreaterThanOrEqual(1.2)
  })
})

describe('lines', () => {
  const role: TypeRole = { family: 'serif', size: 18 }
  const wordsOf = (lines: readonly SetLine[]): string[] => lines.map(({ parts }) => parts.map(({ text }) => text).join(''))

  it('break after blanks and hyphens between letters, not inside numbers', () => {
    expect(wordsOf(breakLines(plainParts('Moderate-to-Severe 0204-0000-26-312', role, assets), role, 150, assets))).toEqual(['Moderate-to-', 'Severe', '0204-0000-26-312'])
  })

  it('break between Han, and inside a word only when it is wider than the line', () => {
    expect(wordsOf(breakLines(plainParts('李小龍李小龍', role, assets), role, 60, assets))).toEqual(['李小龍', '李小龍'])
    expect(wordsOf(breakLines(plainParts('Donaudampfschiff', role, assets), role, 70, assets)).join('')).toBe('Donaudampfschiff')
  })

  it('come out even without becoming more', () => {
    const parts = plainParts('Practice Changes in Psoriasis: What the New Evidence Means for Nurses', role, assets)
    const greedy = breakLines(parts, role, 480, assets)
    const balanced = balanceLines(parts, role, 480, assets)
    const spread = (lines: readonly SetLine[]): number => Math.max(...lines.map(({ width }) => width)) - Math.min(...lines.map(({ width }) => width))
    expect(balanced).toHaveLength(greedy.length)
    expect(spread(balanced)).toBeLessThan(spread(greedy))
  })
})

describe('tables', () => {
  it('a transcript never splits a row and keeps its totals on the first page', () => {
    const pages = layTranscript(valueOf(composeTranscript(transcriptFacts)), assets)
    expect(pages.length).toBeGreaterThan(1)
    expect(pages.flatMap(outside)).toEqual([])
    const dates = pages.map((page) => textsOf(page).filter(({ text, x }) => x === 54 && /^\w{3} \d+, \d{4}$/.test(text)).length)
    const numbers = pages.map((page) => textsOf(page).filter(({ text }) => text.includes('No. 082026')).length)
    expect(numbers).toEqual(dates)
    expect(numbers.reduce((sum, count) => sum + count, 0)).toBe(transcriptFacts.records.length)
  })

  it('a receipt of many lines goes on, with its total on one page', () => {
    const lines = Array.from({ length: 40 }, (_, index) => ({ kind: 'activity' as const, description: `Activity ${index + 1}`, quantity: 1, unitPrice: 1000 }))
    const order = { ...groupReceiptFacts.order, discount: 0, tax: 0, total: 40_000 }
    const pages = layReceipt(valueOf(composeReceipt({ ...groupReceiptFacts, order, lines })), assets)
    expect(pages.length).toBeGreaterThan(1)
    expect(pages.flatMap(outside)).toEqual([])
    const last = textsOf(pages.at(-1)).map(({ text }) => text)
    expect(last).toEqual(expect.arrayContaining(['Subtotal', 'Total paid', '400.00', 'Balance due 0.00 USD']))
  })
})
