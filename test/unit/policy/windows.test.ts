import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endOfDayIn, instantOf, millisecondsOf, offsetMinutesIn } from '@shared/model/instant'
import { judgeClaimWindow, judgeCompletionWindow, judgeExpiry, judgeRetention, type WindowVerdict } from '@shared/policy/windows'
import { portalForTests } from '../../support/portal-for-tests'

const haymarket = portalForTests('haymarket-mycme')
const cleveland = portalForTests('cleveland-clinic-mycme')
const medChallenger = portalForTests('med-challenger')
const maryland = portalForTests('maryland-pharmacy-ce')

const claimFacts = { portal: cleveland, delivery: 'live', endedAt: null, lastRequirementAt: null, claimDays: null, extendedUntil: null } as const
const completionFacts = { portal: maryland, completionDays: null, expiresOn: null, extendedUntil: null } as const

describe('activity expiry (H43, P26)', () => {
  it.each([
    ['2026-10-21T23:59:59.999-04:00', 'open', 0],
    ['2026-10-22T00:00:00.000-04:00', 'closed', -1],
    ['2026-10-22T03:59:59.999Z', 'open', 0],
    ['2026-10-01T12:00:00Z', 'open', 20],
  ])('the last day counts in full in the portal’s zone: at %s it is %s', (text, state, daysLeft) => {
    const now = instantOf(Date.parse(text))
    expect(judgeExpiry({ now, portal: haymarket, expiresOn: '2026-10-21' })).toMatchObject({ state, daysLeft, lastOn: '2026-10-21', endedBy: 'window' })
  })

  it('is none where the activity has none', () => {
    expect(judgeExpiry({ now: instantOf(0), portal: haymarket, expiresOn: null })).toBeNull()
  })
})

describe('the time to claim (C9)', () => {
  const endedAt = instantOf(Date.parse('2026-10-21T15:00:00-05:00'))

  it.each([
    ['2026-11-20T15:00:00-05:00', 'open', 0],
    ['2026-11-20T23:59:59-05:00', 'open', 0],
    ['2026-11-21T00:00:00-05:00', 'closed', -1],
  ])('ends thirty days after a live activity, at %s it is %s', (text, state, daysLeft) => {
    const verdict = judgeClaimWindow({ ...claimFacts, now: instantOf(Date.parse(text)), endedAt })
    expect(verdict).toMatchObject({ state, daysLeft, anchor: 'live_end', anchorOn: '2026-10-21', lastOn: '2026-11-20', rows: ['C9'] })
  })

  it('runs from the last completed requirement where nothing was live', () => {
    const now = instantOf(Date.parse('2026-11-20T15:00:00-05:00'))
    const lastRequirementAt = instantOf(Date.parse('2026-10-20T23:30:00-04:00'))
    expect(judgeClaimWindow({ ...claimFacts, now, delivery: 'enduring', endedAt, lastRequirementAt })).toMatchObject({ anchor: 'last_requirement', anchorOn: '2026-10-20', lastOn: '2026-11-19', state: 'closed' })
    expect(judgeClaimWindow({ ...claimFacts, now, delivery: 'enduring' })).toBeNull()
  })

  it('is longer by an exception on record, never shorter (C10)', () => {
    const now = instantOf(Date.parse('2026-12-01T12:00:00-05:00'))
    expect(judgeClaimWindow({ ...claimFacts, now, endedAt, extendedUntil: '2026-12-05' })).toMatchObject({ state: 'open', lastOn: '2026-12-05', endedBy: 'exception' })
    expect(judgeClaimWindow({ ...claimFacts, now, endedAt, extendedUntil: '2026-11-01' })).toMatchObject({ state: 'closed', lastOn: '2026-11-20', endedBy: 'window' })
  })

  it('is the activity’s own where it says one, and none in a portal without', () => {
    const now = instantOf(Date.parse('2026-11-20T12:00:00-05:00'))
    expect(judgeClaimWindow({ ...claimFacts, now, endedAt, claimDays: 2 })).toMatchObject({ lastOn: '2026-10-23' })
    expect(judgeClaimWindow({ ...claimFacts, portal: haymarket, now, endedAt })).toBeNull()
  })
})

describe('the time to complete (P24, P26)', () => {
  const firstRegisteredAt = instantOf(Date.parse('2026-08-17T15:00:00-05:00'))
  const now = instantOf(Date.parse('2026-11-15T20:00:00-05:00'))

  it('ends ninety days after the first registration, or with the activity', () => {
    expect(judgeCompletionWindow({ ...completionFacts, now, firstRegisteredAt })).toMatchObject({ anchor: 'first_registration', lastOn: '2026-11-15', state: 'open', daysLeft: 0, endedBy: 'window' })
    expect(judgeCompletionWindow({ ...completionFacts, now, firstRegisteredAt, expiresOn: '2026-11-14' })).toMatchObject({ lastOn: '2026-11-14', state: 'closed', endedBy: 'expiry' })
  })

  it('is longer by more time granted, but never beyond the activity (P25, T23)', () => {
    expect(judgeCompletionWindow({ ...completionFacts, now, firstRegisteredAt, extendedUntil: '2026-12-31' })).toMatchObject({ lastOn: '2026-12-31', endedBy: 'exception' })
    expect(judgeCompletionWindow({ ...completionFacts, now, firstRegisteredAt, extendedUntil: '2026-12-31', expiresOn: '2026-12-01' })).toMatchObject({ lastOn: '2026-12-01', endedBy: 'expiry' })
  })
})

describe('unclaimed credit (M8)', () => {
  it.each([
    ['2023-08-08T12:00:00-05:00', '2026-08-08'],
    ['2024-02-29T12:00:00-06:00', '2027-02-28'],
    // Past midnight in New York, not yet in Chicago, whose day counts.
    ['2023-11-20T23:30:00-06:00', '2026-11-20'],
  ])('earned %s waits until %s', (earned, lastOn) => {
    const earnedAt = instantOf(Date.parse(earned))
    expect(judgeRetention({ now: earnedAt, portal: medChallenger, earnedAt })).toMatchObject({ lastOn, state: 'open', anchor: 'earned' })
    expect(judgeRetention({ now: endOfDayIn(lastOn, 'America/Chicago'), portal: medChallenger, earnedAt })?.state).toBe('closed')
  })

  it('does not lapse elsewhere', () => {
    expect(judgeRetention({ now: instantOf(0), portal: haymarket, earnedAt: instantOf(0) })).toBeNull()
  })
})

describe('windows as properties', () => {
  const everyZone = [...Intl.supportedValuesOf('timeZone'), 'UTC']
  const zones = fc.constantFrom(...everyZone)
  // Whole years with both changes of the clock, leap days and year ends.
  const moments = fc.integer({ min: Date.UTC(2022, 0, 1), max: Date.UTC(2030, 0, 1) })
  const days = fc.integer({ min: 1, max: 400 })

  function everyWindow(zone: string, anchor: number, now: number, length: number): readonly (WindowVerdict | null)[] {
    const in_ = (portal: typeof cleveland): typeof cleveland => ({ ...portal, zone: { value: zone, rows: ['house'] } })
    const at = { now: instantOf(now) }
    const anchorAt = instantOf(anchor)
    return [
      judgeExpiry({ ...at, portal: in_(haymarket), expiresOn: naiveDay(anchor, zone) }),
      judgeClaimWindow({ ...claimFacts, ...at, portal: in_(cleveland), endedAt: anchorAt, claimDays: length }),
      judgeCompletionWindow({ ...completionFacts, ...at, portal: in_(maryland), firstRegisteredAt: anchorAt, completionDays: length }),
      judgeRetention({ ...at, portal: in_(medChallenger), earnedAt: anchorAt }),
    ]
  }

  function naiveDay(moment: number, zone: string): string {
    return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(moment)
  }

  it('a later clock never reopens a closed window, and never changes its last day', () => {
    fc.assert(
      fc.property(zones, moments, moments, fc.nat({ max: 400 * 86_400_000 }), days, (zone, anchor, now, later, length) => {
        const before = everyWindow(zone, anchor, now, length)
        const after = everyWindow(zone, anchor, now + later, length)
        before.forEach((verdict, index) => {
          expect(after[index]?.lastOn).toBe(verdict?.lastOn)
          if (verdict?.state === 'closed') expect(after[index]?.state).toBe('closed')
        })
      }),
    )
  })

  it.each([2024, 2026, 2027])('agree with a naive calendar in every zone on the days of %i on which a clock is changed, at the leap day and the year’s end', (year) => {
    const wrong: string[] = []
    for (const zone of everyZone) {
      const offsetOn = (day: number): number => offsetMinutesIn(instantOf(day), zone)
      const firstDay = Date.UTC(year, 0, 1, 12)
      const changes = Array.from({ length: 366 }, (_, place) => firstDay + place * 86_400_000).filter((noon) => offsetOn(noon) !== offsetOn(noon - 86_400_000))
      const last = [...changes.flatMap((noon) => [noon - 86_400_000, noon]), Date.UTC(year, 1, 29, 12), Date.UTC(year, 11, 31, 12)]
      for (const noon of last) {
        const day = naiveDay(noon, zone)
        const end = millisecondsOf(endOfDayIn(day, zone))
        // The last moment is still that day, the next one no longer; the next day may begin at one o'clock.
        if (naiveDay(end - 1, zone) !== day || naiveDay(end, zone) <= day) wrong.push(`${zone} ${day}`)
        for (const [now, state] of [[end - 1, 'open'], [end, 'closed']] as const) {
          if (judgeExpiry({ now: instantOf(now), portal: { ...haymarket, zone: { value: zone, rows: ['house'] } }, expiresOn: day })?.state !== state) wrong.push(`${zone} ${day} ${state}`)
        }
      }
    }
    expect(wrong).toEqual([])
  })

  it('agree with a naive calendar across daylight saving, leap days and year ends', () => {
    fc.assert(
      fc.property(zones, moments, days, (zone, anchor, length) => {
        const counted = new Date(`${naiveDay(anchor, zone)}T00:00:00Z`)
        counted.setUTCDate(counted.getUTCDate() + length)
        const lastOn = counted.toISOString().slice(0, 10)
        const lastMoment = millisecondsOf(endOfDayIn(lastOn, zone)) - 1
        expect(naiveDay(lastMoment, zone)).toBe(lastOn)
        for (const index of [1, 2]) {
          expect(everyWindow(zone, anchor, lastMoment, length)[index]).toMatchObject({ lastOn, state: 'open', daysLeft: 0 })
          expect(everyWindow(zone, anchor, lastMoment + 1, length)[index]).toMatchObject({ lastOn, state: 'closed', daysLeft: -1 })
        }
      }),
    )
  })
})
