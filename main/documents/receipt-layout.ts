import type { PrintedSum, ReceiptSnapshot } from '@shared/model/receipt-snapshot'
import { ink, rule, secondary, type Mark, type PageDrawing } from './drawing'
import { breakLines } from './line-breaking'
import { continuationHeading, continuationTop, foot, hairline, head, portrait, setLabel, setPair, type Furniture } from './page-furniture'
import type { PaperAssets } from './paper-assets'
import { contentProof } from './snapshot-proof'
import { plainParts, setParts, setText, widthOf, type TypeRole } from './text-setting'

const left = 54
const item: TypeRole = { family: 'sans', size: 9.5 }
const fine: TypeRole = { family: 'sans', size: 8 }
const descriptionMeasure = 300

interface Edges {
  readonly right: number
  readonly quantity: number
  readonly unitPrice: number
  readonly sums: number
  readonly bottom: number
}

function layParties(snapshot: ReceiptSnapshot, y: number, edges: Edges, assets: PaperAssets): { marks: Mark[]; bottom: number } {
  const places = [left, 246, 438]
  const marks: Mark[] = []
  let bottom = y
  snapshot.parties.forEach(({ label, lines }, index) => {
    const x = places[index] ?? left
    const measure = (places[index + 1] ?? edges.right + 12) - x - 12
    marks.push(...setLabel(label, x, y, assets))
    let at = y + 1
    for (const line of lines) {
      for (const { parts } of breakLines(plainParts(line, item, assets), item, measure, assets)) {
        at += 11.5
        marks.push(...setParts(parts, item, x, at, ink, assets))
      }
    }
    bottom = Math.max(bottom, at)
  })
  return { marks, bottom }
}

function layColumns(snapshot: ReceiptSnapshot, y: number, edges: Edges, assets: PaperAssets): Mark[] {
  const { columns } = snapshot
  return [
    ...setLabel(columns.description, left, y, assets),
    ...setLabel(columns.quantity, edges.quantity, y, assets, 'right'),
    ...setLabel(columns.unitPrice, edges.unitPrice, y, assets, 'right'),
    ...setLabel(columns.amount, edges.right, y, assets, 'right'),
    rule(left, edges.right, y + 5, 0.5, ink),
  ]
}

type Row = ReceiptSnapshot['lines'][number]

function layRow(row: Row, y: number, edges: Edges, assets: PaperAssets): { marks: Mark[]; bottom: number } {
  const marks: Mark[] = [
    ...setText(row.quantity, item, edges.quantity, y, ink, assets, 'right'),
    ...setText(row.unitPrice, item, edges.unitPrice, y, ink, assets, 'right'),
    ...setText(row.amount, item, edges.right, y, ink, assets, 'right'),
  ]
  let at = y
  breakLines(plainParts(row.description, item, assets), item, descriptionMeasure, assets).forEach(({ parts }, index) => {
    if (index > 0) at += 12
    marks.push(...setParts(parts, item, left, at, ink, assets))
  })
  if (row.detail !== '') {
    at += 11.5
    marks.push(...setText(row.detail, fine, left, at, secondary, assets))
  }
  at += 10
  marks.push(hairline(left, edges.right, at))
  return { marks, bottom: at }
}

function laySum(sum: PrintedSum, y: number, edges: Edges, assets: PaperAssets): Mark[] {
  const labelWidth = widthOf(plainParts(sum.label, item, assets), item, assets)
  return [
    ...setText(sum.label, item, edges.sums, y, ink, assets),
    ...setText(sum.detail, fine, edges.sums + labelWidth + 4, y, secondary, assets),
    ...setText(sum.amount, item, edges.right, y, ink, assets, 'right'),
  ]
}

/** Height of what follows the lines, so that it is never parted from its total. */
function sumsHeight({ sums, afterwards }: ReceiptSnapshot): number {
  return 15 + sums.length * 15 + 36 + afterwards.length * 15 + 24
}

function laySums(snapshot: ReceiptSnapshot, y: number, edges: Edges, assets: PaperAssets): Mark[] {
  const marks: Mark[] = []
  let at = y + 3
  for (const sum of snapshot.sums) {
    at += 15
    marks.push(...laySum(sum, at, edges, assets))
  }
  at += 8.5
  marks.push(rule(edges.sums, edges.right, at, 0.5, ink))
  at += 17
  marks.push(
    ...setText(snapshot.total.label, { family: 'serif', size: 13.5 }, edges.sums, at, ink, assets),
    ...setText(snapshot.total.amount, { family: 'serif', size: 17 }, edges.right, at, ink, assets, 'right'),
    rule(edges.sums, edges.right, at + 8, 0.5, ink),
    rule(edges.sums, edges.right, at + 10, 0.5, ink),
  )
  at += 14
  for (const sum of snapshot.afterwards) {
    at += 15
    marks.push(...laySum(sum, at, edges, assets))
  }
  at += snapshot.afterwards.length === 0 ? 13.5 : 18
  return [...marks, ...setText(snapshot.balance, { family: 'sans', size: 8.5 }, edges.right, at, secondary, assets, 'right')]
}

/** The pages of a receipt, template `receipt/1`. A published template is never edited. */
export function layReceipt(snapshot: ReceiptSnapshot, assets: PaperAssets): PageDrawing[] {
  const page = portrait(snapshot.size)
  const right = page.width - left
  const edges: Edges = { right, quantity: right - 150, unitPrice: right - 84, sums: right - 222, bottom: page.height - 98 }
  const furniture: Furniture = { ...snapshot, page, numberX: 438, proof: contentProof(snapshot) }
  const parties = layParties(snapshot, 173.5, edges, assets)
  const pages: Mark[][] = []
  let marks: Mark[] = [
    ...head(furniture, false, assets),
    ...setPair(snapshot.issued, 438, 100.6, right - 438, assets).marks,
    ...setText(snapshot.title, { family: 'serif', size: 21 }, left, 138, snapshot.provider.accent, assets),
    ...parties.marks,
  ]
  let at = parties.bottom + 35
  const nextPage = (): void => {
    pages.push([...marks, ...setText('Continued', fine, right, page.height - 62, secondary, assets, 'right')])
    marks = [...head(furniture, true, assets), ...continuationHeading(furniture, [], assets)]
    at = continuationTop
  }
  const beginTable = (): void => {
    marks.push(...layColumns(snapshot, at, edges, assets))
    at += 5
  }
  beginTable()
  for (const row of snapshot.lines) {
    if (layRow(row, at + 13.5, edges, assets).bottom > edges.bottom) {
      nextPage()
      beginTable()
    }
    const laid = layRow(row, at + 13.5, edges, assets)
    marks.push(...laid.marks)
    at = laid.bottom
  }
  if (at + sumsHeight(snapshot) > edges.bottom) nextPage()
  marks.push(...laySums(snapshot, at, edges, assets))
  snapshot.closing.forEach((line, index) => {
    marks.push(...setText(line, { family: 'sans', size: 8.5 }, left, page.height - 70.5 - 12 * (snapshot.closing.length - 1 - index), secondary, assets))
  })
  pages.push(marks)
  return pages.map((each, index) => ({ ...page, marks: [...each, ...foot(furniture, index, pages.length, assets)] }))
}

