import { addDays, toDayNumber, type CivilDate } from '@shared/model/civil-date'
import { civilDateIn, wallClockIn, type Instant } from '@shared/model/instant'

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const

const zoneLetters: Readonly<Record<string, string>> = {
  'America/New_York': 'ET',
  'America/Chicago': 'CT',
  'America/Denver': 'MT',
  'America/Los_Angeles': 'PT',
  'Europe/London': 'London',
  'Europe/Berlin': 'Berlin',
  UTC: 'UTC',
}

/** What the zone is called beside a time of day: "ET", or the city of its name. */
export function zoneWords(zone: string): string {
  return zoneLetters[zone] ?? (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}

function monthOf(date: CivilDate): string {
  return months[Number(date.slice(5, 7)) - 1] ?? ''
}

function dayOf(date: CivilDate): number {
  return Number(date.slice(8, 10))
}

/** The weekday's full name. */
export function weekdayWords(date: CivilDate): string {
  // 1 January 1970 was a Thursday.
  return weekdays[(((toDayNumber(date) + 4) % 7) + 7) % 7] ?? ''
}

/** "8 Jun 2027". */
export function dayWords(date: CivilDate): string {
  return `${dayOf(date)} ${monthOf(date).slice(0, 3)} ${date.slice(0, 4)}`
}

/** "8 Jun", where the year is plain from the place. */
export function shortDayWords(date: CivilDate): string {
  return `${dayOf(date)} ${monthOf(date).slice(0, 3)}`
}

/** "Friday, 20 November". */
export function longDayWords(date: CivilDate): string {
  return `${weekdayWords(date)}, ${dayOf(date)} ${monthOf(date)}`
}

/** "November 2026", for the heads of a timeline. */
export function monthWords(date: CivilDate): string {
  return `${monthOf(date)} ${date.slice(0, 4)}`
}

/** The calendar day of an instant there: "14 Nov 2026". */
export function instantDayWords(instant: Instant, zone: string): string {
  return dayWords(civilDateIn(instant, zone))
}

/** "15:00". */
export function timeWords(instant: Instant, zone: string): string {
  const wall = wallClockIn(instant, zone)
  return `${String(wall.hour).padStart(2, '0')}:${String(wall.minute).padStart(2, '0')}`
}

/** "14 Nov 2026, 15:00 ET". */
export function instantWords(instant: Instant, zone: string): string {
  return `${instantDayWords(instant, zone)}, ${timeWords(instant, zone)} ${zoneWords(zone)}`
}

/** Seen from now: "Today, 15:00", "Mon 23 Nov, 10:20" within the year, "12 Oct 2025" beyond. */
export function nearInstantWords(instant: Instant, now: Instant, zone: string): string {
  const date = civilDateIn(instant, zone)
  const today = civilDateIn(now, zone)
  const time = timeWords(instant, zone)
  if (date === today) return `Today, ${time}`
  if (date === addDays(today, -1)) return `Yesterday, ${time}`
  if (Math.abs(toDayNumber(date) - toDayNumber(today)) <= 180) return `${weekdayWords(date).slice(0, 3)} ${shortDayWords(date)}, ${time}`
  return dayWords(date)
}

/** UTC, for the tooltip of every time: "2026-11-20 20:00 UTC". */
export function utcWords(instant: Instant): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`
}

/** "2 more hours", "40 more minutes": what is left of a time, in its largest fitting unit. */
export function moreTimeWords(minutes: number): string {
  if (minutes < 60) return `${minutes} more ${minutes === 1 ? 'minute' : 'minutes'}`
  const hours = Math.floor(minutes / 60)
  return `${hours} more ${hours === 1 ? 'hour' : 'hours'}`
}

/** "60 minutes", "2 hours", "3 days": a length of time in its largest whole unit. */
export function lengthWords(minutes: number): string {
  const [length, unit] = minutes % 1440 === 0 && minutes > 0 ? [minutes / 1440, 'day'] : minutes % 60 === 0 && minutes > 60 ? [minutes / 60, 'hour'] : [minutes, 'minute']
  return `${length} ${unit}${length === 1 ? '' : 's'}`
}
