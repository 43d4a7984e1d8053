import type { HandlerResult } from '@shared/contract'
import type { BackupView } from '@shared/contract/backups'
import type { Instant } from '@shared/model/instant'
import { millisecondsOf } from '@shared/model/instant'
import { ok, type Result } from '@shared/model/result'
import { backupsToPrune } from '@shared/policy/backup-keeping'
import type { Acting } from '../ports/acting'
import type { ShelvedBackup } from '../ports/backup-shelf'
import type { ServicePorts } from '../ports/service-ports'
import type { CopyProblem, StoreCopy } from '../ports/store-copy'
import { settingDefaults } from './setting-values'

/** When the store was last copied and the copy found sound; the status bar shows it. */
const lastBackupSetting = 'backup.lastAt'

export interface BackupService {
  list(): Promise<HandlerResult<'backups.list'>>
  make(acting: Acting): Promise<HandlerResult<'backups.make'>>
  saveCopy(acting: Acting): Promise<HandlerResult<'backups.saveCopy'>>
  /** Copies the store into a file of the caller's: for the command line. */
  copyTo(path: string, acting: Acting): Promise<Result<StoreCopy, CopyProblem>>
  /** Makes a back-up when the schedule asks for one and anything was done since the last; answers whether it did. */
  makeIfDue(acting: Acting): Promise<Result<boolean, CopyProblem>>
}

export function viewOfBackup({ name, kind, at, bytes, sha256 }: ShelvedBackup): BackupView {
  return { name, kind, at, bytes, sha256 }
}

type BackupPorts = Pick<ServicePorts, 'unitOfWork' | 'clock' | 'backups' | 'dialogs' | 'surroundings'>

export function createBackupService({ unitOfWork, clock, backups, dialogs, surroundings }: BackupPorts): BackupService {
  // One at a time: two would write the same pages twice and prune each other's.
  let last: Promise<unknown> = Promise.resolve()
  function alone<Value>(work: () => Promise<Value>): Promise<Value> {
    const next = last.catch(() => undefined).then(work)
    last = next
    return next
  }

  function everyHours(): Promise<number> {
    return unitOfWork.read(async ({ settings }) => Number((await settings.find('backup.everyHours')) ?? settingDefaults['backup.everyHours']))
  }

  async function noteMade(at: Instant, copy: StoreCopy, facts: Readonly<Record<string, string | number>>, acting: Acting): Promise<void> {
    await unitOfWork.run(async ({ settings, audit, exchange }) => {
      await settings.put(lastBackupSetting, at)
      const after = { sha256: copy.sha256, bytes: copy.bytes, auditEntries: copy.auditEntries, ...facts }
      await audit.append({ at, operation: 'backups.make', entity: 'backup', entityId: null, learnerId: null, reason: '', before: {}, after }, acting)
      exchange.announce(['desk'])
      return ok(null)
    })
  }

  async function shelve(kind: 'scheduled' | 'asked', acting: Acting): Promise<HandlerResult<'backups.make'>> {
    const at = clock.now()
    const place = await backups.newPlace(at)
    const copied = await unitOfWork.copyTo(place.path)
    if (!copied.ok) return copied
    await backups.note(place.name, { kind, at, sha256: copied.value.sha256, auditEntries: copied.value.auditEntries })
    const proper = (await backups.list()).filter((backup) => backup.kind === 'scheduled' || backup.kind === 'asked')
    const pruned = backupsToPrune(proper)
    await noteMade(at, copied.value, { name: place.name, pruned: pruned.length }, acting)
    for (const name of pruned) await backups.remove(name)
    return ok({ name: place.name, bytes: copied.value.bytes })
  }

  async function copyTo(path: string, acting: Acting): Promise<Result<StoreCopy, CopyProblem>> {
    const at = clock.now()
    const copied = await unitOfWork.copyTo(path)
    // The path may name a person's own folder; where it went is theirs to know.
    if (copied.ok) await noteMade(at, copied.value, { name: 'a file outside the data folder' }, acting)
    return copied
  }

  return {
    async list() {
      return ok({ folder: surroundings.dataFolder, everyHours: await everyHours(), backups: (await backups.list()).map(viewOfBackup) })
    },
    make: (acting) => alone(() => shelve('asked', acting)),
    copyTo: (path, acting) => alone(() => copyTo(path, acting)),
    async saveCopy(acting) {
      const path = await dialogs.saveFile(`cme-desk-${clock.now().slice(0, 10)}.sqlite`)
      if (path === null) return ok({ saved: false, path: null })
      const copied = await alone(() => copyTo(path, acting))
      return copied.ok ? ok({ saved: true, path }) : copied
    },
    makeIfDue: (acting) =>
      alone(async (): Promise<Result<boolean, CopyProblem>> => {
        const hours = await everyHours()
        if (hours === 0) return ok(false)
        const newest = (await backups.list()).find(({ kind }) => kind === 'scheduled' || kind === 'asked')
        if (newest !== undefined && millisecondsOf(clock.now()) - millisecondsOf(newest.at) < hours * 3_600_000) return ok(false)
        const { newestEntry, operation } = await unitOfWork.read(async ({ audit }) => audit.newest())
        // The entry of the last back-up itself is nothing done.
        if (newestEntry === 0 || (operation === 'backups.make' && newestEntry <= (newest?.auditEntries ?? 0) + 1)) return ok(false)
        const made = await shelve('scheduled', acting)
        return made.ok ? ok(true) : made
      }),
  }
}
