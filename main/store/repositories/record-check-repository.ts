import type { Knex } from 'knex'
import { z } from 'zod'
import type { Evidence } from '@shared/policy/evidence'
import { recordCheckFixes, recordCheckKinds } from '@shared/policy/record-check'
import {
  recordCheckStates,
  type CheckFinding,
  type FindingChoice,
  type RecordCheckRepository,
  type RecordCheckRun,
} from '../../ports/repositories/record-check-repository'
import { rowsOf } from '../dialect'
import type { MarkTopic } from '../mark-topic'
import { fromJson } from './record-check-claims'

const kind = 'record_check'

const progressSchema = z.object({ done: z.number(), total: z.number(), found: z.number(), learners: z.number(), claims: z.number() })
const runRow = z.object({
  id: z.number(),
  state: z.enum(recordCheckStates),
  actor: z.string(),
  started_at: z.string(),
  finished_at: z.string().nullable(),
  milliseconds: z.number(),
  progress: fromJson(progressSchema),
})

function runOf(found: unknown): RecordCheckRun {
  const row = runRow.parse(found)
  return { id: row.id, state: row.state, actor: row.actor, startedAt: row.started_at, finishedAt: row.finished_at, milliseconds: row.milliseconds, progress: row.progress }
}

const evidenceSchema: z.ZodType<Evidence> = z.object({
  recordKind: z.enum(['learner', 'activity', 'enrolment', 'earned_credit', 'claim', 'certificate', 'membership', 'report', 'exception', 'portal']),
  record: z.string(),
  field: z.string(),
  value: z.string().nullable(),
})

const findingColumns = `check_findings.*, coalesce(learners.external_id, '') as learner, coalesce(learners.given_name || ' ' || learners.family_name, '') as learner_name,
  coalesce(activities.external_id, '') as activity, coalesce(activities.title, '') as activity_title, coalesce(learners.portal, activities.portal, '') as portal,
  coalesce(claims.external_id, '') as claim`
const findingTables = `check_findings left join learners on learners.id = check_findings.learner_id left join activities on activities.id = check_findings.activity_id
  left join claims on claims.id = check_findings.claim_id`
const isAccepted = `(check_findings.accepted_at is not null and check_findings.accepted_evidence = check_findings.evidence)`

const findingRow = z.object({
  id: z.number(),
  version: z.number(),
  key: z.string(),
  kind: z.enum(recordCheckKinds),
  fix: z.enum(recordCheckFixes),
  rows: fromJson(z.array(z.string())),
  evidence: z.string(),
  decides_on: z.string().nullable(),
  learner_id: z.number().nullable(),
  learner: z.string(),
  learner_name: z.string(),
  activity_id: z.number().nullable(),
  activity: z.string(),
  activity_title: z.string(),
  portal: z.string(),
  claim_id: z.number().nullable(),
  claim: z.string(),
  other_learner_id: z.number().nullable(),
  first_seen_at: z.string(),
  last_seen_at: z.string(),
  gone_at: z.string().nullable(),
  accepted_at: z.string().nullable(),
  accepted_by: z.string(),
  accepted_reason: z.string(),
  accepted_evidence: z.string().nullable(),
})

function findingOf(found: unknown): CheckFinding {
  const row = findingRow.parse(found)
  const accepted = row.accepted_at !== null && row.accepted_evidence === row.evidence ? { at: row.accepted_at, by: row.accepted_by, reason: row.accepted_reason } : null
  return {
    id: row.id,
    version: row.version,
    key: row.key,
    kind: row.kind,
    fix: row.fix,
    rows: row.rows,
    evidence: z.array(evidenceSchema).parse(JSON.parse(row.evidence)),
    date: row.decides_on,
    learnerId: row.learner_id,
    learnerExternalId: row.learner,
    learnerName: row.learner_name,
    activityId: row.activity_id,
    activityExternalId: row.activity,
    activityTitle: row.activity_title,
    portal: row.portal,
    claimId: row.claim_id,
    claimExternalId: row.claim,
    otherLearnerId: row.other_learner_id,
    firstSeenAt: row.first_seen_at,
    lastSeenAt: row.last_seen_at,
    goneAt: row.gone_at,
    accepted,
  }
}

/** Gravest kind first; within a kind in the order in which they were first seen. */
const kindOrder = `case check_findings.kind ${recordCheckKinds.map((name, place) => `when '${name}' then ${String(place)}`).join(' ')} end`

function chosen(choice: FindingChoice): { readonly where: string; readonly bindings: readonly (string | number)[] } {
  const state = { open: `check_findings.gone_at is null and not ${isAccepted}`, accepted: `check_findings.gone_at is null and ${isAccepted}`, gone: 'check_findings.gone_at is not null' }[choice.state]
  const parts = [state]
  const bindings: (string | number)[] = []
  const narrow = (condition: string, value: string | number | undefined): void => {
    if (value === undefined) return
    parts.push(condition)
    bindings.push(value)
  }
  narrow('check_findings.kind = ?', choice.kind)
  narrow('check_findings.learner_id = ?', choice.learnerId)
  narrow('coalesce(learners.portal, activities.portal) = ?', choice.portal)
  return { where: parts.join(' and '), bindings }
}

/** SQLite's `excluded` and `json_each`; PostgreSQL has both under the same and a like name. */
const keepStatement = `insert into check_findings (key, kind, fix, learner_id, activity_id, claim_id, other_learner_id, rows, evidence, decides_on, first_seen_at, last_seen_at, last_job_id)
  select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, value ->> 8, value ->> 9, ?, ?, ? from json_each(?) where true
  on conflict (key) do update set fix = excluded.fix, learner_id = excluded.learner_id, activity_id = excluded.activity_id, claim_id = excluded.claim_id,
    other_learner_id = excluded.other_learner_id, rows = excluded.rows, evidence = excluded.evidence, decides_on = excluded.decides_on,
    last_seen_at = excluded.last_seen_at, last_job_id = excluded.last_job_id, gone_at = null`

export function createRecordCheckRepository(connection: Knex, mark: MarkTopic): RecordCheckRepository {
  const jobs = (): Knex.QueryBuilder => connection('jobs').where({ kind })
  const change = async (finding: CheckFinding, fields: Readonly<Record<string, string | null | Knex.Raw>>): Promise<void> => {
    mark('checks')
    await connection('check_findings').where({ id: finding.id }).update({ ...fields, version: finding.version + 1 })
  }
  const noAcceptance = { accepted_at: null, accepted_by: '', accepted_reason: '', accepted_evidence: null } as const
  return {
    async createRun(run) {
      mark('checks')
      const row = { kind, state: 'running', actor: run.actor, started_at: run.startedAt, input: '{}', progress: JSON.stringify(run.progress) }
      const inserted: { id: number }[] = await connection('jobs').insert(row).returning('id')
      const id = inserted[0]?.id
      if (id === undefined) throw new Error('the check got no number')
      return id
    },
    async saveProgress(id, progress, milliseconds) {
      mark('checks')
      await jobs().where({ id }).update({ progress: JSON.stringify(progress), milliseconds })
    },
    async setState(id, state, end) {
      mark('checks')
      await jobs().where({ id }).update({ state, ...(end === undefined ? {} : { finished_at: end.finishedAt, milliseconds: end.milliseconds }) })
    },
    async interruptRunning(at) {
      const changed: number = await jobs().whereIn('state', ['running', 'cancelling']).update({ state: 'interrupted', finished_at: at })
      if (changed > 0) mark('checks')
      return changed
    },
    async latestRun() {
      const row: unknown = await jobs().orderBy('id', 'desc').first()
      return row === undefined ? undefined : runOf(row)
    },
    async latestFinished() {
      const row: unknown = await jobs().where({ state: 'finished' }).orderBy('id', 'desc').first()
      return row === undefined ? undefined : runOf(row)
    },
    async keep(runId, at, faults) {
      // Not told here: a run tells a few times a second, with its progress.
      if (faults.length === 0) return
      const rows = faults.map(({ key, verdict, learnerId, activityId, claimId, otherLearnerId }) => [
        key, verdict.kind, verdict.fix, learnerId, activityId, claimId, otherLearnerId, JSON.stringify(verdict.rows), JSON.stringify(verdict.evidence), verdict.date,
      ])
      await connection.raw(keepStatement, [at, at, runId, JSON.stringify(rows)])
    },
    async settleGone(runId, at) {
      mark('checks')
      const changed: number = await connection('check_findings').whereNull('gone_at').andWhere('last_job_id', '<', runId).update({ gone_at: at })
      return changed
    },
    async find(id) {
      const [row] = await rowsOf(connection, `select ${findingColumns} from ${findingTables} where check_findings.id = ?`, [id])
      return row === undefined ? undefined : findingOf(row)
    },
    async list(choice, page) {
      const { where, bindings } = chosen(choice)
      const rows = await rowsOf(connection, `select ${findingColumns} from ${findingTables} where ${where} order by ${kindOrder}, check_findings.id limit ? offset ?`, [...bindings, page.limit, page.offset])
      return rows.map(findingOf)
    },
    async count(choice) {
      const { where, bindings } = chosen(choice)
      const [row] = await rowsOf(connection, `select count(*) as value from ${findingTables} where ${where}`, bindings)
      return Number(row?.value ?? 0)
    },
    async countByKind() {
      const rows = await rowsOf(
        connection,
        `select kind, sum(case when ${isAccepted} then 0 else 1 end) as open, sum(case when ${isAccepted} then 1 else 0 end) as accepted
         from check_findings where gone_at is null group by kind order by ${kindOrder}`,
      )
      return z.array(z.object({ kind: z.enum(recordCheckKinds), open: z.coerce.number(), accepted: z.coerce.number() })).parse(rows)
    },
    accept(finding, { at, by, reason }) {
      return change(finding, { accepted_at: at, accepted_by: by, accepted_reason: reason, accepted_evidence: connection.raw('evidence') })
    },
    reopen: (finding) => change(finding, noAcceptance),
    markGone: (finding, at) => change(finding, { gone_at: at }),
    bringBack: (finding) => change(finding, { gone_at: null }),
  }
}
