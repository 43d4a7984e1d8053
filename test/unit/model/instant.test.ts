import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '@shared/model/civil-date'
import { civilDateIn, endOfDayIn, instantOf, millisecondsOf, offsetMinutesIn, parseInstant, wallClockIn } from '@shared/model/instant'

const zones = ['America/New_York', 'America/Chicago', 'UTC', 'Europe/Berlin', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Kiritimati']
const zone = fc.constantFrom(...zones)
const milliseconds = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2040, 0, 1) })

describe('instants', () => {
  it.each([
    ['2026-11-20T15:00:00-05:00', '2026-11-20T20:00:00.000Z'],
    ['2026-11-20T15:00-05:00', '2026-11-20T20:00:00.000Z'],
    ['2026-11-20T20:00:00Z', '2026-11-20T20:00:00.000Z'],
    ['2026-11-20t20:00:00.123456z', '2026-11-20T20:00:00.123Z'],
    ['2026-12-31T23:30:00-0500', '2027-01-01T04:30:00.000Z'],
    ['2026-11-20T15:00:00', undefined],
    ['2026-02-29T15:00:00Z', undefined],
    ['2026-11-20T24:00:00Z', undefined],
    ['2026-11-20 15:00:00Z', undefined],
    ['2026-11-20', undefined],
    ['', undefined],
  ])('%s is read as %s', (text, expected) => {
    expect(parseInstant(text)).toBe(expected)
  })

  it('are read as Date reads them, and written back the same', () => {
    fc.assert(
      fc.property(milliseconds, fc.integer({ min: -14 * 60, max: 14 * 60 }), (moment, offset) => {
        const local = new Date(moment + offset * 60_000).toISOString().slice(0, -1)
        const absolute = Math.abs(offset)
        const written = `${local}${offset < 0 ? '-' : '+'}${String(Math.trunc(absolute / 60)).padStart(2, '0')}:${String(absolute % 60).padStart(2, '0')}`
        const read = parseInstant(written)
        expect(read).toBe(instantOf(moment))
        expect(read === undefined ? undefined : millisecondsOf(read)).toBe(moment)
      }),
    )
  })

  it('give the wall clock back to UTC by the offset, daylight saving or not', () => {
    fc.assert(
      fc.property(milliseconds, zone, (moment, name) => {
        const instant = instantOf(moment)
        const wall = wallClockIn(instant, name)
        const local = Date.parse(`${wall.date}T00:00:00Z`) + (wall.hour * 3600 + wall.minute * 60 + wall.second) * 1000
        expect(local - offsetMinutesIn(instant, name) * 60_000).toBe(moment - (((moment % 1000) + 1000) % 1000))
      }),
    )
  })

  it('end a day where the next one begins, in every zone and across daylight-saving changes', () => {
    fc.assert(
      fc.property(milliseconds, zone, (moment, name) => {
        const day = civilDateIn(instantOf(moment), name)
        const end = endOfDayIn(day, name)
        expect(civilDateIn(instantOf(millisecondsOf(end) - 1), name)).toBe(day)
        expect(civilDateIn(end, name)).toBe(addDays(day, 1))
      }),
    )
  })

  it.each([
    // Trap T13: the changes of 2026 and 2027.
    ['2026-03-08', 'America/New_York', '2026-03-09T04:00:00.000Z'],
    ['2026-11-01', 'America/New_York', '2026-11-02T05:00:00.000Z'],
    ['2027-03-14', 'America/Chicago', '2027-03-15T05:00:00.000Z'],
    ['2027-11-07', 'America/Chicago', '2027-11-08T06:00:00.000Z'],
  ])('%s ends in %s at %s', (day, name, end) => {
    expect(endOfDayIn(day, name)).toBe(end)
  })
})
