import type { SecondCertificate } from '@shared/model/certificate-snapshot'
import { ink, type Mark } from '../drawing'
import { breakLines } from '../line-breaking'
import { continuationTop, setLabel } from '../page-furniture'
import type { PaperAssets } from '../paper-assets'
import { partsOf, setParts, type SetLine, type TypeRole } from '../text-setting'
import { flowInColumns } from './column-flow'
import { left, type Frame } from './frame'

const role: TypeRole = { family: 'sans', size: 8.5 }
const lead = 11
const between = 16

/** The statements on pages of their own, in two columns: the marks of each, without head and foot. */
export function layStatementPages(snapshot: SecondCertificate, { page }: Frame, assets: PaperAssets): Mark[][] {
  const width = (page.width - 2 * left - 24) / 2
  const blocks = snapshot.statements.map(({ label, text }) => {
    const lines: readonly SetLine[] = breakLines(partsOf(text, role, assets), role, width, assets)
    return { label, lines, height: lines.length * lead + between }
  })
  return flowInColumns(blocks, 2, page.height - 66 - continuationTop + between).map((columns) =>
    columns.flatMap((column, place) => {
      const x = left + place * (width + 24)
      let y = continuationTop
      return column.flatMap(({ label, lines }) => {
        const marks: Mark[] = [...setLabel(label, x, y, assets)]
        for (const { parts } of lines) {
          y += lead
          marks.push(...setParts(parts, role, x, y, ink, assets))
        }
        y += between
        return marks
      })
    }),
  )
}
