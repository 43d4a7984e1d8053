import { describe, expect, it } from 'vitest'
import { instantOf } from '@shared/model/instant'
import { judgeReportStanding, routeReport, type ReportableClaim, type ReportFacts } from '@shared/policy/report-route'
import { portalForTests } from '../../support/portal-for-tests'

function at(text: string): string {
  return instantOf(Date.parse(text))
}

const claim: ReportableClaim = {
  creditType: 'ama_pra_1',
  professionAtClaim: 'physician',
  claimedAt: at('2026-11-01T15:00:00-05:00'),
  attendedAt: null,
  passedAt: at('2026-10-21T15:00:00-05:00'),
  evaluatedAt: at('2026-10-25T15:00:00-05:00'),
}

describe('who reports, and by when', () => {
  it.each([
    ['C16', 'cleveland-clinic-mycme', { creditType: 'abim_moc' }, { body: 'pars', dueOn: '2026-12-31' }],
    ['C16', 'cleveland-clinic-mycme', { creditType: 'abo_moc' }, { body: 'pars', dueOn: '2026-12-31' }],
    ['C17', 'cleveland-clinic-mycme', { creditType: 'abs_cc' }, { kind: 'learner_reports', newerFact: { since: '2023-07-01' } }],
    ['5.5', 'cleveland-clinic-mycme', {}, { kind: 'nobody_reports' }],
    ['5.5', 'haymarket-mycme', {}, { kind: 'nobody_reports' }],
    ['5.5', 'haymarket-mycme', { creditType: 'abim_moc' }, { kind: 'nobody_reports' }],
    ['S43', 'haymarket-mycme', { creditType: 'acpe' }, { body: 'cpe_monitor', dueOn: '2026-12-20' }],
    ['M25', 'med-challenger', { creditType: 'abp_moc_2' }, { body: 'abp', dueOn: '2026-12-01' }],
    ['M25', 'med-challenger', { creditType: 'abp_moc_2', claimedAt: at('2026-12-02T12:00:00-06:00') }, { body: 'abp', dueOn: '2027-12-01' }],
    ['M26', 'med-challenger', {}, { kind: 'learner_reports' }],
    ['M26', 'med-challenger', { creditType: 'abim_moc' }, { kind: 'learner_reports' }],
    ['P14', 'maryland-pharmacy-ce', { creditType: 'acpe', professionAtClaim: 'pharmacist' }, { body: 'cpe_monitor', dueOn: '2026-12-20' }],
    ['P15', 'maryland-pharmacy-ce', {}, { body: 'pars', dueOn: '2026-12-20' }],
    ['P15', 'maryland-pharmacy-ce', { professionAtClaim: 'nurse' }, { kind: 'nobody_reports' }],
    // T11: two clocks of 60 days, the earlier counts.
    ['T11', 'maryland-pharmacy-ce', { evaluatedAt: at('2026-10-19T12:00:00-04:00') }, { dueOn: '2026-12-18' }],
    ['T11', 'maryland-pharmacy-ce', { attendedAt: at('2026-10-20T12:00:00-04:00') }, { dueOn: '2026-12-19' }],
    ['T11', 'maryland-pharmacy-ce', { evaluatedAt: null }, { dueOn: '2026-12-20' }],
  ] as const)('%s in %s', (_row, portal, more, expected) => {
    expect(routeReport({ ...claim, ...more }, portalForTests(portal))).toMatchObject(expected)
  })

  it('changes with the day of the claim where a route has from and to (T14)', () => {
    const cleveland = portalForTests('cleveland-clinic-mycme')
    const self = cleveland.reportRoutes.filter((route) => route.creditTypes.includes('abs_cc'))
    const pars = { ...cleveland.reportRoutes[0], creditTypes: ['abs_cc'], professions: [], body: 'pars', due: { kind: 'days_after', days: 30, anchor: 'claim' }, from: '2026-11-01', to: null, rows: ['S87'], newerFact: null } as const
    const portal = { ...cleveland, reportRoutes: [...self.map((route) => ({ ...route, to: '2026-10-31' })), pars] }
    const surgery = { ...claim, creditType: 'abs_cc' } as const
    expect(routeReport({ ...surgery, claimedAt: at('2026-10-31T23:59:00-04:00') }, portal).kind).toBe('learner_reports')
    expect(routeReport({ ...surgery, claimedAt: at('2026-11-01T00:00:00-04:00') }, portal)).toMatchObject({ body: 'pars', dueOn: '2026-12-01' })
  })
})

describe('how a report stands', () => {
  const facts = { portal: portalForTests('maryland-pharmacy-ce'), dueOn: '2026-12-20', latest: undefined }
  const accepted: ReportFacts = { body: 'pars', state: 'accepted', at: at('2026-11-11T15:00:00-05:00'), message: null }

  it.each([
    ['2026-12-20T23:59:59-05:00', true, 'due'],
    ['2026-12-21T00:00:00-05:00', true, 'overdue'],
    // No row means not known; overdue is said only of claims this store answers for (section 0).
    ['2026-12-21T00:00:00-05:00', false, 'not_known'],
    ['2026-11-20T00:00:00-05:00', false, 'not_known'],
  ])('at %s, answered for %s: %s', (now, answeredFor, standing) => {
    expect(judgeReportStanding({ ...facts, now: at(now), answeredFor })).toBe(standing)
  })

  it('is what the body last said', () => {
    expect(judgeReportStanding({ ...facts, now: at('2027-12-21T00:00:00-05:00'), answeredFor: true, latest: accepted })).toBe('accepted')
  })
})
