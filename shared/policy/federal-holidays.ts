import { addDays, toDayNumber, type CivilDate } from '../model/civil-date'

/** A federal day of the United States (5 U.S.C. 6103, trap T15) and the day on which offices keep it. */
export interface FederalHoliday {
  readonly name: string
  readonly on: CivilDate
  /** Saturday is kept on Friday, Sunday on Monday. */
  readonly observedOn: CivilDate
}

/** Monday 1 to Sunday 7; 1 January 1970 was a Thursday. */
export function weekdayOf(date: CivilDate): number {
  return ((((toDayNumber(date) + 3) % 7) + 7) % 7) + 1
}

const dateOf = (year: number, month: number, day: number): CivilDate =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

function nthWeekday(year: number, month: number, weekday: number, nth: number): CivilDate {
  const first = dateOf(year, month, 1)
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7)
}

function observed(on: CivilDate): CivilDate {
  const weekday = weekdayOf(on)
  if (weekday === 6) return addDays(on, -1)
  return weekday === 7 ? addDays(on, 1) : on
}

/** The eleven federal days of a year in the order of the calendar; `observedOn` of 1 January may lie in the year before. */
export function federalHolidaysOf(year: number): readonly FederalHoliday[] {
  const lastMondayOfMay = addDays(dateOf(year, 5, 31), -((weekdayOf(dateOf(year, 5, 31)) + 6) % 7))
  const days: readonly (readonly [string, CivilDate])[] = [
    ['New Year’s Day', dateOf(year, 1, 1)],
    ['Birthday of Martin Luther King, Jr.', nthWeekday(year, 1, 1, 3)],
    ['Washington’s Birthday', nthWeekday(year, 2, 1, 3)],
    ['Memorial Day', lastMondayOfMay],
    ['Juneteenth National Independence Day', dateOf(year, 6, 19)],
    ['Independence Day', dateOf(year, 7, 4)],
    ['Labor Day', nthWeekday(year, 9, 1, 1)],
    ['Columbus Day', nthWeekday(year, 10, 1, 2)],
    ['Veterans Day', dateOf(year, 11, 11)],
    ['Thanksgiving Day', nthWeekday(year, 11, 4, 4)],
    ['Christmas Day', dateOf(year, 12, 25)],
  ]
  return days.map(([name, on]) => ({ name, on, observedOn: observed(on) }))
}

/** The federal day that offices keep on a date; undefined on any other. */
export function federalHolidayKeptOn(date: CivilDate): FederalHoliday | undefined {
  const year = Number(date.slice(0, 4))
  return [year, year + 1].flatMap((one) => federalHolidaysOf(one)).find((holiday) => holiday.observedOn === date)
}
