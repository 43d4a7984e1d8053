import type { CivilDate } from '@shared/model/civil-date'
import type { CreditAmount } from '@shared/model/credit-amount'
import type { CreditType } from '@shared/model/field-codes'
import type { Instant } from '@shared/model/instant'

export interface ListedActivity {
  readonly id: number
  readonly externalId: string
  readonly title: string
  readonly portal: string
  readonly format: string
  readonly delivery: string
  readonly expiresOn: CivilDate | null
  readonly startsAt: Instant | null
  readonly expired: boolean
  readonly credits: readonly { readonly creditType: CreditType; readonly maximumAmount: CreditAmount }[]
  readonly claims: number
}

export interface ActivityListQuery {
  readonly offset: number
  readonly limit: number
  readonly portal?: string | undefined
  /** Words of the title or the external identifier, each whole or begun. */
  readonly text?: string | undefined
  readonly expired?: boolean | undefined
  /** What day it is in each portal's zone; another portal's activities count by `otherwise`. */
  readonly today: { readonly byPortal: Readonly<Record<string, CivilDate>>; readonly otherwise: CivilDate }
}

export interface WholeActivity {
  readonly id: number
  readonly externalId: string
  readonly title: string
  readonly portal: string
  /** Every column of `activities.csv`, by its name there, as text; empty where nothing is known. */
  readonly fields: readonly { readonly field: string; readonly value: string }[]
  readonly credits: readonly {
    readonly creditType: CreditType
    readonly maximumAmount: CreditAmount
    readonly step: CreditAmount | null
    readonly accreditationNumber: string
    readonly pharmacologyAmount: CreditAmount | null
  }[]
  readonly sessions: readonly { readonly id: number; readonly externalId: string; readonly startsAt: Instant; readonly endsAt: Instant; readonly location: string; readonly eventCode: string }[]
  readonly enrolments: number
  readonly claims: number
}

export interface ActivityListRepository {
  /** A page of activities by title, and how many there are under the filter. */
  list(query: ActivityListQuery): Promise<{ readonly total: number; readonly rows: readonly ListedActivity[] }>
  find(id: number): Promise<WholeActivity | undefined>
}
