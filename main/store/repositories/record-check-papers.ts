import type { Knex } from 'knex'
import { z } from 'zod'
import { certificateStates, reportingBodies, reportStates } from '@shared/model/field-codes'
import type { SharedIdentifierFacts } from '@shared/policy/record-check-identifiers'
import type { RecordScanRepository } from '../../ports/repositories/record-check-repository'
import { preparedRows } from '../prepared-statements'
import { jsonRows } from '../json-statement'
import { claimStateColumn, fromJson } from './record-check-claims'

const inForceBeside = `other.state = 'current' and other.id <> certificates.id and (other.claim_id = certificates.claim_id or other.id = certificates.replaces_certificate_id)`
const certificatesStatement = `select certificates.number, certificates.state, certificates.learner_id, claims.id as claim_id, claims.external_id as claim, claims.status,
    enrolments.activity_id, (select json_group_array(other.number order by other.id) from certificates as other where ${inForceBeside}) as others
  from certificates join claims on claims.id = certificates.claim_id join enrolments on enrolments.id = claims.enrolment_id
  where certificates.id > ? and certificates.id <= ? and certificates.state = 'current' and (
    claims.status <> 'active'
    or exists (select 1 from certificates as other where other.claim_id = certificates.claim_id and other.state = 'current' and other.id < certificates.id)
    or exists (select 1 from certificates as other where other.id = certificates.replaces_certificate_id and other.state = 'current' and other.claim_id <> certificates.claim_id))`
const certificateRow = z.object({
  number: z.string(),
  state: z.enum(certificateStates),
  learner_id: z.number(),
  claim_id: z.number(),
  claim: z.string(),
  status: claimStateColumn,
  activity_id: z.number(),
  others: fromJson(z.array(z.string())),
})

const reportsStatement = `select reports.body, reports.state, reports.at, claims.id as claim_id, claims.external_id as claim, claims.status, enrolments.learner_id, enrolments.activity_id,
    exists (select 1 from report_corrections where report_corrections.claim_id = claims.id and report_corrections.body = reports.body
      and report_corrections.act = 'withdraw' and report_corrections.state <> 'cancelled') as withdrawn
  from reports join claims on claims.id = reports.claim_id join enrolments on enrolments.id = claims.enrolment_id
  where reports.id > ? and reports.id <= ? and claims.status <> 'active'`
const reportRow = z.object({
  body: z.enum(reportingBodies),
  state: z.enum(reportStates),
  at: z.string(),
  claim_id: z.number(),
  claim: z.string(),
  status: claimStateColumn,
  learner_id: z.number(),
  activity_id: z.number(),
  withdrawn: z.number().transform((value) => value === 1),
})

const identifiersStatement = `select id, external_id, npi, nabp_eprofile_id, birth_month_day, licence_state, licence_number, board, board_id from learners
  where id > ? and id <= ? and (npi || nabp_eprofile_id || birth_month_day || licence_state || licence_number || board || board_id) <> ''`
const identifiersRow = z.object({
  id: z.number(),
  external_id: z.string(),
  npi: z.string(),
  nabp_eprofile_id: z.string(),
  birth_month_day: z.string(),
  licence_state: z.string(),
  licence_number: z.string(),
  board: z.string(),
  board_id: z.string(),
})

const numbersStatement = `select activity_credits.activity_id, activities.external_id as activity, activity_credits.accreditation_number as number
  from activity_credits join activities on activities.id = activity_credits.activity_id
  where activity_credits.id > ? and activity_credits.id <= ? and activity_credits.credit_type = 'acpe'`
const numberRow = z.object({ activity_id: z.number(), activity: z.string(), number: z.string() })

/** The columns of each identifier: a licence is one with its state, a diplomate's number with its board. */
const sharedColumns: Readonly<Record<SharedIdentifierFacts['field'], readonly [string, string]>> = {
  npi: ['npi', `''`],
  nabp_eprofile_id: ['nabp_eprofile_id', `''`],
  licence_number: ['licence_number', 'licence_state'],
  board_id: ['board_id', 'board'],
}
const mostHolders = 20

function sharedStatement([number, issuer]: readonly [string, string]): string {
  const holders = `(select id, external_id, portal, given_name, family_name from learners where learners.${number} = found.number and ${issuer === `''` ? 'true' : `learners.${issuer} = found.issuer`} order by id limit ${String(mostHolders)}) as holder`
  return `select found.number, found.issuer, ${jsonRows({ number: 'holder.id', learnerId: 'holder.external_id', portal: 'holder.portal', name: `holder.given_name || ' ' || holder.family_name` }, holders, 'holder.id')} as holders
    from (select ${number} as number, ${issuer} as issuer from learners where ${number} <> '' and (${number}, ${issuer}) > (?, ?)
      group by ${number}, ${issuer} having count(*) > 1 order by ${number}, ${issuer} limit ?) as found order by found.number, found.issuer`
}
const sharedStatements: Readonly<Record<SharedIdentifierFacts['field'], string>> = {
  npi: sharedStatement(sharedColumns.npi),
  nabp_eprofile_id: sharedStatement(sharedColumns.nabp_eprofile_id),
  licence_number: sharedStatement(sharedColumns.licence_number),
  board_id: sharedStatement(sharedColumns.board_id),
}
const sharedRow = z.object({
  number: z.string(),
  issuer: z.string(),
  holders: fromJson(z.array(z.object({ number: z.number(), learnerId: z.string(), portal: z.string(), name: z.string() }))),
})

/** What the checker reads of certificates, reports and identifiers; part of the scan repository. */
export function createPaperScan(
  connection: Knex,
): Pick<RecordScanRepository, 'listCertificateSuspects' | 'listReportSuspects' | 'listIdentifiers' | 'listActivityNumbers' | 'listSharedIdentifiers'> {
  return {
    async listCertificateSuspects({ after, to }) {
      const rows = z.array(certificateRow).parse(await preparedRows(connection, certificatesStatement, [after, to]))
      return rows.map((row) => ({
        place: { learnerId: row.learner_id, activityId: row.activity_id, claimId: row.claim_id },
        facts: { number: row.number, state: row.state, claim: { id: row.claim, state: row.status }, othersInForce: row.others },
      }))
    },
    async listReportSuspects({ after, to }) {
      const rows = z.array(reportRow).parse(await preparedRows(connection, reportsStatement, [after, to]))
      return rows.map((row) => ({
        place: { learnerId: row.learner_id, activityId: row.activity_id, claimId: row.claim_id },
        facts: { claim: { id: row.claim, state: row.status }, body: row.body, state: row.state, at: row.at, withdrawn: row.withdrawn },
      }))
    },
    async listIdentifiers({ after, to }) {
      const rows = z.array(identifiersRow).parse(await preparedRows(connection, identifiersStatement, [after, to]))
      return rows.map((row) => ({
        place: { learnerId: row.id, activityId: null, claimId: null },
        facts: {
          learnerId: row.external_id,
          npi: row.npi,
          nabpEprofileId: row.nabp_eprofile_id,
          birthMonthDay: row.birth_month_day,
          licenceState: row.licence_state,
          licenceNumber: row.licence_number,
          board: row.board,
          boardId: row.board_id,
        },
      }))
    },
    async listActivityNumbers({ after, to }) {
      const rows = z.array(numberRow).parse(await preparedRows(connection, numbersStatement, [after, to]))
      return rows.map((row) => ({ place: { learnerId: null, activityId: row.activity_id, claimId: null }, facts: { activityId: row.activity, accreditationNumber: row.number } }))
    },
    async listSharedIdentifiers(field, after, limit) {
      const rows = z.array(sharedRow).parse(await preparedRows(connection, sharedStatements[field], [...after, limit]))
      const last = rows.at(-1)
      return {
        suspects: rows.map(({ holders }) => ({
          place: { learnerId: holders[0]?.number ?? null, activityId: null, claimId: null },
          otherLearnerId: holders[1]?.number ?? null,
          facts: { field, holders: holders.map(({ learnerId, portal, name }) => ({ learnerId, portal, name })) },
        })),
        next: rows.length < limit || last === undefined ? null : [last.number, last.issuer],
      }
    },
  }
}
