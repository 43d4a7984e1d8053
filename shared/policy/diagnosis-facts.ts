import type { CreditAmount } from '../model/credit-amount'
import type { CivilDate } from '../model/civil-date'
import type { ClaimState, CreditType, Delivery, ExceptionKind, LearnerStatus, Profession } from '../model/field-codes'
import type { Instant } from '../model/instant'
import type { PortalProfile } from '../portals/portal-profile'
import type { AttemptLimit } from './attempts'
import type { DesignatedCredit } from './designated-credit'
import type { MembershipFacts } from './membership'
import type { ReportFacts } from './report-route'

/*
 * What a diagnosis is made from, as plain values. A repository fills these in; every `null` means "not known", and what
 * is not known bars nothing unless the activity requires it (section 0). `id` is whatever the caller wants to read in
 * the evidence. Amounts are hundredths.
 */

/** Who somebody is, as far as another record of the same person can be told by it (C4, C6, trap T21). */
export interface PersonFacts {
  readonly id: string
  readonly givenName: string
  readonly familyName: string
  readonly email: string
  readonly alternateEmails: readonly string[]
  readonly npi: string | null
  readonly nabpEprofileId: string | null
  readonly licenceState: string | null
  readonly licenceNumber: string | null
  readonly board: string | null
  readonly boardId: string | null
}

export interface LearnerFacts extends PersonFacts {
  readonly status: LearnerStatus
  readonly profession: Profession
  readonly birthMonthDay: string | null
  readonly linkedSites: readonly string[]
}

export interface ActivityFacts {
  readonly id: string
  readonly delivery: Delivery
  readonly expiresOn: CivilDate | null
  readonly endsAt: Instant | null
  readonly pretestRequired: boolean
  readonly posttestRequired: boolean
  readonly evaluationRequired: boolean
  readonly passPercent: number | null
  readonly maxAttempts: AttemptLimit | null
  readonly completionDays: number | null
  readonly claimDays: number | null
  /** Whether the activity, or any session of it, has an event code. */
  readonly hasEventCode: boolean
  /** Sessions of a series; empty for anything else. */
  readonly sessions: readonly { readonly startsAt: Instant; readonly endsAt: Instant }[]
  readonly credits: readonly DesignatedCredit[]
}

export interface EarnedCreditFacts {
  readonly id: string
  readonly topic: string
  readonly creditType: CreditType
  readonly amount: CreditAmount
  readonly earnedAt: Instant
}

export interface ClaimFacts {
  readonly id: string
  readonly creditType: CreditType
  readonly amount: CreditAmount
  readonly claimedAt: Instant
  readonly state: ClaimState
  readonly professionAtClaim: Profession
  readonly certificateNumber: string | null
  /** The claim was made in this store, or this store was told to report it: only then is a report called overdue. */
  readonly answeredFor: boolean
  readonly reports: readonly ReportFacts[]
  /** Which earned credit it took, where the desk claimed it topic by topic (M14); a platform's claim does not say. */
  readonly takes?: readonly { readonly earnedCreditId: string; readonly amount: CreditAmount }[]
}

export interface EnrolmentFacts {
  readonly id: string
  readonly registeredAt: Instant
  readonly pretestAt: Instant | null
  readonly attemptsUsed: number | null
  readonly bestPercent: number | null
  readonly passedAt: Instant | null
  readonly evaluatedAt: Instant | null
  readonly eventCodeEnteredAt: Instant | null
  readonly attendedAt: Instant | null
  readonly segmentsDone: number | null
  readonly segmentsTotal: number | null
  readonly earned: readonly EarnedCreditFacts[]
  readonly claims: readonly ClaimFacts[]
}

/** A rule set aside for one learner in one activity, on record (C10, P8, P25). Never for an expired activity. */
export interface ExceptionFacts {
  readonly id: string
  readonly kind: ExceptionKind
  readonly approvedBy: string
  /** Last day of a late claim or of more time. */
  readonly untilOn: CivilDate | null
  /** Tries granted. */
  readonly attempts: number
}

/** Another record of the portal that is enrolled in the activity: candidates are enough, the rule decides who is the same person. */
export interface OtherRecordFacts extends PersonFacts {
  readonly enrolmentId: string
  readonly registeredAt: Instant
}

/** One activity and what the learner has in it; no enrolment is an empty list, registering twice is two. */
export interface CourseFacts {
  readonly activity: ActivityFacts
  readonly enrolments: readonly EnrolmentFacts[]
  readonly otherRecords: readonly OtherRecordFacts[]
  readonly exceptions: readonly ExceptionFacts[]
}

/** The learner, the portal's rules and the moment; shared by both diagnoses. */
export interface AccountFacts {
  readonly now: Instant
  readonly portal: PortalProfile
  readonly learner: LearnerFacts
  readonly memberships: readonly MembershipFacts[]
}
