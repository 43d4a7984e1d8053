import { addDays, type CivilDate } from '../model/civil-date'
import { reportStates, type CreditType, type Profession, type ReportingBody, type ReportState } from '../model/field-codes'
import { civilDateIn, type Instant } from '../model/instant'
import type { PortalProfile, ReportRoute } from '../portals/portal-profile'

/** A claim as a report needs to know it. Participation is `attendedAt`, else `passedAt` (section 0). */
export interface ReportableClaim {
  readonly creditType: CreditType
  readonly professionAtClaim: Profession
  readonly claimedAt: Instant
  readonly attendedAt: Instant | null
  readonly passedAt: Instant | null
  readonly evaluatedAt: Instant | null
}

export type ReportRouteVerdict =
  | { readonly kind: 'provider_reports'; readonly body: ReportingBody; readonly dueOn: CivilDate; readonly rows: readonly string[]; readonly newerFact: ReportRoute['newerFact'] }
  | { readonly kind: 'learner_reports'; readonly rows: readonly string[]; readonly newerFact: ReportRoute['newerFact'] }
  | { readonly kind: 'nobody_reports'; readonly rows: readonly string[] }

/** The day the learner took part; where the record knows neither attendance nor test, the evaluation, else the claim. */
export function participationDay(claim: ReportableClaim, zone: string): CivilDate {
  return civilDateIn(claim.attendedAt ?? claim.passedAt ?? claim.evaluatedAt ?? claim.claimedAt, zone)
}

function dueOn(due: NonNullable<ReportRoute['due']>, claim: ReportableClaim, zone: string): CivilDate {
  const claimedOn = civilDateIn(claim.claimedAt, zone)
  if (due.kind === 'next_month_day') {
    const year = Number(claimedOn.slice(0, 4))
    const thisYear = `${String(year)}-${due.monthDay}`
    return claimedOn <= thisYear ? thisYear : `${String(year + 1)}-${due.monthDay}`
  }
  const participatedOn = participationDay(claim, zone)
  switch (due.anchor) {
    case 'claim':
      return addDays(claimedOn, due.days)
    case 'participation':
      return addDays(participatedOn, due.days)
    case 'earlier_of_participation_and_evaluation': {
      const evaluatedOn = claim.evaluatedAt === null ? participatedOn : civilDateIn(claim.evaluatedAt, zone)
      return addDays(evaluatedOn < participatedOn ? evaluatedOn : participatedOn, due.days)
    }
  }
}

/**
 * Who tells whom about a claim, and by when: the first of the portal's routes for that credit, profession and day
 * of claim (C16, C17, M25, M26, P14, P15; traps T11 and T14).
 */
export function routeReport(claim: ReportableClaim, portal: PortalProfile): ReportRouteVerdict {
  const claimedOn = civilDateIn(claim.claimedAt, portal.zone.value)
  const route = portal.reportRoutes.find(
    (candidate) =>
      candidate.creditTypes.includes(claim.creditType) &&
      (candidate.professions.length === 0 || candidate.professions.includes(claim.professionAtClaim)) &&
      (candidate.from === null || candidate.from <= claimedOn) &&
      (candidate.to === null || claimedOn <= candidate.to),
  )
  if (route === undefined) return { kind: 'nobody_reports', rows: ['3.1', '5.5'] }
  if (route.body === 'learner' || route.due === null) return { kind: 'learner_reports', rows: route.rows, newerFact: route.newerFact }
  return { kind: 'provider_reports', body: route.body, dueOn: dueOn(route.due, claim, portal.zone.value), rows: route.rows, newerFact: route.newerFact }
}

/** What was told to an outside body, latest answer last. */
export interface ReportFacts {
  readonly body: ReportingBody
  readonly state: ReportState
  readonly at: Instant
  readonly message: string | null
}

/** The last thing known of a body's report of a claim; undefined when no report is on record. */
export function latestReport(reports: readonly ReportFacts[], body: ReportingBody): ReportFacts | undefined {
  return reports.reduce<ReportFacts | undefined>(
    (latest, report) => (report.body === body && (latest === undefined || latest.at <= report.at) ? report : latest),
    undefined,
  )
}

/** No report row means not known; due and overdue are said only of claims this store answers for (section 0). */
export const reportStandings = ['not_known', 'due', 'overdue', ...reportStates] as const
export type ReportStanding = (typeof reportStandings)[number]

/** How a claim's report to a body stands today. `answeredFor`: the claim was made here, or this store was told to report it. */
export function judgeReportStanding(facts: {
  readonly now: Instant
  readonly portal: PortalProfile
  readonly dueOn: CivilDate
  readonly answeredFor: boolean
  readonly latest: ReportFacts | undefined
}): ReportStanding {
  if (facts.latest !== undefined) return facts.latest.state
  if (!facts.answeredFor) return 'not_known'
  return civilDateIn(facts.now, facts.portal.zone.value) <= facts.dueOn ? 'due' : 'overdue'
}

/** Whether a report that went out can still be put right (3.1, trap T9). */
export type ReportCorrectionVerdict =
  | { readonly kind: 'nothing_to_correct'; readonly body: ReportingBody; readonly rows: readonly string[] }
  | { readonly kind: 'correctable'; readonly body: ReportingBody; readonly untilOn: CivilDate | null; readonly rows: readonly string[] }
  | { readonly kind: 'not_correctable'; readonly body: ReportingBody; readonly untilOn: CivilDate; readonly rows: readonly string[] }

/** CPE Monitor takes corrections for 60 days from participation [S43]; PARS by update, or delete and add [S69]. */
const correctionDays: Readonly<Record<ReportingBody, number | null>> = { pars: null, cpe_monitor: 60, abp: null }

/** Judges each body that was told of the claim; a rejected report, or none, leaves nothing to correct. */
export function judgeReportCorrections(facts: {
  readonly now: Instant
  readonly portal: PortalProfile
  readonly claim: ReportableClaim
  readonly reports: readonly ReportFacts[]
}): readonly ReportCorrectionVerdict[] {
  const zone = facts.portal.zone.value
  const today = civilDateIn(facts.now, zone)
  const bodies = [...new Set(facts.reports.map((report) => report.body))]
  return bodies.map((body): ReportCorrectionVerdict => {
    const rows = ['3.1', 'T9']
    const latest = latestReport(facts.reports, body)
    if (latest === undefined || latest.state === 'rejected') return { kind: 'nothing_to_correct', body, rows }
    const days = correctionDays[body]
    if (days === null) return { kind: 'correctable', body, untilOn: null, rows }
    const untilOn = addDays(participationDay(facts.claim, zone), days)
    return today <= untilOn ? { kind: 'correctable', body, untilOn, rows } : { kind: 'not_correctable', body, untilOn, rows: [...rows, 'S43', 'S46'] }
  })
}
