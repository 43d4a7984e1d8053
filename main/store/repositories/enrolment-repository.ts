import type { Knex } from 'knex'
import { z } from 'zod'
import type { EnrolmentChanges } from '@shared/policy/enrolment-correction'
import type { Enrolment, EnrolmentProgress, EnrolmentRepository } from '../../ports/repositories/enrolment-repository'
import type { MarkTopic } from '../mark-topic'

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

const progressRowSchema = z.object({
  id: z.number(),
  version: z.number(),
  learner_id: z.number(),
  activity_id: z.number(),
  pretest_at: z.string().nullable(),
  passed_at: z.string().nullable(),
  evaluated_at: z.string().nullable(),
  attended_at: z.string().nullable(),
  event_code_entered_at: z.string().nullable(),
  attempts_used: z.number().nullable(),
  best_percent: z.number().nullable(),
  segments_done: z.number().nullable(),
  segments_total: z.number().nullable(),
})

function progressOf(row: z.infer<typeof progressRowSchema>): EnrolmentProgress {
  return {
    id: row.id,
    version: row.version,
    learnerId: row.learner_id,
    activityId: row.activity_id,
    fields: {
      pretestAt: row.pretest_at,
      passedAt: row.passed_at,
      evaluatedAt: row.evaluated_at,
      attendedAt: row.attended_at,
      eventCodeEnteredAt: row.event_code_entered_at,
      attemptsUsed: row.attempts_used,
      bestPercent: row.best_percent,
      segmentsDone: row.segments_done,
      segmentsTotal: row.segments_total,
    },
  }
}

/** Column by column: nothing that merely came in can be written. */
function columnsOf(changes: EnrolmentChanges): Readonly<Record<string, string | number | null>> {
  const columns: Readonly<Record<string, string | number | null | undefined>> = {
    pretest_at: changes.pretestAt,
    passed_at: changes.passedAt,
    evaluated_at: changes.evaluatedAt,
    attended_at: changes.attendedAt,
    event_code_entered_at: changes.eventCodeEnteredAt,
    attempts_used: changes.attemptsUsed,
    best_percent: changes.bestPercent,
    segments_done: changes.segmentsDone,
    segments_total: changes.segmentsTotal,
  }
  return Object.fromEntries(Object.entries(columns).flatMap(([column, value]) => (value === undefined ? [] : [[column, value]])))
}

export function createEnrolmentRepository(connection: Knex, mark: MarkTopic): EnrolmentRepository {
  return {
    async find(id) {
      const row: unknown = await connection('enrolments').where({ id }).first(Object.keys(enrolmentRowSchema.shape))
      return row === undefined ? undefined : enrolmentOf(enrolmentRowSchema.parse(row))
    },
    async findProgress(id) {
      const row: unknown = await connection('enrolments').where({ id }).first(Object.keys(progressRowSchema.shape))
      return row === undefined ? undefined : progressOf(progressRowSchema.parse(row))
    },
    async update(id, version, changes) {
      mark('enrolments')
      const written: number = await connection('enrolments').where({ id, version }).update({ ...columnsOf(changes), version: version + 1 })
      return written === 1 ? version + 1 : 'stale'
    },
  }
}
