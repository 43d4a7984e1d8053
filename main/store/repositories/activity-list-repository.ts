import type { Knex } from 'knex'
import { z } from 'zod'
import { creditTypeSchema } from '@shared/model/field-codes'
import { formatMoney } from '@shared/model/money'
import { foldForSearch } from '@shared/policy/name-folding'
import type { ActivityListQuery, ActivityListRepository } from '../../ports/repositories/activity-list-repository'
import { rowsOf, scalar } from '../dialect'
import { columnsAs, jsonRows } from '../json-statement'
import { preparedRows } from '../prepared-statements'

const list = z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text)).join(';'))
const yesNo = z.number().transform((value) => (value === 1 ? 'yes' : 'no'))
const plain = z.union([z.string(), z.number(), z.null()]).transform((value) => (value === null ? '' : String(value)))
const money = z.number().nullable().transform((value) => (value === null ? '' : formatMoney(value)))

/** The columns of `activities.csv` beside key, portal and title: the name there, the column here, and how it is read. */
const exchangeFields = [
  ['accreditor', 'accreditor', plain],
  ['joint_provider', 'joint_provider', plain],
  ['format', 'format', plain],
  ['delivery', 'delivery', plain],
  ['release_date', 'release_on', plain],
  ['expiration_date', 'expires_on', plain],
  ['starts_at', 'starts_at', plain],
  ['ends_at', 'ends_at', plain],
  ['location', 'location', plain],
  ['minutes', 'minutes', plain],
  ['pretest_required', 'pretest_required', yesNo],
  ['posttest_required', 'posttest_required', yesNo],
  ['evaluation_required', 'evaluation_required', yesNo],
  ['pass_percent', 'pass_percent', plain],
  ['max_attempts', 'max_attempts', plain],
  ['fee', 'fee', money],
  ['currency', 'currency', plain],
  ['target_professions', 'target_professions', list],
  ['topics', 'topics', list],
  ['event_code', 'event_code', plain],
  ['mobile', 'mobile', plain],
  ['app', 'app', plain],
  ['downloads', 'downloads', list],
  ['question_count', 'question_count', plain],
  ['short_code', 'short_code', plain],
  ['instructor', 'instructor', plain],
  ['achievement', 'achievement', plain],
  ['completion_days', 'completion_days', plain],
  ['claim_days', 'claim_days', plain],
  ['capacity', 'capacity', plain],
  ['source_url', 'source_url', plain],
] as const

const credits = jsonRows(
  columnsAs('activity_credits', { creditType: 'credit_type', maximumAmount: 'max_amount', step: 'step', accreditationNumber: 'accreditation_number', pharmacologyAmount: 'pharmacology_amount' }),
  'activity_credits where activity_credits.activity_id = activities.id',
  'activity_credits.id',
)
const sessions = jsonRows(
  columnsAs('sessions', { id: 'id', externalId: 'external_id', startsAt: 'starts_at', endsAt: 'ends_at', location: 'location', eventCode: 'event_code' }),
  'sessions where sessions.activity_id = activities.id',
  'sessions.starts_at desc, sessions.id',
)
const claims = "(select count(*) from enrolments join claims on claims.enrolment_id = enrolments.id where enrolments.activity_id = activities.id and claims.status = 'active')"

const wholeStatement = `select activities.*, ${credits} as credits, ${sessions} as sessions, ${claims} as claims,
  (select count(*) from enrolments where enrolments.activity_id = activities.id) as enrolments from activities where activities.id = ?`

const amount = z.number().int()
const creditsSchema = z.array(z.object({ creditType: creditTypeSchema, maximumAmount: amount, step: amount.nullable(), accreditationNumber: z.string(), pharmacologyAmount: amount.nullable() }))
const sessionsSchema = z.array(z.object({ id: z.number(), externalId: z.string(), startsAt: z.string(), endsAt: z.string(), location: z.string(), eventCode: z.string() }))
const wholeSchema = z.looseObject({ id: z.number(), external_id: z.string(), title: z.string(), portal: z.string(), credits: z.string(), sessions: z.string(), enrolments: z.number(), claims: z.number() })

const listedSchema = z.array(
  z.object({
    id: z.number(),
    externalId: z.string(),
    title: z.string(),
    portal: z.string(),
    format: z.string(),
    delivery: z.string(),
    expiresOn: z.string().nullable(),
    startsAt: z.string().nullable(),
    expired: z.number().transform((value) => value === 1),
    credits: z.string().transform((text) => creditsSchema.parse(JSON.parse(text))),
    claims: z.number(),
  }),
)

/** An activity is expired from the day after its expiration date, in its portal's zone. */
function expiredCondition(today: ActivityListQuery['today']): { sql: string; bindings: string[] } {
  const portals = Object.entries(today.byPortal)
  const cases = portals.map(() => 'when ? then ?').join(' ')
  const day = portals.length === 0 ? '?' : `case activities.portal ${cases} else ? end`
  return { sql: `(activities.expires_on is not null and activities.expires_on < ${day})`, bindings: [...portals.flat(), today.otherwise] }
}

const literal = (word: string): string => word.replace(/[\\%_]/g, (sign) => `\\${sign}`)

export function createActivityListRepository(connection: Knex): ActivityListRepository {
  return {
    async list(query) {
      const expired = expiredCondition(query.today)
      // Activities are counted in thousands: words are looked for in the titles themselves.
      const words = foldForSearch(query.text ?? '').split(' ').filter((word) => word !== '')
      const conditions = [
        ...(query.portal === undefined ? [] : [{ sql: 'activities.portal = ?', bindings: [query.portal] }]),
        ...(query.expired === undefined ? [] : [{ sql: query.expired ? expired.sql : `not ${expired.sql}`, bindings: expired.bindings }]),
        ...words.map((word) => ({
          sql: `(' ' || activities.title_folded like ? escape '\\' or lower(activities.external_id) like ? escape '\\')`,
          bindings: [`% ${literal(word)}%`, `${literal(word)}%`],
        })),
      ]
      const where = conditions.length === 0 ? '' : ` where ${conditions.map((condition) => condition.sql).join(' and ')}`
      const bindings = conditions.flatMap((condition) => condition.bindings)
      const total = Number((await scalar(connection, `select count(*) as value from activities${where}`, bindings)) ?? 0)
      const rows = await rowsOf(
        connection,
        `select activities.id, activities.external_id as "externalId", activities.title, activities.portal, activities.format, activities.delivery,
           activities.expires_on as "expiresOn", activities.starts_at as "startsAt", ${expired.sql} as expired, ${credits} as credits, ${claims} as claims
         from activities${where} order by activities.title_folded, activities.id limit ? offset ?`,
        [...expired.bindings, ...bindings, query.limit, query.offset],
      )
      return { total, rows: listedSchema.parse(rows) }
    },
    async find(id) {
      const [found] = await preparedRows(connection, wholeStatement, [id])
      if (found === undefined) return undefined
      const row = wholeSchema.parse(found)
      return {
        id: row.id,
        externalId: row.external_id,
        title: row.title,
        portal: row.portal,
        fields: exchangeFields.map(([field, column, reader]) => ({ field, value: reader.parse(row[column]) })),
        credits: creditsSchema.parse(JSON.parse(row.credits)),
        sessions: sessionsSchema.parse(JSON.parse(row.sessions)),
        enrolments: row.enrolments,
        claims: row.claims,
      }
    },
  }
}
