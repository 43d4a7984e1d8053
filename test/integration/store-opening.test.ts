import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { fixedClock } from '../../main/adapters/system-clock'
import { openStore } from '../../main/store/open-store'
import { migrations } from '../../main/store/migrations'
import { openTemporaryDesk, sampleNow, type TemporaryDesk } from '../support/temporary-desk'

describe('opening a data folder', () => {
  let desk: TemporaryDesk | undefined
  afterEach(async () => desk?.remove())

  it('has one owner at a time', async () => {
    desk = await openTemporaryDesk()
    const second = await openStore(desk.folder, fixedClock(sampleNow))
    expect(second).toEqual({ ok: false, error: { code: 'store_in_use' } })
  })

  it('opens again after its owner has gone', async () => {
    desk = await openTemporaryDesk()
    desk = await desk.reopen()
    expect(await desk.services.history.verify()).toEqual({ verified: 0, brokenAt: null })
  })

  it('refuses a store that a newer program has migrated', async () => {
    desk = await openTemporaryDesk()
    await desk.store.close()
    const older = migrations.slice(0, 1)
    expect(await openStore(desk.folder, fixedClock(sampleNow), older)).toMatchObject({ ok: false, error: { code: 'database_too_new' } })
    desk = await openTemporaryDesk(sampleNow, desk.folder)
  })

  it('says that a file which is no store is damaged, and leaves it', async () => {
    desk = await openTemporaryDesk()
    const folder = `${desk.folder}-damaged`
    const opened = await openStore(folder, fixedClock(sampleNow))
    if (!opened.ok) throw new Error(opened.error.code)
    await opened.value.close()
    await writeFile(join(folder, 'desk.sqlite'), 'not a database, but long enough to be looked at as one'.repeat(100))
    expect(await openStore(folder, fixedClock(sampleNow))).toEqual({ ok: false, error: { code: 'store_damaged' } })
  })
})
