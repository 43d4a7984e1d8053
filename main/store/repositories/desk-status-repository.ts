import type { Knex } from 'knex'
import { z } from 'zod'
import type { DeskStatusRepository, Span, WaitingRow } from '../../ports/repositories/desk-status-repository'
import { preparedRows } from '../prepared-statements'
import { wasReplaced } from './replaced-resets'

const countsSchema = z.object({
  learners: z.number(),
  activities: z.number(),
  claims: z.number(),
  tickets: z.number(),
  ticketsWithoutLearner: z.number(),
  mailWaiting: z.number(),
  mailFailed: z.number(),
  drafts: z.number(),
  openConflicts: z.number(),
  flagged: z.number(),
  checkFindings: z.number(),
})

const outboxIn = (...states: readonly string[]): string => `(select count(*) from outbox where state in (${states.map((state) => `'${state}'`).join(', ')}) and not ${wasReplaced})`
const findingStands = `check_findings.gone_at is null and check_findings.kind <> 'identifier_malformed' and (check_findings.accepted_at is null or check_findings.accepted_evidence <> check_findings.evidence)`
// A ticket waits while its clock runs; one that came in and is not taken up yet is new.
const waitingTickets = `tickets left join ticket_work on ticket_work.ticket_id = tickets.id where coalesce(ticket_work.status, 'new') in ('new', 'open')`
const countsStatement = `select
  (select count(*) from learners) as learners,
  (select count(*) from activities) as activities,
  (select count(*) from claims) as claims,
  (select count(*) from ${waitingTickets}) as tickets,
  (select count(*) from ${waitingTickets} and coalesce(ticket_work.learner_id, tickets.learner_id) is null) as "ticketsWithoutLearner",
  ${outboxIn('queued', 'held')} as "mailWaiting",
  ${outboxIn('failed', 'bounced', 'unknown')} as "mailFailed",
  ${outboxIn('draft')} as drafts,
  (select count(*) from import_conflicts where decision = 'open') as "openConflicts",
  (select count(*) from record_flags) as flagged,
  (select count(*) from check_findings where ${findingStands}) as "checkFindings"`

/** A dry run writes nothing: it is neither the last import nor something done. */
const wasWritten = `jobs.input like '%"dryRun":false%'`
const lastImportStatement = `select id, state, coalesce(finished_at, started_at) as at, progress from jobs where kind = 'import' and ${wasWritten} order by id desc limit 1`
const jobSchema = z.object({ id: z.number(), state: z.string(), at: z.string(), progress: z.string() })
const progressSchema = z.object({ files: z.array(z.object({ refused: z.number() })).default([]) })

const correctionsStatement = `select count(*) as value from audit where operation = 'claims.changeCreditType' and at >= ? and at < ?
  and not exists (select 1 from audit undoing where undoing.undoes_entry_id = audit.id)`
const claimsStatement = `select count(*) as value from claims where claimed_at >= ? and claimed_at < ? and status = 'active'`

const name = `coalesce(learners.given_name || ' ' || learners.family_name, '')`
const ticketRows = `select 'ticket' as kind, case when learners.id is null then 'no_learner' else 'waiting' end as state, tickets.received_at as at,
    ${name} as who, tickets.from_email as email, tickets.subject as what, learners.id as "learnerId", tickets.id as "recordId"
  from tickets left join ticket_work on ticket_work.ticket_id = tickets.id
  left join learners on learners.id = coalesce(ticket_work.learner_id, tickets.learner_id)
  where coalesce(ticket_work.status, 'new') in ('new', 'open')`
const mailRows = (states: string, at: string): string => `select 'mail' as kind, outbox.state as state, ${at} as at, ${name} as who, outbox."to" as email,
    outbox.subject as what, outbox.learner_id as "learnerId", outbox.id as "recordId"
  from outbox left join learners on learners.id = outbox.learner_id where outbox.state in (${states}) and not ${wasReplaced}`
const conflictRows = `select 'conflict' as kind, 'open' as state, null as at, import_conflicts.label as who, '' as email, import_conflicts."column" as what,
    case when import_conflicts.entity = 'learner' then import_conflicts.entity_id end as "learnerId", import_conflicts.id as "recordId"
  from import_conflicts where import_conflicts.decision = 'open'`
const findingRows = `select 'finding' as kind, check_findings.kind as state, check_findings.first_seen_at as at, ${name} as who, '' as email, coalesce(activities.title, '') as what,
    check_findings.learner_id as "learnerId", check_findings.id as "recordId"
  from check_findings left join learners on learners.id = check_findings.learner_id left join activities on activities.id = check_findings.activity_id where ${findingStands}`
const flaggedRows = `select 'flagged' as kind, record_flags.code as state, record_flags.since_at as at,
    coalesce(learners.given_name || ' ' || learners.family_name, record_flags.entity) as who, '' as email, record_flags.field as what, learners.id as "learnerId", record_flags.id as "recordId"
  from record_flags left join learners on record_flags.entity = 'learner' and learners.id = record_flags.entity_id`
const importRows = (where: string): string => `select 'import' as kind, jobs.state as state, coalesce(jobs.finished_at, jobs.started_at) as at, jobs.actor as who, '' as email,
    jobs.input as what, null as "learnerId", jobs.id as "recordId" from jobs where jobs.kind = 'import' and ${wasWritten} and ${where}`

const rowSchema = z.object({
  kind: z.enum(['ticket', 'mail', 'conflict', 'flagged', 'import', 'finding']),
  state: z.string(),
  at: z.string().nullable(),
  who: z.string(),
  email: z.string(),
  what: z.string(),
  learnerId: z.number().nullable(),
  recordId: z.number(),
})
const jobInputSchema = z.object({ folder: z.string().default('') })

/** An import is told by its folder's own name: the path above it is nobody's business on a home page. */
function folderName(input: string): string {
  const { folder } = jobInputSchema.parse(JSON.parse(input))
  return folder.split(/[\\/]/).findLast((part) => part !== '') ?? ''
}

export function createDeskStatusRepository(connection: Knex): DeskStatusRepository {
  const count = async (statement: string, bindings: readonly string[]): Promise<number> => Number((await preparedRows(connection, statement, bindings))[0]?.value ?? 0)
  const first = async (statement: string, limit: number): Promise<readonly WaitingRow[]> => {
    const rows = z.array(rowSchema).parse(await preparedRows(connection, `${statement} limit ?`, [limit]))
    return rows.map((row) => (row.kind === 'import' ? { ...row, what: folderName(row.what) } : row))
  }
  /** The first of several lists, each already in its order. */
  const inTurn = async (limit: number, statements: readonly string[]): Promise<readonly WaitingRow[]> => {
    const found: WaitingRow[] = []
    for (const statement of statements) if (found.length < limit) found.push(...(await first(statement, limit - found.length)))
    return found
  }
  const spanOf = (span: Span): readonly string[] => [span.from, span.before]
  return {
    async hasLearners() {
      return (await count('select exists (select 1 from learners) as value', [])) === 1
    },
    async counts() {
      return countsSchema.parse((await preparedRows(connection, countsStatement, []))[0])
    },
    async lastImport() {
      const [row] = await preparedRows(connection, lastImportStatement, [])
      if (row === undefined) return undefined
      const { progress, ...job } = jobSchema.parse(row)
      return { ...job, refused: progressSchema.parse(JSON.parse(progress)).files.reduce((sum, file) => sum + file.refused, 0) }
    },
    countClaims: (span) => count(claimsStatement, spanOf(span)),
    countCorrections: (span) => count(correctionsStatement, spanOf(span)),
    listWaiting: (limit) => inTurn(limit, [`${ticketRows} order by tickets.received_at, tickets.id`, `${mailRows("'draft', 'queued', 'held'", 'outbox.created_at')} order by outbox.id`]),
    listFailing: (limit) =>
      inTurn(limit, [
        `${mailRows("'failed', 'bounced', 'unknown'", 'outbox.created_at')} order by outbox.id desc`,
        `${importRows("jobs.state in ('failed', 'interrupted') and jobs.id = (select max(latest.id) from jobs latest where latest.kind = 'import')")} order by jobs.id desc`,
        `${findingRows} order by check_findings.id`,
        `${conflictRows} order by import_conflicts.id`,
        `${flaggedRows} order by record_flags.id`,
      ]),
    async listRecent(limit) {
      const handedOver = await first(`${mailRows("'handed_over'", 'coalesce(outbox.handed_over_at, outbox.created_at)')} order by outbox.id desc`, limit)
      const imports = await first(`${importRows('true')} order by jobs.id desc`, limit)
      return [...handedOver, ...imports].sort((left, right) => ((left.at ?? '') < (right.at ?? '') ? 1 : -1)).slice(0, limit)
    },
  }
}
