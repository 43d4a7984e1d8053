import type { PrintedTopics } from '@shared/model/certificate-snapshot'
import { ink, rule, type Mark } from '../drawing'
import { breakLines } from '../line-breaking'
import { continuationTop, hairline, setLabel } from '../page-furniture'
import type { PaperAssets } from '../paper-assets'
import { plainParts, setParts, setText, widthOf, type SetLine, type TypeRole } from '../text-setting'
import { flowInColumns } from './column-flow'
import { left, type Frame } from './frame'
import type { Laid } from './gaps'

const topicRole: TypeRole = { family: 'sans', size: 8.5 }
const totalRole: TypeRole = { family: 'sans', size: 9, weight: 'semibold' }
const mostInline = 12
const inlinePitch = 12
const pitch = 13.5
const furtherLine = 10
/** Room at the foot of the last column for the total. */
const totalRoom = 26

interface Row {
  readonly lines: readonly SetLine[]
  readonly amount: string
  readonly height: number
}

function rowsOf({ rows }: PrintedTopics, width: number, assets: PaperAssets): Row[] {
  return rows.map(({ topic, amount }) => {
    const measure = width - widthOf(plainParts(amount, topicRole, assets), topicRole, assets) - 10
    const lines = breakLines(plainParts(topic, topicRole, assets), topicRole, measure, assets)
    return { lines, amount, height: pitch + (lines.length - 1) * furtherLine }
  })
}

/** One topic with its value and the line beneath. */
function setRow({ lines, amount }: Row, x: number, y: number, width: number, below: number, assets: PaperAssets): Mark[] {
  const last = y + (lines.length - 1) * furtherLine
  return [
    ...lines.flatMap(({ parts }, index) => setParts(parts, topicRole, x, y + index * furtherLine, ink, assets)),
    ...setText(amount, topicRole, x + width, y, ink, assets, 'right'),
    hairline(x, x + width, last + below),
  ]
}

/** Up to twelve topics in two columns beneath the credit; nothing where there are more or one needs a second line. */
export function layInlineTopics(topics: PrintedTopics, labelY: number, measure: number, assets: PaperAssets): Laid | undefined {
  const width = (measure - 24) / 2
  const rows = rowsOf(topics, width, assets)
  if (rows.length > mostInline || rows.some(({ lines }) => lines.length > 1)) return undefined
  const half = Math.ceil(rows.length / 2)
  const first = labelY + 13
  return {
    bottom: first + (half - 1) * inlinePitch + 4,
    marks: [
      ...setLabel(topics.label, left, labelY, assets),
      ...rows.flatMap((row, index) => {
        const x = index < half ? left : left + width + 24
        return setRow(row, x, first + (index % half) * inlinePitch, width, 4, assets)
      }),
    ],
  }
}

/** The topics on pages of their own: the marks of each, without head and foot. */
export function layTopicPages(topics: PrintedTopics, { page, orientation }: Frame, assets: PaperAssets): Mark[][] {
  const columns = orientation === 'landscape' ? 3 : 2
  const width = (page.width - 2 * left - 24 * (columns - 1)) / columns
  const first = continuationTop + 14.5
  const capacity = page.height - 66 - totalRoom - first + pitch
  const pages = flowInColumns(rowsOf(topics, width, assets), columns, capacity)
  return pages.map((filled, index) => {
    const marks: Mark[] = [...setLabel('Topics and values', left, continuationTop, assets)]
    filled.forEach((rows, column) => {
      const x = left + column * (width + 24)
      let y = first
      for (const row of rows) {
        marks.push(...setRow(row, x, y, width, 4.5, assets))
        y += row.height
      }
      if (index < pages.length - 1 || column < filled.length - 1) return
      const { label, amount } = topics.total
      marks.push(
        rule(x, x + width, y + 3, 0.5, ink),
        ...setText(label, totalRole, x, y + 14, ink, assets),
        ...setText(amount, totalRole, x + width, y + 14, ink, assets, 'right'),
      )
    })
    return marks
  })
}
