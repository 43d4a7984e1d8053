import type { CivilDate } from '@shared/model/civil-date'
import type { ActivityFormat, Delivery } from '@shared/model/field-codes'
import type { Instant } from '@shared/model/instant'
import type { DesignatedCredit } from '@shared/policy/designated-credit'

/** A dated part of a series, or of a live activity held more than once. */
export interface Session {
  readonly id: number
  readonly externalId: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly location: string
}

/** An activity as far as claims and paper need it. */
export interface Activity {
  readonly id: number
  readonly externalId: string
  readonly portal: string
  readonly title: string
  readonly accreditor: string
  readonly jointProvider: string
  readonly format: ActivityFormat | null
  readonly delivery: Delivery
  readonly expiresOn: CivilDate | null
  readonly startsAt: Instant | null
  readonly endsAt: Instant | null
  readonly location: string
  readonly claimDays: number | null
}

/** An activity with what it designates, in the order of the exchange folder, and its sessions by start. */
export interface DesignatedActivity {
  readonly activity: Activity
  readonly credits: readonly DesignatedCredit[]
  readonly sessions: readonly Session[]
}

export interface ActivityRepository {
  findDesignated(id: number): Promise<DesignatedActivity | undefined>
  /** The given activities with credits and sessions, in three statements whatever their number. */
  listDesignated(ids: readonly number[]): Promise<ReadonlyMap<number, DesignatedActivity>>
}
