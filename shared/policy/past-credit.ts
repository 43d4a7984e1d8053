import { addDays, type CivilDate } from '../model/civil-date'
import type { CreditAmount } from '../model/credit-amount'
import type { CreditType } from '../model/field-codes'
import { civilDateIn, endOfDayIn, instantOf, millisecondsOf, type Instant } from '../model/instant'
import { judgeClaimAmount, type ClaimAmountVerdict } from './claim-amount'
import { judgeClaimType } from './claim-eligibility'
import type { DesignatedCredit } from './designated-credit'
import type { AccountFacts, CourseFacts } from './diagnosis-facts'
import { evidenceFrom } from './diagnosis-findings'
import type { Evidence } from './evidence'
import { judgeClaimWindow, judgeCompletionWindow } from './windows'

/** What proves a credit that the record lacks (C12). */
export const pastCreditProofs = ['certificate', 'attendance_list', 'platform_archive', 'provider_letter', 'other'] as const
export type PastCreditProof = (typeof pastCreditProofs)[number]

/** A credit of the past as its proof shows it. */
export interface PastCreditRequest {
  readonly creditType: CreditType
  readonly amount: CreditAmount
  readonly completedOn: CivilDate
  readonly claimedOn: CivilDate
  readonly proof: PastCreditProof
  /** Where the proof is kept, or its number. */
  readonly proofReference: string
  readonly reason: string
}

export const pastCreditRefusals = [
  'account_closed',
  'already_claimed',
  'credit_earned_by_topic',
  'date_in_future',
  'date_before_registration',
  'period_reversed',
  'date_after_activity',
  'activity_expired',
  'completion_window_closed',
  'claim_window_closed',
  'credit_type_not_offered',
  'credit_type_not_for_profession',
  'amount_not_claimable',
  'proof_missing',
  'reason_missing',
] as const
export type PastCreditRefusal = (typeof pastCreditRefusals)[number]

export interface RefusedPastCredit {
  readonly kind: 'refused'
  readonly code: PastCreditRefusal
  readonly field: 'learner' | 'activity' | 'creditType' | 'amount' | 'completedOn' | 'claimedOn' | 'proofReference' | 'reason'
  /** The day that decides, where one does. */
  readonly date: CivilDate | null
  readonly rows: readonly string[]
  readonly evidence: readonly Evidence[]
  readonly nextStep: string
}

export interface AllowedPastCredit {
  readonly kind: 'allowed'
  /** The enrolment the claim belongs to; null where the record has none and one is made. */
  readonly enrolmentId: string | null
  readonly designated: DesignatedCredit
  readonly amount: Extract<ClaimAmountVerdict, { kind: 'allowed' }>
  readonly form: 'credit' | 'participation'
  readonly claimedAt: Instant
  readonly completedAt: Instant
  readonly rows: readonly string[]
  readonly evidence: readonly Evidence[]
  readonly nextStep: string
}

/** Noon of a civil day in a zone: an instant that every reader of that zone finds on that day. */
function noonOf(day: CivilDate, zone: string): Instant {
  return instantOf(millisecondsOf(endOfDayIn(addDays(day, -1), zone)) + 43_200_000)
}

function first<Value>(values: readonly Value[]): Value | undefined {
  return values[0]
}

/** What the dates say, by the rules as they were applied then: the windows are judged on the day of that claim (C9, P24, P26). */
function judgeDates(account: AccountFacts, course: CourseFacts, accountRegisteredOn: CivilDate, request: PastCreditRequest): RefusedPastCredit | undefined {
  const { portal } = account
  const zone = portal.zone.value
  const { completedOn, claimedOn } = request
  const { activity } = course
  const ofActivity = evidenceFrom('activity', activity.id)
  const refuse = (code: PastCreditRefusal, field: RefusedPastCredit['field'], date: CivilDate | null, rows: readonly string[], evidence: readonly Evidence[], nextStep: string): RefusedPastCredit => ({ kind: 'refused', code, field, date, rows, evidence, nextStep })
  const today = civilDateIn(account.now, zone)
  if (completedOn > today) return refuse('date_in_future', 'completedOn', today, ['C12'], [], 'Enter a day that has been.')
  if (claimedOn > today) return refuse('date_in_future', 'claimedOn', today, ['C12'], [], 'Enter a day that has been.')
  if (claimedOn < completedOn) return refuse('period_reversed', 'claimedOn', completedOn, ['C12'], [], 'A credit is claimed on the day of its completion or later.')
  const firstRegistration = first(course.enrolments.map(({ registeredAt }) => registeredAt).sort())
  const registeredOn = firstRegistration === undefined ? accountRegisteredOn : civilDateIn(firstRegistration, zone)
  if (completedOn < registeredOn) {
    const evidence = first(course.enrolments) === undefined ? evidenceFrom('learner', account.learner.id)('registered_at', registeredOn) : evidenceFrom('enrolment', course.enrolments[0]?.id ?? '')('registered_at', registeredOn)
    return refuse('date_before_registration', 'completedOn', registeredOn, ['C12'], [evidence], 'Compare with the proof; a credit of another account belongs to that account until the two are merged.')
  }
  const ended = activity.endsAt ?? activity.sessions.map(({ endsAt }) => endsAt).sort().at(-1) ?? null
  const endedOn = activity.delivery === 'live' && ended !== null ? civilDateIn(ended, zone) : null
  if (endedOn !== null && completedOn > endedOn) return refuse('date_after_activity', 'completedOn', endedOn, ['C12'], [ofActivity('ends_at', ended)], 'A live activity is attended by its last day.')
  const { expiresOn } = activity
  const late = expiresOn === null ? undefined : completedOn > expiresOn ? 'completedOn' : claimedOn > expiresOn && !portal.windows.expiry.value.creditEarnedBeforeStaysClaimable ? 'claimedOn' : undefined
  if (late !== undefined) return refuse('activity_expired', late, expiresOn, ['H43', 'P26', 'T23'], [ofActivity('expiration_date', expiresOn)], 'The certification had ended that day: no credit can be recorded.')
  const then = noonOf(claimedOn, zone)
  if (firstRegistration !== undefined) {
    const completion = judgeCompletionWindow({ now: noonOf(completedOn, zone), portal, firstRegisteredAt: firstRegistration, completionDays: activity.completionDays, expiresOn, extendedUntil: lastDay(course, 'more_time') })
    if (completion?.state === 'closed') return refuse('completion_window_closed', 'completedOn', completion.lastOn, completion.rows, [], 'The time to complete was over that day.')
  }
  const attended = activity.sessions.find((session) => civilDateIn(session.startsAt, zone) === completedOn)
  const claim = judgeClaimWindow({
    now: then, portal, delivery: activity.delivery, endedAt: attended?.endsAt ?? ended, lastRequirementAt: noonOf(completedOn, zone), claimDays: activity.claimDays, extendedUntil: lastDay(course, 'late_claim'),
  })
  if (claim?.state === 'closed') return refuse('claim_window_closed', 'claimedOn', claim.lastOn, claim.rows, [], 'The proof has to show a claim made in time; a late one needs an exception on record.')
  return undefined
}

function lastDay(course: CourseFacts, kind: CourseFacts['exceptions'][number]['kind']): CivilDate | null {
  return course.exceptions.filter((exception) => exception.kind === kind).reduce<CivilDate | null>((last, { untilOn }) => (untilOn !== null && (last === null || untilOn > last) ? untilOn : last), null)
}

/**
 * Whether a credit of the past may be added to the record on its proof (C12). It is no way round a window: what the proof
 * shows must have been claimable on the day it was claimed. `accountRegisteredOn` bounds the dates where the learner has
 * no enrolment in the activity.
 */
export function decidePastCredit(account: AccountFacts, course: CourseFacts, accountRegisteredOn: CivilDate, request: PastCreditRequest): AllowedPastCredit | RefusedPastCredit {
  const { learner, portal } = account
  const { activity } = course
  const refuse = (code: PastCreditRefusal, field: RefusedPastCredit['field'], rows: readonly string[], evidence: readonly Evidence[], nextStep: string): RefusedPastCredit => ({ kind: 'refused', code, field, date: null, rows, evidence, nextStep })
  if (learner.status === 'closed') return refuse('account_closed', 'learner', [], [evidenceFrom('learner', learner.id)('status', 'closed')], 'Reopen the account first.')
  const claims = course.enrolments.flatMap((enrolment) => enrolment.claims).filter((claim) => claim.state === 'active')
  const same = claims.find((claim) => portal.accrual.value === 'whole_activity' || claim.creditType === request.creditType)
  if (same !== undefined) {
    return refuse('already_claimed', 'activity', ['T17'], [evidenceFrom('claim', same.id)('claimed_at', same.claimedAt), evidenceFrom('claim', same.id)('certificate_number', same.certificateNumber)], 'The record has this credit: print its certificate again.')
  }
  if (course.enrolments.some((enrolment) => enrolment.earned.length > 0)) return refuse('credit_earned_by_topic', 'activity', ['M4'], [], 'Claim the credit that is waiting here instead.')
  const dates = judgeDates(account, course, accountRegisteredOn, request)
  if (dates !== undefined) return dates
  const type = judgeClaimType(account, course, request.creditType)
  if (type.kind === 'refused') return refuse(type.code === 'credit_type_not_offered' ? type.code : 'credit_type_not_for_profession', 'creditType', type.rows, type.evidence, type.nextStep)
  const whole = { ...portal, partialClaim: { ...portal.partialClaim, value: 'before_claiming' as const } }
  const amount = judgeClaimAmount({ portal: whole, activityId: activity.id, designated: type.designated, claimed: 0, earned: null }, request.amount)
  if (amount.kind === 'refused') return refuse('amount_not_claimable', 'amount', amount.rows, amount.evidence, amount.nextStep)
  if (request.proofReference.trim() === '') return refuse('proof_missing', 'proofReference', ['C12'], [], 'Name the proof: its number, or where it is kept.')
  if (request.reason.trim() === '') return refuse('reason_missing', 'reason', ['C12'], [], 'Say why the record lacked it: the audit keeps it.')
  const latest = [...course.enrolments].sort((one, other) => (one.registeredAt < other.registeredAt ? 1 : -1))
  const zone = portal.zone.value
  return {
    kind: 'allowed',
    enrolmentId: first(latest)?.id ?? null,
    designated: type.designated,
    amount,
    form: type.form,
    claimedAt: noonOf(request.claimedOn, zone),
    completedAt: noonOf(request.completedOn, zone),
    rows: [...new Set(['C12', ...type.rows, ...amount.rows])],
    evidence: [...amount.evidence, evidenceFrom('learner', learner.id)('profession', learner.profession)],
    nextStep: 'Add the credit: a certificate is issued that names today as its day of issue.',
  }
}
