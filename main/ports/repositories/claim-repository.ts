import type { CreditAmount } from '@shared/model/credit-amount'
import type { ClaimState, CreditType, Profession } from '@shared/model/field-codes'
import type { Instant } from '@shared/model/instant'
import type { Enrolment } from './enrolment-repository'

/** A claim as the store keeps it. `certificateNumber` and `certificateName` are what the platform printed. */
export interface Claim {
  readonly id: number
  readonly externalId: string
  readonly version: number
  readonly enrolmentId: number
  readonly creditType: CreditType
  readonly amount: CreditAmount
  readonly claimedAt: Instant
  readonly state: ClaimState
  readonly supersededByClaimId: number | null
  readonly certificateNumber: string
  readonly certificateName: string
}

/** The learner's fields that a certificate freezes. */
export interface Claimer {
  readonly id: number
  readonly givenName: string
  readonly familyName: string
  readonly certificateName: string
  readonly credentials: string
  readonly profession: Profession
  readonly npi: string
  readonly nabpEprofileId: string
  readonly birthMonthDay: string
  readonly licenceState: string
  readonly licenceNumber: string
  readonly board: string
  readonly boardId: string
}

/** A claim with whose it is and how it was earned: what a certificate is frozen from, beside the activity. */
export interface ClaimSource {
  readonly claim: Claim
  readonly enrolment: Enrolment
  readonly learner: Claimer
}

/** A claim the desk makes: it has no platform's number or name. */
export type NewClaim = Pick<Claim, 'externalId' | 'enrolmentId' | 'creditType' | 'amount' | 'claimedAt'>

export interface ClaimRepository {
  find(id: number): Promise<Claim | undefined>
  /** Adds a claim in force and answers its number. */
  add(claim: NewClaim): Promise<number>
  listOfEnrolment(enrolmentId: number): Promise<readonly Claim[]>
  findByExternalId(externalId: string): Promise<Claim | undefined>
  findSource(id: number): Promise<ClaimSource | undefined>
  /** The given claims with enrolment and learner, by number of claim; a statement per thousand claims. */
  listSources(ids: readonly number[]): Promise<readonly ClaimSource[]>
  /** Writes type and amount, or the state, if the row still has that version, and answers the new version. */
  update(id: number, version: number, fields: Pick<Claim, 'creditType' | 'amount'> | Pick<Claim, 'state'>): Promise<number | 'stale'>
}
