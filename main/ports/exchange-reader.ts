import type { ExchangeFile } from '@shared/contract/imports'
import type { Cells, RecordKey } from './repositories/exchange-columns'

/** Why a row, or a whole file when `line` is null or the header's, was not taken in; told to a person. */
export interface RowRefusal {
  readonly line: number | null
  readonly column: string
  readonly value: string
  readonly reason: string
  /** The row's cells as they were read, to be mended and imported again; null for a whole file. */
  readonly row: readonly string[] | null
}

/** A row whose cells are well formed by themselves. */
export interface ReadRow {
  readonly line: number
  readonly key: RecordKey
  readonly cells: Cells
  readonly row: readonly string[]
}

/** A thousand rows of a file at most, read and checked cell by cell. */
export interface ReadChunk {
  readonly rows: readonly ReadRow[]
  readonly refusals: readonly RowRefusal[]
  /** Bytes of the file up to the end of this chunk. */
  readonly bytesRead: number
}

/** What a look through the whole file says before anything of it is taken in. */
export interface FileExamination {
  readonly header: readonly string[]
  readonly unknownColumns: readonly string[]
  /** Set when nothing of the file may be taken in. */
  readonly problem: RowRefusal | null
}

/** One file of an exchange folder, read in chunks so that memory does not grow with it. */
export interface ExchangeFileReader {
  readonly file: ExchangeFile
  readonly bytesTotal: number
  /** Another text when the file was written anew: its size and the moment of its last change. */
  readonly fingerprint: string
  /** Reads the file once to its end: text, quotes, header, repeated keys. To be called before `chunks`. */
  examine(goOn: () => boolean): Promise<FileExamination>
  /** The rows again, checked; each call starts from the beginning. */
  chunks(): AsyncIterable<ReadChunk>
}

export interface ExchangeFolder {
  readonly files: readonly ExchangeFileReader[]
  /** Other `.csv` files of the folder, which are not taken in. */
  readonly strangers: readonly string[]
}

/** Reads exchange folders from the disk. */
export interface ExchangeReader {
  /** Nothing when there is no such folder or it may not be read. */
  open(folder: string): Promise<ExchangeFolder | undefined>
}
