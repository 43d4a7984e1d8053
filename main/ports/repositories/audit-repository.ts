import type { Instant } from '@shared/model/instant'
import type { Acting } from '../acting'

/** Values before and after a change: flat, so that a person can read them side by side. */
export type AuditValues = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

/** One entry of the chain: who, when, on what, before, after, why. */
export interface AuditEntry {
  readonly id: number
  readonly at: Instant
  readonly actor: string
  readonly operatingSystemUser: string
  readonly via: Acting['via']
  readonly operation: string
  readonly entity: string
  readonly entityId: number | null
  readonly learnerId: number | null
  readonly reason: string
  readonly before: AuditValues
  readonly after: AuditValues
  readonly undoesEntryId: number | null
}

export type NewAuditEntry = Omit<AuditEntry, 'id' | 'actor' | 'operatingSystemUser' | 'via' | 'undoesEntryId'> & {
  readonly undoesEntryId?: number
}

export interface AuditRepository {
  /** Chains the entry by hash to the one before it; answers its number. */
  append(entry: NewAuditEntry, acting: Acting): Promise<number>
  find(id: number): Promise<AuditEntry | undefined>
  /** The entry that undid this one, if any. */
  findUndoOf(id: number): Promise<AuditEntry | undefined>
  /** Entries of a learner, newest first. */
  listOfLearner(learnerId: number, page: { readonly offset: number; readonly limit: number }): Promise<readonly AuditEntry[]>
  countOfLearner(learnerId: number): Promise<number>
  /** Later entries on the same entity that are neither undone nor undoings. */
  listLaterOn(entity: string, entityId: number, afterId: number): Promise<readonly AuditEntry[]>
  /** The number and the operation of the newest entry; 0 and nothing where there is none. */
  newest(): Promise<{ readonly newestEntry: number; readonly operation: string }>
  /** Walks the whole chain: how many entries hold, and the first that does not. */
  verify(): Promise<{ readonly verified: number; readonly brokenAt: number | null }>
}
