import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { creditTypes } from '@shared/model/field-codes'
import { composeCertificate, type CertificateFacts } from '@shared/policy/certificate-composition'
import { composeReceipt } from '@shared/policy/receipt-composition'
import { composeTranscript } from '@shared/policy/transcript-composition'
import { layCertificate } from '../../../main/documents/certificate-layout'
import type { PageDrawing, TextMark } from '../../../main/documents/drawing'
import { balanceLines, breakLines } from '../../../main/documents/line-breaking'
import { loadPaperAssets, type PaperAssets } from '../../../main/documents/paper-assets'
import { layReceipt } from '../../../main/documents/receipt-layout'
import { plainParts, type SetLine, type TypeRole } from '../../../main/documents/text-setting'
import { layTranscript } from '../../../main/documents/transcript-layout'
import { certificateOf, named, nursingFacts, pharmacyFacts, physicianFacts, valueOf, worstFacts } from '../../support/paper-facts'
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
    const [page] = layCertificate(certificateOf(physicianFacts), assets)
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
    const [page] = layCertificate(certificateOf(named(name)), assets)
    expect(sizeOf(page, name.slice(0, 5))).toBe(size)
  })

  it('moves the statements to a second page when the first is full, and says so', () => {
    const title = `${worstFacts.activity.title} with Case Discussions, Simulation Workshops and an Examination for All Attendees`
    const pages = layCertificate(certificateOf({ ...worstFacts, activity: { ...worstFacts.activity, title } }), assets)
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
    ]
    let drawn = 0
    fc.assert(
      fc.property(fc.constantFrom(...forms), words, words, words, words, (form, printedName, credentials, title, location) => {
        const answer = composeCertificate({
          ...form,
          learner: { ...form.learner, printedName, credentials },
          activity: { ...form.activity, title, location },
        })
        if (!answer.ok) return answer.error.code === 'text_too_long'
        drawn += 1
        return layCertificate(answer.value, assets).every((page) => outside(page).length === 0)
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
    const pages = layCertificate(certificateOf(facts), assets)
    expect(pages.flatMap(outside)).toEqual([])
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
