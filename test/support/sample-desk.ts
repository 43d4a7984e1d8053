import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Knex } from 'knex'
import { openConnection } from '../../main/store/connection'
import { rowsOf } from '../../main/store/dialect'
import { migrate } from '../../main/store/migrate'
import { migrations } from '../../main/store/migrations'
import { releasePrepared } from '../../main/store/prepared-statements'
import { openTemporaryDesk, sampleNow, type TemporaryDesk } from './temporary-desk'

/** A desk that took the sample's folder in as a person's first start does; `alter` then changes its tables. */
export async function openSampleDesk(alter?: (knex: Knex) => Promise<void>): Promise<TemporaryDesk> {
  const desk = await openTemporaryDesk()
  const started = await desk.services.opening.openSample(desk.acting)
  if (!started.ok) throw new Error(started.error.code)
  await desk.services.imports.ended(started.value.importId)
  if (alter === undefined) return desk
  await desk.store.close()
  await onTables(desk.folder, (knex) => knex.transaction(alter))
  return desk.reopen()
}

/** A desk whose empty tables were filled by `fill` before it was opened. */
export async function openFilledDesk(fill: (knex: Knex) => Promise<void>): Promise<TemporaryDesk> {
  const folder = await mkdtemp(join(tmpdir(), 'cme-desk-'))
  await onTables(folder, async (knex) => {
    await migrate(knex, migrations, sampleNow)
    await knex.transaction(fill)
  })
  return openTemporaryDesk(sampleNow, folder)
}

/** Works on the tables of a closed folder directly, as no part of the desk does. */
export async function onTables<Value>(folder: string, work: (knex: Knex) => Promise<Value>): Promise<Value> {
  const knex = openConnection(join(folder, 'desk.sqlite'))
  try {
    return await work(knex)
  } finally {
    await releasePrepared(knex)
    await knex.destroy()
  }
}

/** The numbers of the one row that a question to the tables finds. */
export async function oneRow(knex: Knex, sql: string): Promise<Readonly<Record<string, number>>> {
  const [row] = await rowsOf(knex, sql)
  if (row === undefined) throw new Error(`no row: ${sql}`)
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [column, Number(value)]))
}
