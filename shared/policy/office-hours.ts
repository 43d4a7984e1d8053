import { addDays, toDayNumber, type CivilDate } from '../model/civil-date'
import { endOfDayIn, instantOf, millisecondsOf, offsetMinutesIn, type Instant } from '../model/instant'
import type { PortalProfile } from '../portals/portal-profile'
import { federalHolidayKeptOn, weekdayOf } from './federal-holidays'

/** A stretch of time; the end is not part of it. */
export interface TimeSpan {
  readonly from: Instant
  readonly until: Instant
}

/** What a civil day is to a portal's desk: worked, at the weekend, or kept free for a named reason. */
export type OfficeDay =
  | { readonly kind: 'worked'; readonly spans: readonly TimeSpan[] }
  | { readonly kind: 'weekend' }
  | { readonly kind: 'holiday'; readonly name: string }

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** Office minutes of one business day by the wall clock: 480 for 9 to 17. */
export function minutesOfBusinessDay(portal: PortalProfile): number {
  const { opensAt, closesAt } = portal.officeHours.value
  return minuteOf(closesAt) - minuteOf(opensAt)
}

/** The minute at which the zone's offset changes between two instants, or undefined where it stays. */
function offsetChangeBetween(from: number, until: number, zone: string): number | undefined {
  const before = offsetMinutesIn(instantOf(from), zone)
  if (before === offsetMinutesIn(instantOf(until), zone)) return undefined
  let [low, high] = [from, until]
  while (high - low > 60_000) {
    const middle = low + Math.floor((high - low) / 120_000) * 60_000
    if (offsetMinutesIn(instantOf(middle), zone) === before) low = middle
    else high = middle
  }
  return high
}

/**
 * The spans of a day in which the zone's wall clock shows a time from `opens` to `closes`. Usually one; a clock that is
 * put forward inside it shortens it, one that is put back may show the same minutes twice (trap T13).
 */
function spansShowing(date: CivilDate, opens: number, closes: number, zone: string): readonly TimeSpan[] {
  const begins = millisecondsOf(endOfDayIn(addDays(date, -1), zone))
  const ends = millisecondsOf(endOfDayIn(date, zone))
  const change = offsetChangeBetween(begins, ends, zone)
  const stretches = change === undefined ? [[begins, ends] as const] : [[begins, change] as const, [change, ends] as const]
  const midnight = toDayNumber(date) * 86_400_000
  const spans = stretches.flatMap(([low, high]) => {
    const shift = offsetMinutesIn(instantOf(low), zone) * 60_000
    const from = Math.max(low, midnight + opens * 60_000 - shift)
    const until = Math.min(high, midnight + closes * 60_000 - shift)
    return from < until ? [{ from, until }] : []
  })
  return spans.map(({ from, until }) => ({ from: instantOf(from), until: instantOf(until) }))
}

/** What the day is to the portal's desk, in the portal's zone (H1, M29, M30, trap T15). */
export function officeDayOf(portal: PortalProfile, date: CivilDate): OfficeDay {
  const { weekdays, opensAt, closesAt } = portal.officeHours.value
  const { rule, alsoClosedOn } = portal.holidays.value
  if (!weekdays.includes(weekdayOf(date))) return { kind: 'weekend' }
  const federal = rule === 'us_federal' ? federalHolidayKeptOn(date) : undefined
  if (federal !== undefined) return { kind: 'holiday', name: federal.name }
  if (alsoClosedOn.includes(date)) return { kind: 'holiday', name: 'Office closed' }
  return { kind: 'worked', spans: spansShowing(date, minuteOf(opensAt), minuteOf(closesAt), portal.zone.value) }
}
