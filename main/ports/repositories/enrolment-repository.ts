import type { Instant } from '@shared/model/instant'

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

export interface EnrolmentRepository {
  find(id: number): Promise<Enrolment | undefined>
}
