import type { ReactNode } from 'react'

/** A column of a table. */
export interface Column<Row> {
  readonly id: string
  readonly head: string
  /** A CSS grid track: `120px`, `minmax(160px, 1fr)`. */
  readonly track: string
  readonly align?: 'left' | 'right'
  readonly cell: (row: Row) => ReactNode
  /** The column that names the row: medium weight, the row's accessible name. */
  readonly naming?: boolean
  readonly sorted?: 'ascending' | 'descending'
  readonly onSort?: () => void
}

/** A line of a table: a row, or the head of a group with its totals. */
export type TableLine<Row> =
  | { readonly kind: 'row'; readonly key: string; readonly row: Row }
  | { readonly kind: 'group'; readonly key: string; readonly cells: Readonly<Record<string, ReactNode>> }

export interface DataTableProps<Row> {
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly lines: readonly TableLine<Row>[]
  readonly selected?: string | undefined
  readonly onSelect?: (key: string, row: Row) => void
  /** Enter or a double click; `beside` with Ctrl. */
  readonly onOpen?: (row: Row, beside: boolean) => void
  /** Draws what expands below a row; undefined for a row without more. */
  readonly expansion?: (row: Row) => ReactNode
  readonly expanded?: ReadonlySet<string>
  readonly onExpand?: (key: string, open: boolean) => void
  readonly rowHeight?: 32 | 36 | 48
  /** J and K work from anywhere on the page, not only inside the table. */
  readonly ownsKeys?: boolean
  readonly footer?: ReactNode
  /** As tall as its rows, inside a page that scrolls; for short lists. */
  readonly natural?: boolean
  /** Called when the last rows come into view, for a list that is read in pages. */
  readonly onEnd?: () => void
  readonly onContextMenu?: (row: Row, event: React.MouseEvent) => void
}

/** Rows as lines without groups. */
export function rowLines<Row>(rows: readonly Row[], keyOf: (row: Row) => string): readonly TableLine<Row>[] {
  return rows.map((row) => ({ kind: 'row', key: keyOf(row), row }))
}
