import { describe, expect, it } from 'vitest'
import { civilDateIn } from '@shared/model/instant'
import { decideClaimVoid, type VoidableClaim } from '@shared/policy/claim-void'
import { decidePastCredit, type PastCreditRequest } from '@shared/policy/past-credit'
import { accountFacts, at, claimFacts, courseFacts, designated, earnedFacts, memberFacts, topicCourse } from '../../support/claim-facts'
import { portalForTests } from '../../support/portal-for-tests'

const proven: PastCreditRequest = {
  creditType: 'ama_pra_1', amount: 100, completedOn: '2024-03-10', claimedOn: '2024-03-20', proof: 'certificate', proofReference: 'CC-2024-118', reason: 'Missing since the move of 2025.',
}
const clinic = accountFacts('cleveland-clinic-mycme')
const rounds = { delivery: 'live', endsAt: at('2024-03-10T12:00:00-04:00'), expiresOn: null, posttestRequired: false, evaluationRequired: false } as const
const missing = courseFacts(null, rounds)

describe('adding a past credit with its proof (C12)', () => {
  it('makes the claim as of the day it was made, with an enrolment where there is none', () => {
    const verdict = decidePastCredit(clinic, missing, '2020-01-01', proven)
    expect(verdict).toMatchObject({ kind: 'allowed', enrolmentId: null, form: 'credit', amount: { amount: 100 } })
    if (verdict.kind === 'allowed') expect([civilDateIn(verdict.completedAt, 'America/New_York'), civilDateIn(verdict.claimedAt, 'America/New_York')]).toEqual(['2024-03-10', '2024-03-20'])
  })

  it('belongs to the enrolment where there is one', () => {
    expect(decidePastCredit(clinic, courseFacts({ registeredAt: at('2024-03-01T12:00:00Z') }, rounds), '2025-01-01', proven)).toMatchObject({ kind: 'allowed', enrolmentId: 'E-1' })
  })

  it.each([
    ['account_closed', 'learner', accountFacts('cleveland-clinic-mycme', { status: 'closed' }), missing, {}],
    ['already_claimed', 'activity', clinic, courseFacts({ claims: [claimFacts()] }, rounds), {}],
    ['credit_earned_by_topic', 'activity', memberFacts(), topicCourse('A', [earnedFacts('1', 100, '2026-01-01T12:00:00Z')]), {}],
    ['date_in_future', 'completedOn', clinic, missing, { completedOn: '2026-11-21', claimedOn: '2026-11-21' }],
    ['date_in_future', 'claimedOn', clinic, missing, { claimedOn: '2026-11-21' }],
    ['period_reversed', 'claimedOn', clinic, missing, { claimedOn: '2024-03-09' }],
    ['date_before_registration', 'completedOn', clinic, courseFacts({ registeredAt: at('2024-03-11T12:00:00Z') }, rounds), {}],
    ['date_before_registration', 'completedOn', clinic, missing, { completedOn: '2019-12-31' }],
    ['date_after_activity', 'completedOn', clinic, missing, { completedOn: '2024-03-11' }],
    ['activity_expired', 'completedOn', accountFacts(), courseFacts(null, { expiresOn: '2024-03-09' }), {}],
    ['activity_expired', 'claimedOn', accountFacts(), courseFacts(null, { expiresOn: '2024-03-15' }), {}],
    ['completion_window_closed', 'completedOn', accountFacts('maryland-pharmacy-ce'), courseFacts({ registeredAt: at('2023-12-01T12:00:00Z') }), {}],
    ['claim_window_closed', 'claimedOn', clinic, missing, { claimedOn: '2024-04-10' }],
    ['credit_type_not_offered', 'creditType', clinic, missing, { creditType: 'acpe' }],
    ['credit_type_not_for_profession', 'creditType', clinic, missing, { creditType: 'ancc' }],
    ['amount_not_claimable', 'amount', clinic, missing, { amount: 80 }],
    ['amount_not_claimable', 'amount', clinic, missing, { amount: 150 }],
    ['proof_missing', 'proofReference', clinic, missing, { proofReference: ' ' }],
    ['reason_missing', 'reason', clinic, missing, { reason: '\t' }],
  ] as const)('refuses with %s and names the field %s', (code, field, account, course, more) => {
    const verdict = decidePastCredit(account, course, '2020-01-01', { ...proven, ...more })
    expect(verdict).toMatchObject({ kind: 'refused', code, field })
    expect(verdict.nextStep).not.toBe('')
  })

  it('is claimable on the last day of that time, and not a day later (C9)', () => {
    expect(decidePastCredit(clinic, missing, '2020-01-01', { ...proven, claimedOn: '2024-04-09' }).kind).toBe('allowed')
  })

  it('is no way round a window: the clock of today changes nothing', () => {
    const later = accountFacts('cleveland-clinic-mycme', {}, { now: at('2035-01-01T12:00:00Z') })
    expect(decidePastCredit(later, missing, '2020-01-01', { ...proven, claimedOn: '2024-04-10' })).toMatchObject({ code: 'claim_window_closed' })
  })

  it('honours a late claim on record', () => {
    const excepted = { ...missing, exceptions: [{ id: 'X-1', kind: 'late_claim' as const, approvedBy: 'Dr. Lee', untilOn: '2024-06-01', attempts: 0 }] }
    expect(decidePastCredit(clinic, excepted, '2020-01-01', { ...proven, claimedOn: '2024-05-31' }).kind).toBe('allowed')
  })

  it('serves the profession: an ACPE number is claimed whole', () => {
    const pharmacist = accountFacts('maryland-pharmacy-ce', { profession: 'pharmacist' })
    const course = courseFacts(null, { credits: [designated('acpe', 200, 200, null, '0731-0000-26-014-H07-P')] })
    expect(decidePastCredit(pharmacist, course, '2020-01-01', { ...proven, creditType: 'acpe', amount: 100 })).toMatchObject({ code: 'amount_not_claimable' })
    expect(decidePastCredit(pharmacist, course, '2020-01-01', { ...proven, creditType: 'acpe', amount: 200 })).toMatchObject({ kind: 'allowed' })
  })
})

describe('making a claim void (T9)', () => {
  const claim: VoidableClaim = {
    id: 'C-1', creditType: 'ama_pra_1', amount: 125, state: 'active', professionAtClaim: 'physician', claimedAt: at('2026-11-06T15:00:00-05:00'),
    attendedAt: null, passedAt: at('2026-11-05T15:00:00-05:00'), evaluatedAt: null, reports: [],
  }
  const facts = { now: at('2026-11-20T15:00:00-05:00'), portal: portalForTests('haymarket-mycme'), claims: [claim] }
  const pars = { body: 'pars', state: 'accepted', at: at('2026-11-10T12:00:00Z'), message: null } as const

  it('withdraws the report of every body that was told', () => {
    expect(decideClaimVoid(facts, { reason: 'Not hers.' })).toMatchObject({ kind: 'allowed', withdrawals: [] })
    expect(decideClaimVoid({ ...facts, claims: [{ ...claim, reports: [pars] }] }, { reason: 'Not hers.' })).toMatchObject({ kind: 'allowed', withdrawals: [{ claimId: 'C-1', body: 'pars' }] })
    expect(decideClaimVoid({ ...facts, claims: [{ ...claim, reports: [{ ...pars, state: 'rejected' }] }] }, { reason: 'Not hers.' })).toMatchObject({ withdrawals: [] })
  })

  it('takes the claims of one act together (M23)', () => {
    expect(decideClaimVoid({ ...facts, claims: [claim, { ...claim, id: 'C-2' }] }, { reason: 'Not hers.' })).toMatchObject({ kind: 'allowed', rows: ['T9', 'M23'] })
  })

  it.each([
    ['claim_not_active', { ...facts, claims: [{ ...claim, state: 'void' as const }] }, 'why'],
    ['claim_not_active', { ...facts, claims: [claim, { ...claim, id: 'C-2', state: 'superseded' as const }] }, 'why'],
    ['report_not_correctable', { ...facts, claims: [{ ...claim, passedAt: at('2026-01-05T15:00:00-05:00'), reports: [{ ...pars, body: 'cpe_monitor' as const }] }] }, 'why'],
    ['reason_missing', facts, ' '],
  ] as const)('refuses with %s', (code, of, reason) => {
    expect(decideClaimVoid(of, { reason })).toMatchObject({ kind: 'refused', code })
  })
})
