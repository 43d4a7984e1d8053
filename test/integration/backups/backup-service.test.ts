import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { createBackupFolder } from '../../../main/adapters/backup-folder'
import { createBackupJob } from '../../../main/jobs/backup-job'
import { sha256OfFile } from '../../../main/store/durable'
import { valueOf } from '../../support/mail-desk'
import { openTemporaryDesk, sampleNow, type TemporaryDesk } from '../../support/temporary-desk'

describe('back-ups of the desk', () => {
  let desk: TemporaryDesk
  afterEach(async () => desk.remove())

  const open = async (now = sampleNow, at?: string): Promise<void> => {
    desk = await openTemporaryDesk(now, at)
  }
  const name = (value: string): ReturnType<TemporaryDesk['services']['settings']['write']> => desk.services.settings.write({ key: 'desk.name', value }, desk.acting)
  const backups = (): string => join(desk.folder, 'backups')

  it('are kept beside the store with their hash, told in the status bar and the audit', async () => {
    await open()
    await name('Northfield')
    const made = valueOf(await desk.services.backups.make(desk.acting))
    expect(await readdir(backups())).toEqual([made.name, `${made.name}.json`])
    expect(JSON.parse(await readFile(join(backups(), `${made.name}.json`), 'utf8'))).toEqual({ kind: 'asked', at: sampleNow, sha256: await sha256OfFile(join(backups(), made.name)), auditEntries: 1 })
    expect(valueOf(await desk.services.deskStatus.status(desk.acting)).lastBackupAt).toBe(sampleNow)
    expect(valueOf(await desk.services.backups.list()).backups).toMatchObject([{ name: made.name, kind: 'asked', at: sampleNow, bytes: made.bytes }])
    expect(await desk.services.history.verify()).toEqual({ verified: 2, brokenAt: null })
  })

  it('are made by the schedule when hours have passed and something was done, and pruned by the rule', async () => {
    await open()
    const due = async (): Promise<boolean> => valueOf(await desk.services.backups.makeIfDue(desk.acting))
    expect(await due()).toBe(false)
    await name('One')
    expect(await due()).toBe(true)
    expect(await due()).toBe(false)
    const { folder } = desk
    await desk.store.close()
    await open(new Date(Date.parse(sampleNow) + 9 * 3_600_000).toISOString(), folder)
    expect(await due(), 'nothing was done since').toBe(false)
    for (let hour = 1; hour <= 40; hour += 1) {
      await desk.store.close()
      await open(new Date(Date.parse(sampleNow) + hour * 3_600_000).toISOString(), folder)
      await name(`Name ${String(hour)}`)
      expect(await due()).toBe(hour % 4 === 0)
    }
    const kept = valueOf(await desk.services.backups.list()).backups
    expect(kept.map(({ kind }) => kind)).toEqual(kept.map(() => 'scheduled'))
    expect(kept).toHaveLength(7)
    expect(kept[0]?.at).toBe(new Date(Date.parse(sampleNow) + 40 * 3_600_000).toISOString())
    valueOf(await desk.services.settings.write({ key: 'backup.everyHours', value: '0' }, desk.acting))
    await desk.store.close()
    await open('2027-01-01T00:00:00.000Z', folder)
    expect(await due()).toBe(false)
    expect(await desk.services.settings.write({ key: 'backup.everyHours', value: 'often' }, desk.acting)).toMatchObject({ ok: false, error: { code: 'field_malformed' } })
  })

  it('are not begun twice, and half of one is none when the folder cannot be written', async () => {
    await open()
    await name('One')
    const [one, two] = await Promise.all([desk.services.backups.make(desk.acting), desk.services.backups.make(desk.acting)])
    expect(new Set([valueOf(one).name, valueOf(two).name]).size).toBe(2)
    await rm(backups(), { recursive: true })
    await writeFile(backups(), 'a file where the folder belongs')
    expect(await desk.services.backups.make(desk.acting)).toEqual({ ok: false, error: { code: 'write_failed' } })
    expect((await readdir(desk.folder)).filter((file) => file.includes('.part'))).toEqual([])
    await name('Two')
    await rm(backups())
    await mkdir(backups())
    expect(await desk.services.backups.make(desk.acting)).toMatchObject({ ok: true })
  })

  it('are made by the job, which waits for the one under way when it stops', async () => {
    await open()
    await name('One')
    const events: string[] = []
    const job = createBackupJob({ backups: desk.services.backups, operatingSystemUser: 'dana', everyMilliseconds: 5, log: { info: (event) => void events.push(event), fault: (event) => void events.push(event) } })
    job.start()
    await expect.poll(() => events).toContain('backup_made')
    await job.stop()
    expect(await createBackupFolder(desk.folder).list()).toMatchObject([{ kind: 'scheduled' }])
    expect(events).toEqual(['backup_made'])
  })
})
