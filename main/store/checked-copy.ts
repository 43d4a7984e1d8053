import { closeSync, mkdirSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Knex } from 'knex'
import { ok, refuse, type Result } from '@shared/model/result'
import type { CopyProblem, StoreCopy } from '../ports/store-copy'
import { storeProblemOf } from './connection'
import { copyInto } from './dialect'
import { sha256OfFile, syncFile, syncNameOf } from './durable'
import type { Migration } from './migrations/column-shapes'
import { examineStore } from './store-examination'

/** Takes a half-made file away, with what SQLite may have put beside it; where that cannot be, nothing was made. */
export function removeStoreFile(file: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) {
    try {
      rmSync(`${file}${end}`, { force: true })
    } catch (error) {
      copyProblemOf(error)
    }
  }
}

/** The problem an error of the disk stands for; anything else is a bug and is thrown. */
export function copyProblemOf(error: unknown): CopyProblem {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'disk_full'
  const problem = storeProblemOf(error)
  if (problem === 'disk_full' || problem === 'store_damaged') return problem
  if (problem !== undefined || /^E[A-Z]+$/.test(code)) return 'write_failed'
  throw error
}

/**
 * Copies the whole store as it is at one moment into a file: written beside its place, read through, brought to the disk,
 * and only then given its name. A file of that name is replaced in one step or stays.
 */
export async function makeCheckedCopy(knex: Knex, file: string, migrations: readonly Migration[]): Promise<Result<StoreCopy, CopyProblem>> {
  const making = `${file}.part`
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    removeStoreFile(making)
    // Made first, so that nobody else on the machine can read it; SQLite copies into an empty file too.
    closeSync(openSync(making, 'wx', 0o600))
    await copyInto(knex, making)
    const examined = await examineStore(making, migrations)
    if (!examined.ok) {
      removeStoreFile(making)
      return refuse('store_damaged')
    }
    syncFile(making)
    const sha256 = await sha256OfFile(making)
    const bytes = statSync(making).size
    renameSync(making, file)
    syncNameOf(file)
    return ok({ sha256, bytes, auditEntries: examined.value.auditEntries })
  } catch (error) {
    removeStoreFile(making)
    return refuse(copyProblemOf(error))
  }
}
