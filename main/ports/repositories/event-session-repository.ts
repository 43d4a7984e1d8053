import type { Instant } from '@shared/model/instant'

/** A session that announces a code: a row of `sessions`, or a live activity that is held once. */
export interface StoredEventSession {
  readonly activityId: number
  readonly title: string
  /** Null where the activity itself is the session. */
  readonly sessionId: number | null
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly location: string
  /** Empty where none is known. */
  readonly code: string
}

export interface EventSessionRepository {
  /** An activity's sessions by start, or the activity itself where it has none and states its times. */
  listOfActivity(activityId: number): Promise<readonly StoredEventSession[]>
  /** Every session of a portal's activities that has a code, the latest first. */
  listOfPortal(portal: string): Promise<readonly StoredEventSession[]>
}
