import { closeSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Knex } from 'knex'
import { copyInto } from './dialect'
import { syncFile, syncNameOf } from './durable'

/** The folder of back-ups and copies inside a data folder. */
export const backupFolderName = 'backups'

/**
 * Keeps the store as it was before steps of the schema are taken: `backups/before-step-after-40.sqlite`. A copy of the
 * same stage made earlier stays until the new one is whole and on the disk.
 */
export async function copyBeforeMigration(knex: Knex, folder: string, at: number): Promise<void> {
  const backups = join(folder, backupFolderName)
  mkdirSync(backups, { recursive: true, mode: 0o700 })
  const copy = join(backups, `before-step-after-${String(at)}.sqlite`)
  const making = `${copy}.part`
  rmSync(making, { force: true })
  // Made first, so that nobody else on the machine can read it; SQLite copies into an empty file too.
  closeSync(openSync(making, 'wx', 0o600))
  await copyInto(knex, making)
  syncFile(making)
  renameSync(making, copy)
  syncNameOf(copy)
}
