import { formatCreditAmount } from '../model/credit-amount'
import type { CreditType } from '../model/field-codes'
import type { Instant } from '../model/instant'
import type { PortalProfile } from '../portals/portal-profile'
import { judgeCourse, type CourseStanding } from './course-standing'
import { designatedCreditFor } from './designated-credit'
import { accountFindings, barrierFindings, findingsWithoutEnrolment } from './diagnosis-barriers'
import { claimFindings, reportLines } from './diagnosis-claimed'
import type { AccountFacts, CourseFacts, LearnerFacts } from './diagnosis-facts'
import { evidenceFrom, finding, inOrder, type Claimable, type Diagnosis, type Finding, type ReportLine } from './diagnosis-findings'
import { profileFindings, requirementFindings } from './diagnosis-requirements'
import { stepsOf, stepsWithoutEnrolment } from './diagnosis-steps'
import { judgeDesignatedEligibility, judgeEligibility } from './eligibility'
import { claimableOf } from './unclaimed-credit'
import { judgeExpiry } from './windows'

/** Nobody under that e-mail (H16, C4): the one finding of a diagnosis that has no learner. */
export function diagnoseNobody(asked: string): Diagnosis {
  return { findings: [finding('no_account', { evidence: [evidenceFrom('learner', asked)('email', asked)] })], steps: null, claimable: null, reports: [] }
}

interface CourseDiagnosis {
  readonly standing: CourseStanding | undefined
  readonly findings: readonly Finding[]
  /** What may be claimed today, by type; empty when anything stands before the claim. */
  readonly claimable: readonly Claimable[]
  readonly reports: readonly ReportLine[]
  /** Whether something stands before the claim that the learner cannot do away with. */
  readonly barred: boolean
}

/** What a claim may start with: accrued credit by type where credit accrues, else what the activity designates. */
function claimableIn(learner: LearnerFacts, portal: PortalProfile, standing: CourseStanding): readonly Claimable[] {
  const { credits } = standing.course.activity
  const types = [...new Set(credits.map((credit) => credit.creditType))]
  return types.flatMap((creditType): Claimable[] => {
    const designated = designatedCreditFor(credits, creditType, learner.profession)
    if (designated === undefined || judgeDesignatedEligibility(designated, learner).kind === 'not_for_profession') return []
    const amount = portal.accrual.value === 'by_topic' ? claimableOf(standing.unclaimed, creditType, designated, standing.activeClaims) : designated.maxAmount
    return amount > 0 ? [{ creditType, amount }] : []
  })
}

function claimFinding(standing: CourseStanding, claimable: readonly Claimable[]): Finding {
  const { enrolment } = standing
  const ofEnrolment = evidenceFrom('enrolment', enrolment.id)
  const extended = standing.claimWindow?.endedBy === 'exception' || standing.completionWindow?.endedBy === 'exception'
  return finding('not_claimed', {
    evidence: [
      ...(enrolment.passedAt === null ? [] : [ofEnrolment('passed_at', enrolment.passedAt), ofEnrolment('best_percent', enrolment.bestPercent)]),
      ...(enrolment.attendedAt === null ? [] : [ofEnrolment('attended_at', enrolment.attendedAt)]),
      ...(enrolment.evaluatedAt === null ? [] : [ofEnrolment('evaluated_at', enrolment.evaluatedAt)]),
      ...claimable.map((one) => ofEnrolment('claimable', `${one.creditType} ${formatCreditAmount(one.amount)}`)),
      ofEnrolment('claims', null),
      ...(extended ? standing.course.exceptions.map((exception) => evidenceFrom('exception', exception.id)('approved_by', exception.approvedBy)) : []),
    ],
    date: standing.claimWindow?.lastOn ?? standing.expiry?.lastOn ?? null,
    activityId: standing.course.activity.id,
  })
}

/** Everything done and nothing in the way: claimed work, or credit waiting; where credit accrues, some must have been earned. */
function readyToClaim(portal: PortalProfile, standing: CourseStanding, claimable: readonly Claimable[]): boolean {
  if (portal.accrual.value === 'whole_activity') return standing.activeClaims.length === 0
  const { passedAt, attendedAt, evaluatedAt, earned } = standing.enrolment
  const doneWithoutAccrual = earned.length === 0 && standing.activeClaims.length === 0 && (passedAt ?? attendedAt ?? evaluatedAt) !== null
  return claimable.length > 0 || doneWithoutAccrual
}

function diagnoseCourse(account: AccountFacts, course: CourseFacts): CourseDiagnosis {
  const standing = judgeCourse(account, course)
  if (standing === undefined) return { standing, findings: findingsWithoutEnrolment(account, course), claimable: [], reports: [], barred: true }
  const barriers = barrierFindings(account, standing)
  // Lapsed credit is gone, but what was earned later can still be claimed beside it.
  const allLapsed = standing.unclaimed.length > 0 && standing.unclaimed.every((one) => one.retention?.state === 'closed')
  const barred = allLapsed || barriers.some((one) => one.code !== 'unclaimed_credit_lapsed' && one.code !== 'membership_inactive')
  const before = [...barriers.filter((one) => one.code !== 'unclaimed_credit_lapsed'), ...requirementFindings(standing), ...profileFindings(account, standing)]
  const lapsed = barriers.filter((one) => one.code === 'unclaimed_credit_lapsed')
  const claimable = before.length === 0 && standing.open ? claimableIn(account.learner, account.portal, standing) : []
  const ready = before.length === 0 && standing.open && readyToClaim(account.portal, standing, claimable)
  return {
    standing,
    findings: [...before, ...lapsed, ...(ready ? [claimFinding(standing, claimable)] : []), ...claimFindings(account, standing)],
    claimable,
    reports: reportLines(account, standing),
    barred,
  }
}

/** The amounts of one type summed: the portal's default type for this profession, else the first there is. */
function claimableToday(account: AccountFacts, claimable: readonly Claimable[]): Claimable | null {
  const { value: preferred } = account.portal.defaultCreditTypes
  const open = preferred.filter((creditType) => judgeEligibility(creditType, account.learner).kind !== 'not_for_profession')
  const creditType: CreditType | undefined = open.find((type) => claimable.some((one) => one.creditType === type)) ?? claimable[0]?.creditType
  if (creditType === undefined) return null
  return { creditType, amount: claimable.reduce((sum, one) => sum + (one.creditType === creditType ? one.amount : 0), 0) }
}

function nothingFound(account: AccountFacts, standing: CourseStanding | undefined): Finding {
  const claim = standing?.activeClaims[0]
  if (standing !== undefined && claim !== undefined) {
    const ofClaim = evidenceFrom('claim', claim.id)
    return finding('ok', { evidence: [ofClaim('claimed_at', claim.claimedAt), ofClaim('certificate_number', claim.certificateNumber)], activityId: standing.course.activity.id })
  }
  if (standing !== undefined) {
    return finding('ok', { evidence: [evidenceFrom('enrolment', standing.enrolment.id)('earned_credits', '0')], activityId: standing.course.activity.id })
  }
  return finding('ok', { evidence: [evidenceFrom('learner', account.learner.id)('status', account.learner.status)] })
}

/** A learner and one activity: every finding, the ladder, what may be claimed and how the reports stand. Works without an enrolment. */
export function diagnoseActivity(account: AccountFacts, course: CourseFacts): Diagnosis {
  const found = diagnoseCourse(account, course)
  const findings = [...accountFindings(account), ...found.findings]
  return {
    findings: findings.length > 0 ? inOrder(findings) : [nothingFound(account, found.standing)],
    steps:
      found.standing === undefined
        ? stepsWithoutEnrolment(judgeExpiry({ now: account.now, portal: account.portal, expiresOn: course.activity.expiresOn }))
        : stepsOf(account, found.standing, found.barred, found.reports),
    claimable: claimableToday(account, found.claimable),
    reports: found.reports,
  }
}

function registeredAt(found: CourseDiagnosis): Instant {
  return found.standing?.enrolment.registeredAt ?? ''
}

/**
 * A learner as a whole: what bars the account, then the first finding of each enrolment with something left to claim,
 * in the order of section 0 and the latest registration first among equals, then a sister site's sign-in (H17).
 */
export function diagnoseLearner(account: AccountFacts, courses: readonly CourseFacts[]): Diagnosis {
  const found = courses.filter((course) => course.enrolments.length > 0).map((course) => diagnoseCourse(account, course))
  const open = found.filter((one) => one.standing?.open === true).sort((one, other) => (registeredAt(one) < registeredAt(other) ? 1 : -1))
  const firsts = open.flatMap((one) => inOrder(one.findings).slice(0, 1))
  const { linkedSites } = account.learner
  const sister = linkedSites.length === 0 ? [] : [finding('sister_site_sign_in', { evidence: [evidenceFrom('learner', account.learner.id)('linked_sites', linkedSites.join(';'))] })]
  const findings = [...accountFindings(account), ...firsts, ...sister]
  return {
    findings: findings.length > 0 ? inOrder(findings) : [nothingFound(account, undefined)],
    steps: null,
    claimable: claimableToday(account, found.flatMap((one) => one.claimable)),
    reports: found.flatMap((one) => one.reports),
  }
}
