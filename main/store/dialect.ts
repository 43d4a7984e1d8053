import type { Knex } from 'knex'

type Binding = string | number | null | Buffer

/**
 * The one place where a dialect shows: helpers that answer plain rows whatever the driver's shape.
 * SQLite answers an array, PostgreSQL an object with `rows`.
 */
export async function rowsOf(connection: Knex, sql: string, bindings: readonly Binding[] = []): Promise<readonly Record<string, unknown>[]> {
  const answer: unknown = await connection.raw(sql, [...bindings])
  const rows = typeof answer === 'object' && answer !== null && 'rows' in answer ? answer.rows : answer
  if (!Array.isArray(rows)) throw new Error('the store answered no rows')
  return rows.filter((row): row is Record<string, unknown> => typeof row === 'object' && row !== null)
}

/** The column `value` of the first row. */
export async function scalar(connection: Knex, sql: string, bindings: readonly Binding[] = []): Promise<unknown> {
  return (await rowsOf(connection, sql, bindings))[0]?.value
}

/** A consistent copy of the whole store in a new file. */
export async function copyInto(connection: Knex, file: string): Promise<void> {
  await connection.raw('VACUUM INTO ?', [file])
}
