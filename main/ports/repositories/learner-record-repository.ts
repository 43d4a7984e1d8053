import type { CivilDate } from '@shared/model/civil-date'
import type { CreditAmount } from '@shared/model/credit-amount'
import type {
  CertificateState,
  ClaimState,
  CreditType,
  Delivery,
  MessageKind,
  ShownMessageState,
  OrderLineKind,
  OrderStatus,
  PaymentMeans,
  Profession,
  LearnerStatus,
  ReportState,
  ReportingBody,
} from '@shared/model/field-codes'
import type { Instant } from '@shared/model/instant'
import type { MinorUnits } from '@shared/model/money'
import type { PortalProfile } from '@shared/portals/portal-profile'
import type { Learner } from './learner-repository'

export interface RecordedCertificate {
  readonly id: number
  readonly number: string
  readonly state: CertificateState
  readonly creditType: CreditType
  readonly amount: CreditAmount
  readonly printedName: string
  readonly form: 'credit' | 'participation'
  readonly issuedAt: Instant
  readonly issuedBy: string
  readonly reason: string
  readonly endedAt: Instant | null
  readonly endedReason: string
  readonly supersededBy: string | null
  readonly replaces: string | null
  readonly sha256: string | null
}

export interface RecordedClaim {
  readonly id: number
  readonly externalId: string
  readonly version: number
  readonly creditType: CreditType
  readonly amount: CreditAmount
  readonly maximumAmount: CreditAmount | null
  readonly claimedAt: Instant
  readonly state: ClaimState
  /** The number the platform printed, also where no certificate row stands behind it. */
  readonly platformNumber: string
  readonly certificates: readonly RecordedCertificate[]
  readonly reports: readonly { readonly body: ReportingBody; readonly state: ReportState; readonly at: Instant; readonly message: string }[]
}

export interface RecordedEnrolment {
  readonly id: number
  readonly externalId: string
  readonly activityId: number
  readonly activityExternalId: string
  readonly activityTitle: string
  readonly format: string
  readonly delivery: Delivery
  readonly expiresOn: CivilDate | null
  readonly pretestRequired: boolean
  readonly posttestRequired: boolean
  readonly evaluationRequired: boolean
  readonly eventCodeGiven: boolean
  /** The activity's own mark and limit; null and '' leave it to the portal. */
  readonly passPercent: number | null
  readonly maximumAttempts: string
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
  /** Made for a past credit that was taken back: kept for its void claim, no course of the learner's. */
  readonly withdrawn: boolean
  readonly earned: readonly { readonly topic: string; readonly creditType: CreditType; readonly amount: CreditAmount; readonly earnedAt: Instant }[]
  readonly claims: readonly RecordedClaim[]
}

export interface RecordedOrder {
  readonly id: number
  readonly externalId: string
  readonly placedAt: Instant
  readonly status: OrderStatus
  readonly currency: string
  readonly discountCode: string
  readonly discount: MinorUnits
  readonly tax: MinorUnits
  readonly total: MinorUnits
  readonly refunded: MinorUnits
  readonly refundedAt: Instant | null
  readonly paidWith: PaymentMeans | null
  readonly cardLast4: string
  readonly billingName: string
  readonly billingAddress: string
  readonly lines: readonly { readonly kind: OrderLineKind; readonly description: string; readonly quantity: number; readonly unitPrice: MinorUnits }[]
  readonly receipts: readonly { readonly number: string; readonly issuedAt: Instant; readonly sha256: string }[]
}

export interface RecordedMessage {
  readonly id: number
  readonly origin: 'desk' | 'platform'
  readonly kind: MessageKind
  readonly subject: string
  readonly to: string
  readonly state: ShownMessageState
  readonly at: Instant
  readonly attempts: number
  readonly lastAnswer: string
}

/** Everything on file about one learner, as rows; what it means is worked out above the store. */
export interface LearnerRecord {
  readonly learner: Learner & {
    readonly formerNames: readonly { readonly name: string; readonly untilAt: Instant }[]
    readonly formerEmails: readonly { readonly email: string; readonly untilAt: Instant }[]
  }
  readonly portal: PortalProfile | undefined
  readonly flags: readonly { readonly field: string; readonly code: string }[]
  readonly openConflicts: readonly { readonly column: string; readonly label: string }[]
  /** Other accounts of the portal with the same folded name or an equal identifier, ten at most. */
  readonly likeAccounts: readonly { readonly externalId: string; readonly sameField: 'name' | 'npi' | 'nabpEprofileId' | 'licenceNumber' | 'boardId' }[]
  readonly enrolments: readonly RecordedEnrolment[]
  readonly orders: readonly RecordedOrder[]
  readonly messages: readonly RecordedMessage[]
  readonly memberships: readonly { readonly plan: string; readonly startsOn: CivilDate; readonly endsOn: CivilDate }[]
  readonly tickets: readonly { readonly id: number; readonly externalId: string; readonly channel: string; readonly receivedAt: Instant; readonly subject: string }[]
  readonly edits: readonly { readonly id: number; readonly at: Instant; readonly actor: string; readonly reason: string; readonly fields: readonly string[] }[]
  readonly historyCount: number
}

/** A learner in a list. */
export interface ListedLearner {
  readonly id: number
  readonly externalId: string
  readonly givenName: string
  readonly familyName: string
  readonly credentials: string
  readonly profession: Profession
  readonly specialty: string
  readonly portal: string
  readonly email: string
  readonly status: LearnerStatus
  readonly claims: number
  readonly lastClaimAt: Instant | null
}

export interface LearnerListQuery {
  readonly offset: number
  readonly limit: number
  readonly portal?: string | undefined
  readonly profession?: Profession | undefined
  readonly status?: LearnerStatus | undefined
  readonly sort: 'name' | 'last_claim' | 'registered'
}

export interface LearnerRecordRepository {
  /** The whole record at one moment, in one statement. */
  find(id: number): Promise<LearnerRecord | undefined>
  /** A page of learners: by name A–Z, or newest first by last active claim (those without one last) or registration. */
  list(query: LearnerListQuery): Promise<{ readonly total: number; readonly rows: readonly ListedLearner[] }>
}
