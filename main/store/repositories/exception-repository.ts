import type { Knex } from 'knex'
import { z } from 'zod'
import { exceptionKinds } from '@shared/model/field-codes'
import type { ExceptionRepository, LedgerException } from '../../ports/repositories/exception-repository'
import type { MarkTopic } from '../mark-topic'

const exceptionRowSchema = z.object({
  id: z.number(),
  version: z.number(),
  learner_id: z.number(),
  activity_id: z.number(),
  activity_title: z.string(),
  kind: z.enum(exceptionKinds),
  rule_row: z.string(),
  reason: z.string(),
  approver: z.string(),
  until_on: z.string().nullable(),
  attempts: z.number(),
  created_at: z.string(),
  created_by: z.string(),
  withdrawn_at: z.string().nullable(),
  withdrawn_by: z.string(),
  withdrawn_reason: z.string(),
})

function exceptionOf(row: z.infer<typeof exceptionRowSchema>): LedgerException {
  return {
    id: row.id,
    version: row.version,
    learnerId: row.learner_id,
    activityId: row.activity_id,
    activityTitle: row.activity_title,
    kind: row.kind,
    ruleRow: row.rule_row,
    reason: row.reason,
    approver: row.approver,
    untilOn: row.until_on,
    attempts: row.attempts,
    createdAt: row.created_at,
    createdBy: row.created_by,
    withdrawn: row.withdrawn_at === null ? null : { at: row.withdrawn_at, by: row.withdrawn_by, reason: row.withdrawn_reason },
  }
}

export function createExceptionRepository(connection: Knex, mark: MarkTopic): ExceptionRepository {
  const exceptions = (): Knex.QueryBuilder =>
    connection('exceptions').join('activities', 'activities.id', 'exceptions.activity_id').select('exceptions.*', { activity_title: 'activities.title' })

  // An exception is part of how a learner stands in a course: whoever reads enrolments asks again.
  async function write(id: number, version: number, columns: Readonly<Record<string, string | null>>): Promise<number | 'stale'> {
    mark('enrolments')
    const written: number = await connection('exceptions').where({ id, version }).update({ ...columns, version: version + 1 })
    return written === 1 ? version + 1 : 'stale'
  }

  return {
    async find(id) {
      const row: unknown = await exceptions().where({ 'exceptions.id': id }).first()
      return row === undefined ? undefined : exceptionOf(exceptionRowSchema.parse(row))
    },
    async listOfLearner(learnerId) {
      const rows: unknown = await exceptions().where({ learner_id: learnerId }).orderBy('exceptions.id', 'desc')
      return exceptionRowSchema.array().parse(rows).map(exceptionOf)
    },
    async add(exception) {
      mark('enrolments')
      const inserted: { id: number }[] = await connection('exceptions')
        .insert({
          learner_id: exception.learnerId,
          activity_id: exception.activityId,
          kind: exception.kind,
          rule_row: exception.ruleRow,
          reason: exception.reason,
          approver: exception.approver,
          until_on: exception.untilOn,
          attempts: exception.attempts,
          created_at: exception.createdAt,
          created_by: exception.createdBy,
        })
        .returning('id')
      const id = inserted[0]?.id
      if (id === undefined) throw new Error('the exception got no number')
      return id
    },
    withdraw: (id, version, { at, by, reason }) => write(id, version, { withdrawn_at: at, withdrawn_by: by, withdrawn_reason: reason }),
    putBack: (id, version) => write(id, version, { withdrawn_at: null, withdrawn_by: '', withdrawn_reason: '' }),
  }
}
