import { formatCreditAmount, type CreditAmount } from '../model/credit-amount'
import { creditTypes, type CreditType } from '../model/field-codes'
import { judgeClaimAmount, type ClaimAmountVerdict } from './claim-amount'
import { judgeCourse, type CourseStanding } from './course-standing'
import { creditSystemOf } from './credit-systems'
import { designatedCreditFor, type DesignatedCredit } from './designated-credit'
import { barrierFindings, findingsWithoutEnrolment } from './diagnosis-barriers'
import type { AccountFacts, CourseFacts, ExceptionFacts } from './diagnosis-facts'
import { evidenceFrom, inOrder, type Finding } from './diagnosis-findings'
import { profileFindings, requirementFindings } from './diagnosis-requirements'
import { judgeDesignatedEligibility } from './eligibility'
import type { Evidence } from './evidence'

/** What a diagnosis can find that bars a claim; a refusal carries the finding's own code. */
export const claimBarriers = [
  'account_closed',
  'wrong_email',
  'activity_expired',
  'completion_window_closed',
  'claim_window_closed',
  'unclaimed_credit_lapsed',
  'attempts_exhausted',
  'membership_inactive',
  'not_enrolled',
  'event_code_required',
  'segments_incomplete',
  'pretest_missing',
  'posttest_missing',
  'posttest_not_passed',
  'evaluation_missing',
  'nabp_id_missing',
  'birth_month_day_missing',
  'licence_missing',
  'credit_type_not_offered',
  'credit_type_not_for_profession',
] as const
export type ClaimBarrier = (typeof claimBarriers)[number]

export const claimRefusals = [...claimBarriers, 'already_claimed', 'credit_earned_by_topic', 'nothing_earned', 'amount_not_claimable', 'reason_missing'] as const
export type ClaimRefusal = (typeof claimRefusals)[number]

export interface RefusedClaim {
  readonly kind: 'refused'
  readonly code: ClaimRefusal
  readonly field: 'activity' | 'learner' | 'creditType' | 'amount' | 'reason'
  readonly rows: readonly string[]
  readonly evidence: readonly Evidence[]
  readonly nextStep: string
}

/** May be claimed, whatever type and amount are asked for; `exceptions` are those without which it could not. */
export interface EligibleCourse {
  readonly kind: 'eligible'
  readonly standing: CourseStanding
  readonly exceptions: readonly ExceptionFacts[]
  readonly rows: readonly string[]
}

function isBarrier(code: string): code is ClaimBarrier {
  return claimBarriers.some((barrier) => barrier === code)
}

const aboutTheLearner: readonly ClaimBarrier[] = ['account_closed', 'wrong_email', 'membership_inactive', 'nabp_id_missing', 'birth_month_day_missing', 'licence_missing']

/** A finding of the diagnosis as the refusal of a claim: the same rows, evidence and next step. */
export function refusalOfFinding({ code, rows, evidence, agentCan }: Finding): RefusedClaim {
  if (!isBarrier(code)) throw new Error(`${code} bars no claim`)
  return { kind: 'refused', code, field: aboutTheLearner.includes(code) ? 'learner' : 'activity', rows, evidence, nextStep: agentCan }
}

/** The exceptions on record that keep a way open which the rule alone has closed (C10, P8, P25). */
function exceptionsHonoured(standing: CourseStanding): readonly ExceptionFacts[] {
  const { attempts } = standing
  const kinds: readonly ExceptionFacts['kind'][] = [
    ...(standing.claimWindow?.endedBy === 'exception' ? (['late_claim'] as const) : []),
    ...(standing.completionWindow?.endedBy === 'exception' ? (['more_time'] as const) : []),
    ...(attempts.granted > 0 && attempts.limit !== 'unlimited' && attempts.used > attempts.limit ? (['extra_attempt'] as const) : []),
  ]
  return standing.course.exceptions.filter((exception) => kinds.includes(exception.kind))
}

const rowOf: Readonly<Record<ExceptionFacts['kind'], string>> = { late_claim: 'C10', extra_attempt: 'P8', more_time: 'P25' }

/**
 * Everything that stands before any claim in a course, in the order a diagnosis says it: the account, what can no longer
 * be cured, what is still to be done, the profile. Lapsed credit bars only itself. A locked account bars nothing: the
 * learner cannot sign in, the desk can claim.
 */
export function claimBarriersOf(account: AccountFacts, course: CourseFacts): { readonly standing: CourseStanding | undefined; readonly barriers: readonly RefusedClaim[] } {
  const standing = judgeCourse(account, course)
  const { learner } = account
  const closed: readonly RefusedClaim[] =
    learner.status === 'closed'
      ? [{ kind: 'refused', code: 'account_closed', field: 'learner', rows: [], evidence: [evidenceFrom('learner', learner.id)('status', 'closed')], nextStep: 'Reopen the account first, if the learner asked for it.' }]
      : []
  const findings =
    standing === undefined
      ? findingsWithoutEnrolment(account, course)
      : [...barrierFindings(account, standing), ...requirementFindings(standing), ...profileFindings(account, standing)].filter((one) => one.code !== 'unclaimed_credit_lapsed')
  return { standing, barriers: [...closed, ...inOrder(findings).map(refusalOfFinding)] }
}

/** Whether a whole activity's credit may be claimed on the learner's behalf today, by the rules of the diagnosis (H27, C5–C9, P9). */
export function judgeClaimEligibility(account: AccountFacts, course: CourseFacts): EligibleCourse | RefusedClaim {
  const { standing, barriers } = claimBarriersOf(account, course)
  if (standing !== undefined && account.portal.accrual.value === 'whole_activity' && standing.activeClaims.length > 0) return alreadyClaimed(standing)
  const [first] = barriers
  if (first !== undefined) return first
  if (standing === undefined) throw new Error('a course without an enrolment has a finding')
  const { enrolment, activeClaims } = standing
  if (account.portal.accrual.value === 'by_topic') {
    const ofEnrolment = evidenceFrom('enrolment', enrolment.id)
    if (enrolment.earned.length > 0) {
      return {
        kind: 'refused', code: 'credit_earned_by_topic', field: 'activity', rows: ['M4', 'M14'],
        evidence: [ofEnrolment('earned_credits', String(enrolment.earned.length))],
        nextStep: 'Claim accrued credit: choose the topics and their amounts.',
      }
    }
    if (activeClaims.length > 0) return alreadyClaimed(standing)
    if ((enrolment.passedAt ?? enrolment.attendedAt ?? enrolment.evaluatedAt) === null) {
      return { kind: 'refused', code: 'nothing_earned', field: 'activity', rows: ['M4'], evidence: [ofEnrolment('earned_credits', '0')], nextStep: 'Nothing was earned here yet: the learner takes a topic first.' }
    }
  }
  const exceptions = exceptionsHonoured(standing)
  return { kind: 'eligible', standing, exceptions, rows: ['H27', ...exceptions.map(({ kind }) => rowOf[kind])] }
}

function alreadyClaimed({ activeClaims }: CourseStanding): RefusedClaim {
  return {
    kind: 'refused', code: 'already_claimed', field: 'activity', rows: ['H28', 'T17'],
    evidence: activeClaims.flatMap((claim) => [
      evidenceFrom('claim', claim.id)('claimed_at', claim.claimedAt),
      evidenceFrom('claim', claim.id)('credit_type', claim.creditType),
      evidenceFrom('claim', claim.id)('certificate_number', claim.certificateNumber),
    ]),
    nextStep: 'Print the certificate again, or correct the type or the amount of the claim.',
  }
}

export interface AllowedClaim {
  readonly kind: 'allowed'
  readonly enrolmentId: string
  readonly to: CreditType
  readonly designated: DesignatedCredit
  readonly amount: Extract<ClaimAmountVerdict, { kind: 'allowed' }>
  readonly form: 'credit' | 'participation'
  readonly exceptions: readonly ExceptionFacts[]
  readonly rows: readonly string[]
  readonly evidence: readonly Evidence[]
  readonly nextStep: string
}

export type ClaimVerdict = AllowedClaim | RefusedClaim

/** Which of the activity's designations serves the learner as that type, and in which form (H37, T8); the amount aside. */
export function judgeClaimType(
  account: AccountFacts,
  course: CourseFacts,
  to: CreditType,
): { readonly kind: 'open'; readonly designated: DesignatedCredit; readonly form: 'credit' | 'participation'; readonly rows: readonly string[] } | RefusedClaim {
  const { learner } = account
  const { id, credits } = course.activity
  const designated = designatedCreditFor(credits, to, learner.profession)
  if (designated === undefined) {
    const offered = [...new Set(credits.map((credit) => credit.creditType))].join(';')
    return { kind: 'refused', code: 'credit_type_not_offered', field: 'creditType', rows: ['H32'], evidence: [evidenceFrom('activity', id)('credit_type', offered)], nextStep: 'Choose a type the activity was designated for; none can be added afterwards.' }
  }
  const eligibility = judgeDesignatedEligibility(designated, learner)
  if (eligibility.kind !== 'not_for_profession') {
    return { kind: 'open', designated, form: eligibility.kind === 'participation' || to === 'participation' ? 'participation' : 'credit', rows: eligibility.rows }
  }
  const ofLearner = evidenceFrom('learner', learner.id)
  return {
    kind: 'refused', code: 'credit_type_not_for_profession', field: 'creditType', rows: eligibility.rows,
    evidence: [ofLearner('profession', learner.profession), ...(creditSystemOf(to).board === null ? [] : [ofLearner('board', learner.board)])],
    nextStep: 'Check profession and board in the profile; if they are right, choose a type open to them.',
  }
}

function judgeAsked(account: AccountFacts, course: CourseFacts, eligible: EligibleCourse, to: CreditType, amount: CreditAmount | null): ClaimVerdict {
  const type = judgeClaimType(account, course, to)
  if (type.kind === 'refused') return type
  const judged = judgeClaimAmount({ portal: account.portal, activityId: course.activity.id, designated: type.designated, claimed: 0, earned: null }, amount)
  if (judged.kind === 'refused') return { kind: 'refused', code: judged.code, field: 'amount', rows: judged.rows, evidence: judged.evidence, nextStep: judged.nextStep }
  return {
    kind: 'allowed',
    enrolmentId: eligible.standing.enrolment.id,
    to,
    designated: type.designated,
    amount: judged,
    form: type.form,
    exceptions: eligible.exceptions,
    rows: [...new Set([...eligible.rows, ...type.rows, ...judged.rows])],
    evidence: [
      evidenceFrom('learner', account.learner.id)('profession', account.learner.profession),
      ...judged.evidence,
      ...eligible.exceptions.flatMap((exception) => [evidenceFrom('exception', exception.id)('approved_by', exception.approvedBy), evidenceFrom('exception', exception.id)('until_on', exception.untilOn)]),
    ],
    nextStep: type.form === 'participation' ? 'Claim: the paper is a certificate of participation.' : `Claim ${formatCreditAmount(judged.amount)}: the certificate is issued at once.`,
  }
}

/**
 * Decides one claim on the learner's behalf. Refusals in this order: what bars the course, the type, the amount, the
 * reason; so that what no other input can cure is said first.
 */
export function decideClaim(account: AccountFacts, course: CourseFacts, request: { readonly creditType: CreditType; readonly amount: CreditAmount | null; readonly reason: string }): ClaimVerdict {
  const eligible = judgeClaimEligibility(account, course)
  if (eligible.kind === 'refused') return eligible
  const verdict = judgeAsked(account, course, eligible, request.creditType, request.amount)
  if (verdict.kind === 'allowed' && request.reason.trim() === '') {
    return { kind: 'refused', code: 'reason_missing', field: 'reason', rows: ['H27'], evidence: [], nextStep: 'Say why the desk claims for the learner: the audit keeps it.' }
  }
  return verdict
}

/** Every credit type with its verdict for an eligible course, those the activity offers first and in its order. */
export function listClaimTypes(account: AccountFacts, course: CourseFacts, eligible: EligibleCourse): readonly { readonly creditType: CreditType; readonly verdict: ClaimVerdict }[] {
  const offered = [...new Set(course.activity.credits.map((credit) => credit.creditType))]
  return [...offered, ...creditTypes.filter((creditType) => !offered.includes(creditType))].map((creditType) => ({
    creditType,
    verdict: judgeAsked(account, course, eligible, creditType, null),
  }))
}

/** What a claim starts with: the portal's first default type that is open here, one that awards credit before a form (M10, H37). */
export function defaultClaimType(account: AccountFacts, types: readonly { readonly creditType: CreditType; readonly verdict: ClaimVerdict }[]): CreditType | null {
  const open = types.filter(({ verdict }) => verdict.kind === 'allowed')
  const credit = open.filter(({ verdict }) => verdict.kind === 'allowed' && verdict.form === 'credit')
  const preferred = account.portal.defaultCreditTypes.value
  const pick = (from: typeof open): CreditType | undefined => preferred.find((type) => from.some(({ creditType }) => creditType === type)) ?? from[0]?.creditType
  return pick(credit) ?? pick(open) ?? null
}
