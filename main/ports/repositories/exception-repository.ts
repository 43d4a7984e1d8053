import type { CivilDate } from '@shared/model/civil-date'
import type { ExceptionKind } from '@shared/model/field-codes'
import type { Instant } from '@shared/model/instant'

/** A rule set aside for one learner in one activity, with who allowed it and why. */
export interface LedgerException {
  readonly id: number
  readonly version: number
  readonly learnerId: number
  readonly activityId: number
  readonly activityTitle: string
  readonly kind: ExceptionKind
  /** The row of the rule set aside: C9, P7, P24. */
  readonly ruleRow: string
  readonly reason: string
  readonly approver: string
  /** Last day of a late claim or of more time; null for tries. */
  readonly untilOn: CivilDate | null
  /** Tries granted; 0 for the other kinds. */
  readonly attempts: number
  readonly createdAt: Instant
  readonly createdBy: string
  readonly withdrawn: { readonly at: Instant; readonly by: string; readonly reason: string } | null
}

export type NewException = Omit<LedgerException, 'id' | 'version' | 'activityTitle' | 'withdrawn'>

export interface ExceptionRepository {
  find(id: number): Promise<LedgerException | undefined>
  /** A learner's exceptions, newest first, withdrawn ones included. */
  listOfLearner(learnerId: number): Promise<readonly LedgerException[]>
  /** Answers the new exception's number. */
  add(exception: NewException): Promise<number>
  /** Takes an exception out of force; it stays on file. */
  withdraw(id: number, version: number, withdrawn: NonNullable<LedgerException['withdrawn']>): Promise<number | 'stale'>
  /** Puts a withdrawn exception back in force. */
  putBack(id: number, version: number): Promise<number | 'stale'>
}
