import { join } from 'node:path'
import sqlite3 from 'sqlite3'

type Row = Readonly<Record<string, unknown>>

function all(database: sqlite3.Database, sql: string): Promise<readonly Row[]> {
  return new Promise((resolve, reject) => {
    database.all<Row>(sql, (error, rows) => {
      if (error === null) resolve(rows)
      else reject(error)
    })
  })
}

async function withDatabase<Value>(dataFolder: string, work: (database: sqlite3.Database) => Promise<Value>): Promise<Value> {
  const database = new sqlite3.Database(join(dataFolder, 'desk.sqlite'))
  try {
    return await work(database)
  } finally {
    await new Promise<void>((resolve) => database.close(() => resolve()))
  }
}

// What an import says about itself, and the shadows that search keeps of other tables.
const aboutImports = /^(?:jobs|import_refusals|audit|sqlite_sequence)$|_(?:data|idx|content|docsize|config)$/

/** Every row of every table of a closed store, written out and sorted, but for jobs and audit. */
export function dumpStore(dataFolder: string): Promise<Readonly<Record<string, readonly string[]>>> {
  return withDatabase(dataFolder, async (database) => {
    const tables = await all(database, `select name from sqlite_schema where type = 'table' and sql not like 'create virtual%' order by name`)
    const names = tables.map((table) => String(table.name)).filter((name) => !aboutImports.test(name))
    const dumps = await Promise.all(names.map(async (name) => [name, (await all(database, `select * from "${name}"`)).map((row) => JSON.stringify(row)).sort()] as const))
    return Object.fromEntries(dumps)
  })
}

/** What SQLite finds wrong with a closed store: nothing but `ok`, and no dangling reference. */
export function checkStore(dataFolder: string): Promise<{ readonly integrity: readonly unknown[]; readonly dangling: readonly Row[] }> {
  return withDatabase(dataFolder, async (database) => ({
    integrity: (await all(database, 'PRAGMA integrity_check')).map((row) => row.integrity_check),
    dangling: await all(database, 'PRAGMA foreign_key_check'),
  }))
}

/** The rows a statement answers on a closed store. */
export function queryStore(dataFolder: string, sql: string): Promise<readonly Row[]> {
  return withDatabase(dataFolder, (database) => all(database, sql))
}
