import type { TimelineEntryView } from '@shared/contract/learners'
import { formatCreditAmount } from '@shared/model/credit-amount'
import { formatMoney } from '@shared/model/money'
import { recordId } from '@shared/model/record-id'
import type { Instant } from '@shared/model/instant'
import type { LearnerRecord, RecordedClaim, RecordedEnrolment, RecordedOrder } from '../ports/repositories/learner-record-repository'

type Kind = TimelineEntryView['kind']

const entry = (kind: Kind, at: Instant | null, title: string, detail: string, recordedAs: string | null): readonly TimelineEntryView[] =>
  at === null ? [] : [{ kind, at, title, detail, recordId: recordedAs }]

function ofClaim(claim: RecordedClaim, title: string): readonly TimelineEntryView[] {
  const claimId = recordId('claim', claim.id)
  return [
    ...entry('claimed', claim.claimedAt, title, `${formatCreditAmount(claim.amount)} ${claim.creditType}`, claimId),
    ...claim.certificates.flatMap((certificate) => {
      const id = recordId('certificate', certificate.id)
      const ended = certificate.state === 'void' ? 'certificate_voided' : 'certificate_superseded'
      return [
        ...entry('certificate_issued', certificate.issuedAt, title, certificate.number, id),
        ...entry(ended, certificate.state === 'current' ? null : certificate.endedAt, title, certificate.number, id),
      ]
    }),
    ...claim.reports.flatMap((report) => entry('reported', report.at, title, `${report.body} ${report.state}`, claimId)),
  ]
}

function ofEnrolment(enrolment: RecordedEnrolment): readonly TimelineEntryView[] {
  const id = recordId('enrolment', enrolment.id)
  const title = enrolment.activityTitle
  const result = enrolment.bestPercent === null ? '' : `${String(enrolment.bestPercent)}\u00a0%`
  if (enrolment.withdrawn) return enrolment.claims.flatMap((claim) => ofClaim(claim, title))
  return [
    ...entry('enrolled', enrolment.registeredAt, title, '', id),
    ...entry('pretest', enrolment.pretestAt, title, '', id),
    ...entry('passed', enrolment.passedAt, title, result, id),
    ...entry('evaluated', enrolment.evaluatedAt, title, '', id),
    ...entry('attended', enrolment.attendedAt, title, '', id),
    ...enrolment.claims.flatMap((claim) => ofClaim(claim, title)),
  ]
}

function ofOrder(order: RecordedOrder): readonly TimelineEntryView[] {
  const id = recordId('order', order.id)
  const title = order.lines.map((line) => line.description).join('; ') || order.externalId
  return [
    ...entry('ordered', order.placedAt, title, `${formatMoney(order.total)} ${order.currency}`, id),
    ...entry('refunded', order.refundedAt, title, `${formatMoney(order.refunded)} ${order.currency}`, id),
    ...order.receipts.flatMap((receipt) => entry('receipt_issued', receipt.issuedAt, title, receipt.number, id)),
  ]
}

/** Everything that happened to a learner in one list, newest first. */
export function timelineOf(record: LearnerRecord): TimelineEntryView[] {
  const all = [
    ...entry('registered_account', record.learner.registeredAt, record.learner.externalId, '', recordId('learner', record.learner.id)),
    ...record.enrolments.flatMap(ofEnrolment),
    ...record.orders.flatMap(ofOrder),
    ...record.messages.flatMap((message) =>
      entry('message', message.at, message.subject || message.kind, message.state, recordId(message.origin === 'desk' ? 'message' : 'platformMessage', message.id)),
    ),
    ...record.tickets.flatMap((ticket) => entry('ticket', ticket.receivedAt, ticket.subject, `${ticket.channel} ${ticket.externalId}`, recordId('ticket', ticket.id))),
    ...record.edits.flatMap((edit) => entry('edited', edit.at, edit.fields.join(', '), [edit.actor, edit.reason].filter((part) => part !== '').join(': '), recordId('audit', edit.id))),
  ]
  // Sorting is stable: what shares an instant keeps its order, so the list is reversed first to end with the later act on top.
  return all.reverse().sort((left, right) => (left.at < right.at ? 1 : left.at > right.at ? -1 : 0))
}
