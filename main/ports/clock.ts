import type { Instant } from '@shared/model/instant'

/** The only source of "now" for services, jobs and the store. */
export interface Clock {
  now(): Instant
  /** Set where a call named the instant (`--now`): the window says so. */
  readonly standsStill?: true
}
