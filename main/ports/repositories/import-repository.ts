import type { Instant } from '@shared/model/instant'
import type { ImportFileView, ImportView } from '@shared/contract/imports'
import type { RowRefusal } from '../exchange-reader'

export type ImportState = ImportView['state']

/** How far an import is, file by file, and what was noticed. */
export interface ImportProgress {
  readonly files: readonly ImportFileView[]
  readonly notices: ImportView['notices']
  readonly certificatesFrozen: number
  /** Headers of the files with refused rows, so that those can be written out again. */
  readonly headers: Readonly<Record<string, readonly string[]>>
  /** The files as they were when the import began, so that going on never mixes two folders. */
  readonly fingerprints: Readonly<Record<string, string>>
  /** The last line of each file that was looked at in order: where going on begins. */
  readonly through: Readonly<Record<string, number>>
}

export interface ImportJob {
  readonly id: number
  readonly state: ImportState
  readonly actor: string
  readonly startedAt: Instant
  readonly finishedAt: Instant | null
  readonly milliseconds: number
  readonly folder: string
  readonly dryRun: boolean
  readonly progress: ImportProgress
  readonly failure: string | null
}

export interface StoredRefusal extends RowRefusal {
  readonly id: number
  readonly file: string
}

/** The desk and the platform both changed a field; a person decides. */
export interface NewConflict {
  readonly file: string
  readonly entity: string
  readonly entityId: number
  readonly externalId: string
  readonly label: string
  readonly column: string
  readonly deskValue: string
  readonly sourceValue: string
  readonly formerSourceValue: string
}

export interface Conflict extends NewConflict {
  readonly id: number
  readonly jobId: number
  readonly importedAt: Instant
  readonly decision: 'open' | 'keep_desk' | 'take_source'
}

interface Page {
  readonly offset: number
  readonly limit: number
}

/** Those still to decide, or all; of one import, or of all. */
export interface ConflictFilter {
  readonly openOnly: boolean
  readonly jobId?: number | undefined
}

/** Import jobs with their progress, refused rows and conflicts. */
export interface ImportRepository {
  create(job: { readonly folder: string; readonly dryRun: boolean; readonly actor: string; readonly startedAt: Instant; readonly progress: ImportProgress }): Promise<number>
  find(id: number): Promise<ImportJob | undefined>
  findRunning(): Promise<ImportJob | undefined>
  list(page: Page): Promise<readonly ImportJob[]>
  count(): Promise<number>
  saveProgress(id: number, progress: ImportProgress, milliseconds: number): Promise<void>
  setState(id: number, state: ImportState, end?: { readonly finishedAt: Instant; readonly milliseconds: number; readonly failure: string | null }): Promise<void>
  /** Puts an import that ended early back to work; its start, counts and refusals stay. */
  reopen(id: number): Promise<void>
  /** Jobs that a crash left running become `interrupted`; answers how many. */
  interruptRunning(at: Instant): Promise<number>

  addRefusals(jobId: number, file: string, refusals: readonly RowRefusal[]): Promise<void>
  listRefusals(jobId: number, page: Page): Promise<readonly StoredRefusal[]>
  listRefusalsOfFile(jobId: number, file: string, page: Page): Promise<readonly StoredRefusal[]>
  /** Files of which single rows were refused, not the whole. */
  listFilesWithRefusedRows(jobId: number): Promise<readonly string[]>
  countRefusals(jobId: number): Promise<number>
  /** Which of these lines of a file were refused already. */
  refusedLines(jobId: number, file: string, lines: readonly number[]): Promise<ReadonlySet<number>>

  /** Adds conflicts; one that is still open for the same field is brought up to date instead. */
  addConflicts(jobId: number, conflicts: readonly NewConflict[]): Promise<void>
  findConflict(id: number): Promise<Conflict | undefined>
  listConflicts(page: Page & ConflictFilter): Promise<readonly Conflict[]>
  countConflicts(filter: ConflictFilter): Promise<number>
  decideConflict(id: number, decision: 'keep_desk' | 'take_source', at: Instant, by: string): Promise<void>
  /** Puts a decided conflict back among those to decide. */
  reopenConflict(id: number): Promise<void>
  /** Whether another conflict about the same field waits for a decision. */
  hasOpenConflict(field: Pick<Conflict, 'entity' | 'entityId' | 'column'>): Promise<boolean>
  /** Open conflicts of those fields are none any more: both sides came to the same value. */
  settleConflicts(entity: string, fields: readonly { readonly entityId: number; readonly column: string }[], at: Instant, by: string): Promise<void>
}
