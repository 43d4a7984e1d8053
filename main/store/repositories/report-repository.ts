import type { Knex } from 'knex'
import { z } from 'zod'
import { creditTypeSchema, reportingBodies, reportStates } from '@shared/model/field-codes'
import {
  reportCorrectionActs,
  reportCorrectionStates,
  type ReportCorrection,
  type ReportRepository,
} from '../../ports/repositories/report-repository'
import type { MarkTopic } from '../mark-topic'

const reportRowSchema = z.object({
  body: z.enum(reportingBodies),
  state: z.enum(reportStates),
  at: z.string(),
  message: z.string(),
})
const correctionRowSchema = z.object({
  id: z.number(),
  claim_id: z.number(),
  body: z.enum(reportingBodies),
  act: z.enum(reportCorrectionActs),
  facts: z.string(),
  state: z.enum(reportCorrectionStates),
  created_at: z.string(),
  last_on: z.string().nullable(),
})
const factsSchema = z.object({ creditType: creditTypeSchema, amount: z.number(), formerCertificate: z.string(), certificate: z.string() })

function correctionOf(row: z.infer<typeof correctionRowSchema>): ReportCorrection {
  return {
    id: row.id,
    claimId: row.claim_id,
    body: row.body,
    act: row.act,
    facts: factsSchema.parse(JSON.parse(row.facts)),
    state: row.state,
    createdAt: row.created_at,
    lastOn: row.last_on,
  }
}

export function createReportRepository(connection: Knex, mark: MarkTopic): ReportRepository {
  return {
    async listOfClaim(claimId) {
      const rows: unknown[] = await connection('reports').where({ claim_id: claimId }).orderBy(['at', 'id'])
      return reportRowSchema.array().parse(rows)
    },
    async queueCorrection(correction) {
      mark('claims')
      const inserted: { id: number }[] = await connection('report_corrections')
        .insert({
          claim_id: correction.claimId,
          body: correction.body,
          act: correction.act,
          facts: JSON.stringify(correction.facts),
          state: 'queued',
          created_at: correction.createdAt,
          last_on: correction.lastOn,
        })
        .returning('id')
      const id = inserted[0]?.id
      if (id === undefined) throw new Error('the report correction got no number')
      return id
    },
    async listCorrectionsOfClaim(claimId) {
      const rows: unknown[] = await connection('report_corrections').where({ claim_id: claimId }).orderBy('id')
      return correctionRowSchema.array().parse(rows).map(correctionOf)
    },
    async cancelCorrection(id) {
      mark('claims')
      const written: number = await connection('report_corrections').where({ id, state: 'queued' }).update({ state: 'cancelled' })
      return written === 1
    },
  }
}
