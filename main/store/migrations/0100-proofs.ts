import type { Knex } from 'knex'
import type { Migration } from './column-shapes'

/** The keys that certificates are signed with, and beside each printed certificate what proves it. */
export const proofs: Migration = {
  number: 100,
  name: 'proofs',
  async up(knex: Knex): Promise<void> {
    await knex.schema.createTable('signing_keys', (table) => {
      table.increments('id')
      table.text('key_id').notNullable().unique()
      // Public parts only: the private ones lie in the secret store.
      table.text('public_key').notNullable()
      table.text('created_at').notNullable()
      table.text('retired_at')
    })
    await knex.raw('create unique index signing_keys_one_in_use on signing_keys ((1)) where retired_at is null')
    await knex.schema.alterTable('certificates', (table) => {
      table.text('proof_token')
      table.text('proof_seal')
    })
  },
}
