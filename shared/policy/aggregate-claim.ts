import type { CivilDate } from '../model/civil-date'
import { formatCreditAmount, type CreditAmount } from '../model/credit-amount'
import type { CreditType } from '../model/field-codes'
import { civilDateIn } from '../model/instant'
import { judgeClaimAmount, type ClaimAmountVerdict } from './claim-amount'
import { claimBarriersOf, judgeClaimType, type ClaimBarrier, type RefusedClaim } from './claim-eligibility'
import type { CourseStanding } from './course-standing'
import type { DesignatedCredit } from './designated-credit'
import type { AccountFacts, CourseFacts, EarnedCreditFacts } from './diagnosis-facts'
import { evidenceFrom } from './diagnosis-findings'
import type { Evidence } from './evidence'
import type { UnclaimedCredit } from './unclaimed-credit'

/** One earned topic as it waits; `claimable` may be picked in any part, the others are shown and cannot (M8, M20). */
export interface WaitingTopic {
  readonly earned: EarnedCreditFacts
  readonly left: CreditAmount
  /** The last day it may be claimed; null where nothing lapses. */
  readonly lastOn: CivilDate | null
  readonly state: 'claimable' | 'lapsed' | 'earned_after_expiry' | 'barred'
  readonly rows: readonly string[]
}

/** A credit type some of a course's waiting topics may be claimed as (M10, M11), with the most of it. */
export interface AggregateType {
  readonly creditType: CreditType
  readonly designated: DesignatedCredit
  readonly form: 'credit' | 'participation'
  readonly greatestAmount: CreditAmount
  readonly step: CreditAmount
  readonly rows: readonly string[]
}

/** One course with waiting credit: its topics oldest first, what they may become, and what bars them. */
export interface AggregateCourse {
  readonly activityId: string
  readonly enrolmentId: string
  readonly topics: readonly WaitingTopic[]
  readonly types: readonly AggregateType[]
  readonly barriers: readonly RefusedClaim[]
}

/** What is picked of one course, to be claimed as one type: it makes one certificate (M5). */
export interface AggregatePick {
  readonly activityId: string
  readonly creditType: CreditType
  readonly topics: readonly { readonly earnedCreditId: string; readonly amount: CreditAmount }[]
}

/** Credit earned as the portal's default type may be claimed as any type of the course (M10, M11); other credit only as what it is. */
function mayBecome({ portal }: AccountFacts, earned: EarnedCreditFacts, creditType: CreditType): boolean {
  return earned.creditType === creditType || portal.defaultCreditTypes.value.includes(earned.creditType)
}

function waitingTopic(account: AccountFacts, course: CourseFacts, { earned, left, retention }: UnclaimedCredit, barred: boolean): WaitingTopic {
  const topic = { earned, left, lastOn: retention?.lastOn ?? null }
  const { expiresOn } = course.activity
  if (retention?.state === 'closed') return { ...topic, state: 'lapsed', rows: retention.rows }
  if (expiresOn !== null && civilDateIn(earned.earnedAt, account.portal.zone.value) > expiresOn) return { ...topic, state: 'earned_after_expiry', rows: account.portal.windows.expiry.rows }
  return barred ? { ...topic, state: 'barred', rows: [] } : { ...topic, state: 'claimable', rows: ['M4', 'M8'] }
}

function claimedAs(standing: CourseStanding, creditType: CreditType): CreditAmount {
  return standing.activeClaims.reduce((sum, claim) => sum + (claim.creditType === creditType ? claim.amount : 0), 0)
}

function judgeSum(account: AccountFacts, standing: CourseStanding, designated: DesignatedCredit, earned: CreditAmount, asked: CreditAmount | null): ClaimAmountVerdict {
  const { course } = standing
  return judgeClaimAmount({ portal: account.portal, activityId: course.activity.id, designated, claimed: claimedAs(standing, designated.creditType), earned }, asked)
}

function typesOf(account: AccountFacts, standing: CourseStanding, topics: readonly WaitingTopic[]): readonly AggregateType[] {
  const { course } = standing
  const open = topics.filter(({ state }) => state === 'claimable')
  return [...new Set(course.activity.credits.map((credit) => credit.creditType))].flatMap((creditType): AggregateType[] => {
    const fitting = open.filter(({ earned }) => mayBecome(account, earned, creditType))
    const type = judgeClaimType(account, course, creditType)
    if (fitting.length === 0 || type.kind === 'refused') return []
    const judged = judgeSum(account, standing, type.designated, fitting.reduce((sum, { left }) => sum + left, 0), null)
    return judged.kind === 'refused' ? [] : [{ creditType, designated: type.designated, form: type.form, greatestAmount: judged.greatestAmount, step: judged.step, rows: type.rows }]
  })
}

function aggregateCourse(account: AccountFacts, course: CourseFacts): { readonly course: AggregateCourse; readonly standing: CourseStanding } | undefined {
  const { standing, barriers } = claimBarriersOf(account, course)
  if (standing === undefined || standing.unclaimed.length === 0) return undefined
  const topics = standing.unclaimed.map((one) => waitingTopic(account, course, one, barriers.length > 0))
  return {
    standing,
    course: { activityId: course.activity.id, enrolmentId: standing.enrolment.id, topics, types: typesOf(account, standing, topics), barriers },
  }
}

/** Every course with credit waiting to be claimed, as it may be picked from today (M4, M8, M14). */
export function listAggregate(account: AccountFacts, courses: readonly CourseFacts[]): readonly AggregateCourse[] {
  if (account.portal.accrual.value !== 'by_topic') return []
  return courses.flatMap((course) => {
    const found = aggregateCourse(account, course)
    return found === undefined ? [] : [found.course]
  })
}

/**
 * What "select all" takes of a course as one type (M12): its topics oldest first, the last one cut so that the sum is on
 * the step and within the designation.
 */
export function wholePick(account: AccountFacts, course: AggregateCourse, { creditType, greatestAmount }: AggregateType): AggregatePick {
  let open = greatestAmount
  const topics = course.topics.flatMap(({ earned, left, state }) => {
    const amount = state === 'claimable' && mayBecome(account, earned, creditType) ? Math.min(left, open) : 0
    open -= amount
    return amount > 0 ? [{ earnedCreditId: earned.id, amount }] : []
  })
  return { activityId: course.activityId, creditType, topics }
}

export const aggregateRefusals = ['nothing_picked', 'already_claimed', 'amount_not_claimable', 'reason_missing'] as const
export type AggregateRefusal = (typeof aggregateRefusals)[number] | ClaimBarrier

export interface RefusedAggregate {
  readonly kind: 'refused'
  readonly code: AggregateRefusal
  readonly field: 'picks' | 'reason'
  /** The course the refusal is about; null for the whole act. */
  readonly activityId: string | null
  readonly rows: readonly string[]
  readonly evidence: readonly Evidence[]
  readonly nextStep: string
}

/** One claim of the act, and so one certificate: per course title, its topics beneath (M5, M24). */
export interface AggregateClaim {
  readonly activityId: string
  readonly enrolmentId: string
  readonly to: CreditType
  readonly designated: DesignatedCredit
  readonly form: 'credit' | 'participation'
  readonly amount: CreditAmount
  readonly topics: readonly { readonly earned: EarnedCreditFacts; readonly amount: CreditAmount }[]
}

export type AggregateVerdict =
  | { readonly kind: 'allowed'; readonly claims: readonly AggregateClaim[]; readonly rows: readonly string[]; readonly evidence: readonly Evidence[]; readonly nextStep: string }
  | RefusedAggregate

function refusePick(activityId: string | null, code: AggregateRefusal, rows: readonly string[], evidence: readonly Evidence[], nextStep: string): RefusedAggregate {
  return { kind: 'refused', code, field: 'picks', activityId, rows, evidence, nextStep }
}

/** A picked topic that cannot be taken so: claimed meanwhile, lapsed, earned too late, of another type, or more than is left. */
function refuseTopic(account: AccountFacts, course: AggregateCourse, pick: AggregatePick): RefusedAggregate | undefined {
  for (const { earnedCreditId, amount } of pick.topics) {
    const topic = course.topics.find(({ earned }) => earned.id === earnedCreditId)
    const ofEarned = evidenceFrom('earned_credit', earnedCreditId)
    if (topic === undefined) return refusePick(pick.activityId, 'already_claimed', ['M4', 'T17'], [ofEarned('left', '0.00')], 'This credit is not waiting any more: leave it out.')
    if (topic.state === 'lapsed') return refusePick(pick.activityId, 'unclaimed_credit_lapsed', topic.rows, [ofEarned('earned_at', topic.earned.earnedAt)], 'Leave it out: it was earned too long ago.')
    if (topic.state === 'earned_after_expiry') return refusePick(pick.activityId, 'activity_expired', topic.rows, [ofEarned('earned_at', topic.earned.earnedAt)], 'Leave it out: it was earned after the accreditation had ended.')
    if (!mayBecome(account, topic.earned, pick.creditType)) return refusePick(pick.activityId, 'credit_type_not_offered', ['M10', 'M11'], [ofEarned('credit_type', topic.earned.creditType)], 'Claim it as the type it was earned as.')
    if (amount <= 0 || amount > topic.left) {
      return refusePick(pick.activityId, 'amount_not_claimable', ['M14', 'T1'], [ofEarned('left', formatCreditAmount(topic.left))], `Take above 0.00 and at most ${formatCreditAmount(topic.left)} of ${topic.earned.topic}.`)
    }
  }
  return undefined
}

function judgePick(account: AccountFacts, course: CourseFacts | undefined, pick: AggregatePick): AggregateClaim | RefusedAggregate {
  const found = course === undefined ? undefined : aggregateCourse(account, course)
  if (course === undefined || found === undefined) return refusePick(pick.activityId, 'already_claimed', ['M4', 'T17'], [], 'Nothing of this course is waiting any more: leave it out.')
  const [barrier] = found.course.barriers
  const ids = pick.topics.map(({ earnedCreditId }) => earnedCreditId)
  if (barrier !== undefined) {
    const code = barrier.code
    if (code === 'credit_earned_by_topic' || code === 'nothing_earned') throw new Error(`${code} is not a barrier of a course`)
    return refusePick(pick.activityId, code, barrier.rows, barrier.evidence, barrier.nextStep)
  }
  if (ids.length === 0 || new Set(ids).size !== ids.length) return refusePick(pick.activityId, 'nothing_picked', ['M12', 'M14'], [], 'Pick each topic once, and at least one.')
  const type = judgeClaimType(account, course, pick.creditType)
  if (type.kind === 'refused') return refusePick(pick.activityId, type.code === 'credit_type_not_offered' ? type.code : 'credit_type_not_for_profession', type.rows, type.evidence, type.nextStep)
  const refusedTopic = refuseTopic(account, found.course, pick)
  if (refusedTopic !== undefined) return refusedTopic
  const topics = pick.topics.flatMap(({ earnedCreditId, amount }) => {
    const topic = found.course.topics.find(({ earned }) => earned.id === earnedCreditId)
    return topic === undefined ? [] : [{ earned: topic.earned, amount }]
  })
  const sum = topics.reduce((total, { amount }) => total + amount, 0)
  const judged = judgeSum(account, found.standing, type.designated, sum, sum)
  if (judged.kind === 'refused') return refusePick(pick.activityId, 'amount_not_claimable', judged.rows, judged.evidence, judged.nextStep)
  return { activityId: pick.activityId, enrolmentId: found.course.enrolmentId, to: pick.creditType, designated: type.designated, form: type.form, amount: judged.amount, topics }
}

/**
 * Decides an aggregate claim: all of it or none (M23). A membership missing today, or any pick that cannot be claimed so,
 * refuses the act and names the course.
 */
export function decideAggregateClaim(account: AccountFacts, courses: readonly CourseFacts[], request: { readonly picks: readonly AggregatePick[]; readonly reason: string }): AggregateVerdict {
  const { picks } = request
  const places = picks.map(({ activityId }) => activityId)
  if (picks.length === 0 || new Set(places).size !== places.length) return refusePick(null, 'nothing_picked', ['M12', 'M14'], [], 'Pick at least one topic; each course once, as one credit type.')
  const judged = picks.map((pick) => judgePick(account, courses.find(({ activity }) => activity.id === pick.activityId), pick))
  const claims: AggregateClaim[] = []
  for (const one of judged) {
    if ('kind' in one) return one
    claims.push(one)
  }
  if (request.reason.trim() === '') return { kind: 'refused', code: 'reason_missing', field: 'reason', activityId: null, rows: ['H27'], evidence: [], nextStep: 'Say why the desk claims for the learner: the audit keeps it.' }
  return {
    kind: 'allowed',
    claims,
    rows: ['M4', 'M5', 'M13', 'M14', 'M23'],
    evidence: claims.map((claim) => evidenceFrom('enrolment', claim.enrolmentId)('claimable', `${claim.to} ${formatCreditAmount(claim.amount)}`)),
    nextStep: claims.length === 1 ? 'Claim: one certificate is issued.' : `Claim: ${String(claims.length)} certificates are issued, one per course title.`,
  }
}
