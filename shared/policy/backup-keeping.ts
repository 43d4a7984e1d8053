import { toDayNumber } from '../model/civil-date'
import type { Instant } from '../model/instant'

/** How many back-ups are kept: the newest ones, and beyond them the last of each day, week and month. */
export const backupKeeping = { newest: 6, days: 14, weeks: 8, months: 24 } as const

interface KnownBackup {
  readonly name: string
  readonly at: Instant
}

const periods = [
  { count: backupKeeping.days, of: (at: Instant) => at.slice(0, 10) },
  // Weeks from Monday to Sunday.
  { count: backupKeeping.weeks, of: (at: Instant) => String(Math.floor((toDayNumber(at.slice(0, 10)) + 3) / 7)) },
  { count: backupKeeping.months, of: (at: Instant) => at.slice(0, 7) },
] as const

/**
 * Names of the back-ups that need not be kept any longer. Of each of the last days, weeks and months that have one the
 * last is kept, counted by those that exist: a desk that was closed for a year loses none by that.
 */
export function backupsToPrune(backups: readonly KnownBackup[]): readonly string[] {
  const newestFirst = backups.toSorted((one, other) => (one.at === other.at ? other.name.localeCompare(one.name, 'en') : other.at.localeCompare(one.at, 'en')))
  const kept = new Set(newestFirst.slice(0, backupKeeping.newest).map(({ name }) => name))
  for (const { count, of } of periods) {
    const lastOf = new Map<string, string>()
    for (const { name, at } of newestFirst) if (!lastOf.has(of(at))) lastOf.set(of(at), name)
    for (const name of [...lastOf.values()].slice(0, count)) kept.add(name)
  }
  return newestFirst.filter(({ name }) => !kept.has(name)).map(({ name }) => name)
}
