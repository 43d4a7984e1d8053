import type { Knex } from 'knex'
import { rowsOf } from '../dialect'
import type { StoredValue } from './exchange-tables'

/**
 * Statements that take a whole chunk of rows as one bound JSON text: a statement for each row would cost more than the
 * rows themselves, and a search index kept by triggers is then brought up to date once. SQLite's own JSON functions show here
 * and nowhere else; PostgreSQL has `jsonb_array_elements` for the same.
 */
export type ChunkRow = readonly StoredValue[]

const chunk = 'jsonb_each(?) as chunk'
const item = (index: number): string => `(chunk.value ->> ${index})`
const quoted = (name: string): string => `"${name}"`

/** Inserts the rows; answers the new numbers in the order of the rows. */
export async function insertRows(connection: Knex, table: string, columns: readonly string[], rows: readonly ChunkRow[]): Promise<readonly number[]> {
  if (rows.length === 0) return []
  const sql = `insert into ${quoted(table)} (${columns.map(quoted).join(', ')}) select ${columns.map((_, index) => item(index)).join(', ')} from ${chunk} order by chunk.key returning id`
  const inserted = await rowsOf(connection, sql, [JSON.stringify(rows)])
  // Numbers are given out in order; the order in which they come back is not promised.
  return inserted.map((row) => Number(row.id)).sort((one, other) => one - other)
}

/** Updates by number, which stands first in each row; the version rises. */
export async function updateRows(connection: Knex, table: string, columns: readonly string[], rows: readonly ChunkRow[]): Promise<void> {
  if (rows.length === 0) return
  const sets = columns.map((column, index) => `${quoted(column)} = ${item(index + 1)}`)
  await connection.raw(`update ${quoted(table)} set ${sets.join(', ')}, version = version + 1 from ${chunk} where ${quoted(table)}.id = ${item(0)}`, [JSON.stringify(rows)])
}

/** Sets only `source`, by number. */
export async function rememberRows(connection: Knex, table: string, rows: readonly ChunkRow[]): Promise<void> {
  if (rows.length === 0) return
  await connection.raw(`update ${quoted(table)} set source = ${item(1)} from ${chunk} where ${quoted(table)}.id = ${item(0)}`, [JSON.stringify(rows)])
}

/** Rows of a table whose column is among the values. */
export function rowsAmong(connection: Knex, columns: string, table: string, column: string, values: readonly StoredValue[]): Promise<readonly Record<string, unknown>[]> {
  return rowsOf(connection, `select ${columns} from ${quoted(table)} where ${quoted(column)} in (select value from json_each(?))`, [JSON.stringify(values)])
}

/** Rows joined to a chunk whose items are lists of key parts; `place` is the item's place in the chunk. */
export function rowsByKey(
  connection: Knex,
  table: string,
  parts: readonly { readonly stored: string; readonly via?: string; readonly whole?: true }[],
  keys: readonly (readonly string[])[],
): Promise<readonly Record<string, unknown>[]> {
  // With `cross join` the chunk stays the outer loop, so that each key is one descent of the unique index.
  const joins = parts.map((part, index) => (part.via === undefined ? '' : `cross join ${quoted(part.via)} as parent${index} on parent${index}.external_id = ${item(index)}`))
  const matches = parts.map((part, index) => {
    if (part.via !== undefined) return `record.${quoted(part.stored)} = parent${index}.id`
    return `record.${quoted(part.stored)} = ${part.whole === true ? `cast(${item(index)} as integer)` : item(index)}`
  })
  return rowsOf(
    connection,
    `select chunk.key as place, record.id, record.source from ${chunk} ${joins.join(' ')} cross join ${quoted(table)} as record on ${matches.join(' and ')}`,
    [JSON.stringify(keys)],
  )
}
