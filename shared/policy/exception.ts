import type { CivilDate } from '../model/civil-date'
import { exceptionKinds, type ExceptionKind } from '../model/field-codes'
import { civilDateIn } from '../model/instant'
import { judgeCourse, type CourseStanding } from './course-standing'
import type { AccountFacts, CourseFacts } from './diagnosis-facts'
import type { Evidence } from './evidence'
import { judgeExpiry, type WindowVerdict } from './windows'

/** What is asked for: which rule to set aside, until when or for how many tries, on whose word and why. */
export interface ExceptionRequest {
  readonly kind: ExceptionKind
  readonly untilOn: CivilDate | null
  readonly attempts: number | null
  readonly approver: string
  readonly reason: string
}

export const exceptionRefusals = [
  'not_enrolled',
  'activity_expired',
  'limit_not_set',
  'exception_without_effect',
  'field_missing',
  'date_in_past',
  'date_after_expiry',
  'number_out_of_range',
  'reason_missing',
] as const
export type ExceptionRefusal = (typeof exceptionRefusals)[number]

interface Judged {
  readonly exceptionKind: ExceptionKind
  readonly rows: readonly string[]
  readonly evidence: readonly Evidence[]
  readonly nextStep: string
}

export interface AllowedException extends Judged {
  readonly kind: 'allowed'
  /** The row of the rule that is set aside. */
  readonly ruleRow: string
  /** The limit as it stands: the last day today, or the number of tries. */
  readonly limit: { readonly lastOn: CivilDate | null; readonly attempts: number | null }
  /** No date may lie after this: the activity's own last day (T23). */
  readonly latestOn: CivilDate | null
}

export interface RefusedException extends Judged {
  readonly kind: 'refused'
  readonly code: ExceptionRefusal
  readonly field: 'activity' | 'kind' | 'untilOn' | 'attempts' | 'approver' | 'reason'
}

export type ExceptionVerdict = AllowedException | RefusedException

/** The rule each kind sets aside, and the row that allows setting it aside. */
const ruleOf: Readonly<Record<ExceptionKind, { readonly rule: string; readonly allowedBy: string }>> = {
  late_claim: { rule: 'C9', allowedBy: 'C10' },
  extra_attempt: { rule: 'P7', allowedBy: 'P8' },
  more_time: { rule: 'P24', allowedBy: 'P25' },
}

/** Tries that one exception may grant; more is another exception with a word of its own. */
export const mostAttemptsGranted = 5

type Refuse = (code: ExceptionRefusal, field: RefusedException['field'], more: { readonly evidence?: readonly Evidence[]; readonly rows?: readonly string[]; readonly nextStep: string }) => RefusedException

function refusing(kind: ExceptionKind): Refuse {
  const { rule, allowedBy } = ruleOf[kind]
  return (code, field, more) => ({ kind: 'refused', exceptionKind: kind, code, field, rows: more.rows ?? [allowedBy, rule], evidence: more.evidence ?? [], nextStep: more.nextStep })
}

function ofActivity(course: CourseFacts, field: string, value: string | null): Evidence {
  return { recordKind: 'activity', record: course.activity.id, field, value }
}

interface Limit {
  readonly ruleRow: string
  readonly lastOn: CivilDate | null
  readonly attempts: number | null
  readonly evidence: readonly Evidence[]
}

function limitOfWindow(kind: ExceptionKind, days: number | undefined, ownDays: number | null, window: WindowVerdict | null, rows: readonly string[] | undefined, course: CourseFacts, portalKey: string): Limit | undefined {
  if (days === undefined) return undefined
  const column = kind === 'late_claim' ? 'claim_days' : 'completion_days'
  return {
    ruleRow: rows?.[0] ?? ruleOf[kind].rule,
    lastOn: window?.lastOn ?? null,
    attempts: null,
    evidence: [
      ownDays === null ? { recordKind: 'portal', record: portalKey, field: column, value: String(days) } : ofActivity(course, column, String(days)),
      ...(window === null ? [] : [{ recordKind: 'enrolment' as const, record: course.enrolments[0]?.id ?? '', field: window.anchor, value: window.anchorOn }]),
    ],
  }
}

/** The limit a kind would set aside; undefined where neither the portal nor the activity sets it. */
function limitOf(kind: ExceptionKind, account: AccountFacts, course: CourseFacts, standing: CourseStanding): Limit | undefined {
  const { portal } = account
  const { activity } = course
  switch (kind) {
    case 'late_claim':
      return limitOfWindow(kind, activity.claimDays ?? portal.windows.claim?.value.days, activity.claimDays, standing.claimWindow, portal.windows.claim?.rows, course, portal.key)
    case 'more_time':
      return limitOfWindow(kind, activity.completionDays ?? portal.windows.completion?.value.days, activity.completionDays, standing.completionWindow, portal.windows.completion?.rows, course, portal.key)
    case 'extra_attempt': {
      const { limit, setBy, used, granted } = standing.attempts
      if (limit === 'unlimited') return undefined
      return {
        ruleRow: setBy === 'portal' ? (portal.attempts.rows[0] ?? 'P7') : 'H21',
        lastOn: null,
        attempts: limit + granted,
        evidence: [
          setBy === 'activity' ? ofActivity(course, 'max_attempts', String(limit)) : { recordKind: 'portal', record: portal.key, field: 'attempts', value: String(limit) },
          { recordKind: 'enrolment', record: standing.enrolment.id, field: 'attempts_used', value: String(used) },
        ],
      }
    }
  }
}

/** What makes setting the rule aside pointless: it is done already. */
function withoutEffect(kind: ExceptionKind, standing: CourseStanding): Evidence | undefined {
  const { enrolment } = standing
  const claim = standing.activeClaims[0]
  if (!standing.open && claim !== undefined) return { recordKind: 'claim', record: claim.id, field: 'claimed_at', value: claim.claimedAt }
  if (kind === 'extra_attempt' && standing.posttest.state === 'done') return { recordKind: 'enrolment', record: enrolment.id, field: 'passed_at', value: enrolment.passedAt }
  if (kind === 'extra_attempt' && standing.posttest.state === 'not_required') return { recordKind: 'activity', record: standing.course.activity.id, field: 'posttest_required', value: 'no' }
  if (kind === 'more_time' && standing.complete) return { recordKind: 'enrolment', record: enrolment.id, field: 'last_requirement', value: standing.lastRequirementAt }
  return undefined
}

/**
 * Whether a kind of exception is open to this learner in this activity at all, before dates and words: never without an
 * enrolment, never for an expired activity (T23, P26), only where a rule sets the limit, and only where it would help.
 */
export function judgeExceptionKind(kind: ExceptionKind, account: AccountFacts, course: CourseFacts): ExceptionVerdict {
  const refuse = refusing(kind)
  const { rule, allowedBy } = ruleOf[kind]
  const expiry = judgeExpiry({ now: account.now, portal: account.portal, expiresOn: course.activity.expiresOn })
  if (expiry?.state === 'closed') {
    return refuse('activity_expired', 'activity', {
      rows: ['T23', 'P26', 'H43'],
      evidence: [ofActivity(course, 'expiration_date', course.activity.expiresOn)],
      nextStep: 'Say that the certification has ended for everybody, and offer a current activity on the subject.',
    })
  }
  const standing = judgeCourse(account, course)
  if (standing === undefined) {
    return refuse('not_enrolled', 'activity', {
      rows: ['C6', 'H42'],
      evidence: [{ recordKind: 'learner', record: account.learner.id, field: 'enrolments', value: null }],
      nextStep: 'Look for the enrolment under the learner’s other addresses first.',
    })
  }
  const limit = limitOf(kind, account, course, standing)
  if (limit === undefined) {
    return refuse('limit_not_set', 'kind', { rows: [rule], evidence: [{ recordKind: 'portal', record: account.portal.key, field: kind, value: null }], nextStep: 'Nothing needs setting aside here: look at the first finding instead.' })
  }
  const useless = withoutEffect(kind, standing)
  if (useless !== undefined) return refuse('exception_without_effect', 'kind', { evidence: [useless], nextStep: 'No exception is needed: this step is done.' })
  return {
    kind: 'allowed',
    exceptionKind: kind,
    ruleRow: limit.ruleRow,
    limit: { lastOn: limit.lastOn, attempts: limit.attempts },
    latestOn: course.activity.expiresOn,
    rows: [allowedBy, rule],
    evidence: limit.evidence,
    nextStep: 'Name who approved it and why; the exception is kept and can be withdrawn.',
  }
}

function judgeDate(allowed: AllowedException, untilOn: CivilDate | null, account: AccountFacts, course: CourseFacts): RefusedException | undefined {
  const refuse = refusing(allowed.exceptionKind)
  if (untilOn === null) return refuse('field_missing', 'untilOn', { nextStep: 'Name the last day.' })
  const today = civilDateIn(account.now, account.portal.zone.value)
  if (untilOn < today) return refuse('date_in_past', 'untilOn', { nextStep: 'Choose today or a later day.' })
  if (allowed.latestOn !== null && untilOn > allowed.latestOn) {
    return refuse('date_after_expiry', 'untilOn', { rows: ['T23', 'P26'], evidence: [ofActivity(course, 'expiration_date', allowed.latestOn)], nextStep: 'Choose a day no later than the activity’s own last day.' })
  }
  if (allowed.limit.lastOn !== null && untilOn <= allowed.limit.lastOn) {
    return refuse('exception_without_effect', 'untilOn', { evidence: allowed.evidence, nextStep: 'The time runs that long without an exception: choose a later day.' })
  }
  return undefined
}

/** Every kind with its verdict, in the ledger's order: what a dialog shows before a choice. */
export function listExceptionKinds(account: AccountFacts, course: CourseFacts): readonly ExceptionVerdict[] {
  return exceptionKinds.map((kind) => judgeExceptionKind(kind, account, course))
}

/**
 * Decides one asked-for exception (C10, P8, P25, H21). Refusals in this order: the activity, the kind, the day or the
 * tries, the approver, the reason; so that what no other input can cure is said first.
 */
export function decideException(account: AccountFacts, course: CourseFacts, request: ExceptionRequest): ExceptionVerdict {
  const verdict = judgeExceptionKind(request.kind, account, course)
  if (verdict.kind === 'refused') return verdict
  const refuse = refusing(request.kind)
  if (request.kind === 'extra_attempt') {
    const { attempts } = request
    if (attempts === null) return refuse('field_missing', 'attempts', { nextStep: 'Say how many tries are granted.' })
    if (!Number.isInteger(attempts) || attempts < 1 || attempts > mostAttemptsGranted) return refuse('number_out_of_range', 'attempts', { nextStep: `Grant between 1 and ${String(mostAttemptsGranted)} tries.` })
  } else {
    const refused = judgeDate(verdict, request.untilOn, account, course)
    if (refused !== undefined) return refused
  }
  if (request.approver.trim() === '') return refuse('field_missing', 'approver', { rows: ['C10', 'P8'], nextStep: 'Name who approved it.' })
  if (request.reason.trim() === '') return refuse('reason_missing', 'reason', { rows: ['C10', 'P8'], nextStep: 'Say why: the ledger keeps it.' })
  return verdict
}

export type WithdrawalVerdict =
  | { readonly kind: 'free'; readonly rows: readonly string[]; readonly evidence: readonly Evidence[]; readonly nextStep: string }
  | { readonly kind: 'used'; readonly rows: readonly string[]; readonly evidence: readonly Evidence[]; readonly nextStep: string }

/** Whether an exception can be taken out of force: not once a claim or a try has been made by it. */
export function judgeWithdrawal(exception: { readonly id: string; readonly kind: ExceptionKind; readonly createdAt: string; readonly attempts: number }, account: AccountFacts, course: CourseFacts): WithdrawalVerdict {
  const { rule, allowedBy } = ruleOf[exception.kind]
  const rows = [allowedBy, rule]
  const used = (evidence: readonly Evidence[], nextStep: string): WithdrawalVerdict => ({ kind: 'used', rows, evidence, nextStep })
  const claim = course.enrolments.flatMap((enrolment) => enrolment.claims).find((one) => one.state === 'active' && one.claimedAt >= exception.createdAt)
  if (claim !== undefined) {
    return used([{ recordKind: 'claim', record: claim.id, field: 'claimed_at', value: claim.claimedAt }], 'A claim was made by it: void that claim first.')
  }
  const standing = judgeCourse(account, course)
  if (standing !== undefined && exception.kind === 'extra_attempt') {
    const { limit, granted, used: tries } = standing.attempts
    if (limit !== 'unlimited' && tries > limit + granted - exception.attempts) {
      return used([{ recordKind: 'enrolment', record: standing.enrolment.id, field: 'attempts_used', value: String(tries) }], 'The try it granted has been used: it stays on record.')
    }
  }
  return { kind: 'free', rows, evidence: [], nextStep: 'Say why it is withdrawn: both are kept.' }
}
