import { formatCreditAmount } from '../model/credit-amount'
import { civilDateIn } from '../model/instant'
import type { PortalProfile } from '../portals/portal-profile'
import type { CourseStanding } from './course-standing'
import type { AccountFacts, CourseFacts } from './diagnosis-facts'
import { evidenceFrom, finding, type Finding } from './diagnosis-findings'
import { judgeMembership, type MembershipVerdict } from './membership'
import { judgeSamePerson } from './same-person'
import { judgeExpiry } from './windows'

/** What bars the account itself. */
export function accountFindings(account: AccountFacts): readonly Finding[] {
  const { learner } = account
  const evidence = [evidenceFrom('learner', learner.id)('status', learner.status)]
  switch (learner.status) {
    case 'active':
      return []
    case 'locked':
      return [finding('account_locked', { evidence })]
    case 'closed':
      return [finding('account_closed', { evidence })]
  }
}

/** What a missing membership says (M1). */
function membershipFinding(account: AccountFacts, membership: MembershipVerdict, activityId: string): readonly Finding[] {
  if (membership.kind !== 'inactive') return []
  const evidence =
    membership.latest === null
      ? [evidenceFrom('learner', account.learner.id)('membership', null)]
      : [evidenceFrom('membership', membership.latest.id)('plan', membership.latest.plan), evidenceFrom('membership', membership.latest.id)('ends_on', membership.latest.endsOn)]
  return [finding('membership_inactive', { evidence, date: membership.latest?.endsOn ?? null, activityId })]
}

function expiryFinding(portal: PortalProfile, course: CourseFacts): Finding {
  return finding('activity_expired', {
    evidence: [evidenceFrom('activity', course.activity.id)('expiration_date', course.activity.expiresOn)],
    date: course.activity.expiresOn,
    activityId: course.activity.id,
    rows: [...new Set([...portal.windows.expiry.rows.filter((row) => /^[HCMP]/.test(row)), 'H43', 'P26'])],
  })
}

/** What is found where the learner has no enrolment: the activity's end, another record, the membership, or none of it (C6, H42). */
export function findingsWithoutEnrolment(account: AccountFacts, course: CourseFacts): readonly Finding[] {
  const activityId = course.activity.id
  const findings: Finding[] = []
  const expiry = judgeExpiry({ now: account.now, portal: account.portal, expiresOn: course.activity.expiresOn })
  if (expiry?.state === 'closed') findings.push(expiryFinding(account.portal, course))
  findings.push(...membershipFinding(account, judgeMembership(account), activityId))
  const same = course.otherRecords.map((record) => ({ record, because: judgeSamePerson(account.learner, record) })).filter(({ because }) => because !== null)
  for (const { record, because } of same) {
    findings.push(
      finding('wrong_email', {
        evidence: [
          evidenceFrom('learner', record.id)('email', record.email),
          evidenceFrom('learner', record.id)('same', because),
          evidenceFrom('enrolment', record.enrolmentId)('registered_at', record.registeredAt),
        ],
        activityId,
      }),
    )
  }
  if (same.length === 0) findings.push(finding('not_enrolled', { evidence: [evidenceFrom('learner', account.learner.id)('enrolments', null)], activityId }))
  return findings
}

/** Earned before the activity ended, and the portal keeps that claimable (M20). */
function earnedInTime(account: AccountFacts, standing: CourseStanding): boolean {
  const { zone, windows } = account.portal
  const expiresOn = standing.course.activity.expiresOn
  return (
    windows.expiry.value.creditEarnedBeforeStaysClaimable &&
    standing.enrolment.earned.some((earned) => expiresOn === null || civilDateIn(earned.earnedAt, zone.value) <= expiresOn)
  )
}

/** Whether everything was done by the last day of the time to complete; a date nobody recorded bars nothing. */
function completedInTime(account: AccountFacts, standing: CourseStanding): boolean {
  if (!standing.complete || standing.completionWindow === null) return standing.complete
  return standing.lastRequirementAt === null || civilDateIn(standing.lastRequirementAt, account.portal.zone.value) <= standing.completionWindow.lastOn
}

/** What can no longer be cured in an enrolment with something left to claim, exceptions on record honoured. */
export function barrierFindings(account: AccountFacts, standing: CourseStanding): readonly Finding[] {
  if (!standing.open) return []
  const { course, enrolment } = standing
  const activityId = course.activity.id
  const ofActivity = evidenceFrom('activity', activityId)
  const ofEnrolment = evidenceFrom('enrolment', enrolment.id)
  const findings: Finding[] = []
  if (standing.expiry?.state === 'closed' && standing.activeClaims.length === 0 && !earnedInTime(account, standing)) {
    findings.push(expiryFinding(account.portal, course))
  }
  const completion = standing.completionWindow
  if (completion?.state === 'closed' && completion.endedBy !== 'expiry' && !completedInTime(account, standing)) {
    findings.push(finding('completion_window_closed', { evidence: [ofEnrolment('registered_at', standing.firstRegisteredAt)], date: completion.lastOn, activityId }))
  }
  if (standing.claimWindow?.state === 'closed') {
    const live = standing.claimWindow.anchor === 'live_end'
    findings.push(
      finding('claim_window_closed', {
        evidence: [live ? ofActivity('ends_at', standing.claimWindow.anchorOn) : ofEnrolment('last_requirement', standing.lastRequirementAt)],
        date: standing.claimWindow.lastOn,
        activityId,
      }),
    )
  }
  const lapsed = standing.unclaimed.filter((one) => one.retention?.state === 'closed')
  const firstLapsed = lapsed[0]
  if (firstLapsed !== undefined) {
    findings.push(
      finding('unclaimed_credit_lapsed', {
        evidence: lapsed.flatMap((one) => [
          evidenceFrom('earned_credit', one.earned.id)('earned_at', one.earned.earnedAt),
          evidenceFrom('earned_credit', one.earned.id)('amount', formatCreditAmount(one.left)),
        ]),
        date: firstLapsed.retention?.lastOn ?? null,
        activityId,
      }),
    )
  }
  if (standing.posttest.state === 'open' && standing.attempts.state === 'exhausted') {
    findings.push(
      finding('attempts_exhausted', {
        evidence: [
          ofEnrolment('attempts_used', enrolment.attemptsUsed),
          ofEnrolment('best_percent', enrolment.bestPercent),
          standing.attempts.setBy === 'activity' ? ofActivity('max_attempts', standing.attempts.limit) : evidenceFrom('portal', account.portal.key)('attempts', standing.attempts.limit),
        ],
        activityId,
      }),
    )
  }
  return [...findings, ...membershipFinding(account, standing.membership, activityId)]
}
