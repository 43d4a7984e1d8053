import type { Knex } from 'knex'
import { z } from 'zod'
import { pastCreditProofs } from '@shared/policy/past-credit'
import { claimActKinds, type ClaimAct, type ClaimActRepository, type ClaimedTopic } from '../../ports/repositories/claim-act-repository'
import type { MarkTopic } from '../mark-topic'

const actRowSchema = z.object({
  id: z.number(),
  learner_id: z.number(),
  kind: z.enum(claimActKinds),
  at: z.string(),
  actor: z.string(),
  reason: z.string(),
  proof: z.enum([...pastCreditProofs, '']),
  proof_reference: z.string(),
  undone_at: z.string().nullable(),
})
const topicRowSchema = z.object({ claim_id: z.number(), earned_credit_id: z.number(), topic: z.string(), amount: z.number(), earned_at: z.string() })

function topicOf(row: z.infer<typeof topicRowSchema>): ClaimedTopic {
  return { claimId: row.claim_id, earnedCreditId: row.earned_credit_id, topic: row.topic, amount: row.amount, earnedAt: row.earned_at }
}

export function createClaimActRepository(connection: Knex, mark: MarkTopic): ClaimActRepository {
  async function numberOf(inserted: Promise<{ id: number }[]>): Promise<number> {
    const id = (await inserted)[0]?.id
    if (id === undefined) throw new Error('a row got no number')
    return id
  }

  async function find(id: number): Promise<ClaimAct | undefined> {
    const found: unknown = await connection('claim_acts').where({ id }).first()
    if (found === undefined) return undefined
    const row = actRowSchema.parse(found)
    const claims: { claim_id: number }[] = await connection('claim_act_claims').where({ claim_act_id: id }).orderBy('claim_id').select('claim_id')
    return {
      id,
      learnerId: row.learner_id,
      kind: row.kind,
      at: row.at,
      actor: row.actor,
      reason: row.reason,
      proof: row.proof === '' ? null : { kind: row.proof, reference: row.proof_reference },
      undoneAt: row.undone_at,
      claimIds: claims.map(({ claim_id: claimId }) => claimId),
    }
  }

  return {
    find,
    async add({ claimIds, proof, ...act }) {
      mark('claims')
      const id = await numberOf(
        connection('claim_acts')
          .insert({ learner_id: act.learnerId, kind: act.kind, at: act.at, actor: act.actor, reason: act.reason, proof: proof?.kind ?? '', proof_reference: proof?.reference ?? '' })
          .returning('id'),
      )
      await connection('claim_act_claims').insert(claimIds.map((claimId) => ({ claim_id: claimId, claim_act_id: id })))
      return id
    },
    async findOfClaim(claimId) {
      const row: { claim_act_id: number } | undefined = await connection<{ claim_id: number; claim_act_id: number }>('claim_act_claims').where({ claim_id: claimId }).first('claim_act_id')
      return row === undefined ? undefined : find(row.claim_act_id)
    },
    async markUndone(id, at) {
      mark('claims')
      await connection('claim_acts').where({ id }).update({ undone_at: at })
    },
    async addTopics(topics) {
      if (topics.length === 0) return
      mark('claims')
      await connection('claimed_topics').insert(
        topics.map((topic) => ({ claim_id: topic.claimId, earned_credit_id: topic.earnedCreditId, topic: topic.topic, amount: topic.amount, earned_at: topic.earnedAt })),
      )
    },
    async listTopicsOfClaim(claimId) {
      const rows: unknown = await connection('claimed_topics').where({ claim_id: claimId }).orderBy('id')
      return topicRowSchema.array().parse(rows).map(topicOf)
    },
    async addPastEnrolment({ externalId, learnerId, activityId, completedAt }) {
      mark('enrolments')
      return numberOf(
        connection('enrolments')
          .insert({ external_id: externalId, learner_id: learnerId, activity_id: activityId, registered_at: completedAt, attended_at: completedAt })
          .returning('id'),
      )
    },
    async withdrawEnrolment(enrolmentId, at) {
      mark('enrolments')
      await connection('withdrawn_enrolments').insert({ enrolment_id: enrolmentId, at })
    },
  }
}
