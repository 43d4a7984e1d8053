import type { TranscriptSnapshot } from '@shared/model/transcript-snapshot'
import { ink, rule, secondary, type Mark, type PageDrawing } from './drawing'
import { balanceLines, breakLines } from './line-breaking'
import {
  continuationHeading,
  continuationTop,
  detail,
  foot,
  hairline,
  head,
  portrait,
  setLabel,
  setPair,
  type Furniture,
} from './page-furniture'
import type { PaperAssets } from './paper-assets'
import { contentProof } from './snapshot-proof'
import { nameParts, partsOf, plainParts, setParts, setText, widthOf, type TypeRole } from './text-setting'

const left = 54
const activityX = 120
const title: TypeRole = { family: 'sans', size: 9 }
const note: TypeRole = { family: 'sans', size: 8.5 }

const smallestPhrase: TypeRole = { family: 'serif', size: 9 }
const phraseRoles: readonly TypeRole[] = [{ family: 'serif', size: 11.5 }, { family: 'serif', size: 10.5 }, { family: 'serif', size: 9.75 }]

interface Edges {
  readonly right: number
  readonly amount: number
  readonly type: number
  readonly bottom: number
}

interface Laid {
  readonly marks: readonly Mark[]
  readonly bottom: number
}

function layName(snapshot: TranscriptSnapshot, assets: PaperAssets): Laid {
  const marks: Mark[] = []
  // The name stays left of the number's column.
  const fitted = [28, 24, 20, 17].flatMap((size) => {
    const role: TypeRole = { family: 'serif', size }
    const lines = balanceLines(nameParts(snapshot.name, role), role, size > 20 ? 366 : 450, assets)
    return lines.length <= (size > 20 ? 1 : 2) ? [{ role, lines }] : []
  })[0]
  const role: TypeRole = fitted?.role ?? { family: 'serif', size: 15 }
  const lines = fitted?.lines ?? balanceLines(nameParts(snapshot.name, role), role, 450, assets)
  let y = 180
  lines.forEach(({ parts }, index) => {
    if (index > 0) y += role.size * 1.2
    marks.push(...setParts(parts, role, left - 0.03 * role.size, y, ink, assets))
  })
  if (snapshot.degrees !== '') {
    y += 16.5
    marks.push(...setText(snapshot.degrees, { family: 'sans', size: 10 }, left, y, ink, assets))
  }
  return { marks, bottom: y }
}

function layTotals(snapshot: TranscriptSnapshot, y: number, edges: Edges, assets: PaperAssets): Laid {
  const middle = (left + edges.right) / 2
  const columns = [
    { x: left, right: middle - 12 },
    { x: middle + 12, right: edges.right },
  ]
  const amountRole: TypeRole = { family: 'serif', size: 12 }
  const marks: Mark[] = [
    ...setLabel(snapshot.totalsLabel, left, y, assets),
    ...setText(snapshot.totalsRemark, note, edges.right, y, secondary, assets, 'right'),
    rule(left, edges.right, y + 5.5, 0.5, ink),
  ]
  const perColumn = Math.ceil(snapshot.totals.length / 2)
  snapshot.totals.forEach((total, index) => {
    const column = columns[index < perColumn ? 0 : 1]
    if (column === undefined) return
    const row = index < perColumn ? index : index - perColumn
    const at = y + 19.5 + row * 17
    const room = column.right - column.x - 42 - 6 - widthOf(plainParts(total.records, detail, assets), detail, assets)
    const phraseRole = phraseRoles.find((role) => widthOf(partsOf(total.phrase, role, assets), role, assets) <= room) ?? smallestPhrase
    marks.push(
      ...setText(total.amount, amountRole, column.x + 36, at, ink, assets, 'right'),
      ...setParts(partsOf(total.phrase, phraseRole, assets), phraseRole, column.x + 42, at, ink, assets),
      ...setText(total.records, detail, column.right, at, secondary, assets, 'right'),
      hairline(column.x, column.right, at + 4.7),
    )
  })
  return { marks, bottom: y + 5.5 + perColumn * 17 }
}

function layColumns(snapshot: TranscriptSnapshot, y: number, edges: Edges, assets: PaperAssets): Mark[] {
  const { columns } = snapshot
  return [
    ...setLabel(columns.date, left, y, assets),
    ...setLabel(columns.activity, activityX, y, assets),
    ...setLabel(columns.credit, edges.amount, y, assets, 'right'),
    ...setLabel(columns.type, edges.type, y, assets),
    rule(left, edges.right, y + 5.2, 0.5, ink),
  ]
}

function layRow(row: TranscriptSnapshot['rows'][number], y: number, edges: Edges, assets: PaperAssets): Laid {
  const amountWidth = 36
  const marks: Mark[] = [
    ...setText(row.date, title, left, y, ink, assets),
    ...setText(row.amount, title, edges.amount, y, ink, assets, 'right'),
  ]
  let at = y
  breakLines(plainParts(row.title, title, assets), title, edges.amount - amountWidth - activityX, assets).forEach(({ parts }, index) => {
    if (index > 0) at += 11
    marks.push(...setParts(parts, title, activityX, at, ink, assets))
  })
  breakLines(plainParts(row.detail, detail, assets), detail, edges.amount - activityX - 6, assets).forEach(({ parts }) => {
    at += 10
    marks.push(...setParts(parts, detail, activityX, at, secondary, assets))
  })
  let typeAt = y
  breakLines(partsOf(row.type, title, assets), title, edges.right - edges.type, assets).forEach(({ parts }, index) => {
    if (index > 0) typeAt += 11
    marks.push(...setParts(parts, title, edges.type, typeAt, ink, assets))
  })
  if (row.typeDetail !== '') {
    typeAt += 10
    marks.push(...setText(row.typeDetail, detail, edges.type, typeAt, secondary, assets))
  }
  const bottom = Math.max(at, typeAt) + 5
  return { marks: [...marks, hairline(left, edges.right, bottom)], bottom }
}

/** The pages of a transcript, template `transcript/1`. A published template is never edited. */
export function layTranscript(snapshot: TranscriptSnapshot, assets: PaperAssets): PageDrawing[] {
  const page = portrait(snapshot.size)
  const right = page.width - left
  const edges: Edges = { right, amount: right - 144, type: right - 136, bottom: page.height - 92 }
  const furniture: Furniture = { ...snapshot, page, numberX: 438, proof: contentProof(snapshot) }
  const name = layName(snapshot, assets)
  const recordY = name.bottom + 31.5
  const places = [left, 186, 318]
  const pairs = snapshot.record.map((pair, index) => setPair(pair, places[index] ?? left, recordY, 126, assets))
  const recordBottom = Math.max(...pairs.map(({ bottom }) => bottom))
  const totals: Laid =
    snapshot.totals.length === 0 ? { marks: [], bottom: recordBottom } : layTotals(snapshot, recordBottom + 17, edges, assets)
  const pages: Mark[][] = []
  let marks: Mark[] = [
    ...head(furniture, false, assets),
    ...setText(snapshot.title, { family: 'serif', size: 21 }, left, 138, snapshot.provider.accent, assets),
    ...name.marks,
    ...pairs.flatMap((pair) => pair.marks),
    ...totals.marks,
  ]
  let at = totals.bottom + 25
  const degrees = snapshot.degrees === '' ? [] : plainParts(`, ${snapshot.degrees}`, note, assets)
  const fullName = [...nameParts(snapshot.name, { family: 'serif', size: 1 }), ...degrees.map((part) => ({ ...part, face: 'serif-regular' as const }))]
  const nextPage = (): void => {
    pages.push([...marks, ...setText(`Continued on page ${pages.length + 2}`, note, right, page.height - 60, secondary, assets, 'right')])
    marks = [...head(furniture, true, assets), ...continuationHeading(furniture, fullName, assets)]
    at = continuationTop
  }
  const beginTable = (): void => {
    marks.push(...layColumns(snapshot, at, edges, assets))
    at += 5.2
  }
  if (snapshot.rows.length > 0) beginTable()
  for (const row of snapshot.rows) {
    if (layRow(row, at + 12, edges, assets).bottom > edges.bottom) {
      nextPage()
      beginTable()
    }
    const laid = layRow(row, at + 12, edges, assets)
    marks.push(...laid.marks)
    at = laid.bottom
  }
  const closingY = at + 18
  marks.push(...setText(snapshot.closing, note, left, closingY, secondary, assets), ...setText(snapshot.contact, note, right, closingY, secondary, assets, 'right'))
  pages.push(marks)
  return pages.map((each, index) => ({ ...page, marks: [...each, ...foot(furniture, index, pages.length, assets)] }))
}
