import type { Knex } from 'knex'
import type { Migration } from './column-shapes'

/** Every version of a portal's rules that this desk has had in force: never overwritten, so that what was decided by it can be explained. */
export const portalVersions: Migration = {
  number: 81,
  name: 'portal-versions',
  async up(knex: Knex): Promise<void> {
    await knex.schema.createTable('portal_versions', (table) => {
      table.increments('id')
      table.text('key').notNullable()
      table.integer('version').notNullable()
      table.text('profile').notNullable()
      table.text('made_at').notNullable()
      table.text('made_by').notNullable()
      table.text('reason').notNullable()
      table.unique(['key', 'version'])
      table.check('version > 0')
    })
  },
}
