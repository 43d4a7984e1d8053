import type { DiagnosisView, EvidenceView, FindingView } from '@shared/contract/diagnosis'
import { formatCreditAmount } from '@shared/model/credit-amount'
import { ok, type Result } from '@shared/model/result'
import { requiredWord, type DeskCommand, type CommandCall, type JsonValue } from '../command'
import type { CommandCode } from '../command-codes'
import { table } from '../output'

const evidenceValue = ({ recordKind, name, field, value }: EvidenceView): JsonValue => ({ kind: recordKind, record: name, field, value })

const findingValue = ({ code, rows, evidence, date, agentCan, learnerCan, activity }: FindingView): JsonValue => ({
  code,
  rows,
  evidence: evidence.map(evidenceValue),
  date,
  agentCan,
  learnerCan,
  ...(activity === null ? {} : { activityId: activity.id, activityExternalId: activity.externalId }),
})

function valueOf({ findings, steps, claimable, reports }: DiagnosisView): JsonValue {
  return {
    findings: findings.map(findingValue),
    ...(steps === null ? {} : { steps: steps.map((step) => ({ ...step, evidence: step.evidence.map(evidenceValue) })) }),
    ...(claimable === null ? {} : { claimable: { creditType: claimable.creditType, amount: formatCreditAmount(claimable.amount) } }),
    ...(reports.length === 0 ? {} : { reports: reports.map(({ claimId, body, dueOn, state }) => ({ claimId, body, due: dueOn, state })) }),
  }
}

const evidenceText = ({ recordKind, name, field, value }: EvidenceView): string =>
  `    ${recordKind.replaceAll('_', ' ')} ${name}: ${field.replaceAll('_', ' ')} ${value ?? 'not known'}`

function findingText({ code, rows, evidence, date, agentCan, learnerCan, activity }: FindingView): string {
  const head = [code, rows.join(', '), activity === null ? '' : `${activity.title} (${activity.externalId})`, date ?? ''].filter((part) => part !== '')
  return [head.join(' · '), ...evidence.map(evidenceText), `    You: ${agentCan}`, `    The learner: ${learnerCan}`].join('\n')
}

function textOf({ findings, steps, claimable, reports }: DiagnosisView): string {
  const parts = findings.map(findingText)
  if (steps !== null) parts.push(table(['Step', 'State', 'At', 'Last day'], steps.map(({ step, state, at, lastOn }) => [step.replaceAll('_', ' '), state.replaceAll('_', ' '), at ?? '', lastOn ?? ''])))
  if (claimable !== null) parts.push(`Claimable today: ${formatCreditAmount(claimable.amount)} ${claimable.creditType}`)
  if (reports.length > 0) parts.push(table(['Report', 'Due', 'State'], reports.map(({ body, dueOn, state }) => [body, dueOn ?? 'not set', state.replaceAll('_', ' ')])))
  return parts.join('\n\n')
}

async function diagnose({ services, options, ...call }: CommandCall): Promise<Result<DiagnosisView, CommandCode>> {
  const asked = requiredWord(call, 'LEARNER')
  const learner = await services.references.resolve('learner', asked)
  // An address nobody has is an answer, not a wrong question (H16).
  if (!learner.ok) return learner.error.code === 'not_found' && asked.includes('@') ? ok(services.diagnoses.ofUnknownAddress(asked.trim())) : learner
  if (options.activity === undefined) return services.diagnoses.ofLearner({ id: learner.value })
  const activity = await services.references.resolve('activity', options.activity)
  return activity.ok ? services.diagnoses.ofActivity({ id: learner.value, activityId: activity.value }) : activity
}

/** `desk diagnose LEARNER [--activity A]`: what the record says, whatever it is. */
export const diagnoseCommand: DeskCommand = {
  name: 'diagnose',
  summary: 'Say what stands between a learner and a certificate, with the evidence.',
  words: [{ name: 'LEARNER', required: true }],
  options: [{ name: 'activity', value: 'A' }],
  async run(call) {
    const found = await diagnose(call)
    return found.ok ? ok({ value: valueOf(found.value), text: textOf(found.value) }) : found
  },
}
