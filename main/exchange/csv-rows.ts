/** A row as it stands in the file; `line` is the physical line it begins on, the header being line 1. */
export interface RawRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** A row whose quoting is broken; reading goes on at the next physical line. */
export interface BrokenRow {
  readonly line: number
  readonly fault: 'quote_not_closed' | 'quote_inside_cell' | 'too_long'
  readonly text: string
}

export type SplitRow = RawRow | BrokenRow

/** The file ended inside quotes: the line on which that row begins. */
export interface Truncation {
  readonly line: number
}

// No cell of the format is longer; an unclosed quote must not gather the rest of a large file in memory.
const longestRow = 4_000_000

type Attempt =
  | { readonly kind: 'row'; readonly cells: readonly string[]; readonly end: number; readonly breaks: number }
  | { readonly kind: 'more_needed' }
  | { readonly kind: 'broken'; readonly fault: 'quote_not_closed' | 'quote_inside_cell' }

function breaksBetween(text: string, from: number, to: number): number {
  let count = 0
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

/**
 * Splits text that comes in pieces into RFC 4180 rows. papaparse was measured against it and left: it tells neither the
 * physical line of a row nor where a broken quote began, and both must be told to the person who mends the file.
 * A stray quote costs its own row only: the split starts again on the next line.
 */
export class CsvRowSplitter {
  private pending = ''
  private line = 1
  // Cells of the header: a row of several lines with another count is taken for a quote that was not closed.
  private expected: number | undefined
  private cut: Truncation | undefined

  /** Set when the text ended inside quotes. */
  get truncation(): Truncation | undefined {
    return this.cut
  }

  /** The rows that are complete with this piece; `last` says that nothing follows. */
  push(piece: string, last: boolean): readonly SplitRow[] {
    const text = this.pending + piece
    const rows: SplitRow[] = []
    let at = 0
    let quote = text.indexOf('"')
    while (at < text.length) {
      const lineEnd = text.indexOf('\n', at)
      if (quote !== -1 && quote < at) quote = text.indexOf('"', at)
      if (quote === -1 || (lineEnd !== -1 && quote > lineEnd)) {
        if (lineEnd === -1 && !last) break
        const end = lineEnd === -1 ? text.length : lineEnd
        const row = text.slice(at, text.charCodeAt(end - 1) === 13 && end > at ? end - 1 : end)
        if (row !== '') {
          const cells = row.split(',')
          this.expected ??= cells.length
          rows.push({ line: this.line, cells })
        }
        at = end + 1
        this.line += 1
        continue
      }
      const attempt = this.readQuoted(text, at, last)
      if (attempt.kind === 'more_needed') {
        if (last) {
          this.cut = { line: this.line }
          at = text.length
        } else if (text.length - at > longestRow) {
          at = this.skipLine(text, at, 'too_long', rows)
          continue
        }
        break
      }
      if (attempt.kind === 'broken') {
        // The rest of the broken line may be in the next piece.
        if (lineEnd === -1 && !last && text.length - at <= longestRow) break
        at = this.skipLine(text, at, attempt.fault, rows)
        continue
      }
      this.expected ??= attempt.cells.length
      rows.push({ line: this.line, cells: attempt.cells })
      at = attempt.end
      this.line += attempt.breaks
    }
    this.pending = last ? '' : text.slice(at)
    return rows
  }

  private skipLine(text: string, at: number, fault: BrokenRow['fault'], rows: SplitRow[]): number {
    const lineEnd = text.indexOf('\n', at)
    const end = lineEnd === -1 ? text.length : lineEnd
    rows.push({ line: this.line, fault, text: text.slice(at, Math.min(end, at + 2000)).replace(/\r$/, '') })
    this.line += 1
    return end + 1
  }

  private readQuoted(text: string, start: number, last: boolean): Attempt {
    const cells: string[] = []
    let at = start
    for (;;) {
      let cell = ''
      if (text.charCodeAt(at) === 34) {
        let from = at + 1
        for (;;) {
          const close = text.indexOf('"', from)
          if (close === -1) return { kind: 'more_needed' }
          if (close + 1 === text.length && !last) return { kind: 'more_needed' }
          cell += text.slice(from, close)
          at = close + 1
          if (text.charCodeAt(at) !== 34) break
          cell += '"'
          from = at + 1
        }
        // A carriage return at the end of a piece may be half of a line break.
        if (text.charCodeAt(at) === 13 && at + 1 === text.length && !last) return { kind: 'more_needed' }
      } else {
        const comma = text.indexOf(',', at)
        const lineEnd = text.indexOf('\n', at)
        const ends = [comma, lineEnd].filter((end) => end !== -1)
        if (ends.length === 0 && !last) return { kind: 'more_needed' }
        const end = ends.length === 0 ? text.length : Math.min(...ends)
        const trimmed = end !== comma && text.charCodeAt(end - 1) === 13 && end > at ? end - 1 : end
        cell = text.slice(at, trimmed)
        if (cell.includes('"')) return { kind: 'broken', fault: 'quote_inside_cell' }
        at = trimmed
      }
      cells.push(cell)
      const next = text.charCodeAt(at)
      if (next === 44) {
        at += 1
        continue
      }
      const atEnd = at >= text.length
      const breakLength = next === 10 ? 1 : next === 13 && (text.charCodeAt(at + 1) === 10 || at + 1 === text.length) ? 2 : 0
      if (!atEnd && breakLength === 0) return { kind: 'broken', fault: 'quote_not_closed' }
      const end = atEnd ? text.length : Math.min(text.length, at + breakLength)
      const inside = breaksBetween(text, start, at)
      if (inside > 0 && this.expected !== undefined && cells.length !== this.expected) return { kind: 'broken', fault: 'quote_not_closed' }
      return { kind: 'row', cells, end, breaks: inside + 1 }
    }
  }
}
