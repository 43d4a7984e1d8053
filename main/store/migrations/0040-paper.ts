import type { Knex } from 'knex'
import type { Migration } from './column-shapes'

/** What holds of paper at any time, kept by the store itself, and the way from a claim to the one it replaced. */
export const paper: Migration = {
  number: 40,
  name: 'paper',
  async up(knex: Knex): Promise<void> {
    await knex.raw(`create unique index certificates_one_current on certificates (claim_id) where state = 'current'`)
    await knex.raw(`create unique index receipts_one_issued on receipts (order_id) where state = 'issued'`)
    await knex.schema.alterTable('claims', (table) => {
      table.index(['superseded_by_claim_id'])
    })
  },
}
