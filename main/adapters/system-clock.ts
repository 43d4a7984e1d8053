import { instantOf, type Instant } from '@shared/model/instant'
import type { Clock } from '../ports/clock'

/** The machine's clock. */
export const systemClock: Clock = { now: () => instantOf(Date.now()) }

/** A clock that stands still, for `--now`: the tour, tests and scripts. */
export function fixedClock(now: Instant): Clock {
  return { now: () => now, standsStill: true }
}
