import type { CivilDate } from '../model/civil-date'
import type { MessageKind, OrderStatus, ShownMessageState } from '../model/field-codes'
import type { Instant } from '../model/instant'
import type { MinorUnits } from '../model/money'
import type { AccountFacts, ClaimFacts, CourseFacts } from '../policy/diagnosis-facts'
import type { Diagnosis } from '../policy/diagnosis-findings'
import type { PortalProfile } from '../portals/portal-profile'

/** The learner beside what a diagnosis reads. */
export interface AskingLearner {
  readonly externalId: string
  readonly credentials: string
  readonly printedName: string
  readonly specialty: string
  readonly newsletters: readonly string[]
  /** Address of another record of the portal with an equal identifier (C4, C5); null without one. */
  readonly otherRecordEmail: string | null
  readonly activeClaims: number
  /** Mail to them, newest first, the platform's and the desk's. */
  readonly messages: readonly { readonly kind: MessageKind; readonly at: Instant; readonly to: string; readonly state: ShownMessageState }[]
}

/** An activity as the catalogue has it; an empty text is not known. */
export interface AskedActivity {
  readonly externalId: string
  readonly title: string
  readonly format: string
  readonly minutes: string
  readonly accreditor: string
  readonly jointProvider: string
  readonly startsAt: string
  readonly location: string
  readonly capacity: string
  readonly fee: string
  readonly currency: string
  readonly mobile: string
  readonly app: string
  readonly downloads: string
  readonly questionCount: string
  readonly shortCode: string
  readonly instructor: string
  readonly achievement: string
  readonly topics: string
  readonly lastSession: { readonly startsAt: Instant; readonly location: string } | null
}

/** The claim a question is about, with its certificate in force. */
export interface AskedClaim {
  readonly externalId: string
  readonly facts: ClaimFacts
  readonly certificate: { readonly number: string; readonly name: string; readonly form: 'credit' | 'participation' } | null
}

export interface AskedOrder {
  readonly externalId: string
  readonly placedAt: Instant
  readonly status: OrderStatus
  readonly total: MinorUnits
  readonly currency: string
  readonly items: readonly string[]
  readonly receiptNumber: string | null
  /** Activities of the packages bought with it. */
  readonly packaged: readonly { readonly title: string; readonly expiresOn: CivilDate | null }[]
}

/** Titles of current activities, three of a kind at most. */
export interface CatalogueTitles {
  readonly meetings: readonly string[]
  readonly texts: readonly string[]
  readonly journals: readonly string[]
  readonly recordings: readonly string[]
  readonly boardReviews: readonly string[]
}

/** Everything a playbook may be answered from, read at one moment. Null: asked without it, or there is none. */
export interface PlaybookSubject {
  readonly now: Instant
  readonly portal: PortalProfile
  readonly account: AccountFacts | null
  readonly learner: AskingLearner | null
  /** Every course of the learner, for credit that accrues. */
  readonly courses: readonly CourseFacts[]
  /** The course asked about, and the number people know its enrolment by. */
  readonly course: CourseFacts | null
  readonly enrolmentExternalId: string | null
  readonly activity: AskedActivity | null
  /** Of the course where one is asked about, else of the learner as a whole; null without a learner. */
  readonly diagnosis: Diagnosis | null
  readonly claim: AskedClaim | null
  readonly order: AskedOrder | null
  readonly catalogue: CatalogueTitles
}
