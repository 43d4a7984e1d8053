import type { LabelledValue, PaperSize, PrintedProvider } from '@shared/model/paper-snapshot'
import { hairlineColour, ink, rule, secondary, type Mark } from './drawing'
import { balanceText, breakable, breakLines, countLines } from './line-breaking'
import type { PaperAssets } from './paper-assets'
import { proofBits, shortProof } from './snapshot-proof'
import type { FacePart } from './face-part'
import { plainParts, setParts, setText, widthOf, type TypeRole } from './text-setting'

export const label: TypeRole = { family: 'sans', size: 7, weight: 'semibold', tracking: 0.06 }
export const record: TypeRole = { family: 'sans', size: 9 }
export const detail: TypeRole = { family: 'sans', size: 7.5 }
export const numberRole: TypeRole = { family: 'sans', size: 13, weight: 'semibold' }
const left = 54

export interface PageSize {
  readonly width: number
  readonly height: number
}

/** Landscape sizes in points; portrait swaps them. */
export const landscape: Readonly<Record<PaperSize, PageSize>> = {
  letter: { width: 792, height: 612 },
  a4: { width: 841.89, height: 595.28 },
}

export function portrait(size: PaperSize): PageSize {
  return { width: landscape[size].height, height: landscape[size].width }
}

/** What one page of a document needs to draw its head and foot. */
export interface Furniture {
  readonly page: PageSize
  readonly provider: PrintedProvider
  readonly title: string
  readonly number: { readonly label: string; readonly value: string }
  readonly specimen: string
  readonly proof: string
  /** Where the number stands. */
  readonly numberX: number
}

/** A label, in capitals as it is stored in the file. */
export function setLabel(text: string, x: number, y: number, assets: PaperAssets, align: 'left' | 'right' = 'left'): Mark[] {
  return setText(text.toUpperCase(), label, x, y, secondary, assets, align)
}

/** Head rule, logo slot, provider and, unless it stands elsewhere on the page, the number; a continuation page has them a little smaller. */
export function head({ page, provider, number, numberX }: Furniture, continued: boolean, assets: PaperAssets, numbered = true): Mark[] {
  const right = page.width - left
  const box = continued ? 24 : 30
  const textX = left + box + 11
  const nameRole: TypeRole = { family: 'sans', size: continued ? 9.5 : 10, weight: 'semibold' }
  const letterRole: TypeRole = { family: 'serif', size: continued ? 14 : 17 }
  return [
    rule(left, right, 43.125, 2.25, provider.accent),
    rule(left, right, 47, 0.4, ink),
    { kind: 'frame', x: left + 0.3, y: 60.3, width: box - 0.6, height: box - 0.6, stroke: 0.6, colour: provider.accent },
    ...setText(provider.logoLetter, letterRole, left + box / 2, 60 + box / 2 + letterRole.size * 0.335, provider.accent, assets, 'centre'),
    ...setText(provider.name, nameRole, textX, continued ? 70 : 72.5, ink, assets),
    ...setText(provider.addressLine, { family: 'sans', size: continued ? 7.75 : 8 }, textX, continued ? 81 : 84.5, secondary, assets),
    ...(numbered ? [...setLabel(number.label, numberX, 64.6, assets), ...setText(number.value, numberRole, numberX, 79.6, ink, assets)] : []),
  ]
}

/** The proof rule, one tick per bit of the snapshot's hash, and the footer beneath it. */
export function foot({ page, proof, specimen }: Furniture, index: number, count: number, assets: PaperAssets): Mark[] {
  const right = page.width - left
  const base = page.height - 46
  const pitch = (right - left) / 255
  const bars = proofBits(proof).map((bit, place) => ({ x: left + place * pitch - 0.14, height: bit ? 6 : 2.4 }))
  const footer = page.height - 32
  const proofLabel = 'CONTENT PROOF'
  const afterLabel = left + widthOf(plainParts(proofLabel, label, assets), label, assets) + 5
  return [
    { kind: 'bars', base, width: 0.28, bars, colour: ink },
    rule(left, right, base, 0.4, ink),
    ...setLabel(proofLabel, left, footer, assets),
    ...setText(`SHA-256 ${shortProof(proof)}`, detail, afterLabel, footer, secondary, assets),
    ...setText(`Page ${index + 1} of ${count}`, detail, right, footer, secondary, assets, 'right'),
    ...setText(specimen, { family: 'sans', size: 7 }, left, footer + 10, secondary, assets),
  ]
}

const continuationRole: TypeRole = { family: 'serif', size: 15 }
const continuationNames: readonly { readonly size: number; readonly lines: number }[] = [
  { size: 12.5, lines: 1 },
  { size: 10.5, lines: 2 },
  { size: 8.5, lines: 3 },
]

/** The heading of a continuation page: form title “, continued”, and the name; content begins at `continuationTop`. */
export function continuationHeading({ title, provider, page }: Furniture, name: readonly FacePart[], assets: PaperAssets): Mark[] {
  const width = widthOf(plainParts(title, continuationRole, assets), continuationRole, assets)
  const measure = page.width - 2 * left
  const text = breakable(name, continuationRole, assets)
  const size = (continuationNames.find((each) => countLines(text, each.size, measure, assets) <= each.lines) ?? { size: 7.5 }).size
  const role: TypeRole = { ...continuationRole, size }
  const lines = name.length === 0 ? [] : balanceText(text, size, measure, assets)
  return [
    ...setText(title, continuationRole, left, 119, provider.accent, assets),
    ...setText(', continued', continuationRole, left + width, 119, secondary, assets),
    ...lines.flatMap(({ parts }, index) => setParts(parts, role, left, 124 + size * 1.08 + index * size * 1.1, ink, assets)),
  ]
}

/** First baseline of a continuation page's content. */
export const continuationTop = 165

/** Label, value and detail beneath each other, from the baseline of the label; returns the last baseline too. */
export function setPair(pair: LabelledValue, x: number, y: number, measure: number, assets: PaperAssets): { marks: Mark[]; bottom: number } {
  const marks: Mark[] = [...setLabel(pair.label, x, y, assets)]
  let bottom = y
  for (const { parts } of breakLines(plainParts(pair.value, record, assets), record, measure, assets)) {
    bottom += 11
    marks.push(...setParts(parts, record, x, bottom, ink, assets))
  }
  let first = true
  for (const { parts } of pair.detail === '' ? [] : breakLines(plainParts(pair.detail, detail, assets), detail, measure, assets)) {
    bottom += first ? 11 : 9.5
    first = false
    marks.push(...setParts(parts, detail, x, bottom, secondary, assets))
  }
  return { marks, bottom }
}

/** Pairs in a column; a pair without a detail stands a little further from the next. */
export function setPairs(pairs: readonly LabelledValue[], x: number, y: number, measure: number, assets: PaperAssets): { marks: Mark[]; bottom: number } {
  const marks: Mark[] = []
  let at = y
  let bottom = y
  for (const pair of pairs) {
    const set = setPair(pair, x, at, measure, assets)
    marks.push(...set.marks)
    bottom = set.bottom
    at = bottom + (pair.detail === '' ? 18.5 : 17)
  }
  return { marks, bottom }
}

/** A hairline of tables and groups. */
export function hairline(x1: number, x2: number, y: number): Mark {
  return rule(x1, x2, y, 0.35, hairlineColour)
}
