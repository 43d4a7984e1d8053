import { closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import type { Topic } from '@shared/contract'
import { ok, refuse, type Result } from '@shared/model/result'
import type { Clock } from '../ports/clock'
import type { UnitOfWork } from '../ports/unit-of-work'
import { makeCheckedCopy } from './checked-copy'
import { openConnection, storeProblemOf, type StoreProblem } from './connection'
import { copyBeforeMigration } from './copy-before-migration'
import { migrate, readSchemaState } from './migrate'
import { migrations as allMigrations } from './migrations'
import type { Migration } from './migrations/column-shapes'
import { createRehearse, removeRehearsals } from './rehearsal'
import { releasePrepared } from './prepared-statements'
import { finishRestore } from './restore-store'
import { createUnitOfWork } from './unit-of-work'

/** An open store: the folder is this process's own until it is closed. */
export interface Store {
  readonly unitOfWork: UnitOfWork
  readonly file: string
  /** Called after each commit with the topics that were written. */
  onChanged(listener: (topics: readonly Topic[]) => void): () => void
  /** Folds the log into the file and lets the folder go. */
  close(): Promise<void>
}

/**
 * Opens the data folder's store, making it when missing and ending a restore that was cut off. Before a migration a copy is written to `backups`.
 * Answers `store_in_use` while another process has it, `database_too_new` (the file untouched), `store_damaged`,
 * `disk_full` or `store_unreadable`.
 */
export async function openStore(
  folder: string,
  clock: Clock,
  migrations: readonly Migration[] = allMigrations,
): Promise<Result<Store, StoreProblem>> {
  const file = join(folder, 'desk.sqlite')
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (!(await finishRestore(folder))) return refuse('store_in_use')
    // Made before SQLite would, so that nobody else on the machine can read it; its log takes the same mode.
    closeSync(openSync(file, 'a', 0o600))
  } catch (error) {
    return refuse(isDiskFull(error) ? 'disk_full' : 'store_unreadable')
  }
  const knex = openConnection(file)
  try {
    const state = await readSchemaState(knex, migrations)
    if (state.kind === 'too_new') {
      await knex.destroy()
      return refuse('database_too_new', { facts: { at: state.at } })
    }
    const missing = state.kind === 'new' ? migrations : state.missing
    if (missing.length > 0 && state.kind === 'known') await copyBeforeMigration(knex, folder, state.at)
    await migrate(knex, missing, clock.now())
  } catch (error) {
    await knex.destroy()
    const problem = storeProblemOf(error)
    if (problem === undefined) throw error
    return refuse(problem)
  }
  removeRehearsals(folder)
  const listeners = new Set<(topics: readonly Topic[]) => void>()
  let closing: Promise<void> | undefined
  const unitOfWork = createUnitOfWork(
    knex,
    (topics) => {
      for (const listener of listeners) listener(topics)
    },
    { rehearse: createRehearse(knex, folder), copyTo: (copy) => makeCheckedCopy(knex, copy, migrations) },
  )
  return ok({
    unitOfWork,
    file,
    onChanged(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      closing ??= releasePrepared(knex).then(() => knex.destroy())
      return closing
    },
  })
}

function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOSPC'
}
