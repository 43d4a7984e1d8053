import type { Knex } from 'knex'
import { boundedText, type Migration } from './column-shapes'

/** What the whole-record checker found, kept from run to run: when first, when last, and what somebody accepted. */
export const recordChecks: Migration = {
  number: 80,
  name: 'record-checks',
  async up(knex: Knex): Promise<void> {
    await knex.schema.createTable('check_findings', (table) => {
      table.increments('id')
      // Names the fault: the same in every run while it is there.
      table.text('key').notNullable().unique()
      boundedText(table, 'kind', [
        'required_step_missing', 'more_than_designated', 'same_credit_twice', 'expired_but_claimed_later', 'certificate_without_claim',
        'two_live_certificates', 'void_but_reported', 'identifier_shared', 'identifier_malformed',
      ])
      table.text('fix').notNullable()
      table.integer('learner_id').references('learners.id')
      table.integer('activity_id').references('activities.id')
      table.integer('claim_id').references('claims.id')
      table.integer('other_learner_id').references('learners.id')
      table.text('rows').notNullable()
      table.text('evidence').notNullable()
      table.text('decides_on')
      table.text('first_seen_at').notNullable()
      table.text('last_seen_at').notNullable()
      table.integer('last_job_id').notNullable().references('jobs.id')
      table.text('gone_at')
      table.text('accepted_at')
      table.text('accepted_by').notNullable().defaultTo('')
      table.text('accepted_reason').notNullable().defaultTo('')
      // Acceptance holds for what was seen then: other evidence asks again.
      table.text('accepted_evidence')
      table.integer('version').notNullable().defaultTo(1)
      table.index(['kind', 'gone_at'])
      table.index(['learner_id'])
      table.index(['last_job_id'])
    })
    // The other identifiers have theirs since the first step; shared ones are looked for in each.
    await knex.schema.alterTable('learners', (table) => {
      table.index(['board_id'])
    })
  },
}
