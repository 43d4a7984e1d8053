import { createRequire } from 'node:module'
import { join } from 'node:path'
import { z } from 'zod'

/** The part of better-sqlite3 that the yardsticks use; installed in test/bench alone. */
export interface Yardstick {
  all(sql: string, ...bindings: readonly (string | number)[]): readonly unknown[]
  /** Walks a whole answer and counts its rows. */
  count(sql: string): number
  close(): void
}

interface Statement {
  all(...bindings: readonly (string | number)[]): unknown[]
  iterate(): IterableIterator<unknown>
}
interface Database {
  prepare(sql: string): Statement
  pragma(text: string): unknown
  close(): void
}

const isConstructor = (value: unknown): value is new (file: string, options: { readonly: boolean }) => Database => typeof value === 'function'

/** Opens the copy of the store as the desk's own connection is set: same cache, same journal, one statement prepared once. */
export function openYardstick(root: string, file: string): Yardstick {
  const loaded: unknown = createRequire(join(root, 'test', 'bench', 'package.json'))('better-sqlite3')
  if (!isConstructor(loaded)) throw new Error('better-sqlite3 is not what it was')
  const database = new loaded(file, { readonly: false })
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'cache_size = -32000', 'temp_store = MEMORY', 'foreign_keys = ON']) database.pragma(pragma)
  const prepared = new Map<string, Statement>()
  const statement = (sql: string): Statement => {
    const known = prepared.get(sql)
    if (known !== undefined) return known
    const made = database.prepare(sql)
    prepared.set(sql, made)
    return made
  }
  return {
    all: (sql, ...bindings) => statement(sql).all(...bindings),
    count(sql) {
      let rows = 0
      for (const row of statement(sql).iterate()) if (row !== undefined) rows += 1
      return rows
    },
    close: () => database.close(),
  }
}

/** Numbers of a column, sorted and joined: what every arm answers with. */
export function idsOf(rows: readonly unknown[], column: string): string {
  return z.array(z.looseObject({ [column]: z.number() })).parse(rows).map((row) => Number(row[column])).sort((one, other) => one - other).join(' ')
}
