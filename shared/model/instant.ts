import { z } from 'zod'
import { addDays, isCivilDate, toDayNumber, type CivilDate } from './civil-date'

/** A moment as UTC ISO text with milliseconds, `2026-11-20T20:00:00.000Z`; text order is time order. */
export type Instant = string

const pattern = /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?([Zz]|[+-]\d{2}:?\d{2})$/

/**
 * Reads ISO 8601 with an offset or `Z` and normalises it to UTC with milliseconds.
 * `undefined` when the day does not exist, the offset is missing or the text is anything else.
 */
export function parseInstant(text: string): Instant | undefined {
  const match = pattern.exec(text.trim())
  if (match === null) return undefined
  const [, date = '', hourText = '', minuteText = '', secondText = '0', fraction = '', offset = ''] = match
  const hour = Number(hourText)
  const minute = Number(minuteText)
  const second = Number(secondText)
  if (!isCivilDate(date) || hour > 23 || minute > 59 || second > 59) return undefined
  const digits = offset.replace(':', '')
  const offsetHours = /^z$/i.test(offset) ? 0 : Number(digits.slice(1, 3))
  const offsetMinutes = /^z$/i.test(offset) ? 0 : Number(digits.slice(3, 5))
  if (offsetHours > 14 || offsetMinutes > 59) return undefined
  const sign = offset.startsWith('-') ? -1 : 1
  const minutes = toDayNumber(date) * 1440 + hour * 60 + minute - sign * (offsetHours * 60 + offsetMinutes)
  return instantOf(minutes * 60_000 + second * 1000 + Number(fraction.slice(0, 3).padEnd(3, '0') || '0'))
}

/** The instant so many milliseconds after 1970-01-01T00:00Z. */
export function instantOf(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString()
}

/** Milliseconds after 1970-01-01T00:00Z. */
export function millisecondsOf(instant: Instant): number {
  return Date.parse(instant)
}

/** Schema of an instant in the normalised form. */
export const instantSchema = z.string().refine((text) => parseInstant(text) === text, { message: 'not a UTC instant' })

const calendars = new Map<string, Intl.DateTimeFormat>()

function calendarOf(zone: string): Intl.DateTimeFormat {
  const known = calendars.get(zone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  })
  calendars.set(zone, made)
  return made
}

/** What a wall clock in that zone shows. */
export interface WallClock {
  readonly date: CivilDate
  readonly hour: number
  readonly minute: number
  readonly second: number
}

/** The wall clock of an IANA zone at an instant. */
export function wallClockIn(instant: Instant, zone: string): WallClock {
  const found = new Map(calendarOf(zone).formatToParts(millisecondsOf(instant)).map((part) => [part.type, part.value]))
  const part = (name: Intl.DateTimeFormatPartTypes): string => found.get(name) ?? '0'
  return {
    date: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`,
    hour: Number(part('hour')),
    minute: Number(part('minute')),
    second: Number(part('second')),
  }
}

/** The calendar day of an instant in an IANA zone. */
export function civilDateIn(instant: Instant, zone: string): CivilDate {
  return wallClockIn(instant, zone).date
}

/** The offset of the zone from UTC at an instant, in minutes: −300 for EST. */
export function offsetMinutesIn(instant: Instant, zone: string): number {
  const wall = wallClockIn(instant, zone)
  const local = toDayNumber(wall.date) * 86_400 + wall.hour * 3600 + wall.minute * 60 + wall.second
  return Math.round((local - Math.floor(millisecondsOf(instant) / 1000)) / 60)
}

/**
 * The first instant after the last moment of a civil day in a zone: a day counts in full until then. Where the clock is
 * changed at midnight, the next day begins at one o'clock (Havana), or the day's last hour comes twice (Santiago).
 */
export function endOfDayIn(date: CivilDate, zone: string): Instant {
  const next = toDayNumber(addDays(date, 1)) * 86_400_000
  const near = next - offsetMinutesIn(instantOf(next), zone) * 60_000
  const beforeAndAfter = [near - 6 * 3_600_000, near + 6 * 3_600_000].map((moment) => next - offsetMinutesIn(instantOf(moment), zone) * 60_000)
  const ends = beforeAndAfter.sort((one, other) => one - other).map(instantOf)
  return ends.find((end) => civilDateIn(end, zone) > date) ?? instantOf(near)
}
