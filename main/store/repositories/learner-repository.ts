import type { Knex } from 'knex'
import { z } from 'zod'
import { foldEmail, foldForSearch } from '@shared/policy/name-folding'
import { learnerStatusSchema, professionSchema } from '@shared/model/field-codes'
import type { Learner, LearnerFields, LearnerRepository } from '../../ports/repositories/learner-repository'
import type { MarkTopic } from '../mark-topic'

const learnerRowSchema = z.object({
  id: z.number(),
  external_id: z.string(),
  version: z.number(),
  portal: z.string(),
  email: z.string(),
  given_name: z.string(),
  family_name: z.string(),
  certificate_name: z.string(),
  credentials: z.string(),
  profession: professionSchema,
  specialty: z.string(),
  linked_sites: z.string(),
  newsletters: z.string(),
  npi: z.string(),
  nabp_eprofile_id: z.string(),
  birth_month_day: z.string(),
  licence_state: z.string(),
  licence_number: z.string(),
  board: z.string(),
  board_id: z.string(),
  status: learnerStatusSchema,
  registered_at: z.string(),
})
type LearnerRow = z.infer<typeof learnerRowSchema>

const listSchema = z.array(z.string())
const listOf = (json: string): string[] => listSchema.parse(JSON.parse(json))

function learnerOf(row: LearnerRow, alternateEmails: readonly string[]): Learner {
  return {
    id: row.id,
    externalId: row.external_id,
    version: row.version,
    portal: row.portal,
    email: row.email,
    givenName: row.given_name,
    familyName: row.family_name,
    certificateName: row.certificate_name,
    credentials: row.credentials,
    profession: row.profession,
    specialty: row.specialty,
    alternateEmails,
    linkedSites: listOf(row.linked_sites),
    npi: row.npi,
    nabpEprofileId: row.nabp_eprofile_id,
    birthMonthDay: row.birth_month_day,
    licenceState: row.licence_state,
    licenceNumber: row.licence_number,
    board: row.board,
    boardId: row.board_id,
    newsletters: listOf(row.newsletters),
    status: row.status,
    registeredAt: row.registered_at,
  }
}

/** Column by column: nothing that merely came in can be written. */
function columnsOf(fields: Partial<LearnerFields>): Record<string, string> {
  const columns: Record<string, string | undefined> = {
    email: fields.email,
    email_folded: fields.email === undefined ? undefined : foldEmail(fields.email),
    given_name: fields.givenName,
    family_name: fields.familyName,
    certificate_name: fields.certificateName,
    credentials: fields.credentials,
    profession: fields.profession,
    specialty: fields.specialty,
    newsletters: fields.newsletters === undefined ? undefined : JSON.stringify(fields.newsletters),
    npi: fields.npi,
    nabp_eprofile_id: fields.nabpEprofileId,
    birth_month_day: fields.birthMonthDay,
    licence_state: fields.licenceState,
    licence_number: fields.licenceNumber,
    board: fields.board,
    board_id: fields.boardId,
    status: fields.status,
  }
  return Object.fromEntries(Object.entries(columns).flatMap(([column, value]) => (value === undefined ? [] : [[column, value]])))
}

export function createLearnerRepository(connection: Knex, mark: MarkTopic): LearnerRepository {
  async function whole(found: unknown): Promise<Learner | undefined> {
    if (found === undefined) return undefined
    const row = learnerRowSchema.parse(found)
    const addresses: { email: string }[] = await connection('learner_emails')
      .where({ learner_id: row.id, kind: 'alternate' })
      .orderBy('id')
      .select('email')
    return learnerOf(row, addresses.map((address) => address.email))
  }

  async function replaceAlternateEmails(learnerId: number, emails: readonly string[]): Promise<void> {
    await connection('learner_emails').where({ learner_id: learnerId, kind: 'alternate' }).del()
    for (const email of emails) {
      await connection('learner_emails').insert({ learner_id: learnerId, email, email_folded: foldEmail(email), kind: 'alternate' })
    }
  }

  return {
    async find(id) {
      return whole(await connection('learners').where({ id }).first())
    },
    async findByExternalId(externalId) {
      return whole(await connection('learners').where({ external_id: externalId }).first())
    },
    async listByEmail(email) {
      const rows: unknown[] = await connection('learners').where({ email_folded: foldEmail(email) }).orderBy('id')
      const learners = await Promise.all(rows.map(whole))
      return learners.filter((learner): learner is Learner => learner !== undefined)
    },
    async findEmailOwner(portal, email, exceptId) {
      const folded = foldEmail(email)
      const owner: unknown = await connection('learners')
        .where({ portal })
        .whereNot({ id: exceptId })
        .where((either) => {
          void either
            .where({ email_folded: folded })
            .orWhereIn('id', connection('learner_emails').where({ email_folded: folded, kind: 'alternate' }).select('learner_id'))
        })
        .first()
      return whole(owner)
    },
    async update(id, version, fields, at) {
      const before = await whole(await connection('learners').where({ id }).first())
      if (before?.version !== version) return 'stale'
      mark('learners')
      const after = { ...before, ...fields }
      const name = (learner: Learner): string => `${learner.givenName} ${learner.familyName}`
      if (name(after) !== name(before)) {
        await connection('learner_names').insert({ learner_id: id, name: name(before), name_folded: foldForSearch(`${before.familyName} ${before.givenName}`), until_at: at })
      }
      if (foldEmail(after.email) !== foldEmail(before.email)) {
        await connection('learner_emails').insert({ learner_id: id, email: before.email, email_folded: foldEmail(before.email), kind: 'former', until_at: at })
      }
      if (fields.alternateEmails !== undefined) await replaceAlternateEmails(id, fields.alternateEmails)
      const written: number = await connection('learners')
        .where({ id, version })
        .update({
          ...columnsOf(fields),
          name_folded: foldForSearch(`${after.familyName} ${after.givenName}`),
          version: version + 1,
        })
      return written === 1 ? version + 1 : 'stale'
    },
  }
}
