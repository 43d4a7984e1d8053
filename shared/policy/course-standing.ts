import type { Instant } from '../model/instant'
import { civilDateIn } from '../model/instant'
import { judgeAttempts, type AttemptsVerdict } from './attempts'
import type { AccountFacts, ActivityFacts, ClaimFacts, CourseFacts, EnrolmentFacts, ExceptionFacts } from './diagnosis-facts'
import { judgeMembership, type MembershipVerdict } from './membership'
import { listUnclaimedCredit, type UnclaimedCredit } from './unclaimed-credit'
import { judgeClaimWindow, judgeCompletionWindow, judgeExpiry, type WindowVerdict } from './windows'

/** A requirement as it stands; `at` is null where it is done but the record does not say when. */
export type RequirementStanding =
  | { readonly state: 'not_required' }
  | { readonly state: 'done'; readonly at: Instant | null }
  | { readonly state: 'open' }

/** Everything the rules say about one enrolment, worked out once and read by findings and steps alike. */
export interface CourseStanding {
  readonly course: CourseFacts
  readonly enrolment: EnrolmentFacts
  readonly firstRegisteredAt: Instant
  readonly activeClaims: readonly ClaimFacts[]
  readonly pretest: RequirementStanding
  readonly segments: RequirementStanding
  readonly eventCode: RequirementStanding
  readonly posttest: RequirementStanding
  readonly evaluation: RequirementStanding
  readonly passMark: number | null
  /** Whether every requirement is done. */
  readonly complete: boolean
  readonly lastRequirementAt: Instant | null
  readonly attempts: AttemptsVerdict
  readonly expiry: WindowVerdict | null
  readonly claimWindow: WindowVerdict | null
  readonly completionWindow: WindowVerdict | null
  readonly membership: MembershipVerdict
  /** Earned credit not yet claimed, where credit accrues topic by topic. */
  readonly unclaimed: readonly UnclaimedCredit[]
  /** Whether something is, or was, left to claim: nothing claimed yet, or earned credit unclaimed. */
  readonly open: boolean
}

function requirement(required: boolean, at: Instant | null): RequirementStanding {
  if (!required) return { state: 'not_required' }
  return at === null ? { state: 'open' } : { state: 'done', at }
}

function posttest(activity: ActivityFacts, enrolment: EnrolmentFacts, passMark: number | null): RequirementStanding {
  if (!activity.posttestRequired) return { state: 'not_required' }
  if (enrolment.passedAt !== null) return { state: 'done', at: enrolment.passedAt }
  const passed = passMark !== null && enrolment.bestPercent !== null && enrolment.bestPercent >= passMark
  return passed ? { state: 'done', at: null } : { state: 'open' }
}

/** How many segments are done says nothing without how many there are, and the other way round. */
function segments(enrolment: EnrolmentFacts): RequirementStanding {
  const { segmentsDone: done, segmentsTotal: total } = enrolment
  if (done === null || total === null) return { state: 'not_required' }
  return done < total ? { state: 'open' } : { state: 'done', at: null }
}

/** The end of the session attended, where a series says which; else the activity's, else the last session's. */
function liveEnd(activity: ActivityFacts, enrolment: EnrolmentFacts, zone: string): Instant | null {
  const takenPartAt = enrolment.attendedAt ?? enrolment.eventCodeEnteredAt
  const day = takenPartAt === null ? null : civilDateIn(takenPartAt, zone)
  const attended = activity.sessions.find((session) => civilDateIn(session.startsAt, zone) === day)
  return attended?.endsAt ?? activity.endsAt ?? latest(activity.sessions.map((session) => session.endsAt))
}

function latest(instants: readonly (Instant | null)[]): Instant | null {
  return instants.reduce((last, instant) => (instant !== null && (last === null || instant > last) ? instant : last), null)
}

/** The exceptions of a kind; the last day of those that have one. */
function untilOn(exceptions: readonly ExceptionFacts[], kind: ExceptionFacts['kind']): string | null {
  return latest(exceptions.filter((exception) => exception.kind === kind).map((exception) => exception.untilOn))
}

/** The enrolment that counts when a learner registered more than once: the claimed one, else the latest. */
function countingEnrolment(enrolments: readonly EnrolmentFacts[]): EnrolmentFacts | undefined {
  const latestFirst = [...enrolments].sort((one, other) => (one.registeredAt < other.registeredAt ? 1 : -1))
  return latestFirst.find((enrolment) => enrolment.claims.some((claim) => claim.state === 'active')) ?? latestFirst[0]
}

/** Works out how a learner stands in an activity; undefined when they are not enrolled in it. */
export function judgeCourse(account: AccountFacts, course: CourseFacts): CourseStanding | undefined {
  const enrolment = countingEnrolment(course.enrolments)
  if (enrolment === undefined) return undefined
  const { now, portal } = account
  const { activity, exceptions } = course
  const passMark = activity.passPercent ?? portal.passPercent.value
  const requirements = {
    pretest: requirement(activity.pretestRequired, enrolment.pretestAt),
    segments: segments(enrolment),
    eventCode: requirement(activity.hasEventCode, enrolment.eventCodeEnteredAt),
    posttest: posttest(activity, enrolment, passMark),
    evaluation: requirement(activity.evaluationRequired, enrolment.evaluatedAt),
  }
  const standings: readonly RequirementStanding[] = Object.values(requirements)
  const lastRequirementAt =
    latest(standings.map((standing) => (standing.state === 'done' ? standing.at : null))) ??
    latest([enrolment.passedAt, enrolment.evaluatedAt, enrolment.attendedAt])
  const activeClaims = enrolment.claims.filter((claim) => claim.state === 'active')
  const firstRegisteredAt = course.enrolments.reduce((first, one) => (one.registeredAt < first ? one.registeredAt : first), enrolment.registeredAt)
  const unclaimed = portal.accrual.value === 'by_topic' ? listUnclaimedCredit({ now, portal, earned: enrolment.earned, claims: enrolment.claims }) : []
  return {
    course,
    enrolment,
    firstRegisteredAt,
    activeClaims,
    ...requirements,
    passMark,
    complete: standings.every((standing) => standing.state !== 'open'),
    lastRequirementAt,
    attempts: judgeAttempts({
      portal,
      maxAttempts: activity.maxAttempts,
      attemptsUsed: enrolment.attemptsUsed,
      granted: exceptions.reduce((sum, exception) => sum + (exception.kind === 'extra_attempt' ? exception.attempts : 0), 0),
    }),
    expiry: judgeExpiry({ now, portal, expiresOn: activity.expiresOn }),
    claimWindow: judgeClaimWindow({
      now,
      portal,
      delivery: activity.delivery,
      endedAt: liveEnd(activity, enrolment, portal.zone.value),
      lastRequirementAt,
      claimDays: activity.claimDays,
      extendedUntil: untilOn(exceptions, 'late_claim'),
    }),
    completionWindow: judgeCompletionWindow({
      now,
      portal,
      firstRegisteredAt,
      completionDays: activity.completionDays,
      expiresOn: activity.expiresOn,
      extendedUntil: untilOn(exceptions, 'more_time'),
    }),
    membership: judgeMembership({ now, portal, memberships: account.memberships }),
    unclaimed,
    open: activeClaims.length === 0 || unclaimed.length > 0,
  }
}
