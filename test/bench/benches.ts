import { recordId, recordNumber } from '@shared/model/record-id'
import { compare, type Comparison } from './measure'
import { acting, type PreparedRecords } from './prepared-records'
import { idsOf, type Yardstick } from './yardstick'

export interface Bench {
  readonly name: string
  run(records: PreparedRecords, yardstick: Yardstick): Promise<Comparison>
}

/** Learners spread over the whole store, the same in every run. */
function spread(records: PreparedRecords, sample: number): number {
  return 1 + ((sample * 7919 + 13) % records.learners)
}

const ofLearner = {
  enrolments: 'select * from enrolments where learner_id = ? order by id',
  claims: 'select claims.* from claims join enrolments on enrolments.id = claims.enrolment_id where enrolments.learner_id = ? order by claims.id',
  certificates: 'select id, number, claim_id, state, credit_type, amount, printed_name, form, issued_at, issued_by, reason, ended_at, superseded_by_certificate_id from certificates where learner_id = ? order by id',
  activities: 'select distinct activities.* from activities join enrolments on enrolments.activity_id = activities.id where enrolments.learner_id = ?',
  credits: 'select activity_credits.* from activity_credits join enrolments on enrolments.activity_id = activity_credits.activity_id where enrolments.learner_id = ?',
  sessions: 'select sessions.* from sessions join enrolments on enrolments.activity_id = sessions.activity_id where enrolments.learner_id = ?',
  earned: 'select earned_credits.* from earned_credits join enrolments on enrolments.id = earned_credits.enrolment_id where enrolments.learner_id = ?',
  reports: 'select reports.* from reports join claims on claims.id = reports.claim_id join enrolments on enrolments.id = claims.enrolment_id where enrolments.learner_id = ?',
  memberships: 'select * from memberships where learner_id = ?',
  exceptions: 'select * from exceptions where learner_id = ?',
  orders: 'select * from orders where learner_id = ?',
  lines: 'select order_lines.* from order_lines join orders on orders.id = order_lines.order_id where orders.learner_id = ?',
  messages: 'select * from outbox where learner_id = ?',
  platformMessages: 'select * from platform_messages where learner_id = ?',
  learner: 'select * from learners where id = ?',
} as const

/** Reads rows of the named tables; answers the numbers of the learner's enrolments, which both arms must have. */
function readRows(yardstick: Yardstick, learner: number, names: readonly (keyof typeof ofLearner)[]): string {
  for (const name of names) yardstick.all(ofLearner[name], learner)
  return idsOf(yardstick.all(ofLearner.enrolments, learner), 'id')
}

const diagnose: Bench = {
  name: 'diagnose',
  run: (records, yardstick) =>
    compare(
      'diagnose one learner',
      'no goal; ratio to reading the same rows with better-sqlite3',
      {
        name: 'diagnosis',
        async run(sample) {
          const learner = spread(records, sample)
          const answer = await records.services.diagnoses.ofLearner({ id: recordId('learner', learner) })
          if (!answer.ok || answer.value.findings.length === 0) throw new Error('the learner is not there, or nothing was said')
          // A verdict has no rows to compare: that every enrolment is read is the scenario tests' to show.
          return String(learner)
        },
      },
      {
        name: 'rows',
        run(sample) {
          readRows(yardstick, spread(records, sample), ['learner', 'memberships', 'activities', 'credits', 'sessions', 'earned', 'claims', 'reports', 'exceptions'])
          return String(spread(records, sample))
        },
      },
      400,
      40,
    ),
}

const everyRow = [
  'select * from learners',
  'select * from activities',
  'select * from activity_credits',
  'select claims.*, enrolments.* from claims join enrolments on enrolments.id = claims.enrolment_id',
  'select id, number, claim_id, learner_id, state from certificates',
  'select * from reports',
] as const

const check: Bench = {
  name: 'check',
  run: (records, yardstick) =>
    compare(
      `check ${records.learners.toLocaleString('en-US')} learners’ records`,
      'no goal; ratio to reading the same rows with better-sqlite3',
      {
        name: 'check',
        async run() {
          const run = await records.services.recordChecks.runToEnd(acting)
          if (!run.ok || run.value.state !== 'finished') throw new Error('the check did not end')
          return `${String(run.value.progress.learners)} ${String(run.value.progress.claims)}`
        },
      },
      {
        name: 'rows',
        run() {
          const counts = everyRow.map((sql) => yardstick.count(sql))
          return `${String(counts[0] ?? 0)} ${String(counts[3] ?? 0)}`
        },
      },
      3,
      1,
    ),
}

const find: Bench = {
  name: 'find',
  run: (records, yardstick) =>
    compare(
      'Q1 exact find by e-mail',
      'p50 ≤ 2×, p95 ≤ 3×',
      {
        name: 'finder',
        async run(sample) {
          const [row] = yardstick.all('select email from learners where id = ?', spread(records, sample))
          const text = typeof row === 'object' && row !== null && 'email' in row ? String(row.email) : ''
          const found = await records.services.find.search({ text, limit: 20 })
          if (!found.ok) throw new Error('the finder refused')
          return found.value.hits.filter((hit) => hit.kind === 'learner').map((hit) => recordNumber('learner', hit.id) ?? -1).sort((one, other) => one - other).join(' ')
        },
      },
      {
        name: 'statement',
        run(sample) {
          const [row] = yardstick.all('select email from learners where id = ?', spread(records, sample))
          const text = typeof row === 'object' && row !== null && 'email' in row ? String(row.email) : ''
          return idsOf(yardstick.all('select id, external_id, given_name, family_name, email, portal, profession from learners where email_folded = ?', text.toLowerCase()), 'id')
        },
      },
      400,
      40,
    ),
}

const page: Bench = {
  name: 'page',
  run: (records, yardstick) =>
    compare(
      'Q5 learner page',
      'p50 ≤ 1.0× eight prepared statements',
      {
        name: 'page',
        async run(sample) {
          const record = await records.services.learnerRecords.open({ id: recordId('learner', spread(records, sample)) })
          if (!record.ok) throw new Error('the learner is not there')
          return record.value.enrolments.map((enrolment) => recordNumber('enrolment', enrolment.id) ?? -1).sort((one, other) => one - other).join(' ')
        },
      },
      { name: 'eight statements', run: (sample) => readRows(yardstick, spread(records, sample), ['learner', 'claims', 'certificates', 'activities', 'orders', 'lines', 'messages', 'platformMessages']) },
      400,
      40,
    ),
}

/** Every figure that can be asked for, by name. */
export const benches: readonly Bench[] = [find, page, diagnose, check]
