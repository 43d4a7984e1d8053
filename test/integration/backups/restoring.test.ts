import { copyFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fixedClock } from '../../../main/adapters/system-clock'
import { restoreStore, type RestoreParts } from '../../../main/store/restore-store'
import { migrations } from '../../../main/store/migrations'
import { migrate } from '../../../main/store/migrate'
import { onTables } from '../../support/sample-desk'
import { checkStore, dumpStore, queryStore } from '../../support/store-dump'
import { openTemporaryDesk, sampleNow, type TemporaryDesk } from '../../support/temporary-desk'

const nothing = (): Promise<void> => Promise.resolve()

describe('restoring a back-up', () => {
  let desk: TemporaryDesk
  let elsewhere: string
  let backup: string
  beforeEach(async () => {
    desk = await openTemporaryDesk()
    elsewhere = await mkdtemp(join(tmpdir(), 'cme-desk-backup-'))
    backup = join(elsewhere, 'desk.sqlite-copy')
    await name('First')
    expect(await desk.services.backups.copyTo(backup, desk.acting)).toMatchObject({ ok: true, value: { auditEntries: 1 } })
    await name('Second')
  })
  afterEach(async () => {
    await desk.remove()
    await rm(elsewhere, { recursive: true, force: true })
  })

  const name = async (value: string): Promise<void> => {
    expect(await desk.services.settings.write({ key: 'desk.name', value }, desk.acting)).toEqual({ ok: true, value: {} })
  }
  const restore = (more: Partial<RestoreParts> = {}): ReturnType<typeof restoreStore> =>
    restoreStore({ folder: desk.folder, backup, clock: fixedClock(sampleNow), prepare: nothing, ...more })
  const nameNow = async (): Promise<unknown> => (await queryStore(desk.folder, `select value from settings where key = 'desk.name'`))[0]?.value

  it('puts it in the place of the store, and keeps the former one as a back-up that can be restored in turn', async () => {
    await desk.store.close()
    const restored = await restore()
    expect(restored).toMatchObject({ ok: true, value: { auditEntries: 1, formerKeptAs: 'before-restore-20261120T200000000Z.sqlite' } })
    expect(await nameNow()).toBe('First')
    expect((await readdir(desk.folder)).filter((file) => file.startsWith('desk.sqlite'))).toEqual(['desk.sqlite'])
    expect((await stat(join(desk.folder, 'desk.sqlite'))).mode & 0o077).toBe(0)
    const former = join(desk.folder, 'backups', 'before-restore-20261120T200000000Z.sqlite')
    expect(await restore({ backup: former, clock: fixedClock('2026-11-20T21:00:00.000Z') })).toMatchObject({ ok: true })
    expect(await nameNow()).toBe('Second')
    desk = await desk.reopen()
    expect(await desk.services.history.verify()).toMatchObject({ brokenAt: null })
  })

  it('is right beside a log that a killed program left, which holds newer work', async () => {
    // The store and its log as they lie on the disk while the program runs: what a kill leaves.
    for (const end of ['', '-wal']) await copyFile(join(desk.folder, `desk.sqlite${end}`), join(elsewhere, `killed${end}`))
    expect((await stat(join(elsewhere, 'killed-wal'))).size).toBeGreaterThan(0)
    await desk.store.close()
    for (const end of ['', '-wal']) await copyFile(join(elsewhere, `killed${end}`), join(desk.folder, `desk.sqlite${end}`))
    expect(await restore()).toMatchObject({ ok: true })
    expect(await nameNow()).toBe('First')
    expect(await checkStore(desk.folder)).toEqual({ integrity: ['ok'], dangling: [] })
    // The newer work is not lost either.
    expect(await restore({ backup: join(desk.folder, 'backups', 'before-restore-20261120T200000000Z.sqlite') })).toMatchObject({ ok: true })
    expect(await nameNow()).toBe('Second')
  })

  it('ends at the next opening what a kill after the decision left to do, the stale log included', async () => {
    await desk.store.close()
    await copyFile(backup, join(desk.folder, 'desk.sqlite.restored'))
    await writeFile(join(desk.folder, 'desk.sqlite-wal'), await readFile(join(desk.folder, 'desk.sqlite')))
    desk = await openTemporaryDesk(sampleNow, desk.folder)
    await desk.store.close()
    expect(await nameNow()).toBe('First')
    expect(await readdir(desk.folder)).not.toContain('desk.sqlite.restored')
  })

  it.each([
    ['a page was altered', 'backup_damaged', async () => { const bytes = await readFile(backup); bytes.fill(0xff, 8192, 8292); await writeFile(backup, bytes) }],
    ['it is cut off', 'backup_damaged', async () => { const bytes = await readFile(backup); await writeFile(backup, bytes.subarray(0, bytes.length / 2)) }],
    ['it is no database', 'backup_damaged', async () => { await writeFile(backup, 'not a database, but long enough to be looked at as one'.repeat(100)) }],
    ['it is missing', 'not_found', async () => { await rm(backup) }],
    ['an audit entry was altered', 'backup_damaged', async () => { await rm(backup); await desk.store.close(); await onTables(desk.folder, (knex) => knex('audit').where({ id: 1 }).update({ actor: 'somebody else' })); await copyFile(join(desk.folder, 'desk.sqlite'), backup) }],
    ['a newer program wrote it', 'database_too_new', async () => { await rm(backup); await desk.store.close(); await onTables(desk.folder, (knex) => knex('schema_steps').insert({ number: 99_990, name: 'x', applied_at: sampleNow })); await copyFile(join(desk.folder, 'desk.sqlite'), backup); await onTables(desk.folder, (knex) => knex('schema_steps').where({ number: 99_990 }).del()) }],
    ['it is another program’s', 'not_a_store', async () => { await rm(backup); const other = await mkdtemp(join(tmpdir(), 'cme-desk-other-')); await onTables(other, (knex) => knex.schema.createTable('songs', (table) => { table.increments('id') })); await copyFile(join(other, 'desk.sqlite'), backup); await rm(other, { recursive: true }) }],
  ] as readonly (readonly [string, string, () => Promise<void>])[])('changes nothing when %s', async (_how, code, spoil) => {
    await spoil()
    await desk.store.close()
    const before = await dumpStore(desk.folder)
    const files = await readdir(desk.folder)
    expect(await restore()).toMatchObject({ ok: false, error: { code } })
    expect(await dumpStore(desk.folder)).toEqual(before)
    expect(await readdir(desk.folder)).toEqual(files)
  })

  it('is refused when the hash is not the one noted, and while another has the folder', async () => {
    expect(await restore()).toEqual({ ok: false, error: { code: 'store_in_use' } })
    await desk.store.close()
    expect(await restore({ expectedSha256: 'f'.repeat(64) })).toEqual({ ok: false, error: { code: 'backup_damaged' } })
    expect(await nameNow()).toBe('Second')
  })

  it('replaces a store that is damaged, and keeps its bytes', async () => {
    await desk.store.close()
    const rubbish = 'not a database, but long enough to be looked at as one'.repeat(100)
    await writeFile(join(desk.folder, 'desk.sqlite'), rubbish)
    const restored = await restore()
    expect(restored).toMatchObject({ ok: true, value: { formerKeptAs: 'damaged-20261120T200000000Z.sqlite' } })
    expect(await nameNow()).toBe('First')
    expect(await readFile(join(desk.folder, 'backups', 'damaged-20261120T200000000Z.sqlite'), 'utf8')).toBe(rubbish)
  })

  it('takes the steps of today with a back-up of an older generation', async () => {
    await desk.store.close()
    const old = await mkdtemp(join(tmpdir(), 'cme-desk-old-'))
    await onTables(old, async (knex) => {
      await migrate(knex, migrations.slice(0, 2), sampleNow)
      await knex('settings').insert({ key: 'desk.name', value: 'Older' })
    })
    expect(await restore({ backup: join(old, 'desk.sqlite') })).toMatchObject({ ok: true })
    expect(await nameNow()).toBe('Older')
    expect(await queryStore(desk.folder, 'select max(number) as at from schema_steps')).toEqual([{ at: Math.max(...migrations.map(({ number }) => number)) }])
    await rm(old, { recursive: true })
  })

  it('makes a store where there was none', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'cme-desk-empty-'))
    expect(await restore({ folder: join(empty, 'new') })).toMatchObject({ ok: true, value: { formerKeptAs: null } })
    expect(await queryStore(join(empty, 'new'), `select value from settings where key = 'desk.name'`)).toEqual([{ value: 'First' }])
    await rm(empty, { recursive: true })
  })
})
