import type { Knex } from 'knex'
import { z } from 'zod'
import { claimStates, creditTypeSchema, deliveries, professionSchema } from '@shared/model/field-codes'
import { civilDateIn } from '@shared/model/instant'
import type { RecordScanRepository } from '../../ports/repositories/record-check-repository'
import { preparedRows } from '../prepared-statements'
import { jsonRows } from '../json-statement'

/** A column that holds a JSON document, taken in as what it says. */
export const fromJson = <Schema extends z.ZodType>(schema: Schema): z.ZodPipe<z.ZodPipe<z.ZodString, z.ZodTransform<unknown, string>>, Schema> =>
  z.string().transform((text): unknown => JSON.parse(text)).pipe(schema)

const placeColumns = { learner_id: z.number(), activity_id: z.number(), claim_id: z.number() } as const

/**
 * Standing claims that lack a step the activity asks for, or were made on or after its last day by UTC: a day later than
 * any zone's own calendar would say is never missed, because a zone is at most a day ahead.
 */
const claimSuspectsStatement = `select claims.id as claim_id, claims.external_id as claim, claims.claimed_at, enrolments.learner_id, activities.id as activity_id, activities.portal,
    activities.external_id as activity, activities.expires_on, activities.pretest_required, activities.posttest_required, activities.evaluation_required, activities.pass_percent,
    (activities.event_code <> '' or exists (select 1 from sessions where sessions.activity_id = activities.id and sessions.event_code <> '')) as has_event_code,
    enrolments.external_id as enrolment, enrolments.pretest_at, enrolments.best_percent, enrolments.passed_at, enrolments.evaluated_at, enrolments.event_code_entered_at,
    enrolments.segments_done, enrolments.segments_total,
    coalesce((select min(earned_at) from earned_credits where earned_credits.enrolment_id = enrolments.id and earned_credits.credit_type = claims.credit_type),
      enrolments.passed_at, enrolments.evaluated_at, enrolments.attended_at) as first_earned_at
  from claims join enrolments on enrolments.id = claims.enrolment_id join activities on activities.id = enrolments.activity_id
  where claims.id > ? and claims.id <= ? and claims.status = 'active' and (
    (activities.pretest_required = 1 and enrolments.pretest_at is null)
    or (activities.posttest_required = 1 and enrolments.passed_at is null)
    or (activities.evaluation_required = 1 and enrolments.evaluated_at is null)
    or enrolments.segments_done < enrolments.segments_total
    or (enrolments.event_code_entered_at is null and (activities.event_code <> '' or exists (select 1 from sessions where sessions.activity_id = activities.id and sessions.event_code <> '')))
    or substr(claims.claimed_at, 1, 10) >= activities.expires_on)`

const instant = z.string().nullable()
const flag = z.number().transform((value) => value === 1)
const claimSuspectRow = z.object({
  ...placeColumns,
  claim: z.string(),
  claimed_at: z.string(),
  portal: z.string(),
  activity: z.string(),
  expires_on: z.string().nullable(),
  pretest_required: flag,
  posttest_required: flag,
  evaluation_required: flag,
  pass_percent: z.number().nullable(),
  has_event_code: flag,
  enrolment: z.string(),
  pretest_at: instant,
  best_percent: z.number().nullable(),
  passed_at: instant,
  evaluated_at: instant,
  event_code_entered_at: instant,
  segments_done: z.number().nullable(),
  segments_total: z.number().nullable(),
  first_earned_at: instant,
})

/** Groups that stand more than once or exceed the smallest designation of their type; the policy picks the one that counts. */
const groupColumns = `enrolments.learner_id, enrolments.activity_id, claims.credit_type`
const standingClaims = `enrolments join claims on claims.enrolment_id = enrolments.id and claims.status = 'active'`
const claimGroupsStatement = `select found.learner_id, found.activity_id, found.credit_type, learners.profession, activities.external_id as activity, activities.portal,
    ${jsonRows(
      { creditType: 'credit_type', maxAmount: 'max_amount', step: 'step', accreditationNumber: `nullif(accreditation_number, '')`, pharmacologyAmount: 'pharmacology_amount' },
      'activity_credits where activity_credits.activity_id = found.activity_id',
      'activity_credits.id',
    )} as credits,
    ${jsonRows(
      {
        number: 'claims.id',
        id: 'claims.external_id',
        amount: 'claims.amount',
        claimedAt: 'claims.claimed_at',
        professionAtClaim: `(select certificates.facts ->> 'professionAtClaim' from certificates where certificates.claim_id = claims.id and certificates.state = 'current')`,
      },
      `${standingClaims} where enrolments.learner_id = found.learner_id and enrolments.activity_id = found.activity_id and claims.credit_type = found.credit_type`,
      'claims.claimed_at, claims.id',
    )} as claims
  from (select ${groupColumns} from ${standingClaims} where enrolments.learner_id > ? and enrolments.learner_id <= ?
      group by ${groupColumns}
      having count(*) > 1 or sum(claims.amount) > coalesce((select min(max_amount) from activity_credits
        where activity_credits.activity_id = enrolments.activity_id and activity_credits.credit_type = claims.credit_type), -1)) as found
    join learners on learners.id = found.learner_id join activities on activities.id = found.activity_id`
const designatedCredit = z.object({ creditType: creditTypeSchema, maxAmount: z.number(), step: z.number().nullable(), accreditationNumber: z.string().nullable(), pharmacologyAmount: z.number().nullable() })
const claimGroupRow = z.object({
  learner_id: z.number(),
  activity_id: z.number(),
  credit_type: creditTypeSchema,
  profession: professionSchema,
  activity: z.string(),
  portal: z.string(),
  credits: fromJson(z.array(designatedCredit)),
  claims: fromJson(z.array(z.object({ number: z.number(), id: z.string(), amount: z.number(), claimedAt: z.string(), professionAtClaim: professionSchema.nullable() }))),
})

const activitiesForTwinsStatement = `select activities.id, activities.portal, activities.delivery, activities.title_folded,
    (select json_group_array(accreditation_number) from activity_credits where activity_credits.activity_id = activities.id and accreditation_number <> '') as numbers
  from activities order by activities.id`
const twinRow = z.object({ id: z.number(), portal: z.string(), delivery: z.enum(deliveries), title_folded: z.string(), numbers: fromJson(z.array(z.string())) })

const twinJoin = `${standingClaims} join (select value ->> 0 as content, value ->> 1 as activity_id from json_each(?)) as twin on twin.activity_id = enrolments.activity_id`
const twinClaimsStatement = `select found.learner_id, found.credit_type, ${jsonRows(
  { number: 'claims.id', id: 'claims.external_id', claimedAt: 'claims.claimed_at', activity: 'activities.external_id', activityNumber: 'activities.id', portal: 'activities.portal', delivery: 'activities.delivery' },
  `${standingClaims} join activities on activities.id = enrolments.activity_id
     where enrolments.learner_id = found.learner_id and claims.credit_type = found.credit_type
       and enrolments.activity_id in (select value ->> 1 from json_each(?) where value ->> 0 = found.content)`,
  'claims.claimed_at, claims.id',
)} as claims
  from (select enrolments.learner_id, claims.credit_type, twin.content from ${twinJoin}
      where enrolments.learner_id > ? and enrolments.learner_id <= ?
      group by enrolments.learner_id, claims.credit_type, twin.content having count(distinct enrolments.activity_id) > 1) as found`
const twinClaimRow = z.object({
  learner_id: z.number(),
  credit_type: creditTypeSchema,
  claims: fromJson(
    z.array(z.object({ number: z.number(), id: z.string(), claimedAt: z.string(), activity: z.string(), activityNumber: z.number(), portal: z.string(), delivery: z.enum(deliveries) })).min(1),
  ),
})

/** What the checker reads of claims; part of the scan repository. */
export function createClaimScan(connection: Knex): Pick<RecordScanRepository, 'listClaimSuspects' | 'listClaimGroups' | 'listActivitiesForTwins' | 'listTwinClaims'> {
  return {
    async listClaimSuspects({ after, to }) {
      const rows = z.array(claimSuspectRow).parse(await preparedRows(connection, claimSuspectsStatement, [after, to]))
      return rows.map((row) => ({
        place: { learnerId: row.learner_id, activityId: row.activity_id, claimId: row.claim_id },
        facts: {
          portalKey: row.portal,
          claim: { id: row.claim, claimedAt: row.claimed_at },
          activity: {
            id: row.activity,
            expiresOn: row.expires_on,
            pretestRequired: row.pretest_required,
            posttestRequired: row.posttest_required,
            evaluationRequired: row.evaluation_required,
            passPercent: row.pass_percent,
            hasEventCode: row.has_event_code,
          },
          enrolment: {
            id: row.enrolment,
            pretestAt: row.pretest_at,
            bestPercent: row.best_percent,
            passedAt: row.passed_at,
            evaluatedAt: row.evaluated_at,
            eventCodeEnteredAt: row.event_code_entered_at,
            segmentsDone: row.segments_done,
            segmentsTotal: row.segments_total,
          },
          firstEarnedAt: row.first_earned_at,
        },
      }))
    },
    async listClaimGroups({ after, to }) {
      const rows = z.array(claimGroupRow).parse(await preparedRows(connection, claimGroupsStatement, [after, to]))
      return rows.map((row) => ({
        place: { learnerId: row.learner_id, activityId: row.activity_id, claimId: row.claims.at(-1)?.number ?? null },
        facts: {
          portalKey: row.portal,
          learner: { profession: row.profession },
          activity: { id: row.activity, credits: row.credits },
          creditType: row.credit_type,
          claims: row.claims.map(({ id, amount, claimedAt, professionAtClaim }) => ({ id, amount, claimedAt, professionAtClaim })),
        },
      }))
    },
    async listActivitiesForTwins() {
      const rows = z.array(twinRow).parse(await preparedRows(connection, activitiesForTwinsStatement, []))
      return rows.map(({ id, portal, delivery, title_folded: titleFolded, numbers }) => ({ id, portal, delivery, titleFolded, accreditationNumbers: numbers }))
    },
    async listTwinClaims({ after, to }, twins, zoneOf) {
      const pairs = JSON.stringify(twins.flatMap(({ activityIds }, content) => activityIds.map((id) => [content, id])))
      const rows = z.array(twinClaimRow).parse(await preparedRows(connection, twinClaimsStatement, [pairs, pairs, after, to]))
      return rows.map((row) => {
        const last = row.claims.at(-1)
        return {
          place: { learnerId: row.learner_id, activityId: last?.activityNumber ?? null, claimId: last?.number ?? null },
          facts: {
            creditType: row.credit_type,
            claims: row.claims.map((claim) => ({ id: claim.id, activityId: claim.activity, delivery: claim.delivery, claimedOn: civilDateIn(claim.claimedAt, zoneOf(claim.portal)) })),
          },
        }
      })
    },
  }
}

/** The state of a claim as it is stored. */
export const claimStateColumn = z.enum(claimStates)
