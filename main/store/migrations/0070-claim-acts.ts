import type { Knex } from 'knex'
import { boundedText, type Migration } from './column-shapes'

/** Claims made at the desk: which act made them, by which topics, on what proof (H27, M14, M23, C12). */
export const claimActs: Migration = {
  number: 70,
  name: 'claim-acts',
  async up(knex: Knex): Promise<void> {
    await knex.schema.createTable('claim_acts', (table) => {
      table.increments('id')
      table.integer('learner_id').notNullable().references('learners.id')
      boundedText(table, 'kind', ['on_behalf', 'aggregate', 'past_credit'])
      table.text('at').notNullable()
      table.text('actor').notNullable()
      table.text('reason').notNullable()
      boundedText(table, 'proof', ['', 'certificate', 'attendance_list', 'platform_archive', 'provider_letter', 'other'])
      table.text('proof_reference').notNullable().defaultTo('')
      table.text('undone_at')
      table.index(['learner_id'])
      table.check(`(kind = 'past_credit') = (proof <> '')`)
    })
    // One act may make many claims; a claim comes of one act, or of none when the platform made it.
    await knex.schema.createTable('claim_act_claims', (table) => {
      table.integer('claim_id').primary().references('claims.id')
      table.integer('claim_act_id').notNullable().references('claim_acts.id')
      table.index(['claim_act_id'])
    })
    await knex.schema.createTable('claimed_topics', (table) => {
      table.increments('id')
      table.integer('claim_id').notNullable().references('claims.id')
      table.integer('earned_credit_id').notNullable().references('earned_credits.id')
      table.text('topic').notNullable()
      table.integer('amount').notNullable()
      table.text('earned_at').notNullable()
      table.index(['claim_id'])
      table.index(['earned_credit_id'])
      table.check('amount > 0')
    })
    // Made for a past credit whose act was undone: the row stays for its void claim, the learner is not enrolled by it.
    await knex.schema.createTable('withdrawn_enrolments', (table) => {
      table.integer('enrolment_id').primary().references('enrolments.id')
      table.text('at').notNullable()
    })
  },
}
