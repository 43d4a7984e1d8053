import type { Knex } from 'knex'

type Binding = string | number | null

interface Statement {
  all(bindings: readonly Binding[], done: (error: Error | null, rows: unknown) => void): void
  finalize(done: () => void): void
}
interface RawConnection {
  prepare(sql: string, done: (this: Statement, error: Error | null) => void): Statement
}
interface RawClient {
  acquireConnection(): Promise<unknown>
  releaseConnection(connection: unknown): Promise<void>
}

const has = (value: unknown, ...names: readonly string[]): boolean =>
  typeof value === 'object' && value !== null && names.every((name) => typeof Reflect.get(value, name) === 'function')
const isClient = (value: unknown): value is RawClient => has(value, 'acquireConnection', 'releaseConnection')
const isConnection = (value: unknown): value is RawConnection => has(value, 'prepare')

const kept = new WeakMap<RawConnection, Map<string, Promise<Statement>>>()

function prepare(connection: RawConnection, sql: string): Promise<Statement> {
  return new Promise((resolve, reject) => {
    connection.prepare(sql, function prepared(error) {
      if (error === null) resolve(this)
      else reject(error)
    })
  })
}

function statementOn(connection: RawConnection, sql: string): Promise<Statement> {
  const statements = kept.get(connection) ?? new Map<string, Promise<Statement>>()
  kept.set(connection, statements)
  const known = statements.get(sql)
  if (known !== undefined) return known
  const made = prepare(connection, sql)
  statements.set(sql, made)
  made.catch(() => statements.delete(sql))
  return made
}

async function onConnection<Value>(knex: Knex, work: (connection: RawConnection) => Promise<Value>): Promise<Value> {
  const client: unknown = knex.client
  if (!isClient(client)) throw new Error('the store gave no connection')
  const connection = await client.acquireConnection()
  try {
    if (!isConnection(connection)) throw new Error('the connection prepares no statements')
    return await work(connection)
  } finally {
    await client.releaseConnection(connection)
  }
}

/**
 * Rows of a statement that is asked again and again: compiled once per connection and kept, because compiling costs more
 * than answering (a learner's record: eight times as much). `sql` must come from a small fixed set, never from input.
 * PostgreSQL keeps a named statement the same way.
 */
export function preparedRows(knex: Knex, sql: string, bindings: readonly Binding[]): Promise<readonly Record<string, unknown>[]> {
  return onConnection(knex, async (connection) => {
    const statement = await statementOn(connection, sql)
    return new Promise((resolve, reject) => {
      statement.all(bindings, (error, rows) => {
        if (error !== null) reject(error)
        else resolve(Array.isArray(rows) ? rows.filter((row): row is Record<string, unknown> => typeof row === 'object' && row !== null) : [])
      })
    })
  })
}

/** Lets the kept statements go; SQLite does not close a connection that still has one. */
export function releasePrepared(knex: Knex): Promise<void> {
  return onConnection(knex, async (connection) => {
    const statements = [...(kept.get(connection)?.values() ?? [])]
    kept.delete(connection)
    for (const statement of await Promise.all(statements)) await new Promise<void>((done) => statement.finalize(() => done()))
  })
}
