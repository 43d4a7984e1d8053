import type { Instant } from '@shared/model/instant'
import type { Result } from '@shared/model/result'
import type { AuditEntry, AuditValues } from '../ports/repositories/audit-repository'
import type { Repositories } from '../ports/unit-of-work'

/** What an undo changed, for its own audit entry. */
export interface Undone {
  readonly entity: string
  readonly entityId: number | null
  readonly learnerId: number | null
  readonly before: AuditValues
  readonly after: AuditValues
}

/** The way back of one kind of act: refused when later work depends on what it did. */
export interface Undoing {
  /** The audit entry's `operation` that this takes back. */
  readonly operation: string
  /** Values of its entries about the act itself, which every act of the kind has: a later one does not depend on them. */
  readonly apart?: readonly string[]
  /** Later acts that stand in the way, where they are not on the entry's own record: those on what the act made. */
  laterActs?(entry: AuditEntry, repositories: Repositories): Promise<readonly AuditEntry[]>
  undo(entry: AuditEntry, repositories: Repositories, at: Instant): Promise<Result<Undone, 'not_undoable' | 'later_work_depends'>>
}
