import { toDayNumber } from '@shared/model/civil-date'
import { wallClockIn, type Instant } from '@shared/model/instant'

/** A portal's desk as the status names it; weekdays count from Monday 1 to Sunday 7. */
export interface DeskHours {
  readonly zone: string
  readonly opensMinute: number
  readonly closesMinute: number
  readonly weekdays: readonly number[]
}

/** Whether a portal's desk is open, until when, or when it opens next. Holidays are not known here. */
export type DeskOpening =
  | { readonly kind: 'open'; readonly minutesLeft: number; readonly closes: string }
  | { readonly kind: 'closed'; readonly opens: string; readonly today: boolean }

function clockWords(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

/** The desk's opening at an instant, by its own wall clock. */
export function deskOpening(now: Instant, hours: DeskHours): DeskOpening {
  const wall = wallClockIn(now, hours.zone)
  // 1 January 1970 was a Thursday, the fourth day of the week.
  const weekday = ((toDayNumber(wall.date) + 3) % 7) + 1
  const minute = wall.hour * 60 + wall.minute
  const worksToday = hours.weekdays.includes(weekday)
  if (worksToday && minute >= hours.opensMinute && minute < hours.closesMinute) {
    return { kind: 'open', minutesLeft: hours.closesMinute - minute, closes: clockWords(hours.closesMinute) }
  }
  return { kind: 'closed', opens: clockWords(hours.opensMinute), today: worksToday && minute < hours.opensMinute }
}
