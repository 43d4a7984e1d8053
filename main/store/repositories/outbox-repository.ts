import type { Knex } from 'knex'
import { z } from 'zod'
import { messageKinds, messageStates, shownMessageStates, type ShownMessageState } from '@shared/model/field-codes'
import type { OutboxChanges, OutboxMessage, OutboxRepository } from '../../ports/repositories/outbox-repository'
import type { MarkTopic } from '../mark-topic'
import { wasReplaced } from './replaced-resets'

const rowSchema = z.object({
  id: z.number(),
  version: z.number(),
  learner_id: z.number().nullable(),
  given_name: z.string().nullable(),
  family_name: z.string().nullable(),
  kind: z.enum(messageKinds),
  to: z.string(),
  portal: z.string(),
  subject: z.string(),
  body: z.string(),
  attachments: z.string(),
  state: z.enum(messageStates),
  shown_state: z.enum(shownMessageStates),
  attempts: z.number(),
  last_answer: z.string(),
  message_id: z.string(),
  created_at: z.string(),
  created_by: z.string(),
  held_until: z.string().nullable(),
  next_attempt_at: z.string().nullable(),
  in_flight_since: z.string().nullable(),
  handed_over_at: z.string().nullable(),
})

const referencesSchema = z.array(z.string())
const stateCountSchema = z.object({ state: z.enum(shownMessageStates), count: z.coerce.number() })

function messageOf(row: z.infer<typeof rowSchema>): OutboxMessage {
  return {
    id: row.id,
    version: row.version,
    learnerId: row.learner_id,
    learnerName: [row.given_name, row.family_name].filter((part) => part !== null && part !== '').join(' '),
    kind: row.kind,
    to: row.to,
    portal: row.portal,
    subject: row.subject,
    body: row.body,
    attachments: referencesSchema.parse(JSON.parse(row.attachments)),
    state: row.state,
    replaced: row.shown_state === 'replaced',
    attempts: row.attempts,
    lastAnswer: row.last_answer,
    messageId: row.message_id,
    createdAt: row.created_at,
    createdBy: row.created_by,
    heldUntil: row.held_until,
    nextAttemptAt: row.next_attempt_at,
    inFlightSince: row.in_flight_since,
    handedOverAt: row.handed_over_at,
  }
}

async function messagesOf(query: Knex.QueryBuilder): Promise<readonly OutboxMessage[]> {
  const rows: unknown = await query
  return z.array(rowSchema).parse(rows).map(messageOf)
}

const shownState = `case when ${wasReplaced} then 'replaced' else outbox.state end`

/** Column by column: nothing that merely came in can be written. */
function columnsOf(changes: OutboxChanges): Record<string, string | number | null> {
  const columns = {
    subject: changes.subject,
    body: changes.body,
    state: changes.state,
    attempts: changes.attempts,
    last_answer: changes.lastAnswer,
    held_until: changes.heldUntil,
    next_attempt_at: changes.nextAttemptAt,
    in_flight_since: changes.inFlightSince,
    handed_over_at: changes.handedOverAt,
  }
  return Object.fromEntries(Object.entries(columns).flatMap(([column, value]) => (value === undefined ? [] : [[column, value]])))
}

export function createOutboxRepository(connection: Knex, mark: MarkTopic): OutboxRepository {
  const messages = (): Knex.QueryBuilder =>
    connection('outbox').leftJoin('learners', 'learners.id', 'outbox.learner_id').select('outbox.*', 'learners.given_name', 'learners.family_name', connection.raw(`${shownState} as shown_state`))

  return {
    async add(message) {
      mark('messages')
      const inserted: { id: number }[] = await connection('outbox')
        .insert({
          learner_id: message.learnerId,
          kind: message.kind,
          to: message.to,
          portal: message.portal,
          subject: message.subject,
          body: message.body,
          attachments: JSON.stringify(message.attachments ?? []),
          state: message.state,
          message_id: message.messageId,
          created_at: message.createdAt,
          created_by: message.createdBy,
          held_until: message.heldUntil ?? null,
        })
        .returning('id')
      const id = inserted[0]?.id
      if (id === undefined) throw new Error('the message got no number')
      return id
    },
    async find(id) {
      return (await messagesOf(messages().where({ 'outbox.id': id })))[0]
    },
    list({ offset, limit, state }) {
      const query = messages().orderBy('outbox.id', 'desc').offset(offset).limit(limit)
      return messagesOf(state === undefined ? query : query.whereRaw(`${shownState} = ?`, [state]))
    },
    async count(state) {
      const query = connection('outbox').count({ count: '*' })
      const rows: { count?: number | string }[] = await (state === undefined ? query : query.whereRaw(`${shownState} = ?`, [state]))
      return Number(rows[0]?.count ?? 0)
    },
    async countsByState() {
      const rows: unknown[] = await connection('outbox').groupByRaw(shownState).select(connection.raw(`${shownState} as state`)).count({ count: '*' })
      const counts: Partial<Record<ShownMessageState, number>> = {}
      for (const row of rows.map((found) => stateCountSchema.parse(found))) counts[row.state] = row.count
      return counts
    },
    async update(id, version, changes) {
      mark('messages')
      const written: number = await connection('outbox').where({ id, version }).update({ ...columnsOf(changes), version: version + 1 })
      return written === 1 ? version + 1 : 'stale'
    },
    async removeDraft(id, version) {
      mark('messages')
      const removed: number = await connection('outbox').where({ id, version, state: 'draft' }).del()
      return removed === 1
    },
    listWaiting(now, everything) {
      const due = (query: Knex.QueryBuilder): void => {
        for (const column of ['outbox.held_until', 'outbox.next_attempt_at']) {
          void query.where((either) => void either.whereNull(column).orWhere(column, '<=', now))
        }
      }
      return messagesOf(
        messages()
          .whereNull('outbox.in_flight_since')
          .whereIn('outbox.state', everything ? ['queued', 'held'] : ['queued'])
          .modify((query) => {
            if (!everything) due(query)
          })
          .orderBy('outbox.id'),
      )
    },
    listInterrupted() {
      return messagesOf(messages().whereNotNull('outbox.in_flight_since').orderBy('outbox.id'))
    },
  }
}
