import { stat } from 'node:fs/promises'
import type { ExchangeFile } from '@shared/contract/imports'
import type { ExchangeFileReader, FileExamination, ReadChunk, ReadRow, RowRefusal } from '../ports/exchange-reader'
import { CsvRowSplitter, type RawRow, type SplitRow } from './csv-rows'
import { keyOf, keyText } from './record-keys'
import { RepeatedKeys } from './repeated-keys'
import { planHeader, RowChecker, truncationRefusal, type HeaderPlan } from './row-checking'
import { textPieces, UnreadableText, type TextFault } from './text-pieces'

function faultSentence(fault: TextFault): string {
  switch (fault) {
    case 'utf16':
      return 'File not read: it is UTF-16. Save it as UTF-8.'
    case 'nul':
      return 'File not read: it holds NUL bytes, so it is UTF-16 or no text. Save it as UTF-8.'
    case 'not_utf8':
      return 'File not read: it is not UTF-8, perhaps Latin-1 or Windows-1252. Save it as UTF-8.'
    case 'unreadable':
      return 'File not read: the disk did not give it, or it may not be read by this account.'
  }
}

// A chunk is one transaction: small enough that the window is not kept waiting, large enough to pay for its commit.
const chunkRows = 1000

const whole = (line: number | null, column: string, reason: string): RowRefusal => ({ line, column, value: '', reason, row: null })

interface SplitPiece {
  readonly rows: readonly SplitRow[]
  readonly bytesRead: number
  readonly truncatedAt: number | undefined
}

/** The rows behind the header, piece by piece. They end at once when the header cannot be used. */
async function* splitPieces(path: string, onHeader: (header: RawRow) => boolean): AsyncGenerator<SplitPiece> {
  const splitter = new CsvRowSplitter()
  let headerSeen = false
  for await (const piece of textPieces(path)) {
    let rows = splitter.push(piece.text, piece.last)
    const [first] = rows
    if (!headerSeen && first !== undefined) {
      headerSeen = true
      if (!onHeader('fault' in first ? { line: first.line, cells: [first.text] } : first)) return
      rows = rows.slice(1)
    }
    yield { rows, bytesRead: piece.bytesRead, truncatedAt: splitter.truncation?.line }
  }
}

/** A file as the file system knows it. */
export type FileOnDisk = Pick<ExchangeFileReader, 'bytesTotal' | 'fingerprint'>

/** Reads one file of the folder; nothing of it is kept between chunks but four bytes a key. */
export function createFileReader(file: ExchangeFile, path: string, { bytesTotal, fingerprint }: FileOnDisk): ExchangeFileReader {
  const repeated = new RepeatedKeys()
  let plan: HeaderPlan | undefined

  function noteKeys(rows: readonly SplitRow[], known: HeaderPlan, runs: { last: string }): void {
    const places = new Map(known.columns.map(({ column, at }) => [column.name, at]))
    for (const row of rows) {
      if ('fault' in row) continue
      const key = keyText(keyOf(file, (column) => (row.cells[places.get(column) ?? -1] ?? '').trim()))
      if (file === 'order_lines.csv') {
        if (key !== runs.last) repeated.note(key)
        runs.last = key
      } else repeated.note(key)
    }
  }

  return {
    file,
    bytesTotal,
    fingerprint,
    async examine(goOn): Promise<FileExamination> {
      let problem: RowRefusal | null = null
      const runs = { last: '' }
      try {
        const pieces = splitPieces(path, (header) => {
          const planned = planHeader(file, header)
          if ('reason' in planned) problem = planned
          else plan = planned
          return plan !== undefined
        })
        for await (const piece of pieces) {
          if (plan !== undefined) noteKeys(piece.rows, plan, runs)
          if (piece.truncatedAt !== undefined) problem = truncationRefusal(piece.truncatedAt)
          if (!goOn()) break
        }
      } catch (error) {
        if (!(error instanceof UnreadableText)) throw error
        problem = whole(error.line, 'file', faultSentence(error.fault))
      }
      repeated.settle()
      if (plan === undefined && problem === null) problem = whole(1, 'header', 'File not read: it is empty, it has not even a header.')
      return { header: plan?.header ?? [], unknownColumns: plan?.unknown ?? [], problem }
    },
    async *chunks(): AsyncGenerator<ReadChunk> {
      const known = plan
      if (known === undefined) throw new Error(`${file} is read before it was examined`)
      repeated.restart()
      let bytesBefore = 0
      const checker = new RowChecker(file, known, repeated)
      for await (const piece of splitPieces(path, () => true)) {
        const read = bytesBefore
        for (let from = 0; from === 0 || from < piece.rows.length; from += chunkRows) {
          const rows: ReadRow[] = []
          const refusals: RowRefusal[] = []
          for (const split of piece.rows.slice(from, from + chunkRows)) {
            const checked = checker.check(split)
            if ('reason' in checked) refusals.push(checked)
            else rows.push(checked)
          }
          const share = Math.min(1, (from + chunkRows) / Math.max(1, piece.rows.length))
          yield { rows, refusals, bytesRead: Math.round(read + share * (piece.bytesRead - read)) }
        }
        bytesBefore = piece.bytesRead
      }
    },
  }
}

/** What the file system says of a file, or nothing when there is none. */
export async function lookAt(path: string): Promise<FileOnDisk | undefined> {
  const found = await stat(path).catch(() => undefined)
  return found?.isFile() === true ? { bytesTotal: found.size, fingerprint: `${String(found.size)} bytes, ${found.mtime.toISOString()}` } : undefined
}
