import type { LearnerView } from '@shared/contract/learners'
import type { LearnerRecord, RecordedMessage } from '../ports/repositories/learner-record-repository'

const failing: ReadonlySet<string> = new Set(['failed', 'bounced', 'unknown'])

/** Mail that did not arrive, until a later one to the learner was handed over. Messages come newest first. */
function failedMail(messages: readonly RecordedMessage[]): readonly RecordedMessage[] {
  const arrived = messages.findIndex((message) => message.state === 'handed_over')
  return (arrived === -1 ? messages : messages.slice(0, arrived)).filter((message) => failing.has(message.state))
}

/** What about the record needs somebody, gravest first; the words are the window's, the details are facts. */
export function warningsOf(record: LearnerRecord): LearnerView['warnings'] {
  const { status } = record.learner
  return [
    ...(status === 'active' ? [] : [{ code: status, field: 'status', detail: '' }]),
    ...failedMail(record.messages).map((message) => ({
      code: 'mail_failed' as const,
      field: null,
      detail: [message.kind, message.state, message.lastAnswer].filter((part) => part !== '').join(', '),
    })),
    ...record.openConflicts.map((conflict) => ({ code: 'import_conflict' as const, field: conflict.column, detail: conflict.label })),
    ...record.flags.map((flag) => ({ code: 'identifier_flagged' as const, field: flag.field, detail: flag.code })),
    ...record.likeAccounts.map((account) => ({ code: 'possible_duplicate' as const, field: account.sameField, detail: account.externalId })),
  ]
}
