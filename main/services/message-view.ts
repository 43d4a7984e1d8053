import type { OutboxRowView } from '@shared/contract/messages'
import { recordId } from '@shared/model/record-id'
import { maskEmail } from '@shared/policy/name-folding'
import type { OutboxMessage } from '../ports/repositories/outbox-repository'

/** Stands in a text where the secret stands in the mail that goes. */
export const secretMark = '[secret]'

/** A row of the outbox as the window lists it. */
export function outboxRowViewOf(message: OutboxMessage): OutboxRowView {
  return {
    id: recordId('message', message.id),
    version: message.version,
    learnerId: message.learnerId === null ? null : recordId('learner', message.learnerId),
    learnerName: message.learnerName,
    toMasked: maskEmail(message.to),
    kind: message.kind,
    subject: message.subject,
    state: message.replaced ? 'replaced' : message.state,
    attempts: message.attempts,
    lastAnswer: message.lastAnswer,
    createdAt: message.createdAt,
    heldUntil: message.heldUntil,
    nextAttemptAt: message.nextAttemptAt,
    handedOverAt: message.handedOverAt,
  }
}
