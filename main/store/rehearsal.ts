import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Knex } from 'knex'
import type { Rehearsal } from '../ports/unit-of-work'
import { openConnection } from './connection'
import { copyInto } from './dialect'
import { createUnitOfWork } from './unit-of-work'

const prefix = 'rehearsal-'

/** Takes away copies that a crash left in the data folder: they hold personal data. */
export function removeRehearsals(folder: string): void {
  for (const name of readdirSync(folder)) if (name.startsWith(prefix)) rmSync(join(folder, name), { force: true })
}

/**
 * Copies of the store in the data folder itself, where personal data belongs. A copy lets a dry run do exactly what the
 * real run would, row by row, while the desk stays free between its chunks; one long transaction would block it.
 */
export function createRehearse(knex: Knex, folder: string): () => Promise<Rehearsal> {
  let made = 0
  return async () => {
    made += 1
    const name = `${prefix}${String(process.pid)}-${String(made)}.sqlite`
    const remove = (): void => {
      for (const end of ['', '-wal', '-shm', '-journal']) rmSync(join(folder, `${name}${end}`), { force: true })
    }
    try {
      await copyInto(knex, join(folder, name))
    } catch (error) {
      remove()
      throw error
    }
    const copy = openConnection(join(folder, name))
    // A copy that is thrown away need not survive a power loss.
    await copy.raw('PRAGMA synchronous = OFF')
    return {
      unitOfWork: createUnitOfWork(copy, () => undefined, {
        rehearse: () => Promise.reject(new Error('a rehearsal is not rehearsed')),
        copyTo: () => Promise.reject(new Error('a rehearsal is not copied')),
      }),
      async discard() {
        await copy.destroy()
        remove()
      },
    }
  }
}
