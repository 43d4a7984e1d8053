import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fixedClock } from '../../../main/adapters/system-clock'
import { rowsOf } from '../../../main/store/dialect'
import { migrate } from '../../../main/store/migrate'
import { migrations } from '../../../main/store/migrations'
import type { Migration } from '../../../main/store/migrations/column-shapes'
import { openStore } from '../../../main/store/open-store'
import { onTables } from '../../support/sample-desk'
import { checkStore, dumpStore, queryStore } from '../../support/store-dump'
import { openTemporaryDesk, sampleNow } from '../../support/temporary-desk'

const clock = fixedClock(sampleNow)
const firstGeneration = migrations.slice(0, 2)

describe('a store of an older generation', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cme-desk-'))
    await onTables(folder, async (knex) => {
      await migrate(knex, firstGeneration, '2026-01-05T09:00:00.000Z')
      await knex('settings').insert({ key: 'desk.name', value: 'Northfield' })
      await knex('number_series').insert({ series: 'CD2026', last: 41 })
    })
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  const copyName = 'before-step-after-20.sqlite'
  const schema = (at: string): Promise<readonly unknown[]> => queryStore(at, 'select name from sqlite_schema order by name')
  const steps = async (at: string): Promise<readonly number[]> => (await queryStore(at, 'select number from schema_steps order by number')).map((row) => Number(row.number))
  const bytes = async (): Promise<string> => createHash('sha256').update(await readFile(join(folder, 'desk.sqlite'))).digest('hex')

  /** The copy, opened as a store of its own. */
  async function copyRows(): Promise<Readonly<Record<string, readonly string[]>>> {
    return onTables(folder, async (knex) => {
      await knex.raw('attach database ? as copy', [join(folder, 'backups', copyName)])
      const read = async (table: string): Promise<readonly string[]> => (await rowsOf(knex, `select * from copy."${table}"`)).map((row) => JSON.stringify(row))
      const names = await rowsOf(knex, `select name from copy.sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name`)
      return Object.fromEntries(await Promise.all(names.map(async ({ name }) => [String(name), await read(String(name))] as const)))
    })
  }

  it('is copied before today’s steps are taken, and the copy holds what it held', async () => {
    const before = await dumpStore(folder)
    const desk = await openTemporaryDesk(sampleNow, folder)
    await desk.store.close()
    expect(await steps(folder)).toEqual(migrations.map(({ number }) => number))
    expect(await queryStore(folder, 'select last from number_series')).toEqual([{ last: 41 }])
    expect(await checkStore(folder)).toEqual({ integrity: ['ok'], dangling: [] })

    expect(await readdir(join(folder, 'backups'))).toEqual([copyName])
    expect((await stat(join(folder, 'backups', copyName))).mode & 0o077).toBe(0)
    const copy = await copyRows()
    expect(copy.settings).toEqual([JSON.stringify({ key: 'desk.name', value: 'Northfield' })])
    expect(copy.schema_steps).toEqual(before.schema_steps)
    expect(copy.number_series).toEqual(before.number_series)
    expect(Object.keys(copy)).not.toContain('learner_search')
  })

  it('opened again takes no step and makes no further copy', async () => {
    await (await openTemporaryDesk(sampleNow, folder)).store.close()
    const first = await stat(join(folder, 'backups', copyName))
    await (await openTemporaryDesk(sampleNow, folder)).store.close()
    expect((await stat(join(folder, 'backups', copyName))).mtimeMs).toBe(first.mtimeMs)
  })

  it.each([
    ['throws half-way', async (knex) => { await knex.schema.dropTable('settings'); throw new Error('half-way') }],
    ['leaves dangling references', async (knex) => { await knex.raw('insert into resets (learner_id, outbox_id, style) values (77, 78, ?)', ['one_time_link']) }],
  ] as readonly (readonly [string, Migration['up']])[])('is as it was when a later step %s', async (_how, up) => {
    const before = await dumpStore(folder)
    const beforeSchema = await schema(folder)
    const broken: readonly Migration[] = [...migrations, { number: 9999, name: 'broken', up }]
    await expect(openStore(folder, clock, broken)).rejects.toThrow()
    expect(await dumpStore(folder)).toEqual(before)
    expect(await schema(folder)).toEqual(beforeSchema)
    expect((await copyRows()).settings).toHaveLength(1)
    const desk = await openTemporaryDesk(sampleNow, folder)
    await desk.store.close()
    expect(await steps(folder)).toEqual(migrations.map(({ number }) => number))
  })

  it('takes a step that was merged with a lower number than the last one taken', async () => {
    const later = migrations.filter(({ number }) => number === 110)
    await onTables(folder, (knex) => migrate(knex, later, sampleNow))
    expect(await steps(folder)).toEqual([10, 20, 110])
    await (await openTemporaryDesk(sampleNow, folder)).store.close()
    expect(await steps(folder)).toEqual(migrations.map(({ number }) => number))
  })

  it('of a newer program is refused and not touched', async () => {
    await onTables(folder, async (knex) => {
      await migrate(knex, migrations.slice(2), sampleNow)
      await knex('schema_steps').insert({ number: 99_990, name: 'from-the-future', applied_at: '2031-01-01T00:00:00.000Z' })
    })
    const before = await bytes()
    const listed = await readdir(folder)
    expect(await openStore(folder, clock)).toEqual({ ok: false, error: { code: 'database_too_new', facts: { at: 99_990 } } })
    expect(await bytes()).toBe(before)
    expect(await readdir(folder)).toEqual(listed)
  })
})
