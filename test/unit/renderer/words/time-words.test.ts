import { describe, expect, it } from 'vitest'
import { deskOpening } from '../../../../renderer/words/desk-hours'
import { dayWords, instantWords, lengthWords, longDayWords, moreTimeWords, nearInstantWords, utcWords, zoneWords } from '../../../../renderer/words/time-words'

const eastern = 'America/New_York'
const now = '2026-11-20T20:00:00.000Z'

describe('dates and times in words', () => {
  it('are written as a person here writes them', () => {
    expect(dayWords('2027-06-08')).toBe('8 Jun 2027')
    expect(longDayWords('2026-11-20')).toBe('Friday, 20 November')
    expect(instantWords('2026-11-14T20:00:00.000Z', eastern)).toBe('14 Nov 2026, 15:00 ET')
    expect(utcWords(now)).toBe('2026-11-20 20:00 UTC')
    expect(zoneWords('Asia/Ho_Chi_Minh')).toBe('Ho Chi Minh')
  })

  it.each([
    ['2026-11-20T05:00:00.000Z', 'Today, 00:00'],
    ['2026-11-20T04:59:00.000Z', 'Yesterday, 23:59'],
    ['2026-11-18T22:00:00.000Z', 'Wed 18 Nov, 17:00'],
    ['2026-11-23T15:20:00.000Z', 'Mon 23 Nov, 10:20'],
    ['2025-10-12T15:20:00.000Z', '12 Oct 2025'],
  ])('%s is %s, by the zone’s calendar', (instant, words) => {
    expect(nearInstantWords(instant, now, eastern)).toBe(words)
  })

  it('give a length in its largest whole unit', () => {
    expect([lengthWords(1), lengthWords(60), lengthWords(90), lengthWords(120), lengthWords(1440), lengthWords(4320)]).toEqual(['1 minute', '60 minutes', '90 minutes', '2 hours', '1 day', '3 days'])
  })

  it('say what is left in the largest fitting unit', () => {
    expect([moreTimeWords(1), moreTimeWords(59), moreTimeWords(60), moreTimeWords(150)]).toEqual(['1 more minute', '59 more minutes', '1 more hour', '2 more hours'])
  })
})

describe('a portal’s desk', () => {
  const hours = { zone: eastern, opensMinute: 540, closesMinute: 1020, weekdays: [1, 2, 3, 4, 5] }
  it.each([
    ['2026-11-20T20:00:00.000Z', { kind: 'open', minutesLeft: 120, closes: '17:00' }],
    ['2026-11-20T14:00:00.000Z', { kind: 'open', minutesLeft: 480, closes: '17:00' }],
    ['2026-11-20T13:59:00.000Z', { kind: 'closed', opens: '09:00', today: true }],
    ['2026-11-20T22:00:00.000Z', { kind: 'closed', opens: '09:00', today: false }],
    ['2026-11-21T16:00:00.000Z', { kind: 'closed', opens: '09:00', today: false }],
    // Sunday evening in UTC is already Monday; the desk's own calendar decides.
    ['2026-11-23T03:00:00.000Z', { kind: 'closed', opens: '09:00', today: false }],
  ])('at %s', (instant, opening) => {
    expect(deskOpening(instant, hours)).toEqual(opening)
  })
})
