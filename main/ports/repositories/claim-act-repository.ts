import type { CreditAmount } from '@shared/model/credit-amount'
import type { Instant } from '@shared/model/instant'
import type { PastCreditProof } from '@shared/policy/past-credit'

export const claimActKinds = ['on_behalf', 'aggregate', 'past_credit'] as const
export type ClaimActKind = (typeof claimActKinds)[number]

/** One act by which the desk made claims; what it made is taken back together (M23). */
export interface ClaimAct {
  readonly id: number
  readonly learnerId: number
  readonly kind: ClaimActKind
  readonly at: Instant
  readonly actor: string
  readonly reason: string
  /** What proves a past credit (C12); null for the other kinds. */
  readonly proof: { readonly kind: PastCreditProof; readonly reference: string } | null
  readonly undoneAt: Instant | null
  readonly claimIds: readonly number[]
}

/** A topic a claim took, with how much of it; topic and day as they were earned. */
export interface ClaimedTopic {
  readonly claimId: number
  readonly earnedCreditId: number
  readonly topic: string
  readonly amount: CreditAmount
  readonly earnedAt: Instant
}

export interface ClaimActRepository {
  /** Answers the new act's number; its claims exist already. */
  add(act: Omit<ClaimAct, 'id' | 'undoneAt'>): Promise<number>
  find(id: number): Promise<ClaimAct | undefined>
  /** The act that made a claim; none where the platform made it. */
  findOfClaim(claimId: number): Promise<ClaimAct | undefined>
  markUndone(id: number, at: Instant): Promise<void>
  addTopics(topics: readonly ClaimedTopic[]): Promise<void>
  /** The topics of a claim in the order they were picked; none where it was not claimed by topic. */
  listTopicsOfClaim(claimId: number): Promise<readonly ClaimedTopic[]>
  /** An enrolment for a past credit that the record lacked; answers its number. */
  addPastEnrolment(enrolment: { readonly externalId: string; readonly learnerId: number; readonly activityId: number; readonly completedAt: Instant }): Promise<number>
  /** Takes such an enrolment out of the learner's courses; the row stays for its void claim. */
  withdrawEnrolment(enrolmentId: number, at: Instant): Promise<void>
}
