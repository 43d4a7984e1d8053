import type { CourseStanding, RequirementStanding } from './course-standing'
import type { AccountFacts } from './diagnosis-facts'
import { evidenceFrom, type ReportLine, type Step } from './diagnosis-findings'
import { missingIdentifiers } from './diagnosis-requirements'
import type { Evidence } from './evidence'
import type { WindowVerdict } from './windows'

function earliest(windows: readonly (WindowVerdict | null)[]): WindowVerdict | null {
  return windows.reduce((first, window) => (window !== null && (first === null || window.lastOn < first.lastOn) ? window : first), null)
}

/** The ladder without an enrolment: the first rung is open, unless the activity is over. */
export function stepsWithoutEnrolment(expiry: WindowVerdict | null): readonly Step[] {
  return [{ step: 'registration', state: expiry?.state === 'closed' ? 'closed' : 'open', at: null, lastOn: expiry?.lastOn ?? null, evidence: [] }]
}

/** The ladder from registration to report, each rung with its state and dates. */
export function stepsOf(account: AccountFacts, standing: CourseStanding, barred: boolean, reports: readonly ReportLine[]): readonly Step[] {
  const { enrolment } = standing
  const toComplete = earliest([standing.expiry, standing.completionWindow])
  const toClaim = earliest([standing.expiry, standing.claimWindow])
  const claimed = standing.activeClaims.length > 0

  const ofEnrolment = evidenceFrom('enrolment', enrolment.id)

  const rung = (step: Step['step'], requirement: RequirementStanding, evidence: readonly Evidence[]): Step => {
    const at = requirement.state === 'done' ? requirement.at : null
    // A claim that stands leaves nothing to do, whatever the record says about the way there.
    const overtaken = requirement.state === 'open' && claimed
    const closed = requirement.state === 'open' && !claimed && (toComplete?.state === 'closed' || (step === 'posttest' && standing.attempts.state === 'exhausted'))
    // No day is named for what something else than the window closed.
    const lastOn = requirement.state === 'open' && (!closed || toComplete?.state === 'closed') ? (toComplete?.lastOn ?? null) : null
    return { step, state: overtaken ? 'not_required' : closed ? 'closed' : requirement.state, at, lastOn, evidence: requirement.state === 'not_required' ? [] : evidence }
  }

  const identifiers = account.portal.claimIdentifiers.value.some((rule) => rule.professions.includes(account.learner.profession))
  const missing = missingIdentifiers(account)
  const lacking = missing.length > 0
  const ready = standing.complete && !lacking && standing.membership.kind !== 'inactive'
  const claim = standing.activeClaims[0]
  const rungs: readonly Step[] = [
    { step: 'registration', state: 'done', at: standing.firstRegisteredAt, lastOn: null, evidence: [] },
    rung('pretest', standing.pretest, []),
    rung('segments', standing.segments, [ofEnrolment('segments_done', enrolment.segmentsDone), ofEnrolment('segments_total', enrolment.segmentsTotal)]),
    rung('event_code', standing.eventCode, []),
    rung('posttest', standing.posttest, [
      ofEnrolment('best_percent', enrolment.bestPercent),
      evidenceFrom('activity', standing.course.activity.id)('pass_percent', standing.passMark),
      ofEnrolment('attempts_used', enrolment.attemptsUsed),
    ]),
    rung('evaluation', standing.evaluation, []),
    {
      step: 'identifiers',
      state: !identifiers || (claimed && lacking) ? 'not_required' : lacking ? 'open' : 'done',
      at: null,
      lastOn: null,
      evidence: missing.map((identifier) => evidenceFrom('learner', account.learner.id)('missing', identifier)),
    },
    {
      step: 'membership',
      state: standing.membership.kind === 'not_required' || !standing.open ? 'not_required' : standing.membership.kind === 'active' ? 'done' : 'open',
      at: null,
      lastOn: standing.membership.kind === 'active' ? standing.membership.membership.endsOn : null,
      evidence: [],
    },
    {
      step: 'claim',
      state: !standing.open ? 'done' : barred ? 'closed' : ready ? 'open' : 'later',
      at: claim?.claimedAt ?? null,
      lastOn: standing.open && (!barred || toClaim?.state === 'closed') ? (toClaim?.lastOn ?? null) : null,
      evidence: [],
    },
    {
      step: 'certificate',
      state: claim === undefined ? (barred ? 'closed' : 'later') : claim.certificateNumber === null ? 'open' : 'done',
      at: claim?.claimedAt ?? null,
      lastOn: null,
      evidence: claim === undefined ? [] : [evidenceFrom('claim', claim.id)('certificate_number', claim.certificateNumber)],
    },
  ]
  if (reports.length === 0) return [...rungs, { step: 'report', state: claimed ? 'not_required' : 'later', at: null, lastOn: null, evidence: [] }]
  const told = enrolment.claims.flatMap((one) => one.reports)
  return [
    ...rungs,
    ...reports.map(
      (line): Step => ({
        step: 'report',
        state: line.state === 'accepted' || line.state === 'sent' ? 'done' : 'open',
        at: told.find((report) => report.body === line.body)?.at ?? null,
        lastOn: line.dueOn,
        evidence: [evidenceFrom('report', line.claimId)('body', line.body), evidenceFrom('report', line.claimId)('state', line.state)],
      }),
    ),
  ]
}
