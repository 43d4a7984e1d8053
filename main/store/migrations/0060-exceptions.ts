import type { Knex } from 'knex'
import { boundedText, type Migration } from './column-shapes'

/** Rules set aside for one learner in one activity (C10, P8, P25): withdrawn when taken back, never deleted. */
export const exceptions: Migration = {
  number: 60,
  name: 'exceptions',
  async up(knex: Knex): Promise<void> {
    await knex.schema.createTable('exceptions', (table) => {
      table.increments('id')
      table.integer('learner_id').notNullable().references('learners.id')
      table.integer('activity_id').notNullable().references('activities.id')
      boundedText(table, 'kind', ['late_claim', 'extra_attempt', 'more_time'])
      // The row of the rule that is set aside: C9, P7, P24.
      table.text('rule_row').notNullable()
      table.text('reason').notNullable()
      table.text('approver').notNullable()
      table.text('until_on')
      table.integer('attempts').notNullable().defaultTo(0)
      table.text('created_at').notNullable()
      table.text('created_by').notNullable()
      table.integer('version').notNullable().defaultTo(1)
      table.text('withdrawn_at')
      table.text('withdrawn_by').notNullable().defaultTo('')
      table.text('withdrawn_reason').notNullable().defaultTo('')
      table.index(['learner_id', 'activity_id'])
      table.index(['activity_id'])
      table.check(`(kind = 'extra_attempt' and attempts > 0 and until_on is null) or (kind <> 'extra_attempt' and attempts = 0 and until_on is not null)`)
    })
  },
}
