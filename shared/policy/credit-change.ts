import { formatCreditAmount, roundDownToStep, type CreditAmount } from '../model/credit-amount'
import { creditTypes, type ClaimState, type CreditType, type ReportingBody } from '../model/field-codes'
import type { Instant } from '../model/instant'
import type { PortalProfile } from '../portals/portal-profile'
import { creditSystemOf } from './credit-systems'
import { designatedCreditFor, isClaimableAmount, stepOf, type DesignatedCredit } from './designated-credit'
import { judgeDesignatedEligibility, type Claimant } from './eligibility'
import type { Evidence } from './evidence'
import { judgeReportCorrections, type ReportableClaim, type ReportFacts } from './report-route'

/**
 * What a correction is decided from. `learner` is the profile of today, not the snapshot at the claim: the correction
 * issues a new certificate, whose form the profession *saved in the profile* decides (H37); the old paper keeps its own (T7).
 * Expiry and windows are not among the facts: a correction is no new claim (section 0).
 */
export interface CreditChangeFacts {
  readonly now: Instant
  readonly portal: PortalProfile
  readonly learner: Claimant & { readonly id: string }
  readonly activity: { readonly id: string; readonly credits: readonly DesignatedCredit[] }
  readonly claim: Omit<ReportableClaim, 'creditType'> & {
    readonly id: string
    readonly creditType: CreditType
    readonly amount: CreditAmount
    readonly state: ClaimState
    readonly reports: readonly ReportFacts[]
  }
}

/** What is asked: a type, the amount if a lower one is wanted, why, and a supervisor's word where a report stands in the way. */
export interface CreditChangeRequest {
  readonly to: CreditType
  readonly amount: CreditAmount | null
  readonly reason: string
  readonly supervisorOverrides: boolean
}

export const creditChangeRefusals = [
  'claim_not_active',
  'same_credit_type',
  'credit_type_not_offered',
  'credit_type_not_for_profession',
  'amount_not_claimable',
  'report_not_correctable',
  'reason_missing',
] as const
export type CreditChangeRefusal = (typeof creditChangeRefusals)[number]

export interface AllowedCreditChange {
  readonly kind: 'allowed'
  readonly to: CreditType
  readonly designated: DesignatedCredit
  readonly newAmount: CreditAmount
  /** The most this claim may become; `--amount` may only lower it. */
  readonly greatestAmount: CreditAmount
  readonly form: 'credit' | 'participation'
  /** Bodies to be told of the change. */
  readonly reportsToCorrect: readonly ReportingBody[]
  /** Bodies that keep the old credit because their time for corrections is over, on a supervisor's word. */
  readonly reportsLeftWrong: readonly ReportingBody[]
  readonly rows: readonly string[]
  readonly evidence: readonly Evidence[]
  readonly nextStep: string
}

export interface RefusedCreditChange {
  readonly kind: 'refused'
  readonly to: CreditType
  readonly code: CreditChangeRefusal
  /** The field of the request the refusal is about. */
  readonly field: 'claim' | 'to' | 'amount' | 'reason'
  readonly rows: readonly string[]
  readonly evidence: readonly Evidence[]
  readonly nextStep: string
}

export type CreditChangeVerdict = AllowedCreditChange | RefusedCreditChange

function evidence(recordKind: Evidence['recordKind'], record: string, field: string, value: string | null): Evidence {
  return { recordKind, record, field, value }
}

function refuseType(facts: CreditChangeFacts, to: CreditType, code: CreditChangeRefusal): RefusedCreditChange {
  const refused = { kind: 'refused', to, code } as const
  const offered = [...new Set(facts.activity.credits.map((credit) => credit.creditType))].join(';')
  const label = creditSystemOf(to).shortLabel
  switch (code) {
    case 'claim_not_active':
      return { ...refused, field: 'claim', rows: ['T9'], evidence: [evidence('claim', facts.claim.id, 'status', facts.claim.state)], nextStep: 'Open the claim that is in force and correct that one.' }
    case 'same_credit_type':
      return { ...refused, field: 'to', rows: ['H32'], evidence: [evidence('claim', facts.claim.id, 'credit_type', facts.claim.creditType)], nextStep: `The claim is ${label} already: choose another type.` }
    case 'credit_type_not_offered':
      return { ...refused, field: 'to', rows: ['H32'], evidence: [evidence('activity', facts.activity.id, 'credit_type', offered)], nextStep: `This activity was not designated for ${label}: choose a type it offers.` }
    case 'credit_type_not_for_profession':
      return {
        ...refused,
        field: 'to',
        rows: ['H32', 'T8'],
        evidence: [
          evidence('learner', facts.learner.id, 'profession', facts.learner.profession),
          ...(creditSystemOf(to).board === null ? [] : [evidence('learner', facts.learner.id, 'board', facts.learner.board)]),
        ],
        nextStep: 'Check profession and board in the profile; if they are right, choose a type open to them.',
      }
    case 'amount_not_claimable':
      return {
        ...refused,
        field: 'amount',
        rows: ['H34', 'T1', 'T2'],
        evidence: [
          evidence('claim', facts.claim.id, 'amount', formatCreditAmount(facts.claim.amount)),
          ...facts.activity.credits.filter((credit) => credit.creditType === to).map((credit) => evidence('activity', facts.activity.id, 'max_amount', formatCreditAmount(credit.maxAmount))),
        ],
        nextStep: `Choose an amount ${label} can be claimed in, no higher than the claim and the designation.`,
      }
    case 'report_not_correctable':
      return {
        ...refused,
        field: 'claim',
        rows: ['3.1', 'T9', 'S43', 'S46'],
        evidence: facts.claim.reports.map((report) => evidence('report', facts.claim.id, report.body, `${report.state} ${report.at}`)),
        nextStep: 'Ask ACPE to correct its record (previous six months, a fee is possible), or have a supervisor accept that it stays as reported.',
      }
    case 'reason_missing':
      return { ...refused, field: 'reason', rows: ['H32'], evidence: [], nextStep: 'Say why the type is changed: the audit keeps it.' }
  }
}

/**
 * The greatest amount the claim may become: the smaller of the old amount and the new maximum, rounded down to the new
 * step; an ACPE number's own amount, whatever was claimed before (section 0, S39). 0 when no part is claimable.
 */
export function greatestAmountAfterChange(designated: DesignatedCredit, oldAmount: CreditAmount): CreditAmount {
  if (creditSystemOf(designated.creditType).fixedAmount) return designated.maxAmount
  return roundDownToStep(Math.min(oldAmount, designated.maxAmount), stepOf(designated))
}

function judgeType(facts: CreditChangeFacts, to: CreditType, amount: CreditAmount | null, supervisorOverrides: boolean): CreditChangeVerdict {
  if (facts.claim.state !== 'active') return refuseType(facts, to, 'claim_not_active')
  if (facts.claim.creditType === to) return refuseType(facts, to, 'same_credit_type')
  const designated = designatedCreditFor(facts.activity.credits, to, facts.learner.profession)
  if (designated === undefined) return refuseType(facts, to, 'credit_type_not_offered')
  const eligibility = judgeDesignatedEligibility(designated, facts.learner)
  if (eligibility.kind === 'not_for_profession') return refuseType(facts, to, 'credit_type_not_for_profession')
  const greatestAmount = greatestAmountAfterChange(designated, facts.claim.amount)
  const newAmount = amount ?? greatestAmount
  if (newAmount > greatestAmount || !isClaimableAmount(designated, newAmount)) return refuseType(facts, to, 'amount_not_claimable')
  const corrections = judgeReportCorrections({ now: facts.now, portal: facts.portal, claim: facts.claim, reports: facts.claim.reports })
  const leftWrong = corrections.filter((correction) => correction.kind === 'not_correctable').map((correction) => correction.body)
  if (leftWrong.length > 0 && !supervisorOverrides) return refuseType(facts, to, 'report_not_correctable')
  return {
    kind: 'allowed',
    to,
    designated,
    newAmount,
    greatestAmount,
    form: eligibility.kind === 'participation' || to === 'participation' ? 'participation' : 'credit',
    reportsToCorrect: corrections.filter((correction) => correction.kind === 'correctable').map((correction) => correction.body),
    reportsLeftWrong: leftWrong,
    rows: [...new Set(['H32', ...eligibility.rows, ...(corrections.length > 0 ? ['T9', '3.1'] : [])])],
    evidence: [
      evidence('claim', facts.claim.id, 'credit_type', facts.claim.creditType),
      evidence('claim', facts.claim.id, 'amount', formatCreditAmount(facts.claim.amount)),
      evidence('activity', facts.activity.id, 'max_amount', formatCreditAmount(designated.maxAmount)),
      evidence('learner', facts.learner.id, 'profession', facts.learner.profession),
    ],
    nextStep: eligibility.kind === 'participation' ? 'Change the type: the new paper is a certificate of participation.' : 'Change the type: a new certificate replaces the old one.',
  }
}

/**
 * Decides one asked-for change of a claim's credit type (H32). Refusals in this order: the claim, the type, the amount,
 * the report, the reason; so that what no other input can cure is said first.
 */
export function decideCreditChange(facts: CreditChangeFacts, request: CreditChangeRequest): CreditChangeVerdict {
  const verdict = judgeType(facts, request.to, request.amount, request.supervisorOverrides)
  if (verdict.kind === 'allowed' && request.reason.trim() === '') return refuseType(facts, request.to, 'reason_missing')
  return verdict
}

/** Every credit type with its verdict, those the activity offers first and in its order: what a dialog shows before a choice. */
export function listCreditChanges(facts: CreditChangeFacts): readonly CreditChangeVerdict[] {
  const offered = new Set(facts.activity.credits.map((credit) => credit.creditType))
  const ordered = [...offered, ...creditTypes.filter((creditType) => !offered.has(creditType))]
  return ordered.map((creditType) => judgeType(facts, creditType, null, false))
}
