import type { CreditType, Profession } from '../model/field-codes'
import { diagnoseActivity } from './diagnosis'
import type { AccountFacts, CourseFacts } from './diagnosis-facts'
import { designatedCreditFor } from './designated-credit'
import { judgeDesignatedEligibility } from './eligibility'
import type { Evidence } from './evidence'
import type { FindingCode } from './finding-codes'
import { routeReport } from './report-route'

export type ClaimRight = 'claim' | 'participation' | 'none'

/** A credit of an open course whose paper, or whose report, would be another's under the new profession. */
export interface CreditDifference {
  readonly creditType: CreditType
  readonly before: ClaimRight
  readonly after: ClaimRight
  /** Whom the provider would tell of a claim made today: a body, the learner, or nobody. */
  readonly reportBefore: string
  readonly reportAfter: string
}

export interface CourseDifference {
  readonly activityId: string
  readonly credits: readonly CreditDifference[]
  /** The first finding under either profession; equal where the answer stays. */
  readonly findingBefore: FindingCode
  readonly findingAfter: FindingCode
}

export interface ProfessionChangeVerdict {
  readonly kind: 'would_differ' | 'no_difference' | 'same_profession'
  readonly courses: readonly CourseDifference[]
  /** Active claims and their certificates: none of them changes (T7). */
  readonly claimsUntouched: number
  readonly rows: readonly string[]
  readonly evidence: readonly Evidence[]
  readonly nextStep: string
}

interface Standing {
  readonly right: ClaimRight
  readonly report: string
}

function standingOf(account: AccountFacts, course: CourseFacts, creditType: CreditType): Standing {
  const { learner, portal, now } = account
  const designated = designatedCreditFor(course.activity.credits, creditType, learner.profession)
  const eligibility = designated === undefined ? undefined : judgeDesignatedEligibility(designated, learner)
  const right: ClaimRight = eligibility === undefined || eligibility.kind === 'not_for_profession' ? 'none' : eligibility.kind
  const enrolment = course.enrolments[0]
  const route = routeReport({ creditType, professionAtClaim: learner.profession, claimedAt: now, attendedAt: enrolment?.attendedAt ?? null, passedAt: enrolment?.passedAt ?? null, evaluatedAt: enrolment?.evaluatedAt ?? null }, portal)
  const report = right !== 'claim' ? 'nobody' : route.kind === 'provider_reports' ? route.body : route.kind === 'learner_reports' ? 'learner' : 'nobody'
  return { right, report }
}

function differenceOf(before: AccountFacts, after: AccountFacts, course: CourseFacts): readonly CourseDifference[] {
  const types = [...new Set(course.activity.credits.map((credit) => credit.creditType))]
  const credits = types.flatMap((creditType): readonly CreditDifference[] => {
    const one = standingOf(before, course, creditType)
    const other = standingOf(after, course, creditType)
    if (one.right === other.right && one.report === other.report) return []
    return [{ creditType, before: one.right, after: other.right, reportBefore: one.report, reportAfter: other.report }]
  })
  const findingBefore = diagnoseActivity(before, course).findings[0]?.code ?? 'ok'
  const findingAfter = diagnoseActivity(after, course).findings[0]?.code ?? 'ok'
  if (credits.length === 0 && findingBefore === findingAfter) return []
  return [{ activityId: course.activity.id, credits, findingBefore, findingAfter }]
}

const isOpen = (course: CourseFacts): boolean => course.enrolments.length > 0 && course.enrolments.every((enrolment) => enrolment.claims.every((claim) => claim.state !== 'active'))

/**
 * What another profession would change (H14, H37, T7): the credit, the form and the report of courses not claimed yet,
 * and what is still missing in them. Claims and certificates there are stay as they were made, whatever is chosen.
 */
export function judgeProfessionChange(account: AccountFacts, courses: readonly CourseFacts[], to: Profession): ProfessionChangeVerdict {
  const { learner } = account
  const claimsUntouched = courses.flatMap((course) => course.enrolments).flatMap((enrolment) => enrolment.claims).filter((claim) => claim.state === 'active').length
  const evidence: readonly Evidence[] = [{ recordKind: 'learner', record: learner.id, field: 'profession', value: learner.profession }]
  const common = { claimsUntouched, rows: ['H14', 'H37', 'T7'], evidence }
  if (to === learner.profession) return { kind: 'same_profession', courses: [], ...common, nextStep: 'The profile says so already: choose another profession.' }
  const after: AccountFacts = { ...account, learner: { ...learner, profession: to } }
  const differences = courses.filter(isOpen).flatMap((course) => differenceOf(account, after, course))
  if (differences.length === 0) return { kind: 'no_difference', courses: [], ...common, nextStep: 'Nothing open would differ: change it, the past stays as it is.' }
  return { kind: 'would_differ', courses: differences, ...common, nextStep: 'Look at what would differ, then change it; the past stays as it is.' }
}
