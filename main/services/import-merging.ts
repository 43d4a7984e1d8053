import type { Cells } from '../ports/repositories/exchange-columns'

/** What becomes of a record when the platform's cells meet the desk's. */
export interface Merge {
  readonly cells: Cells
  /** Columns whose value changes in the store. */
  readonly changed: readonly string[]
  /** Columns that both sides changed, each to something else: the desk's value stays until a person decides. */
  readonly conflicts: readonly string[]
  /** Columns the platform changed and about which both sides now agree. */
  readonly agreed: readonly string[]
}

/**
 * Lays the platform's changes over the desk's record. A cell that did not change since the last import never overwrites
 * what the desk has; one that did is taken when the desk never touched the field, that is when the desk still has the
 * value of the last import; otherwise it is a conflict.
 */
export function mergeCells(columns: readonly string[], desk: Cells, former: Cells, incoming: Cells): Merge {
  const cells: Record<string, string> = {}
  const changed: string[] = []
  const conflicts: string[] = []
  const agreed: string[] = []
  for (const column of columns) {
    const has = desk[column] ?? ''
    const was = former[column] ?? ''
    const says = incoming[column] ?? ''
    cells[column] = has
    if (says === was) continue
    if (has === was || has === says) {
      cells[column] = says
      agreed.push(column)
      if (has !== says) changed.push(column)
    } else conflicts.push(column)
  }
  return { cells, changed, conflicts, agreed }
}

/** The cells as the store remembers them: in the columns' order, without the empty ones, so that equal rows are equal texts. */
export function sourceOf(columns: readonly string[], cells: Cells): string {
  const filled: Record<string, string> = {}
  for (const column of columns) {
    const text = cells[column]
    if (text !== undefined && text !== '') filled[column] = text
  }
  return JSON.stringify(filled)
}

/** The cells of a remembered source. */
export function cellsOf(source: string): Cells {
  const parsed: unknown = JSON.parse(source)
  if (typeof parsed !== 'object' || parsed === null) throw new Error('a remembered row holds no cells')
  return Object.fromEntries(Object.entries(parsed).map(([column, text]: [string, unknown]) => [column, String(text)]))
}
