import type { Knex } from 'knex'
import type { Migration } from './migrations/column-shapes'
import { rowsOf } from './dialect'

/** Which steps the schema has taken, and whether this program knows them all. */
export type SchemaState =
  | { readonly kind: 'new' }
  | { readonly kind: 'known'; readonly at: number; readonly missing: readonly Migration[] }
  | { readonly kind: 'too_new'; readonly at: number }

/** Reads where the schema stands without changing the file. A step this program does not know is a newer program's. */
export async function readSchemaState(knex: Knex, migrations: readonly Migration[]): Promise<SchemaState> {
  if (!(await knex.schema.hasTable('schema_steps'))) return { kind: 'new' }
  const taken = new Set((await rowsOf(knex, 'select number from schema_steps')).map((row) => Number(row.number)))
  const at = Math.max(0, ...taken)
  const known = new Set(migrations.map((step) => step.number))
  if ([...taken].some((number) => !known.has(number))) return { kind: 'too_new', at }
  return { kind: 'known', at, missing: migrations.filter((step) => !taken.has(step.number)) }
}

/**
 * Takes the steps in one transaction, all or none, so that a failure or a kill leaves the store as it was. Keys are off
 * meanwhile and checked after each step: Knex rebuilds tables for SQLite, which with keys on would delete children in
 * silence.
 */
export async function migrate(knex: Knex, steps: readonly Migration[], at: string): Promise<void> {
  if (steps.length === 0) return
  await knex.raw('PRAGMA foreign_keys = OFF')
  try {
    await knex.transaction(async (transaction) => {
      if (!(await transaction.schema.hasTable('schema_steps'))) {
        await transaction.schema.createTable('schema_steps', (table) => {
          table.integer('number').primary()
          table.text('name').notNullable()
          table.text('applied_at').notNullable()
        })
      }
      for (const step of steps) {
        await step.up(transaction)
        const broken: unknown = await transaction.raw('PRAGMA foreign_key_check')
        if (Array.isArray(broken) && broken.length > 0) throw new Error(`step ${step.name} leaves dangling references`)
        await transaction('schema_steps').insert({ number: step.number, name: step.name, applied_at: at })
      }
    })
  } finally {
    await knex.raw('PRAGMA foreign_keys = ON')
  }
}
