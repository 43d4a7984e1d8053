import type { CivilDate } from '../model/civil-date'
import { offsetMinutesIn, wallClockIn, type Instant } from '../model/instant'

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const
const minus = '\u2212'
const enDash = '\u2013'

function parts(date: CivilDate): { year: string; month: string; day: string } {
  return { year: date.slice(0, 4), month: months[Number(date.slice(5, 7)) - 1] ?? '', day: String(Number(date.slice(8, 10))) }
}

/** "October 28, 2026". US spelling on all paper. */
export function longDate(date: CivilDate): string {
  const { year, month, day } = parts(date)
  return `${month} ${day}, ${year}`
}

/** "Oct 28, 2026", for tables. */
export function shortDate(date: CivilDate): string {
  const { year, month, day } = parts(date)
  return `${month.slice(0, 3)} ${day}, ${year}`
}

/** "August 20–21, 2026", "August 26 to November 15, 2026", "December 30, 2026 to January 2, 2027". */
export function longDateRange(first: CivilDate, last: CivilDate): string {
  if (first === last) return longDate(first)
  const from = parts(first)
  const to = parts(last)
  if (from.year !== to.year) return `${longDate(first)} to ${longDate(last)}`
  if (from.month !== to.month) return `${from.month} ${from.day} to ${longDate(last)}`
  return `${from.month} ${from.day}${enDash}${to.day}, ${to.year}`
}

/** "Jan 1 to Nov 20, 2026", for tables. */
export function shortDateRange(first: CivilDate, last: CivilDate): string {
  if (first === last) return shortDate(first)
  return first.slice(0, 4) === last.slice(0, 4) ? `${shortDate(first).slice(0, -6)} to ${shortDate(last)}` : `${shortDate(first)} to ${shortDate(last)}`
}

/** Standard and summer abbreviations of the zones that desks in the United States work in. */
const abbreviations: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  'America/New_York': { [-300]: 'EST', [-240]: 'EDT' },
  'America/Detroit': { [-300]: 'EST', [-240]: 'EDT' },
  'America/Chicago': { [-360]: 'CST', [-300]: 'CDT' },
  'America/Denver': { [-420]: 'MST', [-360]: 'MDT' },
  'America/Phoenix': { [-420]: 'MST' },
  'America/Los_Angeles': { [-480]: 'PST', [-420]: 'PDT' },
  'America/Anchorage': { [-540]: 'AKST', [-480]: 'AKDT' },
  'Pacific/Honolulu': { [-600]: 'HST' },
}

function offsetText(minutes: number): string {
  if (minutes === 0) return 'UTC'
  const size = Math.abs(minutes)
  const rest = size % 60
  return `UTC${minutes < 0 ? minus : '+'}${Math.trunc(size / 60)}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`
}

/** "3:00 p.m. EST (UTC−5)": the wall clock of the portal's zone, with its offset (trap T13). */
export function clockTime(instant: Instant, zone: string): string {
  const { hour, minute } = wallClockIn(instant, zone)
  const offset = offsetMinutesIn(instant, zone)
  const abbreviation = abbreviations[zone]?.[offset]
  const time = `${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, '0')} ${hour < 12 ? 'a.m.' : 'p.m.'}`
  return abbreviation === undefined ? `${time} ${offsetText(offset)}` : `${time} ${abbreviation} (${offsetText(offset)})`
}
