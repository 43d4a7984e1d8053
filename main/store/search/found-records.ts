import type { Knex } from 'knex'
import { z } from 'zod'
import { certificateStates, creditTypeSchema, learnerStatusSchema, orderStatuses, type FoundKind } from '@shared/model/field-codes'
import type { FoundRecord } from '../../ports/repositories/finder-repository'
import { preparedRows } from '../prepared-statements'
import type { Candidate } from './candidate'
import { numbersIn } from './word-match'

const learnerName = `learners.given_name || ' ' || learners.family_name`
const ofLearner = `learners.id as "learnerId", ${learnerName} as "learnerName", learners.portal`

const statements: Readonly<Record<FoundKind, string>> = {
  learner: `select 'learner' as kind, learners.id, learners.external_id as "externalId", learners.portal, ${learnerName} as name, learners.credentials, learners.email, learners.status
    from learners where learners.id in ${numbersIn}`,
  activity: `select 'activity' as kind, activities.id, activities.external_id as "externalId", activities.portal, activities.title, activities.format, activities.expires_on as "expiresOn"
    from activities where activities.id in ${numbersIn}`,
  certificate: `select 'certificate' as kind, certificates.id, certificates.number as "externalId", ${ofLearner}, activities.title, certificates.credit_type as "creditType", certificates.amount, certificates.state
    from certificates join learners on learners.id = certificates.learner_id join claims on claims.id = certificates.claim_id
    join enrolments on enrolments.id = claims.enrolment_id join activities on activities.id = enrolments.activity_id where certificates.id in ${numbersIn}`,
  order: `select 'order' as kind, orders.id, orders.external_id as "externalId", ${ofLearner}, orders.placed_at as "placedAt", orders.total, orders.currency, orders.status
    from orders join learners on learners.id = orders.learner_id where orders.id in ${numbersIn}`,
  receipt: `select 'receipt' as kind, receipts.id, receipts.number as "externalId", ${ofLearner}, receipts.issued_at as "issuedAt", orders.external_id as "orderExternalId"
    from receipts join learners on learners.id = receipts.learner_id join orders on orders.id = receipts.order_id where receipts.id in ${numbersIn}`,
  ticket: `select 'ticket' as kind, tickets.id, tickets.external_id as "externalId", tickets.portal, tickets.subject, tickets.learner_id as "learnerId",
      coalesce(${learnerName}, '') as "learnerName", tickets.received_at as "receivedAt"
    from tickets left join learners on learners.id = tickets.learner_id where tickets.id in ${numbersIn}`,
  session: `select 'session' as kind, sessions.id, sessions.external_id as "externalId", activities.id as "activityId", activities.portal, activities.title, sessions.starts_at as "startsAt", sessions.location
    from sessions join activities on activities.id = sessions.activity_id where sessions.id in ${numbersIn}`,
}

const text = z.string()
const found = { id: z.number(), externalId: text, portal: text }
const owned = { ...found, learnerId: z.number(), learnerName: text }
const rowSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('learner'), ...found, name: text, credentials: text, email: text, status: learnerStatusSchema }),
  z.object({ kind: z.literal('activity'), ...found, title: text, format: text, expiresOn: text.nullable() }),
  z.object({ kind: z.literal('certificate'), ...owned, title: text, creditType: creditTypeSchema, amount: z.number(), state: z.enum(certificateStates) }),
  z.object({ kind: z.literal('order'), ...owned, placedAt: text, total: z.number(), currency: text, status: z.enum(orderStatuses) }),
  z.object({ kind: z.literal('receipt'), ...owned, issuedAt: text, orderExternalId: text }),
  z.object({ kind: z.literal('ticket'), ...found, subject: text, learnerId: z.number().nullable(), learnerName: text, receivedAt: text }),
  z.object({ kind: z.literal('session'), ...found, activityId: z.number(), title: text, startsAt: text, location: text }),
])

/** The facts of each candidate, in their order; one statement per kind that occurs. What is gone, or of another portal, is left out. */
export async function readFound(connection: Knex, candidates: readonly Candidate[], portal: string | null): Promise<readonly FoundRecord[]> {
  const records = new Map<string, FoundRecord>()
  for (const kind of new Set(candidates.map((candidate) => candidate.kind))) {
    const wanted = candidates.filter((candidate) => candidate.kind === kind)
    const matched = new Map(wanted.map((candidate) => [candidate.id, candidate.matched]))
    const rows = await preparedRows(connection, statements[kind], [JSON.stringify([...matched.keys()])])
    for (const row of z.array(rowSchema).parse(rows)) {
      if (portal === null || row.portal === portal) records.set(`${kind} ${String(row.id)}`, { ...row, matched: matched.get(row.id) ?? '' })
    }
  }
  return candidates.flatMap(({ kind, id }) => records.get(`${kind} ${String(id)}`) ?? [])
}
