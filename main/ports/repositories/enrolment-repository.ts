import type { Instant } from '@shared/model/instant'
import type { EnrolmentChanges } from '@shared/policy/enrolment-correction'

/** An enrolment as far as claims and paper need it. */
export interface Enrolment {
  readonly id: number
  readonly externalId: string
  readonly learnerId: number
  readonly activityId: number
  readonly registeredAt: Instant
  readonly passedAt: Instant | null
  readonly evaluatedAt: Instant | null
  readonly eventCodeEnteredAt: Instant | null
  readonly attendedAt: Instant | null
}

/** How far an enrolment is, as a correction reads and writes it. */
export interface EnrolmentProgress {
  readonly id: number
  readonly version: number
  readonly learnerId: number
  readonly activityId: number
  readonly fields: Required<EnrolmentChanges>
}

export interface EnrolmentRepository {
  find(id: number): Promise<Enrolment | undefined>
  findProgress(id: number): Promise<EnrolmentProgress | undefined>
  /** Writes the given fields if the row still has that version; `stale` when somebody changed it meanwhile. */
  update(id: number, version: number, changes: EnrolmentChanges): Promise<number | 'stale'>
}
