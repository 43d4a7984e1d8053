import type { Knex } from 'knex'
import { portalProfileOf } from '@shared/portals/portal-profiles'
import type { LearnerRecord, LearnerRecordRepository, RecordedMessage } from '../../ports/repositories/learner-record-repository'
import { preparedRows } from '../prepared-statements'
import { listLearners } from './learner-list'
import { learnerRecordRowSchema } from './learner-record-row'
import { learnerRecordStatement, likeFields } from './learner-record-statement'
import { portalProfileFrom } from './portal-repository'

function recordOf(document: string): LearnerRecord {
  const { learner, portalProfile, likeAccounts, deskMessages, platformMessages, edits, ...rest } = learnerRecordRowSchema.parse(JSON.parse(document))
  const { emails, ...person } = learner
  const messages: RecordedMessage[] = [
    ...deskMessages.map((message) => ({ ...message, origin: 'desk' as const })),
    ...platformMessages.map((message) => ({ ...message, origin: 'platform' as const, subject: '', attempts: 1, lastAnswer: '' })),
  ]
  return {
    ...rest,
    learner: {
      ...person,
      alternateEmails: emails.filter((address) => address.kind === 'alternate').map((address) => address.email),
      formerEmails: emails.flatMap(({ kind, email, untilAt }) => (kind === 'former' && untilAt !== null ? [{ email, untilAt }] : [])).reverse(),
    },
    portal: portalProfile === null ? portalProfileOf(learner.portal) : portalProfileFrom(portalProfile),
    likeAccounts: likeAccounts.map(({ externalId, place }) => ({ externalId, sameField: likeFields[place] ?? 'name' })),
    messages: messages.sort((left, right) => (left.at < right.at ? 1 : left.at > right.at ? -1 : 0)),
    edits: edits.map(({ after, ...edit }) => ({ ...edit, fields: Object.keys(after) })),
  }
}

export function createLearnerRecordRepository(connection: Knex): LearnerRecordRepository {
  return {
    async find(id) {
      const [row] = await preparedRows(connection, learnerRecordStatement, [id])
      const document = row?.value
      return typeof document === 'string' ? recordOf(document) : undefined
    },
    list: (query) => listLearners(connection, query),
  }
}
