import type { CertificateSnapshot } from '@shared/model/certificate-snapshot'
import { ink, type Mark } from './drawing'
import { breakLines } from './line-breaking'
import { continuationHeading, continuationTop, foot, head, setLabel, type Furniture } from './page-furniture'
import type { PaperAssets } from './paper-assets'
import { nameParts, partsOf, setParts, type SetLine, type TypeRole } from './text-setting'

export interface LaidStatements {
  readonly marks: readonly Mark[]
  /** Top of the first label. */
  readonly top: number
}

interface Block {
  readonly label: string
  readonly lines: readonly SetLine[]
}

function blocksOf(snapshot: Pick<CertificateSnapshot, 'statements'>, role: TypeRole, measure: number, assets: PaperAssets): Block[] {
  return snapshot.statements.map(({ label, text }) => ({ label, lines: breakLines(partsOf(text, role, assets), role, measure, assets) }))
}

function heightOf(block: Block, lead: number): number {
  return lead * block.lines.length
}

function layBlocks(blocks: readonly Block[], role: TypeRole, lead: number, between: number, x: number, y: number, assets: PaperAssets): Mark[] {
  let at = y
  return blocks.flatMap((block) => {
    const marks: Mark[] = [...setLabel(block.label, x, at, assets)]
    for (const { parts } of block.lines) {
      at += lead
      marks.push(...setParts(parts, role, x, at, ink, assets))
    }
    at += between
    return marks
  })
}

/** The statements in the second column, set upwards from their last baseline. */
export function layStatements(
  snapshot: Pick<CertificateSnapshot, 'statements'>,
  { second, columnWidth }: { readonly second: number; readonly columnWidth: number },
  lastBaseline: number,
  { size, lead }: { readonly size: number; readonly lead: number },
  assets: PaperAssets,
): LaidStatements {
  const role: TypeRole = { family: 'sans', size }
  const blocks = blocksOf(snapshot, role, columnWidth, assets)
  const between = lead * 1.6
  const height = blocks.reduce((sum, block) => sum + heightOf(block, lead), 0) + between * Math.max(blocks.length - 1, 0)
  const y = lastBaseline - height
  return { marks: layBlocks(blocks, role, lead, between, second, y, assets), top: y - 5 }
}

/** The statements on a page of their own, in two columns. */
export function layStatementPage(snapshot: CertificateSnapshot, furniture: Furniture, assets: PaperAssets): Mark[] {
  const role: TypeRole = { family: 'sans', size: 8.5 }
  const lead = 11
  const between = 16
  const measure = (furniture.page.width - 108 - 24) / 2
  const blocks = blocksOf(snapshot, role, measure, assets)
  const total = blocks.reduce((sum, block) => sum + heightOf(block, lead) + between, 0)
  let height = 0
  const columns: [Block[], Block[]] = [[], []]
  for (const block of blocks) {
    columns[height < total / 2 ? 0 : 1].push(block)
    height += heightOf(block, lead) + between
  }
  return [
    ...head(furniture, true, assets),
    ...continuationHeading(furniture, nameParts(snapshot.name, role), assets),
    ...layBlocks(columns[0], role, lead, between, 54, continuationTop, assets),
    ...layBlocks(columns[1], role, lead, between, 54 + measure + 24, continuationTop, assets),
    ...foot(furniture, 1, 2, assets),
  ]
}
