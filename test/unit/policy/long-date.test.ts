import { describe, expect, it } from 'vitest'
import { clockTime, longDate, longDateRange, shortDate, shortDateRange } from '@shared/policy/long-date'

describe('dates on paper', () => {
  it('are written out in US order', () => {
    expect(longDate('2026-10-28')).toBe('October 28, 2026')
    expect(shortDate('2026-05-01')).toBe('May 1, 2026')
  })

  it.each([
    ['2026-08-20', '2026-08-20', 'August 20, 2026', 'Aug 20, 2026'],
    ['2026-08-20', '2026-08-21', 'August 20–21, 2026', 'Aug 20 to Aug 21, 2026'],
    ['2026-08-26', '2026-11-15', 'August 26 to November 15, 2026', 'Aug 26 to Nov 15, 2026'],
    ['2026-12-30', '2027-01-02', 'December 30, 2026 to January 2, 2027', 'Dec 30, 2026 to Jan 2, 2027'],
  ])('%s to %s', (first, last, long, short) => {
    expect(longDateRange(first, last)).toBe(long)
    expect(shortDateRange(first, last)).toBe(short)
  })
})

describe('instants on paper', () => {
  it.each([
    ['2026-11-01T20:00:00.000Z', 'America/New_York', '3:00 p.m. EST (UTC−5)'],
    ['2026-11-01T04:59:00.000Z', 'America/New_York', '12:59 a.m. EDT (UTC−4)'],
    ['2026-11-15T22:05:00.000Z', 'America/Chicago', '4:05 p.m. CST (UTC−6)'],
    ['2026-07-01T12:00:00.000Z', 'Asia/Kolkata', '5:30 p.m. UTC+5:30'],
    ['2026-07-01T12:00:00.000Z', 'UTC', '12:00 p.m. UTC'],
  ])('%s in %s', (instant, zone, text) => {
    expect(clockTime(instant, zone)).toBe(text)
  })
})
