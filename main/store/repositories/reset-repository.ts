import type { Knex } from 'knex'
import { z } from 'zod'
import { messageStates } from '@shared/model/field-codes'
import type { Reset, ResetRepository, SentReset } from '../../ports/repositories/reset-repository'
import type { MarkTopic } from '../mark-topic'

const resetRowSchema = z.object({
  id: z.number(),
  learner_id: z.number(),
  outbox_id: z.number(),
  style: z.enum(['one_time_link', 'temporary_password']),
  secret_hash: z.string().nullable(),
  made_at: z.string().nullable(),
  expires_at: z.string().nullable(),
  ended_at: z.string().nullable(),
  ended_reason: z.string(),
})

const sentRowSchema = z.object({ at: z.string(), to: z.string(), state: z.enum(messageStates), last_answer: z.string() })

function resetOf(found: unknown): Reset {
  const row = resetRowSchema.parse(found)
  return {
    id: row.id,
    learnerId: row.learner_id,
    outboxId: row.outbox_id,
    style: row.style,
    secretHash: row.secret_hash,
    madeAt: row.made_at,
    expiresAt: row.expires_at,
    endedAt: row.ended_at,
    endedReason: row.ended_reason,
  }
}

function sentOf(found: unknown): SentReset | undefined {
  if (found === undefined) return undefined
  const row = sentRowSchema.parse(found)
  return { at: row.at, to: row.to, state: row.state, lastAnswer: row.last_answer }
}

export function createResetRepository(connection: Knex, mark: MarkTopic): ResetRepository {
  const ofDesk = (learnerId: number): Knex.QueryBuilder =>
    connection('outbox').where({ learner_id: learnerId, kind: 'reset' }).orderBy('id', 'desc')
  // What was never handed over shows when it was queued.
  const deskColumns = connection.raw('coalesce(handed_over_at, created_at) as at')

  return {
    async add(reset) {
      mark('messages')
      const inserted: { id: number }[] = await connection('resets')
        .insert({ learner_id: reset.learnerId, outbox_id: reset.outboxId, style: reset.style })
        .returning('id')
      const id = inserted[0]?.id
      if (id === undefined) throw new Error('the reset got no number')
      return id
    },
    async findByMessage(outboxId) {
      const row: unknown = await connection('resets').where({ outbox_id: outboxId }).first()
      return row === undefined ? undefined : resetOf(row)
    },
    async listLiving(learnerId) {
      const rows: unknown[] = await connection('resets').where({ learner_id: learnerId }).whereNull('ended_at').orderBy('id')
      return rows.map(resetOf)
    },
    async keepSecret(id, secret) {
      mark('messages')
      await connection('resets').where({ id }).update({ secret_hash: secret.hash, made_at: secret.madeAt, expires_at: secret.expiresAt })
    },
    async end(id, at, reason) {
      mark('messages')
      await connection('resets').where({ id }).whereNull('ended_at').update({ ended_at: at, ended_reason: reason })
    },
    async findLastOfDesk(learnerId) {
      return sentOf(await ofDesk(learnerId).whereNotIn('state', ['draft', 'failed', 'bounced']).first(deskColumns, 'to', 'state', 'last_answer'))
    },
    async findLast(learnerId) {
      const desk = sentOf(await ofDesk(learnerId).first(deskColumns, 'to', 'state', 'last_answer'))
      const platform = sentOf(
        await connection('platform_messages')
          .where({ learner_id: learnerId, kind: 'reset' })
          .orderBy([{ column: 'sent_at', order: 'desc' }, { column: 'id', order: 'desc' }])
          .first('sent_at as at', 'to', 'state', connection.raw("'' as last_answer")),
      )
      if (desk === undefined || platform === undefined) return desk ?? platform
      return desk.at >= platform.at ? desk : platform
    },
  }
}
