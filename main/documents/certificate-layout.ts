import type { FirstCertificate } from '@shared/model/certificate-snapshot'
import { fitHeadings, fitText, fittingSteps, type FittingStep, type Headings } from './certificate-fitting'
import { layStatementPage, layStatements, type LaidStatements } from './certificate-statements'
import { ink, rule, secondary, upright, hairlineColour, type Mark, type PageDrawing } from './drawing'
import { breakLines } from './line-breaking'
import { foot, hairline, head, landscape, setPairs, type Furniture, type PageSize } from './page-furniture'
import type { PaperAssets } from './paper-assets'
import { contentProof } from './snapshot-proof'
import { partsOf, setParts, setText, widthOf, type TypeRole } from './text-setting'

const left = 54
const leadIn: TypeRole = { family: 'serif', size: 11.5 }
const noteRole: TypeRole = { family: 'sans', size: 9.5 }

/** Columns of a landscape page; everything right of `main` hangs on the right edge. */
export interface Columns {
  readonly mainRight: number
  readonly second: number
  readonly columnWidth: number
  readonly stub: number
  readonly stubWidth: number
}

function columnsOf(page: PageSize): Columns {
  const mainRight = page.width - 246
  const columnWidth = (mainRight - left - 24) / 2
  return { mainRight, columnWidth, second: left + columnWidth + 24, stub: page.width - 204, stubWidth: 150 }
}

/** Gaps are rounded to 3 points. */
function gap(size: number, loosening: number): number {
  return Math.round((size * loosening) / 3) * 3
}

/** Lines that belong together keep together, and never touch. */
function innerLoosening(loosening: number): number {
  return Math.min(Math.max(loosening, loosening < 0.8 ? 0.75 : 0.9), 1.12)
}

interface Laid {
  readonly marks: readonly Mark[]
  /** The lowest point of ink. */
  readonly bottom: number
}

function layCredits(snapshot: FirstCertificate, leadInY: number, compact: boolean, loosening: number, assets: PaperAssets): Laid {
  const single = snapshot.credits.length === 1
  const size = single ? (compact ? 17 : 23) : compact ? 12 : snapshot.credits.length <= 3 ? 16 : 13
  const lead = compact && !single ? 15 : size === 16 ? 24 : 18
  const amountRole: TypeRole = { family: 'serif', size }
  const phraseRole: TypeRole = { family: 'serif', size: single ? (size * 20) / 23 : size }
  const amountWidth = Math.max(...snapshot.credits.map(({ amount }) => widthOf(partsOf([{ text: amount, style: 'regular' }], amountRole, assets), amountRole, assets)))
  const phraseX = left + amountWidth + size * 0.34
  const marks: Mark[] = []
  let y = leadInY + gap(single ? (compact ? 24 : 30) : compact ? 18 : 24, innerLoosening(loosening))
  snapshot.credits.forEach(({ amount, phrase, remark }, index) => {
    if (index > 0) y += lead
    const parts = partsOf(phrase, phraseRole, assets)
    marks.push(...setText(amount, amountRole, left + amountWidth, y, ink, assets, 'right'), ...setParts(parts, phraseRole, phraseX, y, ink, assets))
    if (remark !== '') marks.push(...setText(remark, { family: 'sans', size: 8.5 }, phraseX + widthOf(parts, phraseRole, assets) + 12, y, secondary, assets))
  })
  return { marks, bottom: y }
}

/** The sentence a person reads: who, what, how much. Nothing when a part has no setting in this step. */
function layMain(snapshot: FirstCertificate, { name, title }: Headings, columns: Columns, step: FittingStep, assets: PaperAssets): Laid | undefined {
  const measure = columns.mainRight - left
  const { loosening, sizes } = step
  const compact = sizes !== 'full'
  const inner = innerLoosening(loosening)
  if (name === undefined || title === undefined) return undefined
  const marks: Mark[] = [...setText(snapshot.title, { family: 'serif', size: 21 }, left, 138, snapshot.provider.accent, assets)]
  let y = 138 + gap(30, loosening)
  for (const { parts } of fitText(snapshot.certifies, leadIn, measure, assets)) marks.push(...setParts(parts, leadIn, left, y, secondary, assets))
  y = Math.ceil((y + 18 * inner + 0.72 * name.role.size) / 6) * 6
  name.lines.forEach(({ parts }, index) => {
    if (index > 0) y += name.lead
    marks.push(...setParts(parts, name.role, left - 0.03 * name.role.size, y, ink, assets))
  })
  if (snapshot.degrees !== '') {
    y += gap(24, inner)
    const role: TypeRole = { family: 'sans', size: 11 }
    fitText(snapshot.degrees, role, measure, assets).forEach(({ parts }, index) => {
      if (index > 0) y += 14
      marks.push(...setParts(parts, role, left, y, ink, assets))
    })
  }
  y += gap(18, loosening)
  marks.push(hairline(left, columns.mainRight, y))
  y += gap(24, loosening)
  marks.push(...setText(snapshot.participated, leadIn, left, y, secondary, assets))
  y += gap(title.role.size + 6, inner)
  title.lines.forEach(({ parts }, index) => {
    if (index > 0) y += title.lead
    marks.push(...setParts(parts, title.role, left, y, ink, assets))
  })
  y += gap(18, inner)
  const lineRole: TypeRole = { family: 'sans', size: 9.5 }
  fitText(snapshot.activityLine, lineRole, measure, assets).forEach(({ parts }, index) => {
    if (index > 0) y += 12
    marks.push(...setParts(parts, lineRole, left, y, secondary, assets))
  })
  y += gap(30, loosening)
  marks.push(...setText(snapshot.awarded, leadIn, left, y, secondary, assets))
  const credits = layCredits(snapshot, y, compact, loosening, assets)
  marks.push(...credits.marks)
  y = credits.bottom
  if (snapshot.inside !== '') {
    y += gap(24, inner)
    marks.push(...setText(snapshot.inside, { family: 'serif', size: 13 }, left, y, ink, assets))
  }
  if (snapshot.note.length > 0) {
    y += gap(21, inner)
    breakLines(partsOf(snapshot.note, noteRole, assets), noteRole, measure, assets).forEach(({ parts }, index) => {
      if (index > 0) y += 12.5
      marks.push(...setParts(parts, noteRole, left, y, ink, assets))
    })
  }
  return { marks, bottom: y + 3 }
}

/** Who signs, standing on the last baseline of the statements. */
function laySignatory(snapshot: FirstCertificate, page: PageSize, columns: Columns, assets: PaperAssets): Laid {
  const role: TypeRole = { family: 'sans', size: 8 }
  const lines = fitText(snapshot.signatory.title, role, columns.columnWidth, assets)
  const ruleY = page.height - 96 - 10 * (Math.max(lines.length, 1) - 1)
  return {
    bottom: ruleY,
    marks: [
      rule(left, left + 186, ruleY, 0.5, ink),
      ...setText(snapshot.signatory.name, { family: 'sans', size: 9, weight: 'semibold' }, left, ruleY + 11.5, ink, assets),
      ...lines.flatMap(({ parts }, index) => setParts(parts, role, left, ruleY + 21.5 + 10 * index, secondary, assets)),
    ],
  }
}

/** A signature of at most 30 points stands on the rule; the sentence keeps clear of it. */
const signatureSlot = 30
const leastSignatureSlot = 20

interface Fitted {
  readonly main: Laid
  readonly statements: LaidStatements | 'page_two'
}

function fit(snapshot: FirstCertificate, page: PageSize, columns: Columns, signatoryTop: number, assets: PaperAssets): Fitted {
  const headingsIn = fitHeadings(snapshot, columns.mainRight - left, assets)
  for (const step of fittingSteps) {
    const main = layMain(snapshot, headingsIn(step.sizes), columns, step, assets)
    if (main === undefined) continue
    if (main.bottom + 12 > signatoryTop - (step.sizes === 'least' ? leastSignatureSlot : signatureSlot)) continue
    if (step.statements === 'page_two') return { main, statements: 'page_two' }
    const statements = layStatements(snapshot, columns, page.height - 74.5, step.statements, assets)
    if (main.bottom + step.free - 6 <= statements.top) return { main, statements }
  }
  throw new Error('a certificate outgrew its page: composition has to refuse such texts')
}

/** The pages of a certificate, template `certificate/1`. A published template is never edited. */
export function layFirstCertificate(snapshot: FirstCertificate, assets: PaperAssets): PageDrawing[] {
  const page = landscape[snapshot.size]
  const columns = columnsOf(page)
  const furniture: Furniture = { ...snapshot, page, numberX: columns.stub, proof: contentProof(snapshot) }
  const signatory = laySignatory(snapshot, page, columns, assets)
  const { main, statements } = fit(snapshot, page, columns, signatory.bottom, assets)
  const count = statements === 'page_two' ? 2 : 1
  const first: Mark[] = [
    ...head(furniture, false, assets),
    upright(columns.stub - 21, 60, page.height - 60, 0.35, hairlineColour),
    ...main.marks,
    ...signatory.marks,
    ...(statements === 'page_two'
      ? setText('Page 2: accreditation and designation statements', { family: 'sans', size: 8 }, columns.second, page.height - 74.5, secondary, assets)
      : statements.marks),
    ...setPairs(snapshot.record, columns.stub, 100.6, columns.stubWidth, assets).marks,
    ...foot(furniture, 0, count, assets),
  ]
  const pages: PageDrawing[] = [{ ...page, marks: first }]
  if (statements === 'page_two') pages.push({ ...page, marks: layStatementPage(snapshot, furniture, assets) })
  return pages
}
