import type { ExchangeFile } from '@shared/contract/imports'
import type { ReadRow, RowRefusal } from '../ports/exchange-reader'
import { exchangeColumns, type ExchangeColumn } from '../ports/repositories/exchange-columns'
import { readCell } from './cell-reading'
import type { BrokenRow, RawRow, SplitRow } from './csv-rows'
import { keyColumnOf, keyOf, keyText } from './record-keys'
import type { RepeatedKeys } from './repeated-keys'

/** Where each known column of a file stands in its header. */
export interface HeaderPlan {
  readonly header: readonly string[]
  readonly columns: readonly { readonly column: ExchangeColumn; readonly at: number }[]
  readonly unknown: readonly string[]
}

const longestValue = 200
const shown = (text: string): string => (text.length > longestValue ? `${text.slice(0, longestValue)}…` : text)

/** Finds the columns by name, or says why the header cannot be used; the file is then not read. */
export function planHeader(file: ExchangeFile, header: RawRow): HeaderPlan | RowRefusal {
  const names = header.cells.map((cell) => cell.trim())
  const refuse = (column: string, reason: string): RowRefusal => ({ line: header.line, column, value: shown(header.cells.join(',')), reason: `File not read: ${reason}`, row: null })
  const twice = names.find((name, index) => name !== '' && names.indexOf(name) !== index)
  if (twice !== undefined) return refuse(twice, `the column ${twice} stands twice in the header.`)
  const known = exchangeColumns[file]
  const missing = known.filter((column) => column.required === true && !names.includes(column.name)).map((column) => column.name)
  if (missing.length > 0) {
    const only = names[0] ?? ''
    const hint = names.length > 1 ? '' : only.includes(';') ? 'use commas between cells; ' : only.includes('\t') ? 'use commas between cells, not tabs; ' : only.includes('\r') ? 'end lines with a line feed; ' : ''
    const words = missing.length === 1 ? `the required column ${missing[0] ?? ''} is missing from the header.` : `the required columns ${missing.join(', ')} are missing from the header.`
    return refuse(missing[0] ?? 'header', hint + words)
  }
  return {
    header: header.cells,
    columns: known.flatMap((column) => (names.includes(column.name) ? [{ column, at: names.indexOf(column.name) }] : [])),
    unknown: names.filter((name) => !known.some((column) => column.name === name)),
  }
}

/** The file ended inside quotes. */
export function truncationRefusal(line: number): RowRefusal {
  return { line, column: 'row', value: '', reason: `File not read: a quote opened in the row of line ${line} is never closed; the file may be cut off. Close it, or write a quote inside a cell twice.`, row: null }
}

function brokenReason(broken: BrokenRow): string {
  switch (broken.fault) {
    case 'quote_not_closed':
      return 'A quote opened on this line is not closed before the next cell. Close it; a quote inside a quoted cell is written twice.'
    case 'quote_inside_cell':
      return 'A quote stands inside a cell that does not begin with one. Put the whole cell in quotes and write the inner quote twice.'
    case 'too_long':
      return 'The row does not end within four million characters; a quote was probably not closed.'
  }
}

/** Counts the lines of each order, so that a line has a number: the n-th of its order. */
export class LineNumbers {
  private run = ''
  private inRun = 0
  constructor(private readonly repeated: RepeatedKeys) {}

  next(order: string): number {
    this.inRun = order === this.run ? this.inRun + 1 : 1
    this.run = order
    const before = this.repeated.countBefore(order)
    return before > 0 ? before + 1 : this.inRun
  }
}

function cardRow(row: readonly string[], at: number): readonly string[] {
  return row.map((cell, index) => (index === at ? cell.replace(/\d(?=(?:\D*\d){4})/g, '•') : cell))
}

/** Checks rows cell by cell; what a row refers to is for the store to know. */
export class RowChecker {
  private readonly lineNumbers: LineNumbers
  constructor(
    private readonly file: ExchangeFile,
    private readonly plan: HeaderPlan,
    private readonly repeated: RepeatedKeys,
  ) {
    this.lineNumbers = new LineNumbers(repeated)
  }

  check(split: SplitRow): ReadRow | RowRefusal {
    if ('fault' in split) return { line: split.line, column: 'row', value: shown(split.text), reason: brokenReason(split), row: [split.text] }
    const { line, cells: row } = split
    if (row.length !== this.plan.header.length) {
      const reason =
        row.length > this.plan.header.length
          ? `The row has ${row.length} cells, the header ${this.plan.header.length}. Put a cell that holds a comma in quotes.`
          : `The row has ${row.length} cells, the header ${this.plan.header.length}. Is it cut off?`
      return { line, column: 'row', value: shown(row.join(',')), reason, row }
    }
    const cells: Record<string, string> = {}
    let refusal: RowRefusal | undefined
    const further: string[] = []
    for (const { column, at } of this.plan.columns) {
      const raw = row[at] ?? ''
      const reading = readCell(column, raw)
      if ('value' in reading) cells[column.name] = reading.value
      else if (refusal === undefined) {
        const kept = column.kind === 'card_digits' ? cardRow(row, at) : row
        refusal = { line, column: column.name, value: shown(kept[at] ?? ''), reason: reading.reason, row: kept }
      } else further.push(column.name)
    }
    const keyParts = keyOf(this.file, (column) => cells[column] ?? '')
    const key = this.file === 'order_lines.csv' ? [...keyParts, String(this.lineNumbers.next(keyParts[0] ?? ''))] : keyParts
    if (refusal !== undefined) return further.length === 0 ? refusal : { ...refusal, reason: `${refusal.reason} Also wrong in this row: ${further.join(', ')}.` }
    if (this.file !== 'order_lines.csv') {
      const first = this.repeated.firstLineOf(keyText(key), line)
      if (first !== undefined) {
        const column = keyColumnOf(this.file)
        return { line, column, value: shown(cells[column] ?? ''), reason: `Line ${first} of this file is about the same record already. Keep one of the two.`, row }
      }
    }
    return { line, key, cells, row }
  }
}
