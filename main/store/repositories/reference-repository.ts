import type { Knex } from 'knex'
import { foldEmail } from '@shared/policy/name-folding'
import type { ReferenceRepository, ReferredKind } from '../../ports/repositories/reference-repository'

const tables = { learner: 'learners', activity: 'activities', enrolment: 'enrolments', claim: 'claims', order: 'orders' } as const satisfies Record<ReferredKind, string>

export function createReferenceRepository(connection: Knex): ReferenceRepository {
  return {
    async exists(kind, id) {
      const row: { id: number } | undefined = await connection<{ id: number }>(tables[kind]).where({ id }).first('id')
      return row !== undefined
    },
    async findByExternalId(kind, externalId) {
      const row: { id: number } | undefined = await connection<{ id: number; external_id: string }>(tables[kind]).where({ external_id: externalId }).first('id')
      return row?.id
    },
    async listLearnersBySignInAddress(email) {
      const rows: { id: number }[] = await connection('learners').where({ email_folded: foldEmail(email) }).orderBy('id').select('id')
      return rows.map((row) => row.id)
    },
    async listLearnersByFurtherAddress(email) {
      const rows: { learner_id: number }[] = await connection('learner_emails')
        .where({ email_folded: foldEmail(email), kind: 'alternate' })
        .groupBy('learner_id')
        .orderBy('learner_id')
        .select('learner_id')
      return rows.map((row) => row.learner_id)
    },
  }
}
