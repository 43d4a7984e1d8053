import type { Knex } from 'knex'

/** One step of the schema: its number orders it, its file is immutable once merged. */
export interface Migration {
  readonly number: number
  readonly name: string
  up(knex: Knex): Promise<void>
}

/** A text column that holds one of a closed list of codes. */
export function boundedText(table: Knex.CreateTableBuilder, column: string, codes: readonly string[]): void {
  const first = codes[0] ?? ''
  const made = table.text(column).notNullable().checkIn([...codes])
  if (first === '') made.defaultTo('')
}

/** A yes-or-no column, 0 or 1. */
export function flag(table: Knex.CreateTableBuilder, column: string): void {
  table.integer(column).notNullable().defaultTo(0).checkIn(['0', '1'])
}

/** The store's own number, the exchange folder's key, the cells last imported, and the row's version. */
export function externalKey(table: Knex.CreateTableBuilder): void {
  table.increments('id')
  table.text('external_id').notNullable().unique()
  table.text('source')
  table.integer('version').notNullable().defaultTo(1)
}
