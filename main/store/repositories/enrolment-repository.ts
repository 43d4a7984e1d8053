import type { Knex } from 'knex'
import { z } from 'zod'
import type { Enrolment, EnrolmentRepository } from '../../ports/repositories/enrolment-repository'

const enrolmentRowSchema = z.object({
  id: z.number(),
  external_id: z.string(),
  learner_id: z.number(),
  activity_id: z.number(),
  registered_at: z.string(),
  passed_at: z.string().nullable(),
  evaluated_at: z.string().nullable(),
  event_code_entered_at: z.string().nullable(),
  attended_at: z.string().nullable(),
})

function enrolmentOf(row: z.infer<typeof enrolmentRowSchema>): Enrolment {
  return {
    id: row.id,
    externalId: row.external_id,
    learnerId: row.learner_id,
    activityId: row.activity_id,
    registeredAt: row.registered_at,
    passedAt: row.passed_at,
    evaluatedAt: row.evaluated_at,
    eventCodeEnteredAt: row.event_code_entered_at,
    attendedAt: row.attended_at,
  }
}

export function createEnrolmentRepository(connection: Knex): EnrolmentRepository {
  return {
    async find(id) {
      const row: unknown = await connection('enrolments').where({ id }).first(Object.keys(enrolmentRowSchema.shape))
      return row === undefined ? undefined : enrolmentOf(enrolmentRowSchema.parse(row))
    },
  }
}
