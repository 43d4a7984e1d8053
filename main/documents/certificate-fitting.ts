import type { CertificateSnapshot } from '@shared/model/certificate-snapshot'
import { balanceText, breakable, breakLines, countLines, type BreakableText } from './line-breaking'
import type { PaperAssets } from './paper-assets'
import { nameParts, plainParts, type SetLine, type TypeRole } from './text-setting'

/** Lines of a name or title with their size and lead. */
export interface FittedLines {
  readonly lines: readonly SetLine[]
  readonly role: TypeRole
  readonly lead: number
}

interface Option {
  readonly lines: number
  readonly size: number
  readonly lead: number
}

const fullNames: readonly Option[] = [
  { lines: 1, size: 40, lead: 44 },
  { lines: 1, size: 36, lead: 40 },
  { lines: 1, size: 32, lead: 38 },
  { lines: 1, size: 28, lead: 36 },
  { lines: 2, size: 30, lead: 36 },
  { lines: 2, size: 26, lead: 33 },
  { lines: 3, size: 22, lead: 27 },
]
const compactNames: readonly Option[] = [
  { lines: 1, size: 30, lead: 36 },
  { lines: 1, size: 26, lead: 33 },
  { lines: 2, size: 22, lead: 27 },
  { lines: 3, size: 20, lead: 24 },
]
const leastNames: readonly Option[] = [...compactNames, { lines: 9, size: 16, lead: 19 }]
const fullTitles: readonly Option[] = [
  { lines: 2, size: 18, lead: 24 },
  { lines: 3, size: 16, lead: 21 },
  { lines: 4, size: 14, lead: 18 },
  { lines: 5, size: 12, lead: 15 },
]
const compactTitles: readonly Option[] = [
  { lines: 2, size: 16, lead: 21 },
  { lines: 4, size: 14, lead: 18 },
  { lines: 5, size: 12, lead: 15 },
]
const leastTitles: readonly Option[] = [...compactTitles, { lines: 14, size: 10, lead: 12 }]

/** How large names and titles are set: as designed, smaller, or with a last smaller size for the very longest. */
export type TextSizes = 'full' | 'compact' | 'least'

const optionsOf: Readonly<Record<TextSizes, { readonly names: readonly Option[]; readonly titles: readonly Option[] }>> = {
  full: { names: fullNames, titles: fullTitles },
  compact: { names: compactNames, titles: compactTitles },
  least: { names: leastNames, titles: leastTitles },
}

function firstThatFits(options: readonly Option[], text: BreakableText, measure: number, assets: PaperAssets): FittedLines | undefined {
  const option = options.find(({ lines, size }) => countLines(text, size, measure, assets) <= lines)
  if (option === undefined) return undefined
  const { size, lead } = option
  return { lines: balanceText(text, size, measure, assets), role: { ...text.role, size }, lead }
}

/** The name and the title in the largest setting of each step that takes them; nothing where none does. */
export interface Headings {
  readonly name: FittedLines | undefined
  readonly title: FittedLines | undefined
}

/** Fits name and title once for every set of sizes; the steps then only move them. */
export function fitHeadings(snapshot: Pick<CertificateSnapshot, 'name' | 'activityTitle'>, measure: number, assets: PaperAssets): (sizes: TextSizes) => Headings {
  const nameRole: TypeRole = { family: 'serif', size: 40 }
  const titleRole: TypeRole = { family: 'serif', size: 18, weight: 'semibold' }
  const name = breakable(nameParts(snapshot.name, nameRole), nameRole, assets)
  const title = breakable(plainParts(snapshot.activityTitle, titleRole, assets), titleRole, assets)
  const fitted = new Map<TextSizes, Headings>()
  return (sizes) => {
    const known = fitted.get(sizes)
    if (known !== undefined) return known
    const options = optionsOf[sizes]
    const headings = { name: firstThatFits(options.names, name, measure, assets), title: firstThatFits(options.titles, title, measure, assets) }
    fitted.set(sizes, headings)
    return headings
  }
}

/** One way to lay a certificate out, from the most generous to the tightest. */
export interface FittingStep {
  /** Factor on the gaps between groups. */
  readonly loosening: number
  /** Free space above the statements, in points. */
  readonly free: number
  readonly statements: { readonly size: number; readonly lead: number } | 'page_two'
  readonly sizes: TextSizes
}

const gaps = [
  { loosening: 1, free: 30 },
  { loosening: 0.93, free: 24 },
  { loosening: 0.88, free: 21 },
  { loosening: 0.84, free: 18 },
] as const

/** The steps in order; the first that fits is taken, and nothing is ever cut. */
export const fittingSteps: readonly FittingStep[] = [
  ...gaps.map((gap) => ({ ...gap, statements: { size: 8, lead: 10 }, sizes: 'full' as const })),
  ...gaps.map((gap) => ({ ...gap, statements: { size: 7.25, lead: 9 }, sizes: 'full' as const })),
  ...gaps.map((gap) => ({ ...gap, statements: 'page_two' as const, sizes: 'full' as const })),
  ...gaps.map((gap) => ({ ...gap, statements: 'page_two' as const, sizes: 'compact' as const })),
  { loosening: 0.7, free: 12, statements: 'page_two', sizes: 'least' },
  { loosening: 0.5, free: 6, statements: 'page_two', sizes: 'least' },
]

/** Lines of plain text in a measure. */
export function fitText(text: string, role: TypeRole, measure: number, assets: PaperAssets): readonly SetLine[] {
  return text === '' ? [] : breakLines(plainParts(text, role, assets), role, measure, assets)
}
