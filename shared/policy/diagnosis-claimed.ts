import { formatCreditAmount } from '../model/credit-amount'
import { civilDateIn } from '../model/instant'
import type { CourseStanding } from './course-standing'
import { creditSystemOf } from './credit-systems'
import type { AccountFacts, ClaimFacts } from './diagnosis-facts'
import { evidenceFrom, finding, type Finding, type ReportLine } from './diagnosis-findings'
import { judgeEligibility } from './eligibility'
import { decideParticipationForm } from './participation-form'
import { judgeReportStanding, latestReport, routeReport, type ReportRouteVerdict } from './report-route'

function routeOf(account: AccountFacts, standing: CourseStanding, claim: ClaimFacts): ReportRouteVerdict {
  const { attendedAt, passedAt, evaluatedAt } = standing.enrolment
  return routeReport({ ...claim, attendedAt, passedAt, evaluatedAt }, account.portal)
}

/** The reports of a course's claims: the body the portal's route names, and any other that was told. */
export function reportLines(account: AccountFacts, standing: CourseStanding): readonly ReportLine[] {
  const { now, portal } = account
  return standing.activeClaims.flatMap((claim): ReportLine[] => {
    const route = routeOf(account, standing, claim)
    const routed: ReportLine[] =
      route.kind === 'provider_reports'
        ? [
            {
              claimId: claim.id,
              body: route.body,
              dueOn: route.dueOn,
              state: judgeReportStanding({ now, portal, dueOn: route.dueOn, answeredFor: claim.answeredFor, latest: latestReport(claim.reports, route.body) }),
            },
          ]
        : []
    const others = [...new Set(claim.reports.map((report) => report.body))].filter((body) => routed.every((line) => line.body !== body))
    return [...routed, ...others.map((body): ReportLine => ({ claimId: claim.id, body, dueOn: null, state: latestReport(claim.reports, body)?.state ?? 'not_known' }))]
  })
}

/** What follows a claim: its form, who tells the board, and how the report stands. */
export function claimFindings(account: AccountFacts, standing: CourseStanding): readonly Finding[] {
  const activityId = standing.course.activity.id
  const today = civilDateIn(account.now, account.portal.zone.value)
  const findings: Finding[] = []
  for (const claim of standing.activeClaims) {
    const ofClaim = evidenceFrom('claim', claim.id)
    const typed = [ofClaim('credit_type', claim.creditType), ofClaim('profession', claim.professionAtClaim)]
    // "participation" itself is asked for as such; only AMA credit turns into the form by profession.
    if (claim.creditType !== 'participation' && decideParticipationForm(claim.creditType, claim.professionAtClaim).form === 'participation') {
      findings.push(finding('certificate_of_participation', { evidence: [...typed, ofClaim('certificate_number', claim.certificateNumber)], activityId }))
    }
    const { board } = creditSystemOf(claim.creditType)
    if (judgeEligibility(claim.creditType, { profession: claim.professionAtClaim, board }).kind === 'not_for_profession') {
      findings.push(finding('credit_type_not_for_profession', { evidence: typed, activityId }))
    }
    const route = routeOf(account, standing, claim)
    const claimed = [ofClaim('credit_type', claim.creditType), ofClaim('amount', formatCreditAmount(claim.amount)), ofClaim('claimed_at', claim.claimedAt)]
    if (route.kind === 'learner_reports') {
      const newer = route.newerFact
      const beside = newer === null ? [] : [evidenceFrom('portal', account.portal.key)('newer_fact', newer.since === null ? newer.text : `${newer.since}: ${newer.text}`)]
      findings.push(finding('board_self_report', { evidence: [...claimed, ...beside], rows: [...route.rows, ...(newer?.rows ?? [])], activityId }))
    }
    if (route.kind !== 'provider_reports') continue
    if (board !== null) findings.push(finding('board_reported', { evidence: claimed, date: route.dueOn, rows: route.rows, activityId }))
    const latest = latestReport(claim.reports, route.body)
    const state = judgeReportStanding({ now: account.now, portal: account.portal, dueOn: route.dueOn, answeredFor: claim.answeredFor, latest })
    const reported = [
      ...claimed,
      evidenceFrom('report', claim.id)('body', route.body),
      evidenceFrom('report', claim.id)('state', latest?.state ?? null),
      ...(latest === undefined ? [] : [evidenceFrom('report', claim.id)('at', latest.at), evidenceFrom('report', claim.id)('message', latest.message)]),
    ]
    const more = { evidence: reported, date: route.dueOn, rows: route.rows, activityId }
    if (state === 'rejected') findings.push(finding('report_rejected', more))
    if (state === 'overdue') findings.push(finding('report_overdue', more))
    if (state === 'due' || (state === 'not_known' && today <= route.dueOn)) findings.push(finding('report_due', more))
  }
  return findings
}
