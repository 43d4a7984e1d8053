import { formatCreditAmount, type CreditAmount } from '../model/credit-amount'
import type { ClaimState, CreditType, ReportingBody } from '../model/field-codes'
import type { Instant } from '../model/instant'
import type { PortalProfile } from '../portals/portal-profile'
import { evidenceFrom } from './diagnosis-findings'
import type { Evidence } from './evidence'
import { judgeReportCorrections, type ReportableClaim, type ReportFacts } from './report-route'

/** A claim as its voiding is decided from. */
export interface VoidableClaim extends Omit<ReportableClaim, 'creditType'> {
  readonly id: string
  readonly creditType: CreditType
  readonly amount: CreditAmount
  readonly state: ClaimState
  readonly reports: readonly ReportFacts[]
}

/** The claims that stand or fall together: those of one act (M23), or a single one. */
export interface ClaimVoidFacts {
  readonly now: Instant
  readonly portal: PortalProfile
  readonly claims: readonly VoidableClaim[]
}

export const claimVoidRefusals = ['claim_not_active', 'report_not_correctable', 'reason_missing'] as const

export type ClaimVoidVerdict =
  | {
      readonly kind: 'allowed'
      /** Which bodies are told to take which claim out. */
      readonly withdrawals: readonly { readonly claimId: string; readonly body: ReportingBody }[]
      readonly rows: readonly string[]
      readonly evidence: readonly Evidence[]
      readonly nextStep: string
    }
  | {
      readonly kind: 'refused'
      readonly code: (typeof claimVoidRefusals)[number]
      readonly field: 'claim' | 'reason'
      readonly rows: readonly string[]
      readonly evidence: readonly Evidence[]
      readonly nextStep: string
    }

/** Whether claims may be made void: in force, with no report that can no longer be withdrawn (T9, 3.1), and with a reason. */
export function decideClaimVoid(facts: ClaimVoidFacts, request: { readonly reason: string }): ClaimVoidVerdict {
  const ended = facts.claims.filter((claim) => claim.state !== 'active')
  if (ended.length > 0 || facts.claims.length === 0) {
    return {
      kind: 'refused', code: 'claim_not_active', field: 'claim', rows: ['T9'],
      evidence: ended.map((claim) => evidenceFrom('claim', claim.id)('status', claim.state)),
      nextStep: 'Nothing to do: the claim is no longer in force.',
    }
  }
  const judged = facts.claims.flatMap((claim) =>
    judgeReportCorrections({ now: facts.now, portal: facts.portal, claim, reports: claim.reports }).map((correction) => ({ claim, correction })),
  )
  const late = judged.filter(({ correction }) => correction.kind === 'not_correctable')
  if (late.length > 0) {
    return {
      kind: 'refused', code: 'report_not_correctable', field: 'claim', rows: ['3.1', 'T9', 'S43', 'S46'],
      evidence: late.map(({ claim, correction }) => evidenceFrom('report', claim.id)(correction.body, correction.kind === 'not_correctable' ? correction.untilOn : null)),
      nextStep: 'Ask the body to take its record out first (ACPE: previous six months, a fee is possible).',
    }
  }
  if (request.reason.trim() === '') {
    return { kind: 'refused', code: 'reason_missing', field: 'reason', rows: ['T9'], evidence: [], nextStep: 'Say why the claim is void: the audit keeps it.' }
  }
  return {
    kind: 'allowed',
    withdrawals: judged.flatMap(({ claim, correction }) => (correction.kind === 'correctable' ? [{ claimId: claim.id, body: correction.body }] : [])),
    rows: facts.claims.length > 1 ? ['T9', 'M23'] : ['T9'],
    evidence: facts.claims.flatMap((claim) => [evidenceFrom('claim', claim.id)('credit_type', claim.creditType), evidenceFrom('claim', claim.id)('amount', formatCreditAmount(claim.amount))]),
    nextStep: 'Void the claim: its certificate is void and stays on file.',
  }
}
