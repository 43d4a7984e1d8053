import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addYears, fromDayNumber, isCivilDate, toDayNumber } from '@shared/model/civil-date'

/** Any day from 1000-01-01 to 9998-12-31, by its number. */
const dayNumbers = fc.integer({ min: -354_285, max: 2_932_531 })

function dayByDate(dayNumber: number): string {
  return new Date(dayNumber * 86_400_000).toISOString().slice(0, 10)
}

describe('civil dates', () => {
  it.each([
    ['2026-02-28', true],
    ['2026-02-29', false],
    ['2028-02-29', true],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-04-31', false],
    ['02/03/2026', false],
    ['2026-2-3', false],
    ['', false],
  ])('%s is a day: %s', (text, expected) => {
    expect(isCivilDate(text)).toBe(expected)
  })

  it.each([
    // Trap T12: by the calendar, whatever the zone.
    ['2026-01-31', 30, '2026-03-02'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-10-21', 60, '2026-12-20'],
    ['2026-03-02', -30, '2026-01-31'],
  ])('%s and %i days are %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected)
  })

  it.each([
    ['2023-08-08', 3, '2026-08-08'],
    ['2024-02-29', 3, '2027-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
  ])('%s and %i years are %s', (date, years, expected) => {
    expect(addYears(date, years)).toBe(expected)
  })

  it('number days as Date in UTC does, and back', () => {
    fc.assert(
      fc.property(dayNumbers, (dayNumber) => {
        expect(fromDayNumber(dayNumber)).toBe(dayByDate(dayNumber))
        expect(toDayNumber(dayByDate(dayNumber))).toBe(dayNumber)
        expect(isCivilDate(fromDayNumber(dayNumber))).toBe(true)
      }),
    )
  })

  it('add days as Date in UTC does', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), fc.integer({ min: -5000, max: 5000 }), (dayNumber, days) => {
        expect(addDays(dayByDate(dayNumber), days)).toBe(dayByDate(dayNumber + days))
      }),
    )
  })

  it('add years without leaving the month', () => {
    fc.assert(
      fc.property(dayNumbers, fc.integer({ min: 0, max: 1 }), (dayNumber, years) => {
        const from = fromDayNumber(dayNumber)
        const to = addYears(from, years)
        expect(isCivilDate(to)).toBe(true)
        expect(to.slice(5, 7)).toBe(from.slice(5, 7))
      }),
    )
  })
})
