import type { CivilDate } from '@shared/model/civil-date'
import type { CreditAmount } from '@shared/model/credit-amount'
import type { CertificateState, CreditType, LearnerStatus, OrderStatus } from '@shared/model/field-codes'
import type { Instant } from '@shared/model/instant'
import type { MinorUnits } from '@shared/model/money'

interface Found {
  readonly id: number
  readonly externalId: string
  readonly portal: string
  /** What the record matched on where its label does not show it; identifiers and addresses already masked. */
  readonly matched: string
}

interface FoundOfLearner extends Found {
  readonly learnerId: number
  readonly learnerName: string
}

/** One record the finder came upon, with the facts its line is made of. */
export type FoundRecord =
  | (Found & { readonly kind: 'learner'; readonly name: string; readonly credentials: string; readonly email: string; readonly status: LearnerStatus })
  | (Found & { readonly kind: 'activity'; readonly title: string; readonly format: string; readonly expiresOn: CivilDate | null })
  | (FoundOfLearner & { readonly kind: 'certificate'; readonly title: string; readonly creditType: CreditType; readonly amount: CreditAmount; readonly state: CertificateState })
  | (FoundOfLearner & { readonly kind: 'order'; readonly placedAt: Instant; readonly total: MinorUnits; readonly currency: string; readonly status: OrderStatus })
  | (FoundOfLearner & { readonly kind: 'receipt'; readonly issuedAt: Instant; readonly orderExternalId: string })
  | (Found & { readonly kind: 'ticket'; readonly subject: string; readonly learnerId: number | null; readonly learnerName: string; readonly receivedAt: Instant })
  | (Found & { readonly kind: 'session'; readonly activityId: number; readonly title: string; readonly startsAt: Instant; readonly location: string })

export interface FinderQuery {
  readonly text: string
  readonly limit: number
  /** Only this portal's records. */
  readonly portal?: string | undefined
  /** Activities that have not expired by this day come before those that have. */
  readonly today: CivilDate
}

export interface FinderRepository {
  /**
   * Records that fit a text, best first, `limit` at most: by number, address or code; by words of a name or title in any
   * order, each whole or begun; by a learner's and an activity's words together; and, where little was found, with one
   * typo in a word. A blank text finds nothing.
   */
  find(query: FinderQuery): Promise<readonly FoundRecord[]>
}
