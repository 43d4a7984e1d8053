import { chmodSync, copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ok, refuse, type Result } from '@shared/model/result'
import type { Clock } from '../ports/clock'
import type { CopyProblem } from '../ports/store-copy'
import type { UnitOfWork } from '../ports/unit-of-work'
import { copyProblemOf, makeCheckedCopy, removeStoreFile } from './checked-copy'
import { openConnection, storeProblemOf } from './connection'
import { backupFolderName } from './copy-before-migration'
import { sha256OfFile, syncFile, syncNameOf } from './durable'
import { migrate, readSchemaState } from './migrate'
import { migrations as allMigrations } from './migrations'
import type { Migration } from './migrations/column-shapes'
import { releasePrepared } from './prepared-statements'
import { examineStore } from './store-examination'
import { createUnitOfWork } from './unit-of-work'

export type RestoreProblem = 'not_found' | 'backup_damaged' | 'database_too_new' | 'not_a_store' | 'store_in_use' | Exclude<CopyProblem, 'store_damaged'>

/** What was put in the store's place, and where what stood there before lies now. */
export interface RestoredStore {
  readonly sha256: string
  readonly auditEntries: number
  /** Null where there was no store. */
  readonly formerKeptAs: string | null
}

export interface RestoreParts {
  readonly folder: string
  readonly backup: string
  /** The SHA-256 noted when the back-up was made, where it was. */
  readonly expectedSha256?: string | undefined
  readonly clock: Clock
  readonly migrations?: readonly Migration[]
  /** Written into the restored store before it takes the place: its audit entry, and mail nobody can be sure of. */
  prepare(unitOfWork: UnitOfWork, backup: { readonly sha256: string; readonly auditEntries: number }): Promise<void>
}

const storeFile = (folder: string): string => join(folder, 'desk.sqlite')
const building = (folder: string): string => join(folder, 'desk.sqlite.restoring')
const built = (folder: string): string => join(folder, 'desk.sqlite.restored')

/**
 * Gives a restored store its place, if one is complete and waits for it: what a kill in between left to do. The former
 * store's log goes first: beside another file SQLite would replay it, in silence and with a clean integrity check.
 * Answers false when another process is at it.
 */
export async function finishRestore(folder: string): Promise<boolean> {
  removeStoreFile(building(folder))
  if (!existsSync(built(folder))) return true
  const lock = openConnection(join(folder, 'restore.lock'))
  try {
    await lock.raw('select 1')
    if (!existsSync(built(folder))) return true
    for (const end of ['-wal', '-shm', '-journal']) rmSync(`${storeFile(folder)}${end}`, { force: true })
    syncNameOf(storeFile(folder))
    renameSync(built(folder), storeFile(folder))
    syncNameOf(storeFile(folder))
    return true
  } catch (error) {
    if (storeProblemOf(error) === 'store_in_use') return false
    throw error
  } finally {
    await lock.destroy()
  }
}

/** Keeps what stands in the store's place; a sound store as a checked copy, a damaged one as it lies. */
async function keepFormer(folder: string, stamp: string, sound: ReturnType<typeof openConnection> | undefined, migrations: readonly Migration[]): Promise<Result<string | null, CopyProblem>> {
  if (!existsSync(storeFile(folder)) || statSync(storeFile(folder)).size === 0) return ok(null)
  const backups = join(folder, backupFolderName)
  if (sound !== undefined) {
    const name = `before-restore-${stamp}.sqlite`
    const copied = await makeCheckedCopy(sound, join(backups, name), migrations)
    if (copied.ok) return ok(name)
    if (copied.error.code !== 'store_damaged') return copied
  }
  const name = `damaged-${stamp}.sqlite`
  mkdirSync(backups, { recursive: true, mode: 0o700 })
  for (const end of ['', '-wal']) {
    if (!existsSync(`${storeFile(folder)}${end}`)) continue
    copyFileSync(`${storeFile(folder)}${end}`, join(backups, `${name}${end}`))
    syncFile(join(backups, `${name}${end}`))
  }
  syncNameOf(join(backups, name))
  return ok(name)
}

/** Opens the store in place, which takes the folder for this process; undefined where it is no sound store. */
async function takeFolder(folder: string): Promise<Result<ReturnType<typeof openConnection> | undefined, 'store_in_use'>> {
  if (!existsSync(storeFile(folder))) return ok(undefined)
  const knex = openConnection(storeFile(folder))
  try {
    await knex.raw('select 1')
    return ok(knex)
  } catch (error) {
    await knex.destroy()
    const problem = storeProblemOf(error)
    if (problem === 'store_in_use') return refuse('store_in_use')
    if (problem === undefined) throw error
    return ok(undefined)
  }
}

async function buildBeside(parts: RestoreParts, migrations: readonly Migration[]): Promise<Result<{ readonly sha256: string; readonly auditEntries: number }, RestoreProblem>> {
  const file = building(parts.folder)
  removeStoreFile(file)
  copyFileSync(parts.backup, file)
  chmodSync(file, 0o600)
  const sha256 = await sha256OfFile(file)
  if (parts.expectedSha256 !== undefined && parts.expectedSha256 !== sha256) return refuse('backup_damaged')
  const examined = await examineStore(file, migrations)
  if (!examined.ok) return examined
  const found = { sha256, auditEntries: examined.value.auditEntries }
  const knex = openConnection(file)
  try {
    const state = await readSchemaState(knex, migrations)
    if (state.kind === 'known') await migrate(knex, state.missing, parts.clock.now())
    await parts.prepare(createUnitOfWork(knex, () => undefined, { rehearse: () => Promise.reject(new Error('a restored store is not rehearsed')), copyTo: () => Promise.reject(new Error('a restored store is not copied')) }), found)
  } finally {
    await releasePrepared(knex)
    await knex.destroy()
  }
  // Once more: what was written into it must be sound too, and in the one file.
  const again = await examineStore(file, migrations)
  return again.ok ? ok(found) : again
}

/**
 * Puts a back-up in the store's place. It is built beside, read through and brought to the disk; the former store is kept;
 * then one rename decides, and from there on a kill only leaves work that the next opening ends. Whatever is refused
 * leaves the store as it is.
 */
export async function restoreStore(parts: RestoreParts): Promise<Result<RestoredStore, RestoreProblem>> {
  const { folder, backup, clock, migrations = allMigrations } = parts
  if (!existsSync(backup) || !statSync(backup).isFile()) return refuse('not_found')
  let sound: ReturnType<typeof openConnection> | undefined
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (!(await finishRestore(folder))) return refuse('store_in_use')
    const taken = await takeFolder(folder)
    if (!taken.ok) return taken
    sound = taken.value
    const ready = await buildBeside(parts, migrations)
    if (!ready.ok) return ready
    const former = await keepFormer(folder, clock.now().replace(/[-:.]/g, ''), sound, migrations)
    if (!former.ok) return former.error.code === 'store_damaged' ? refuse('write_failed') : refuse(former.error.code)
    syncFile(building(folder))
    renameSync(building(folder), built(folder))
    syncNameOf(built(folder))
    // Closed only now: until the restored store is complete nobody else may have the folder.
    await sound?.destroy()
    sound = undefined
    if (!(await finishRestore(folder))) return refuse('store_in_use')
    return ok({ ...ready.value, formerKeptAs: former.value })
  } catch (error) {
    const problem = copyProblemOf(error)
    return refuse(problem === 'store_damaged' ? 'backup_damaged' : problem)
  } finally {
    await sound?.destroy()
    removeStoreFile(building(folder))
  }
}
