import { copyFileSync, createWriteStream, existsSync, mkdirSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Knex } from 'knex'
import { ok, refuse, type Result } from '@shared/model/result'
import type { Salvage } from '../ports/store-keeper'
import { copyProblemOf, removeStoreFile } from './checked-copy'
import { openConnection, openForReading, storeProblemOf } from './connection'
import { rowsOf } from './dialect'

const rowsAtOnce = 500

type Row = Readonly<Record<string, unknown>>

function cellOf(value: unknown): string {
  const text = value instanceof Uint8Array ? Buffer.from(value).toString('base64') : typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  // A spreadsheet would run what begins like this.
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(?:\.\d+)?$/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Rows from one end of a table until it ends, reaches `stop`, or cannot be read. */
async function* rowsFrom(knex: Knex, table: string, direction: 'asc' | 'desc', stop?: number): AsyncGenerator<readonly Row[], 'end' | 'damage'> {
  let at: number | undefined
  for (;;) {
    const beyond = at === undefined ? '' : `where rowid ${direction === 'asc' ? '>' : '<'} ${String(at)}`
    let rows: readonly Row[]
    try {
      rows = await rowsOf(knex, `select rowid as "salvage rowid", * from "${table}" ${beyond} order by rowid ${direction} limit ${String(rowsAtOnce)}`)
    } catch {
      return 'damage'
    }
    const wanted = stop === undefined ? rows : rows.filter((row) => Number(row['salvage rowid']) > stop)
    if (wanted.length > 0) yield wanted
    if (rows.length < rowsAtOnce || wanted.length < rows.length) return 'end'
    at = Number(rows.at(-1)?.['salvage rowid'])
  }
}

/** Writes the rows that can be read, from the front and, where that breaks off, from the back. */
async function saveTable(knex: Knex, table: string, columns: readonly string[], path: string): Promise<{ readonly rows: number; readonly whole: boolean }> {
  const out = createWriteStream(path, { mode: 0o600 })
  // Taken up by the waits below: a full disk ends the whole act.
  const failed = once(out, 'error').then(([error]: unknown[]) => { throw error })
  failed.catch(() => undefined)
  const write = async (rows: readonly (readonly unknown[])[]): Promise<void> => {
    if (!out.write(rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join(''))) await Promise.race([once(out, 'drain'), failed])
  }
  await write([columns])
  let rows = 0
  let last = Number.MIN_SAFE_INTEGER
  const take = async (from: AsyncGenerator<readonly Row[], 'end' | 'damage'>): Promise<'end' | 'damage'> => {
    for (;;) {
      const next = await from.next()
      if (next.done === true) return next.value
      await write(next.value.map((row) => columns.map((column) => row[column])))
      rows += next.value.length
      last = Math.max(last, ...next.value.map((row) => Number(row['salvage rowid'])))
    }
  }
  const whole = (await take(rowsFrom(knex, table, 'asc'))) === 'end'
  if (!whole) await take(rowsFrom(knex, table, 'desc', last))
  out.end()
  await Promise.race([once(out, 'finish'), failed])
  return { rows, whole }
}

/**
 * Writes every row that can still be read of a store that cannot be opened, a CSV file for each table. It works on a copy:
 * the store itself is not touched.
 */
export async function saveReadable(folder: string, into: string): Promise<Result<Salvage, 'disk_full' | 'write_failed' | 'store_in_use' | 'nothing_readable'>> {
  const store = join(folder, 'desk.sqlite')
  const copy = join(folder, 'desk.sqlite.salvage')
  if (!existsSync(store)) return refuse('nothing_readable')
  const owner = openConnection(store)
  try {
    await owner.raw('select 1')
  } catch (error) {
    if (storeProblemOf(error) === 'store_in_use') return refuse('store_in_use')
  } finally {
    await owner.destroy()
  }
  try {
    removeStoreFile(copy)
    for (const end of ['', '-wal']) if (existsSync(`${store}${end}`)) copyFileSync(`${store}${end}`, `${copy}${end}`)
    mkdirSync(into, { recursive: true })
    const knex = openForReading(copy)
    try {
      const named = await rowsOf(knex, `select name from sqlite_schema where type = 'table' and sql not like 'create virtual%' and name not like 'sqlite_%' order by name`).catch(() => [])
      let rows = 0
      let unreadable = 0
      let tables = 0
      for (const { name } of named) {
        const table = String(name)
        if (/_(?:data|idx|content|docsize|config)$/.test(table)) continue
        const columns = (await rowsOf(knex, `select name from pragma_table_info('${table}')`)).map((column) => String(column.name))
        const saved = await saveTable(knex, table, columns, join(into, `${table}.csv`))
        tables += 1
        rows += saved.rows
        if (!saved.whole) unreadable += 1
      }
      return tables === 0 ? refuse('nothing_readable') : ok({ tables, rows, unreadable })
    } finally {
      await knex.destroy()
    }
  } catch (error) {
    const problem = copyProblemOf(error)
    return refuse(problem === 'store_damaged' ? 'nothing_readable' : problem)
  } finally {
    removeStoreFile(copy)
  }
}
