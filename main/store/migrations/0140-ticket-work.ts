import type { Knex } from 'knex'
import { boundedText, type Migration } from './column-shapes'

const statuses = ['new', 'open', 'pending', 'on_hold', 'solved', 'closed']

/**
 * What the desk does with a ticket, beside the ticket as it came in: its state, whose it is, how long it stood in each
 * state (the promise clock counts from that), what was written, and drafts as they are typed.
 */
export const ticketWork: Migration = {
  number: 140,
  name: 'ticket work',
  async up(knex: Knex): Promise<void> {
    await knex.schema.createTable('ticket_work', (table) => {
      table.integer('ticket_id').primary().references('tickets.id')
      boundedText(table, 'status', statuses)
      // The operator who has it; empty while nobody has.
      table.text('operator').notNullable().defaultTo('')
      // The named contact outside the desk who has it while it is on hold (H22, H46, H52, H55).
      table.text('held_by').notNullable().defaultTo('')
      table.integer('learner_id').references('learners.id')
      table.text('matched_by').notNullable().defaultTo('').checkIn(['', 'source', 'address', 'by_hand'])
      // When the promised reply is due; none while the clock stands.
      table.text('due_at')
      table.text('updated_at').notNullable()
      table.integer('version').notNullable().defaultTo(1)
      table.index(['status', 'due_at'])
      table.index(['learner_id'])
      table.index(['operator', 'status'])
    })
    await knex.schema.createTable('ticket_periods', (table) => {
      table.increments('id')
      table.integer('ticket_id').notNullable().references('tickets.id')
      boundedText(table, 'status', statuses)
      table.text('from_at').notNullable()
      table.text('until_at')
      table.text('by').notNullable()
      table.index(['ticket_id'])
    })
    await knex.schema.createTable('ticket_entries', (table) => {
      table.increments('id')
      table.integer('ticket_id').notNullable().references('tickets.id')
      boundedText(table, 'kind', ['message', 'reply', 'note'])
      table.text('at').notNullable()
      table.text('author').notNullable()
      table.text('address').notNullable().defaultTo('')
      table.text('subject').notNullable().defaultTo('')
      table.text('body').notNullable()
      table.integer('outbox_id').references('outbox.id')
      table.index(['ticket_id'])
    })
    await knex.schema.createTable('ticket_drafts', (table) => {
      table.increments('id')
      table.integer('ticket_id').notNullable().references('tickets.id')
      table.text('operator').notNullable()
      boundedText(table, 'kind', ['reply', 'note'])
      table.text('body').notNullable()
      table.text('saved_at').notNullable()
      table.integer('revision').notNullable()
      table.unique(['ticket_id', 'operator', 'kind'])
    })
  },
}
