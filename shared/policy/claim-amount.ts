import { formatCreditAmount, roundDownToStep, type CreditAmount } from '../model/credit-amount'
import type { PortalProfile } from '../portals/portal-profile'
import type { AllowedCreditChange, CreditChangeFacts } from './credit-change'
import { creditSystemOf } from './credit-systems'
import { designatedCreditFor, stepOf, type DesignatedCredit } from './designated-credit'
import { evidenceFrom } from './diagnosis-findings'
import type { Evidence } from './evidence'
import { decideParticipationForm } from './participation-form'
import { judgeReportCorrections } from './report-route'

/** The pharmacology inside an amount: `exact` for the whole designation; of a part only the upper bound is known (T4). */
export interface PharmacologyInside {
  readonly amount: CreditAmount
  readonly exact: boolean
}

/** The amounts a designation can be claimed in. `fixed`: the greatest one or nothing. */
export interface ClaimableRange {
  readonly greatestAmount: CreditAmount
  readonly step: CreditAmount
  readonly fixed: boolean
}

export type ClaimAmountVerdict =
  | (ClaimableRange & {
      readonly kind: 'allowed'
      readonly amount: CreditAmount
      readonly pharmacology: PharmacologyInside | null
      readonly rows: readonly string[]
      readonly evidence: readonly Evidence[]
      readonly nextStep: string
    })
  | (ClaimableRange & {
      readonly kind: 'refused'
      readonly code: 'amount_not_claimable'
      readonly because: 'nothing_left' | 'not_positive' | 'fixed' | 'above_maximum' | 'off_step'
      readonly rows: readonly string[]
      readonly evidence: readonly Evidence[]
      readonly nextStep: string
    })

export interface ClaimAmountFacts {
  readonly portal: PortalProfile
  readonly activityId: string
  readonly designated: DesignatedCredit
  /** Claimed of this type in the activity already. */
  readonly claimed: CreditAmount
  /** What was earned and is left, where credit accrues topic by topic; null where the designation alone limits. */
  readonly earned: CreditAmount | null
}

/** ACPE's amount is fixed by its number (S39); elsewhere the portal says whether a part may be claimed (5.5). */
function isFixed({ portal, designated }: ClaimAmountFacts): boolean {
  return creditSystemOf(designated.creditType).fixedAmount || portal.partialClaim.value === 'not_offered'
}

function rangeOf(facts: ClaimAmountFacts): ClaimableRange {
  const { designated } = facts
  const step = stepOf(designated)
  const left = Math.max(0, Math.min(designated.maxAmount - facts.claimed, facts.earned ?? designated.maxAmount))
  if (!creditSystemOf(designated.creditType).fixedAmount) return { greatestAmount: roundDownToStep(left, step), step, fixed: isFixed(facts) }
  return { greatestAmount: left === designated.maxAmount ? left : 0, step, fixed: true }
}

/** How much pharmacology so much of a designation holds: inside the total, never added to it (T4). */
export function pharmacologyInside({ pharmacologyAmount, maxAmount }: DesignatedCredit, amount: CreditAmount): PharmacologyInside | null {
  if (pharmacologyAmount === null || pharmacologyAmount === 0) return null
  return amount >= maxAmount ? { amount: pharmacologyAmount, exact: true } : { amount: Math.min(pharmacologyAmount, amount), exact: false }
}

/**
 * Whether so much of a designation may be claimed (H34, T1–T4); null asks for the most there is. A lower amount is
 * never rounded up, and what was claimed before counts against the maximum.
 */
export function judgeClaimAmount(facts: ClaimAmountFacts, asked: CreditAmount | null): ClaimAmountVerdict {
  const { designated, portal } = facts
  const range = rangeOf(facts)
  const { greatestAmount, step, fixed } = range
  const ofActivity = evidenceFrom('activity', facts.activityId)
  const evidence = [
    ofActivity('max_amount', formatCreditAmount(designated.maxAmount)),
    ofActivity('step', formatCreditAmount(step)),
    ...(facts.claimed === 0 ? [] : [ofActivity('claimed', formatCreditAmount(facts.claimed))]),
    ...(facts.earned === null ? [] : [ofActivity('earned', formatCreditAmount(facts.earned))]),
  ]
  const refuse = (because: Extract<ClaimAmountVerdict, { kind: 'refused' }>['because'], rows: readonly string[], nextStep: string): ClaimAmountVerdict => ({
    ...range,
    kind: 'refused',
    code: 'amount_not_claimable',
    because,
    rows,
    evidence,
    nextStep,
  })
  const most = formatCreditAmount(greatestAmount)
  if (greatestAmount === 0) return refuse('nothing_left', ['T2'], 'Nothing of this type is left to claim: choose another type or another activity.')
  const amount = asked ?? greatestAmount
  if (amount <= 0) return refuse('not_positive', ['T1'], `Claim an amount above 0.00, at most ${most}.`)
  if (fixed && amount !== greatestAmount) {
    return refuse('fixed', creditSystemOf(designated.creditType).fixedAmount ? ['S39', 'T1'] : portal.partialClaim.rows, `Claim exactly ${most}: no part of it can be claimed here.`)
  }
  if (amount > greatestAmount) return refuse('above_maximum', ['T2', 'H34'], `Claim at most ${most}.`)
  if (roundDownToStep(amount, step) !== amount) return refuse('off_step', ['T1'], `Claim in steps of ${formatCreditAmount(step)}, at most ${most}.`)
  return {
    ...range,
    kind: 'allowed',
    amount,
    pharmacology: pharmacologyInside(designated, amount),
    rows: amount < greatestAmount ? [...portal.partialClaim.rows, 'T1', 'T2'] : ['T1', 'T2'],
    evidence,
    nextStep: `Claim ${formatCreditAmount(amount)}.`,
  }
}

/** What is asked of a claim's amount; `byTopic`: its amount is the sum of the topics it was claimed by. */
export interface AmountChangeRequest {
  readonly amount: CreditAmount
  readonly reason: string
  readonly byTopic: boolean
}

export const amountChangeRefusals = ['claim_not_active', 'claimed_by_topic', 'credit_type_not_offered', 'same_amount', 'amount_not_claimable', 'report_not_correctable', 'reason_missing'] as const
export type AmountChangeRefusal = (typeof amountChangeRefusals)[number]

export interface RefusedAmountChange {
  readonly kind: 'refused'
  readonly code: AmountChangeRefusal
  readonly field: 'claim' | 'amount' | 'reason'
  /** The most and the step the designation allows; null where the refusal is about something else. */
  readonly range: ClaimableRange | null
  readonly rows: readonly string[]
  readonly evidence: readonly Evidence[]
  readonly nextStep: string
}

/**
 * Decides a correction of a claim's amount (H34: after the claim it is a correction, bound by the designation, not by
 * the windows nor by whether the portal lets a learner claim a part). Refusals in the order of a credit change.
 */
export function decideAmountChange(facts: CreditChangeFacts, request: AmountChangeRequest): AllowedCreditChange | RefusedAmountChange {
  const { claim, activity, portal } = facts
  const ofClaim = evidenceFrom('claim', claim.id)
  const refuse = (code: AmountChangeRefusal, field: RefusedAmountChange['field'], rows: readonly string[], evidence: readonly Evidence[], nextStep: string, range: ClaimableRange | null = null): RefusedAmountChange => ({
    kind: 'refused', code, field, range, rows, evidence, nextStep,
  })
  if (claim.state !== 'active') return refuse('claim_not_active', 'claim', ['T9'], [ofClaim('status', claim.state)], 'Open the claim that is in force and correct that one.')
  if (request.byTopic) return refuse('claimed_by_topic', 'claim', ['M14', 'M23'], [ofClaim('amount', formatCreditAmount(claim.amount))], 'Take the whole act back and claim the topics that are right.')
  const designated = designatedCreditFor(activity.credits, claim.creditType, claim.professionAtClaim)
  if (designated === undefined) {
    return refuse('credit_type_not_offered', 'claim', ['H32'], [ofClaim('credit_type', claim.creditType)], 'The activity does not designate this type: change the type, or void the claim.')
  }
  if (request.amount === claim.amount) return refuse('same_amount', 'amount', ['H34'], [ofClaim('amount', formatCreditAmount(claim.amount))], 'The claim has this amount already: enter another.')
  const judged = judgeClaimAmount({ portal: { ...portal, partialClaim: { ...portal.partialClaim, value: 'before_claiming' } }, activityId: activity.id, designated, claimed: 0, earned: null }, request.amount)
  if (judged.kind === 'refused') return refuse('amount_not_claimable', 'amount', judged.rows, judged.evidence, judged.nextStep, judged)
  const corrections = judgeReportCorrections({ now: facts.now, portal, claim, reports: claim.reports })
  if (corrections.some((correction) => correction.kind === 'not_correctable')) {
    const evidence = claim.reports.map((report) => evidenceFrom('report', claim.id)(report.body, `${report.state} ${report.at}`))
    return refuse('report_not_correctable', 'claim', ['3.1', 'T9', 'S43'], evidence, 'Ask the body to correct its record; the claim stays as it was reported.')
  }
  if (request.reason.trim() === '') return refuse('reason_missing', 'reason', ['H34'], [], 'Say why the amount is corrected: the audit keeps it.')
  return {
    kind: 'allowed',
    to: claim.creditType,
    designated,
    newAmount: judged.amount,
    greatestAmount: judged.greatestAmount,
    form: decideParticipationForm(claim.creditType, claim.professionAtClaim).form,
    reportsToCorrect: corrections.filter((correction) => correction.kind === 'correctable').map((correction) => correction.body),
    reportsLeftWrong: [],
    rows: [...new Set(['H34', ...judged.rows, ...(corrections.length > 0 ? ['T9', '3.1'] : [])])],
    evidence: [ofClaim('amount', formatCreditAmount(claim.amount)), ...judged.evidence],
    nextStep: 'Correct the amount: a new certificate replaces the old one.',
  }
}
