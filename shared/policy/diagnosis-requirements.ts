import { formatCreditAmount } from '../model/credit-amount'
import type { ClaimIdentifier } from '../portals/portal-profile'
import type { CourseStanding } from './course-standing'
import type { AccountFacts, LearnerFacts } from './diagnosis-facts'
import { evidenceFrom, finding, type Finding } from './diagnosis-findings'
import { judgeDesignatedEligibility } from './eligibility'
import type { FindingCode } from './finding-codes'
import { judgeBirthMonthDay, judgeEprofileId, judgeLicence, type IdentifierVerdict } from './identifiers'

/** What the learner has still to do before the claim, tries left or not. */
export function requirementFindings(standing: CourseStanding): readonly Finding[] {
  if (!standing.open || standing.activeClaims.length > 0) return []
  const { enrolment } = standing
  const activityId = standing.course.activity.id
  const ofActivity = evidenceFrom('activity', activityId)
  const ofEnrolment = evidenceFrom('enrolment', enrolment.id)
  const findings: Finding[] = []
  const add = (code: FindingCode, evidence: Finding['evidence']): void => {
    findings.push(finding(code, { evidence, activityId }))
  }
  if (standing.eventCode.state === 'open') add('event_code_required', [ofEnrolment('event_code_entered_at', null), ofEnrolment('attended_at', enrolment.attendedAt)])
  if (standing.segments.state === 'open') add('segments_incomplete', [ofEnrolment('segments_done', enrolment.segmentsDone), ofEnrolment('segments_total', enrolment.segmentsTotal)])
  if (standing.pretest.state === 'open') add('pretest_missing', [ofActivity('pretest_required', 'yes'), ofEnrolment('pretest_at', null)])
  if (standing.posttest.state === 'open') {
    const tried = (enrolment.attemptsUsed ?? 0) > 0 || enrolment.bestPercent !== null
    if (!tried) add('posttest_missing', [ofActivity('posttest_required', 'yes'), ofEnrolment('attempts_used', enrolment.attemptsUsed)])
    else if (standing.attempts.state === 'left') {
      add('posttest_not_passed', [ofEnrolment('best_percent', enrolment.bestPercent), ofActivity('pass_percent', standing.passMark), ofEnrolment('attempts_used', enrolment.attemptsUsed)])
    }
  }
  if (standing.evaluation.state === 'open') add('evaluation_missing', [ofActivity('evaluation_required', 'yes'), ofEnrolment('evaluated_at', null)])
  return findings
}

interface IdentifierCheck {
  readonly code: FindingCode
  readonly fields: (learner: LearnerFacts) => readonly (readonly [string, string | null])[]
  readonly judge: (learner: LearnerFacts) => IdentifierVerdict
}

const identifierChecks: Readonly<Record<ClaimIdentifier, IdentifierCheck>> = {
  nabp_eprofile_id: { code: 'nabp_id_missing', fields: (learner) => [['nabp_eprofile_id', learner.nabpEprofileId]], judge: (learner) => judgeEprofileId(learner.nabpEprofileId) },
  birth_month_day: { code: 'birth_month_day_missing', fields: (learner) => [['birth_month_day', learner.birthMonthDay]], judge: (learner) => judgeBirthMonthDay(learner.birthMonthDay) },
  licence: {
    code: 'licence_missing',
    fields: (learner) => [
      ['licence_state', learner.licenceState],
      ['licence_number', learner.licenceNumber],
    ],
    judge: (learner) => judgeLicence(learner.licenceState, learner.licenceNumber),
  },
}

/** The identifiers this portal's claim needs of this profession; one that fails its check serves no claim either (P11–P13). */
export function missingIdentifiers(account: AccountFacts): readonly ClaimIdentifier[] {
  const { learner, portal } = account
  return portal.claimIdentifiers.value
    .filter((rule) => rule.professions.includes(learner.profession))
    .flatMap((rule) => rule.identifiers)
    .filter((identifier) => identifierChecks[identifier].judge(learner).kind !== 'good')
}

/** What the learner's profile lacks for the claim: identifiers, or a type open to the profession. */
export function profileFindings(account: AccountFacts, standing: CourseStanding): readonly Finding[] {
  if (!standing.open || standing.activeClaims.length > 0) return []
  const { learner } = account
  const { id: activityId, credits } = standing.course.activity
  const ofLearner = evidenceFrom('learner', learner.id)
  const findings = missingIdentifiers(account).map((identifier) => {
    const check = identifierChecks[identifier]
    return finding(check.code, { evidence: check.fields(learner).map(([field, value]) => ofLearner(field, value)), activityId })
  })
  if (credits.length === 0) {
    return [...findings, finding('credit_type_not_offered', { evidence: [evidenceFrom('activity', activityId)('credit_type', null)], activityId })]
  }
  if (credits.every((credit) => judgeDesignatedEligibility(credit, learner).kind === 'not_for_profession')) {
    const evidence = [
      ofLearner('profession', learner.profession),
      ofLearner('board', learner.board),
      ...credits.map((credit) => evidenceFrom('activity', activityId)('credit_type', `${credit.creditType} ${formatCreditAmount(credit.maxAmount)}`)),
    ]
    return [...findings, finding('credit_type_not_for_profession', { evidence, activityId })]
  }
  return findings
}
