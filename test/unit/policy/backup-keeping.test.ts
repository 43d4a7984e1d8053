import { describe, expect, it } from 'vitest'
import { addDays } from '@shared/model/civil-date'
import { backupKeeping, backupsToPrune } from '@shared/policy/backup-keeping'

const everyFourHours = (days: number): readonly { readonly name: string; readonly at: string }[] =>
  Array.from({ length: days * 6 }, (_, place) => {
    const at = `${addDays('2025-01-01', Math.floor(place / 6))}T${String((place % 6) * 4).padStart(2, '0')}:00:00.000Z`
    return { name: at, at }
  })

describe('which back-ups are kept', () => {
  const all = everyFourHours(700)
  const kept = new Set(all.map(({ name }) => name))
  for (const name of backupsToPrune(all)) kept.delete(name)

  it('are the newest, and the last of each day, week and month', () => {
    const newest = all.slice(-backupKeeping.newest).map(({ name }) => name)
    expect([...kept]).toEqual(expect.arrayContaining(newest))
    expect(kept).toContain('2026-11-25T20:00:00.000Z')
    expect(kept).toContain('2026-10-31T20:00:00.000Z')
    expect(kept).toContain('2025-01-31T20:00:00.000Z')
    expect(kept).not.toContain('2025-01-30T20:00:00.000Z')
    expect(kept.size).toBeLessThanOrEqual(backupKeeping.newest + backupKeeping.days + backupKeeping.weeks + backupKeeping.months)
  })

  it('are all while there are few, and the old ones of a desk that was closed for years', () => {
    expect(backupsToPrune(everyFourHours(1))).toEqual([])
    expect(backupsToPrune([{ name: 'old', at: '2019-01-01T00:00:00.000Z' }, ...everyFourHours(1)])).toEqual([])
  })

  it('do not depend on the order they are named in, and pruning again prunes nothing', () => {
    expect(new Set(backupsToPrune(all.toReversed()))).toEqual(new Set(backupsToPrune(all)))
    expect(backupsToPrune(all.filter(({ name }) => kept.has(name)))).toEqual([])
  })
})
