import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, toDayNumber } from '@shared/model/civil-date'
import { instantOf, millisecondsOf, parseInstant, wallClockIn, type Instant } from '@shared/model/instant'
import { federalHolidaysOf, weekdayOf } from '@shared/policy/federal-holidays'
import { officeDayOf } from '@shared/policy/office-hours'
import { judgePromise, type ClockPause } from '@shared/policy/promise-clock'
import type { PortalProfile } from '@shared/portals/portal-profile'
import { portalProfileOf } from '@shared/portals/portal-profiles'

function portal(key: string): PortalProfile {
  const found = portalProfileOf(key)
  if (found === undefined) throw new Error(`no portal ${key}`)
  return found
}
const haymarket = portal('haymarket-mycme')
const medChallenger = portal('med-challenger')

function at(text: string): Instant {
  const read = parseInstant(text)
  if (read === undefined) throw new Error(`not an instant: ${text}`)
  return read
}

const shown = (instant: Instant | null, zone: string): string => {
  if (instant === null) return 'stands'
  const wall = wallClockIn(instant, zone)
  return `${wall.date} ${String(wall.hour).padStart(2, '0')}:${String(wall.minute).padStart(2, '0')}`
}

describe('federal days and the days on which they are kept (trap T15)', () => {
  it.each([
    ['2026-07-04', '2026-07-03'],
    ['2027-07-04', '2027-07-05'],
    ['2027-06-19', '2027-06-18'],
    ['2027-12-25', '2027-12-24'],
    ['2026-11-26', '2026-11-26'],
    ['2026-01-19', '2026-01-19'],
    ['2028-01-01', '2027-12-31'],
  ])('%s is kept on %s', (on, observedOn) => {
    expect(federalHolidaysOf(Number(on.slice(0, 4))).find((holiday) => holiday.on === on)?.observedOn).toBe(observedOn)
  })

  it('has eleven a year, in order, none kept at a weekend', () => {
    for (let year = 2020; year < 2060; year += 1) {
      const days = federalHolidaysOf(year)
      expect(days).toHaveLength(11)
      expect(days.map((day) => day.on)).toEqual(days.map((day) => day.on).sort())
      expect(days.filter((day) => weekdayOf(day.observedOn) > 5)).toEqual([])
    }
  })
})

describe('the promise clock (H1, M29, M30)', () => {
  it.each([
    ['Haymarket, in the middle of a day', haymarket, '2026-11-18T10:20:00-05:00', '2026-11-19 10:20'],
    ['Haymarket, on Friday afternoon: the weekend does not count', haymarket, '2026-11-20T16:00:00-05:00', '2026-11-23 16:00'],
    ['Haymarket, on Sunday: Monday in full', haymarket, '2026-11-15T13:00:00-05:00', '2026-11-16 17:00'],
    ['Haymarket, at the stroke of opening', haymarket, '2026-11-18T09:00:00-05:00', '2026-11-18 17:00'],
    ['Haymarket, at the stroke of closing', haymarket, '2026-11-18T17:00:00-05:00', '2026-11-19 17:00'],
    ['Haymarket names no holidays: Thanksgiving counts', haymarket, '2026-11-25T12:00:00-05:00', '2026-11-26 12:00'],
    ['Med-Challenger, written at night: the next business day (M29)', medChallenger, '2026-11-17T22:00:00-06:00', '2026-11-18 17:00'],
    ['Med-Challenger keeps Thanksgiving', medChallenger, '2026-11-25T12:00:00-06:00', '2026-11-27 12:00'],
    ['Med-Challenger keeps Independence Day on the Friday before', medChallenger, '2026-07-02T12:00:00-05:00', '2026-07-06 12:00'],
    ['across the change to standard time (trap T13)', haymarket, '2026-10-30T16:00:00-04:00', '2026-11-02 16:00'],
    ['across the change to daylight time (trap T13)', haymarket, '2026-03-06T16:00:00-05:00', '2026-03-09 16:00'],
  ])('%s', (_what, profile, receivedAt, due) => {
    const verdict = judgePromise({ now: at(receivedAt), portal: profile, receivedAt: at(receivedAt), pauses: [] })
    expect(shown(verdict.dueAt, profile.zone.value)).toBe(due)
    expect(verdict.state).toBe('running')
    expect(verdict.lines.reduce((sum, line) => sum + line.minutes, 0)).toBe(verdict.promisedMinutes)
  })

  it('gives the two desks the same moment on the clock of the world: 8 Central is 9 Eastern', () => {
    expect(officeDayOf(medChallenger, '2026-11-18')).toMatchObject({ spans: [{ from: '2026-11-18T14:00:00.000Z', until: '2026-11-18T23:00:00.000Z' }] })
    expect(officeDayOf(haymarket, '2026-11-18')).toMatchObject({ spans: [{ from: '2026-11-18T14:00:00.000Z', until: '2026-11-18T22:00:00.000Z' }] })
  })

  it('shows the calculation line by line, pauses and the weekend included', () => {
    const verdict = judgePromise({
      now: at('2026-11-20T15:00:00-05:00'),
      portal: haymarket,
      receivedAt: at('2026-11-15T13:00:00-05:00'),
      pauses: [{ from: at('2026-11-16T10:20:00-05:00'), until: at('2026-11-20T11:40:00-05:00'), kind: 'waiting_on_learner' }],
    })
    expect(verdict.lines.map((line) => [line.kind, shown(line.from, 'America/New_York').slice(5), shown(line.until, 'America/New_York').slice(5), line.minutes])).toEqual([
      ['weekend', '11-15 13:00', '11-16 00:00', 0],
      ['night', '11-16 00:00', '11-16 09:00', 0],
      ['counted', '11-16 09:00', '11-16 10:20', 80],
      ['waiting_on_learner', '11-16 10:20', '11-20 11:40', 0],
      ['counted', '11-20 11:40', '11-20 17:00', 320],
      ['night', '11-20 17:00', '11-21 00:00', 0],
      ['weekend', '11-21 00:00', '11-23 00:00', 0],
      ['night', '11-23 00:00', '11-23 09:00', 0],
      ['counted', '11-23 09:00', '11-23 10:20', 80],
    ])
    expect(verdict).toMatchObject({ state: 'running', promisedMinutes: 480, usedMinutes: 280, leftMinutes: 200, lateMinutes: 0, rows: ['H1'] })
  })

  it('stands while the ticket waits, and has no due moment', () => {
    const verdict = judgePromise({
      now: at('2026-11-20T15:00:00-05:00'),
      portal: haymarket,
      receivedAt: at('2026-11-16T09:00:00-05:00'),
      pauses: [{ from: at('2026-11-16T10:00:00-05:00'), until: null, kind: 'on_hold' }],
    })
    expect(verdict).toMatchObject({ state: 'paused', dueAt: null, usedMinutes: 60, leftMinutes: 420 })
  })

  it('says how late it is in office time', () => {
    const verdict = judgePromise({ now: at('2026-11-20T11:00:00-05:00'), portal: haymarket, receivedAt: at('2026-11-17T13:00:00-05:00'), pauses: [] })
    expect(shown(verdict.dueAt, 'America/New_York')).toBe('2026-11-18 13:00')
    expect(verdict).toMatchObject({ state: 'overdue', lateMinutes: 240 + 480 + 120, leftMinutes: 0 })
  })

  it('ends a promise for the same day with the office', () => {
    const sameDay: PortalProfile = { ...haymarket, officeHours: { ...haymarket.officeHours, value: { ...haymarket.officeHours.value, replyBusinessDays: 0 } } }
    expect(shown(judgePromise({ now: at('2026-11-18T10:00:00-05:00'), portal: sameDay, receivedAt: at('2026-11-18T10:00:00-05:00'), pauses: [] }).dueAt, 'America/New_York')).toBe('2026-11-18 17:00')
    expect(shown(judgePromise({ now: at('2026-11-20T18:00:00-05:00'), portal: sameDay, receivedAt: at('2026-11-20T18:00:00-05:00'), pauses: [] }).dueAt, 'America/New_York')).toBe('2026-11-23 17:00')
  })
})

/** The same promise by looking at the wall clock of every single minute. */
function dueByMinutes(profile: PortalProfile, received: number, pauses: readonly ClockPause[], limit: number): Instant | null {
  const { value: hours } = profile.officeHours
  const zone = profile.zone.value
  const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
  const promised = hours.replyBusinessDays * (minuteOf(hours.closesAt) - minuteOf(hours.opensAt))
  const kept = new Set(profile.holidays.value.rule === 'us_federal' ? [2025, 2026, 2027, 2028].flatMap((year) => federalHolidaysOf(year).map((holiday) => holiday.observedOn)) : [])
  let counted = 0
  for (let now = received; now < limit; now += 60_000) {
    const wall = wallClockIn(instantOf(now), zone)
    const minute = wall.hour * 60 + wall.minute
    const works =
      hours.weekdays.includes(((toDayNumber(wall.date) + 3) % 7) + 1) && !kept.has(wall.date) && !profile.holidays.value.alsoClosedOn.includes(wall.date) && minute >= minuteOf(hours.opensAt) && minute < minuteOf(hours.closesAt)
    const stands = pauses.some((pause) => millisecondsOf(pause.from) <= now && (pause.until === null || now < millisecondsOf(pause.until)))
    if (works && !stands) counted += 1
    if (counted === promised) return instantOf(now + 60_000)
  }
  return null
}

describe('the promise clock against a counter of minutes', () => {
  const zones = ['America/New_York', 'America/Chicago', 'Europe/Berlin', 'Africa/Cairo', 'America/Santiago', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia', 'UTC']
  const starts = ['2026-03-06', '2026-10-30', '2026-04-22', '2026-12-30', '2027-03-12', '2026-09-04', '2026-10-01', '2026-07-01']
  const time = (hour: number, minute: number): string => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`

  it('agrees in every zone across daylight-saving changes, holidays, odd hours and pauses', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.constantFrom(...starts),
        fc.integer({ min: 0, max: 3 * 1440 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 2, maxLength: 7 }),
        fc.tuple(fc.integer({ min: 0, max: 20 }), fc.constantFrom(0, 15, 30), fc.integer({ min: 1, max: 3 })),
        fc.integer({ min: 1, max: 2 }),
        fc.boolean(),
        fc.uniqueArray(fc.integer({ min: 1, max: 6000 }), { maxLength: 4 }),
        fc.boolean(),
        (zone, start, offset, weekdays, [opens, half, long], days, federal, edges, openEnd) => {
          const received = millisecondsOf(`${start}T00:00:00.000Z`) + offset * 60_000
          const cuts = edges.map((edge) => edge - (edge % 2)).sort((one, other) => one - other)
          const pauses = cuts.flatMap((cut, index): ClockPause[] => {
            if (index % 2 === 1) return []
            const until = cuts[index + 1]
            if (until === undefined) return openEnd ? [{ from: instantOf(received + cut * 60_000), until: null, kind: 'on_hold' }] : []
            return until === cut ? [] : [{ from: instantOf(received + cut * 60_000), until: instantOf(received + until * 60_000), kind: 'waiting_on_learner' }]
          })
          const profile: PortalProfile = {
            ...haymarket,
            zone: { value: zone, rows: ['house'] },
            officeHours: { value: { weekdays, opensAt: time(opens, half), closesAt: time(opens + long, half), replyBusinessDays: days }, rows: ['H1'] },
            holidays: { value: { rule: federal ? 'us_federal' : 'none_stated', alsoClosedOn: [addDays(start, 1)] }, rows: ['T15'] },
          }
          const limit = received + 28 * 86_400_000
          const verdict = judgePromise({ now: instantOf(limit), portal: profile, receivedAt: instantOf(received), pauses })
          const expected = dueByMinutes(profile, received, pauses, limit)
          const due = verdict.dueAt !== null && millisecondsOf(verdict.dueAt) > limit ? null : verdict.dueAt
          expect(due).toBe(expected)
        },
      ),
      { numRuns: 40, seed: 20_261_120 },
    )
  })

  it('a later receipt is never due earlier, and every line follows the one before', () => {
    fc.assert(
      fc.property(fc.constantFrom(haymarket, medChallenger), fc.integer({ min: 0, max: 500_000 }), fc.integer({ min: 0, max: 5000 }), (profile, minute, later) => {
        const received = millisecondsOf('2026-01-01T00:00:00.000Z') + minute * 60_000
        const first = judgePromise({ now: instantOf(received), portal: profile, receivedAt: instantOf(received), pauses: [] })
        const second = judgePromise({ now: instantOf(received), portal: profile, receivedAt: instantOf(received + later * 60_000), pauses: [] })
        expect((first.dueAt ?? '') <= (second.dueAt ?? '')).toBe(true)
        expect(first.lines[0]?.from).toBe(instantOf(received))
        expect(first.lines.at(-1)?.until).toBe(first.dueAt)
        first.lines.slice(1).forEach((line, index) => expect(line.from).toBe(first.lines[index]?.until))
      }),
      { numRuns: 300 },
    )
  })
})
