import type { Knex } from 'knex'
import { z } from 'zod'
import { learnerStatusSchema, professionSchema } from '@shared/model/field-codes'
import type { LearnerListQuery, ListedLearner } from '../../ports/repositories/learner-record-repository'
import { rowsOf, scalar } from '../dialect'

const listedSchema = z.array(
  z.object({
    id: z.number(),
    externalId: z.string(),
    givenName: z.string(),
    familyName: z.string(),
    credentials: z.string(),
    profession: professionSchema,
    specialty: z.string(),
    portal: z.string(),
    email: z.string(),
    status: learnerStatusSchema,
    claims: z.number(),
    lastClaimAt: z.string().nullable(),
  }),
)

interface Filter {
  readonly sql: string
  readonly bindings: readonly string[]
}

function filterOf(query: LearnerListQuery): Filter {
  const given = [
    ['portal', query.portal],
    ['profession', query.profession],
    ['status', query.status],
  ] as const
  const set = given.flatMap(([column, value]) => (value === undefined ? [] : [{ column, value }]))
  // "is true" hides the equality from the planner, which would take the column out of the order and sort the rest.
  return { sql: set.map(({ column }) => ` and (learners.${column} = ?) is true`).join(''), bindings: set.map(({ value }) => value) }
}

const claimsOf = 'from enrolments join claims on claims.enrolment_id = enrolments.id where enrolments.learner_id = learners.id and claims.status = \'active\''

/** The page's own columns for the learners numbered in `ids`, in the order of `ids`. */
async function hydrate(connection: Knex, ids: readonly number[]): Promise<readonly ListedLearner[]> {
  const rows = await rowsOf(
    connection,
    `select learners.id, learners.external_id as "externalId", learners.given_name as "givenName", learners.family_name as "familyName",
       learners.credentials, learners.profession, learners.specialty, learners.portal, learners.email, learners.status,
       (select count(*) ${claimsOf}) as claims, (select max(claims.claimed_at) ${claimsOf}) as "lastClaimAt"
     from learners where learners.id in (${ids.map(() => '?').join(', ')})`,
    ids,
  )
  const found = new Map(listedSchema.parse(rows).map((row) => [row.id, row]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** Page positions come from an index that holds the filtered columns too, so that a deep page stays an index walk. */
const orders = {
  // The columns between are the index's own: without them every page would sort all names.
  name: 'learners.name_folded, learners.portal, learners.profession, learners.status, learners.id',
  registered: 'learners.registered_at desc, learners.id desc',
} as const

async function idsBy(connection: Knex, order: string, from: string, filter: Filter, offset: number, limit: number): Promise<number[]> {
  if (limit <= 0) return []
  const rows = await rowsOf(connection, `select learners.id ${from}${filter.sql} order by ${order} limit ? offset ?`, [...filter.bindings, limit, offset])
  return rows.map((row) => Number(row.id))
}

// Walks the claims newest first and takes each learner at the newest of theirs.
const fromNewestClaims = `from claims newest join enrolments own on own.id = newest.enrolment_id join learners on learners.id = own.learner_id
  where newest.status = 'active' and not exists (
    select 1 ${claimsOf} and (claims.claimed_at > newest.claimed_at or (claims.claimed_at = newest.claimed_at and claims.id > newest.id)))`
const fromWithoutClaim = `from learners where not exists (select 1 ${claimsOf})`

async function idsByLastClaim(connection: Knex, filter: Filter, query: LearnerListQuery): Promise<number[]> {
  const ids = await idsBy(connection, 'newest.claimed_at desc, newest.id desc', fromNewestClaims, filter, query.offset, query.limit)
  if (ids.length === query.limit) return ids
  const claimants = Number((await scalar(connection, `select count(*) as value ${fromNewestClaims}${filter.sql}`, filter.bindings)) ?? 0)
  const offset = Math.max(0, query.offset - claimants)
  return [...ids, ...(await idsBy(connection, orders.name, fromWithoutClaim, filter, offset, query.limit - ids.length))]
}

/** A page of learners and how many there are under the filter. */
export async function listLearners(connection: Knex, query: LearnerListQuery): Promise<{ total: number; rows: readonly ListedLearner[] }> {
  const filter = filterOf(query)
  const total = Number((await scalar(connection, `select count(*) as value from learners where true${filter.sql}`, filter.bindings)) ?? 0)
  const ids =
    query.sort === 'last_claim'
      ? await idsByLastClaim(connection, filter, query)
      : await idsBy(connection, orders[query.sort], 'from learners where true', filter, query.offset, query.limit)
  return { total, rows: ids.length === 0 ? [] : await hydrate(connection, ids) }
}
