import { ok, refuse, type Result } from '@shared/model/result'
import { openConnection, storeProblemOf } from './connection'
import { rowsOf } from './dialect'
import { readSchemaState } from './migrate'
import type { Migration } from './migrations/column-shapes'
import { createAuditRepository } from './repositories/audit-repository'

/** What a file that is to stand for the store was found to hold. */
export interface Examination {
  readonly auditEntries: number
}

/**
 * Reads a closed store through: every page and index, every reference, the audit's chain of hashes. Afterwards the file
 * stands for itself, without a log beside it. `not_a_store` is a sound database of some other program.
 */
export async function examineStore(file: string, migrations: readonly Migration[]): Promise<Result<Examination, 'backup_damaged' | 'database_too_new' | 'not_a_store'>> {
  const knex = openConnection(file)
  try {
    const integrity = await rowsOf(knex, 'PRAGMA integrity_check(1)')
    if (integrity.length !== 1 || integrity[0]?.integrity_check !== 'ok') return refuse('backup_damaged')
    const state = await readSchemaState(knex, migrations)
    if (state.kind === 'new') return refuse('not_a_store')
    if (state.kind === 'too_new') return refuse('database_too_new', { facts: { at: state.at } })
    if ((await rowsOf(knex, 'PRAGMA foreign_key_check')).length > 0) return refuse('backup_damaged')
    const { verified, brokenAt } = await createAuditRepository(knex, () => undefined).verify()
    if (brokenAt !== null) return refuse('backup_damaged')
    await rowsOf(knex, 'PRAGMA journal_mode = DELETE')
    return ok({ auditEntries: verified })
  } catch (error) {
    if (storeProblemOf(error) === 'store_damaged') return refuse('backup_damaged')
    throw error
  } finally {
    await knex.destroy()
  }
}
