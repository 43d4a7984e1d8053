import type { Knex } from 'knex'
import { z } from 'zod'
import { claimStates, creditTypeSchema, professionSchema } from '@shared/model/field-codes'
import type { Claim, ClaimRepository, ClaimSource } from '../../ports/repositories/claim-repository'
import { chunksOf } from '../chunks'
import type { MarkTopic } from '../mark-topic'

const claimRowSchema = z.object({
  id: z.number(),
  external_id: z.string(),
  version: z.number(),
  enrolment_id: z.number(),
  credit_type: creditTypeSchema,
  amount: z.number(),
  claimed_at: z.string(),
  status: z.enum(claimStates),
  superseded_by_claim_id: z.number().nullable(),
  certificate_number: z.string(),
  certificate_name: z.string(),
})

/** The columns of a claim beside those of its enrolment and learner, renamed where two tables use one name. */
const sourceColumns = {
  enrolment_external_id: 'enrolments.external_id',
  learner_id: 'enrolments.learner_id',
  activity_id: 'enrolments.activity_id',
  registered_at: 'enrolments.registered_at',
  passed_at: 'enrolments.passed_at',
  evaluated_at: 'enrolments.evaluated_at',
  event_code_entered_at: 'enrolments.event_code_entered_at',
  attended_at: 'enrolments.attended_at',
  given_name: 'learners.given_name',
  family_name: 'learners.family_name',
  learner_certificate_name: 'learners.certificate_name',
  credentials: 'learners.credentials',
  profession: 'learners.profession',
  npi: 'learners.npi',
  nabp_eprofile_id: 'learners.nabp_eprofile_id',
  birth_month_day: 'learners.birth_month_day',
  licence_state: 'learners.licence_state',
  licence_number: 'learners.licence_number',
  board: 'learners.board',
  board_id: 'learners.board_id',
} as const

const sourceRowSchema = claimRowSchema.extend({
  enrolment_external_id: z.string(),
  learner_id: z.number(),
  activity_id: z.number(),
  registered_at: z.string(),
  passed_at: z.string().nullable(),
  evaluated_at: z.string().nullable(),
  event_code_entered_at: z.string().nullable(),
  attended_at: z.string().nullable(),
  given_name: z.string(),
  family_name: z.string(),
  learner_certificate_name: z.string(),
  credentials: z.string(),
  profession: professionSchema,
  npi: z.string(),
  nabp_eprofile_id: z.string(),
  birth_month_day: z.string(),
  licence_state: z.string(),
  licence_number: z.string(),
  board: z.string(),
  board_id: z.string(),
})

function claimOf(row: z.infer<typeof claimRowSchema>): Claim {
  return {
    id: row.id,
    externalId: row.external_id,
    version: row.version,
    enrolmentId: row.enrolment_id,
    creditType: row.credit_type,
    amount: row.amount,
    claimedAt: row.claimed_at,
    state: row.status,
    supersededByClaimId: row.superseded_by_claim_id,
    certificateNumber: row.certificate_number,
    certificateName: row.certificate_name,
  }
}

function sourceOf(row: z.infer<typeof sourceRowSchema>): ClaimSource {
  return {
    claim: claimOf(row),
    enrolment: {
      id: row.enrolment_id,
      externalId: row.enrolment_external_id,
      learnerId: row.learner_id,
      activityId: row.activity_id,
      registeredAt: row.registered_at,
      passedAt: row.passed_at,
      evaluatedAt: row.evaluated_at,
      eventCodeEnteredAt: row.event_code_entered_at,
      attendedAt: row.attended_at,
    },
    learner: {
      id: row.learner_id,
      givenName: row.given_name,
      familyName: row.family_name,
      certificateName: row.learner_certificate_name,
      credentials: row.credentials,
      profession: row.profession,
      npi: row.npi,
      nabpEprofileId: row.nabp_eprofile_id,
      birthMonthDay: row.birth_month_day,
      licenceState: row.licence_state,
      licenceNumber: row.licence_number,
      board: row.board,
      boardId: row.board_id,
    },
  }
}

export function createClaimRepository(connection: Knex, mark: MarkTopic): ClaimRepository {
  async function first(where: Readonly<Record<string, string | number>>): Promise<Claim | undefined> {
    const row: unknown = await connection('claims').where(where).first()
    return row === undefined ? undefined : claimOf(claimRowSchema.parse(row))
  }

  async function listSources(ids: readonly number[]): Promise<readonly ClaimSource[]> {
    const sources: ClaimSource[] = []
    for (const chunk of chunksOf([...new Set(ids)], 1000)) {
      const rows: unknown[] = await connection('claims')
        .join('enrolments', 'enrolments.id', 'claims.enrolment_id')
        .join('learners', 'learners.id', 'enrolments.learner_id')
        .whereIn('claims.id', chunk)
        .orderBy('claims.id')
        .select(Object.keys(claimRowSchema.shape).map((column) => `claims.${column}`))
        .select(sourceColumns)
      sources.push(...sourceRowSchema.array().parse(rows).map(sourceOf))
    }
    return sources
  }

  return {
    find: (id) => first({ id }),
    findByExternalId: (externalId) => first({ external_id: externalId }),
    listSources,
    async findSource(id) {
      return (await listSources([id]))[0]
    },
    async listOfEnrolment(enrolmentId) {
      const rows: unknown = await connection('claims').where({ enrolment_id: enrolmentId }).orderBy('id')
      return claimRowSchema.array().parse(rows).map(claimOf)
    },
    async add({ externalId, enrolmentId, creditType, amount, claimedAt }) {
      mark('claims')
      const inserted: { id: number }[] = await connection('claims')
        .insert({ external_id: externalId, enrolment_id: enrolmentId, credit_type: creditType, amount, claimed_at: claimedAt, status: 'active' })
        .returning('id')
      const id = inserted[0]?.id
      if (id === undefined) throw new Error('the claim got no number')
      return id
    },
    async update(id, version, fields) {
      mark('claims')
      const columns = 'state' in fields ? { status: fields.state } : { credit_type: fields.creditType, amount: fields.amount }
      const written: number = await connection('claims').where({ id, version }).update({ ...columns, version: version + 1 })
      return written === 1 ? version + 1 : 'stale'
    },
  }
}
