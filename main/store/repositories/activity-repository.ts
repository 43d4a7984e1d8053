import type { Knex } from 'knex'
import { z } from 'zod'
import { activityFormats, creditTypeSchema, deliveries } from '@shared/model/field-codes'
import type { DesignatedCredit } from '@shared/policy/designated-credit'
import type { Activity, ActivityRepository, DesignatedActivity, Session } from '../../ports/repositories/activity-repository'
import { chunksOf } from '../chunks'

const activityRowSchema = z.object({
  id: z.number(),
  external_id: z.string(),
  portal: z.string(),
  title: z.string(),
  accreditor: z.string(),
  joint_provider: z.string(),
  format: z.enum([...activityFormats, '']),
  delivery: z.enum(deliveries),
  expires_on: z.string().nullable(),
  starts_at: z.string().nullable(),
  ends_at: z.string().nullable(),
  location: z.string(),
  claim_days: z.number().nullable(),
})
const creditRowSchema = z.object({
  activity_id: z.number(),
  credit_type: creditTypeSchema,
  max_amount: z.number(),
  step: z.number().nullable(),
  accreditation_number: z.string(),
  pharmacology_amount: z.number().nullable(),
})
const sessionRowSchema = z.object({
  id: z.number(),
  external_id: z.string(),
  activity_id: z.number(),
  starts_at: z.string(),
  ends_at: z.string(),
  location: z.string(),
})

const activityColumns = Object.keys(activityRowSchema.shape)
const creditColumns = Object.keys(creditRowSchema.shape)
const sessionColumns = Object.keys(sessionRowSchema.shape)

function activityOf(row: z.infer<typeof activityRowSchema>): Activity {
  return {
    id: row.id,
    externalId: row.external_id,
    portal: row.portal,
    title: row.title,
    accreditor: row.accreditor,
    jointProvider: row.joint_provider,
    format: row.format === '' ? null : row.format,
    delivery: row.delivery,
    expiresOn: row.expires_on,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    location: row.location,
    claimDays: row.claim_days,
  }
}

function creditOf(row: z.infer<typeof creditRowSchema>): DesignatedCredit {
  return {
    creditType: row.credit_type,
    maxAmount: row.max_amount,
    step: row.step,
    accreditationNumber: row.accreditation_number === '' ? null : row.accreditation_number,
    pharmacologyAmount: row.pharmacology_amount,
  }
}

function sessionOf(row: z.infer<typeof sessionRowSchema>): Session {
  return { id: row.id, externalId: row.external_id, startsAt: row.starts_at, endsAt: row.ends_at, location: row.location }
}

function grouped<Row extends { activity_id: number }>(rows: readonly Row[]): ReadonlyMap<number, readonly Row[]> {
  const groups = new Map<number, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.activity_id)
    if (group === undefined) groups.set(row.activity_id, [row])
    else group.push(row)
  }
  return groups
}

export function createActivityRepository(connection: Knex): ActivityRepository {
  async function listDesignated(ids: readonly number[]): Promise<ReadonlyMap<number, DesignatedActivity>> {
    const found = new Map<number, DesignatedActivity>()
    for (const chunk of chunksOf([...new Set(ids)], 1000)) {
      const activities: unknown[] = await connection('activities').whereIn('id', chunk).select(activityColumns)
      const credits: unknown[] = await connection('activity_credits').whereIn('activity_id', chunk).orderBy('id').select(creditColumns)
      const sessions: unknown[] = await connection('sessions').whereIn('activity_id', chunk).orderBy(['starts_at', 'id']).select(sessionColumns)
      const creditsOf = grouped(creditRowSchema.array().parse(credits))
      const sessionsOf = grouped(sessionRowSchema.array().parse(sessions))
      for (const row of activityRowSchema.array().parse(activities)) {
        found.set(row.id, {
          activity: activityOf(row),
          credits: (creditsOf.get(row.id) ?? []).map(creditOf),
          sessions: (sessionsOf.get(row.id) ?? []).map(sessionOf),
        })
      }
    }
    return found
  }

  return {
    listDesignated,
    async findDesignated(id) {
      return (await listDesignated([id])).get(id)
    },
  }
}
