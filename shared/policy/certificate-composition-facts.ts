import type { CreditAmount } from '../model/credit-amount'
import type { CivilDate } from '../model/civil-date'
import type { CertificateForm, PaperOrientation } from '../model/certificate-snapshot'
import type { ActivityFormat, CreditType, Delivery, Profession } from '../model/field-codes'
import type { Instant } from '../model/instant'
import type { PaperSize } from '../model/paper-snapshot'
import type { PhraseNumber } from './credit-phrase'

/** The provider as its portal profile describes it. */
export interface ProviderIdentity {
  readonly name: string
  readonly addressLine: string
  readonly web: string
  /** `#rrggbb`; printed as ink where white paper would not carry it. */
  readonly accent: string
  readonly logoLetter: string
  readonly signatory: { readonly name: string; readonly title: string }
  readonly phraseNumber: PhraseNumber
}

/** What every certificate is printed from, as it stood when the credit was claimed (trap T7). */
export interface PaperFacts {
  readonly number: string
  readonly issuedAt: Instant
  /** IANA zone of the portal. */
  readonly zone: string
  readonly size?: PaperSize
  readonly orientation?: PaperOrientation
  readonly specimen?: boolean
  readonly provider: ProviderIdentity
  readonly learner: {
    readonly printedName: string
    /** Letters after the name, "" where none are on record. */
    readonly credentials: string
    /** Tag of the name's language, where it is known: it decides the shapes of Han. */
    readonly language?: string
  }
  readonly activity: {
    readonly externalId: string
    readonly title: string
    /** Null where the platform does not say. */
    readonly format: ActivityFormat | null
    readonly delivery: Delivery
    readonly location: string | null
    /** Day of completion, in the portal's zone; for live activities the day credit was earned. */
    readonly completedOn: CivilDate
    /** Days of a live activity. */
    readonly heldOn: { readonly first: CivilDate; readonly last: CivilDate } | null
  }
}

/** Credit of another type that the same paper states, beneath the one it is for. */
export interface CreditBeside {
  readonly creditType: CreditType
  readonly amountClaimed: CreditAmount
  readonly maximumAmount: CreditAmount
  /** First and last day the accreditor approved (AAPA). */
  readonly approval?: { readonly from: CivilDate; readonly to: CivilDate }
  /** "Medical Knowledge" (boards' points). */
  readonly pointsKind?: string
  /** What a state requires: "opioid prescribing", "Florida"; it lies inside the credit above. */
  readonly stateTopic?: { readonly topic: string; readonly state: string }
}

/** What a claim in aggregate was earned by: the topics with their values, which add up to the claim (M5, M6, M24). */
export interface AggregateClaim {
  readonly earnedFrom: CivilDate
  readonly earnedTo: CivilDate
  readonly topics: readonly { readonly topic: string; readonly amount: CreditAmount }[]
}

/** Everything a certificate of credit or of participation states. */
export interface CertificateFacts extends PaperFacts {
  readonly learner: PaperFacts['learner'] & {
    readonly professionAtClaim: Profession
    /** "State license", "VA B31163". */
    readonly identifier: { readonly label: string; readonly value: string } | null
  }
  readonly activity: PaperFacts['activity'] & {
    readonly accreditor: string | null
    readonly jointProvider: string | null
    /** Whether the accreditor holds joint accreditation, whose statement then stands on the paper. */
    readonly jointlyAccredited?: boolean | undefined
    /** UAN, approver's or programme number. */
    readonly accreditationNumber: string | null
    readonly pharmacologyAmount: CreditAmount | null
    readonly approval: { readonly from: CivilDate; readonly to: CivilDate } | null
    readonly pointsKind?: string
  }
  readonly form: CertificateForm
  readonly creditType: CreditType
  readonly amountClaimed: CreditAmount
  readonly maximumAmount: CreditAmount
  readonly beside?: readonly CreditBeside[]
  readonly aggregate?: AggregateClaim | undefined
  readonly replaces: { readonly number: string; readonly supersededAt: Instant; readonly reason: string } | null
}
