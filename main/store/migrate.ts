import type { Knex } from 'knex'
import type { Migration } from './migrations/column-shapes'
import { scalar } from './dialect'

/** Which step the schema stands at, and whether this program knows that step. */
export type SchemaState =
  | { readonly kind: 'new' }
  | { readonly kind: 'known'; readonly at: number }
  | { readonly kind: 'too_new'; readonly at: number }

/** Reads where the schema stands without changing the file. */
export async function readSchemaState(knex: Knex, migrations: readonly Migration[]): Promise<SchemaState> {
  if (!(await knex.schema.hasTable('schema_steps'))) return { kind: 'new' }
  const at = Number((await scalar(knex, 'select max(number) as value from schema_steps')) ?? 0)
  return { kind: at > Math.max(...migrations.map((step) => step.number)) ? 'too_new' : 'known', at }
}

/**
 * Applies the missing steps, each in a transaction of its own with keys off and checked at the end:
 * Knex rebuilds tables for SQLite, which with keys on would delete children in silence.
 */
export async function migrate(knex: Knex, migrations: readonly Migration[], from: number, at: string): Promise<readonly number[]> {
  const applied: number[] = []
  for (const step of migrations.filter((candidate) => candidate.number > from)) {
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
        await step.up(transaction)
        const broken: unknown = await transaction.raw('PRAGMA foreign_key_check')
        if (Array.isArray(broken) && broken.length > 0) throw new Error(`step ${step.name} leaves dangling references`)
        await transaction('schema_steps').insert({ number: step.number, name: step.name, applied_at: at })
      })
    } finally {
      await knex.raw('PRAGMA foreign_keys = ON')
    }
    applied.push(step.number)
  }
  return applied
}
