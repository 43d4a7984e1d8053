import type { Topic } from '@shared/contract'
import type { ExchangeFile } from '@shared/contract/imports'
import type { Instant } from '@shared/model/instant'
import type { Cells, RecordKey } from './exchange-columns'

/** A record as the last import left its mark on it. */
export interface ImportedRecord {
  readonly id: number
  /** The cells it was last imported from, as stored; null when the desk made it. */
  readonly source: string | null
}

/** A record about to be written; references are resolved, cells are canonical. */
export interface RecordToAdd {
  readonly key: RecordKey
  readonly cells: Cells
  readonly source: string
}

export interface RecordToChange {
  readonly id: number
  readonly key: RecordKey
  /** Every column, after the platform's changes were laid over what the desk has. */
  readonly cells: Cells
  readonly before: Cells
  readonly source: string
}

/** Store numbers of the records that references name, by file and then by external id. */
export type ResolvedReferences = ReadonlyMap<ExchangeFile, ReadonlyMap<string, number>>

/** An identifier that was taken in although its check fails. */
export interface FieldFlag {
  readonly entityId: number
  readonly field: string
  readonly code: string
}

/**
 * The records of exchange folders, file by file and many rows at a time: one statement for a chunk, whatever its size.
 * Decides nothing; what may be written was decided by the caller.
 */
export interface ExchangeRepository {
  /** Records with those keys, by `JSON.stringify(key)`. */
  findByKeys(file: ExchangeFile, keys: readonly RecordKey[]): Promise<ReadonlyMap<string, ImportedRecord>>
  /** What the desk has now, column by column, in canonical form; references as external ids. */
  readCells(file: ExchangeFile, ids: readonly number[]): Promise<ReadonlyMap<number, Cells>>
  /** Store numbers of the records of `file` with those external ids; one that is missing is not in the answer. */
  resolve(file: ExchangeFile, externalIds: readonly string[]): Promise<ReadonlyMap<string, number>>
  /** Writes new records; answers their numbers in the order of the rows. */
  add(file: ExchangeFile, rows: readonly RecordToAdd[], references: ResolvedReferences): Promise<readonly number[]>
  /** Writes changed records and raises their version; a former name or address of a learner stays findable. */
  change(file: ExchangeFile, rows: readonly RecordToChange[], references: ResolvedReferences, at: Instant): Promise<void>
  /** Keeps what the platform said last, where nothing of the record itself changes; the version stays. */
  remember(file: ExchangeFile, rows: readonly { readonly id: number; readonly source: string }[]): Promise<void>
  /** The remembered cells of one record, as stored; `{}` when the desk made it. */
  readSource(file: ExchangeFile, id: number): Promise<string>
  /** Whether nobody and nothing is recorded yet. */
  isEmpty(): Promise<boolean>
  /** Learners (id, external id) who sign in with one of the addresses, by `portal` and folded address. */
  findEmailOwners(addresses: readonly { readonly portal: string; readonly email: string }[]): Promise<ReadonlyMap<string, { readonly id: number; readonly externalId: string }>>
  /** Claims whose certificate has one of the numbers. */
  findCertificateOwners(numbers: readonly string[]): Promise<ReadonlyMap<string, { readonly claimId: number; readonly externalId: string }>>
  /** Sets what is flagged of those records; flags that are not given any more are taken away. */
  replaceFlags(entity: string, entityIds: readonly number[], flags: readonly FieldFlag[], at: Instant): Promise<void>
  /** Every flag of a kind of record, oldest first. */
  listFlags(entity: string): Promise<readonly FieldFlag[]>
  /** Marks topics as written; the caller does it, so that a long import does not make the window reread at every chunk. */
  announce(topics: readonly Topic[]): void
}

/** The key under which `findEmailOwners` answers. */
export function addressKey(portal: string, foldedEmail: string): string {
  return JSON.stringify([portal, foldedEmail])
}
