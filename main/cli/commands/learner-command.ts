import type { ClaimView, EnrolmentView, LearnerRecordView, OrderView } from '@shared/contract/learners'
import { formatCreditAmount } from '@shared/model/credit-amount'
import { formatMoney } from '@shared/model/money'
import { ok } from '@shared/model/result'
import { requiredWord, type DeskCommand, type JsonValue } from '../command'
import { table } from '../output'

function learnerValue({ learner }: LearnerRecordView): JsonValue {
  const { warnings, ...person } = learner
  return { ...person, name: `${learner.givenName} ${learner.familyName}`, warnings: warnings.map((warning) => ({ ...warning })) }
}

const claimValue = (claim: ClaimView): JsonValue => ({
  id: claim.id,
  externalId: claim.externalId,
  activityId: claim.activityId,
  activityTitle: claim.activityTitle,
  creditType: claim.creditType,
  amount: formatCreditAmount(claim.amount),
  claimedAt: claim.claimedAt,
  state: claim.state,
  certificateNumber: claim.certificateNumber,
})

const certificateValues = (claim: ClaimView): readonly JsonValue[] =>
  claim.certificates.map(({ number, state, creditType, amount, name, issuedAt, supersededBy }) => ({
    number,
    state,
    creditType,
    amount: formatCreditAmount(amount),
    name,
    issuedAt,
    supersededBy,
  }))

const enrolmentValue = ({ earned, steps, ...enrolment }: EnrolmentView): JsonValue => ({
  ...enrolment,
  steps: steps.map((step) => ({ ...step })),
  earned: earned.map((credit) => ({ ...credit, amount: formatCreditAmount(credit.amount) })),
})

const orderValue = (order: OrderView): JsonValue => ({
  ...order,
  discount: formatMoney(order.discount),
  tax: formatMoney(order.tax),
  total: formatMoney(order.total),
  refunded: formatMoney(order.refunded),
  lines: order.lines.map((line) => ({ ...line, unitPrice: formatMoney(line.unitPrice) })),
})

function recordText(record: LearnerRecordView): string {
  const { learner } = record
  const head = [
    `${[`${learner.givenName} ${learner.familyName}`, learner.credentials].filter((part) => part !== '').join(', ')} (${learner.externalId}, ${learner.id})`,
    `${learner.portalName} · ${learner.profession.replaceAll('_', ' ')} · ${learner.email} · ${learner.status}`,
    ...learner.warnings.map((warning) => `! ${[warning.code.replaceAll('_', ' '), warning.field, warning.detail].filter((part) => part !== null && part !== '').join(': ')}`),
  ]
  const claims = record.claims.map((claim) => [claim.id, claim.externalId, claim.activityTitle, claim.creditType, formatCreditAmount(claim.amount), claim.state, claim.certificateNumber ?? 'none'])
  const lists = [
    claims.length === 0 ? 'No claims on file.' : table(['Claim', 'Identifier', 'Activity', 'Type', 'Amount', 'State', 'Certificate'], claims),
    `${String(record.enrolments.length)} courses, ${String(record.orders.length)} orders, ${String(record.messages.length)} messages, ${String(record.tickets.length)} tickets`,
  ]
  return [...head, '', ...lists].join('\n')
}

/** `desk learner LEARNER`: the whole record; licence and birth day stay masked, as in the window. */
export const learnerCommand: DeskCommand = {
  name: 'learner',
  summary: 'Show a learner’s record: claims, certificates, courses, purchases, mail.',
  words: [{ name: 'LEARNER', required: true }],
  options: [],
  async run(call) {
    const learner = await call.services.references.resolve('learner', requiredWord(call, 'LEARNER'))
    if (!learner.ok) return learner
    const opened = await call.services.learnerRecords.open({ id: learner.value })
    if (!opened.ok) return opened
    const record = opened.value
    return ok({
      value: {
        learner: learnerValue(record),
        claims: record.claims.map(claimValue),
        certificates: record.claims.flatMap(certificateValues),
        enrolments: record.enrolments.map(enrolmentValue),
        orders: record.orders.map(orderValue),
        messages: record.messages.map((message) => ({ ...message })),
        memberships: record.memberships.map((membership) => ({ ...membership })),
        tickets: record.tickets.map((ticket) => ({ ...ticket })),
      },
      text: recordText(record),
    })
  },
}
