import type { Knex } from 'knex'
import type { Migration } from './column-shapes'

/** Finds certificates nobody has printed without reading through the printed ones and their bytes. */
export const printingAhead: Migration = {
  number: 110,
  name: 'printing-ahead',
  async up(knex: Knex): Promise<void> {
    await knex.raw('create index certificates_never_printed on certificates (id) where bytes is null')
  },
}
