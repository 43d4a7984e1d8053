import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '@shared/model/civil-date'
import { creditTypes, professions } from '@shared/model/field-codes'
import { instantOf } from '@shared/model/instant'
import { decideClaim, defaultClaimType, judgeClaimEligibility, listClaimTypes } from '@shared/policy/claim-eligibility'
import { designatedCreditFor, isClaimableAmount } from '@shared/policy/designated-credit'
import { diagnoseActivity } from '@shared/policy/diagnosis'
import type { AccountFacts, CourseFacts } from '@shared/policy/diagnosis-facts'
import { accountFacts, at, claimFacts, courseFacts, designated, earnedFacts, memberFacts, topicCourse } from '../../support/claim-facts'

const asked = { creditType: 'ama_pra_1', amount: null, reason: 'Telephoned; the button did nothing.' } as const
const live = { delivery: 'live', posttestRequired: false, evaluationRequired: false, endsAt: at('2026-09-15T17:00:00-04:00'), credits: [designated('ama_pra_1', 600)] } as const
const lateClaim = { id: 'X-1', kind: 'late_claim', approvedBy: 'Dr. Lee', untilOn: '2026-11-30', attempts: 0 } as const

describe('claiming on the learner’s behalf (H27)', () => {
  it('claims the most of the type, with evidence', () => {
    expect(decideClaim(accountFacts(), courseFacts(), asked)).toMatchObject({ kind: 'allowed', enrolmentId: 'E-1', to: 'ama_pra_1', form: 'credit', amount: { amount: 125, step: 25 }, exceptions: [] })
  })

  it('claims less on request (H34), and the participation form for another profession (H37)', () => {
    expect(decideClaim(accountFacts('haymarket-mycme', { profession: 'nurse' }), courseFacts(), { ...asked, amount: 75 })).toMatchObject({ kind: 'allowed', form: 'participation', amount: { amount: 75 } })
  })

  it('needs no sign-in: a locked account can be claimed for', () => {
    expect(decideClaim(accountFacts('haymarket-mycme', { status: 'locked' }), courseFacts(), asked).kind).toBe('allowed')
  })

  const member = memberFacts()
  it.each<[string, string, AccountFacts, CourseFacts]>([
    ['account_closed', 'learner', accountFacts('haymarket-mycme', { status: 'closed' }), courseFacts()],
    ['activity_expired', 'activity', accountFacts(), courseFacts({}, { expiresOn: '2026-11-19' })],
    ['completion_window_closed', 'activity', accountFacts('maryland-pharmacy-ce'), courseFacts({ registeredAt: at('2026-01-01T12:00:00-05:00'), evaluatedAt: null })],
    ['claim_window_closed', 'activity', accountFacts('cleveland-clinic-mycme'), courseFacts({ attendedAt: at('2026-09-15T10:00:00-04:00') }, live)],
    ['attempts_exhausted', 'activity', accountFacts('maryland-pharmacy-ce'), courseFacts({ passedAt: null, evaluatedAt: null, bestPercent: 60, attemptsUsed: 3 })],
    ['membership_inactive', 'learner', accountFacts('med-challenger'), topicCourse('A-1', [earnedFacts('1', 100, '2026-10-01T12:00:00Z')])],
    ['not_enrolled', 'activity', accountFacts(), courseFacts(null)],
    ['event_code_required', 'activity', accountFacts('cleveland-clinic-mycme'), courseFacts({}, { hasEventCode: true })],
    ['segments_incomplete', 'activity', accountFacts('maryland-pharmacy-ce'), courseFacts({ segmentsDone: 2, segmentsTotal: 3 })],
    ['pretest_missing', 'activity', accountFacts(), courseFacts({}, { pretestRequired: true })],
    ['posttest_missing', 'activity', accountFacts(), courseFacts({ passedAt: null, bestPercent: null, attemptsUsed: null })],
    ['posttest_not_passed', 'activity', accountFacts(), courseFacts({ passedAt: null, bestPercent: 69 })],
    ['evaluation_missing', 'activity', accountFacts(), courseFacts({ evaluatedAt: null })],
    ['nabp_id_missing', 'learner', accountFacts('maryland-pharmacy-ce', { profession: 'pharmacist', nabpEprofileId: null }), courseFacts({}, { credits: [designated('acpe', 200, 200)] })],
    ['licence_missing', 'learner', accountFacts('maryland-pharmacy-ce', { licenceNumber: null }), courseFacts()],
    ['credit_type_not_for_profession', 'activity', accountFacts('haymarket-mycme', { profession: 'dentist' }), courseFacts({}, { credits: [designated('ancc', 100, 1)] })],
    ['already_claimed', 'activity', accountFacts(), courseFacts({ claims: [claimFacts()] })],
    ['credit_earned_by_topic', 'activity', member, topicCourse('A-1', [earnedFacts('1', 100, '2026-10-01T12:00:00Z')])],
    ['nothing_earned', 'activity', member, topicCourse('A-1', [])],
  ])('refuses with %s (field %s), rows and next step of the diagnosis', (code, field, account, course) => {
    const verdict = decideClaim(account, course, asked)
    expect(verdict).toMatchObject({ kind: 'refused', code, field })
    expect(verdict.nextStep).not.toBe('')
    if (code !== 'account_closed') expect(verdict.rows.length).toBeGreaterThan(0)
  })

  it.each([
    ['credit_type_not_offered', 'creditType', { ...asked, creditType: 'acpe' }],
    ['credit_type_not_for_profession', 'creditType', { ...asked, creditType: 'ancc' }],
    ['amount_not_claimable', 'amount', { ...asked, amount: 80 }],
    ['amount_not_claimable', 'amount', { ...asked, amount: 150 }],
    ['reason_missing', 'reason', { ...asked, reason: '  ' }],
  ] as const)('refuses bad input with %s and its field %s', (code, field, request) => {
    expect(decideClaim(accountFacts(), courseFacts(), request)).toMatchObject({ kind: 'refused', code, field })
  })

  it('honours a late claim on record and names it (C10), up to its last day', () => {
    const course = courseFacts({ attendedAt: at('2026-09-15T10:00:00-04:00') }, live, { exceptions: [lateClaim] })
    const verdict = decideClaim(accountFacts('cleveland-clinic-mycme'), course, asked)
    expect(verdict).toMatchObject({ kind: 'allowed', exceptions: [lateClaim] })
    expect(verdict.rows).toContain('C10')
    expect(verdict.evidence).toContainEqual({ recordKind: 'exception', record: 'X-1', field: 'approved_by', value: 'Dr. Lee' })
    expect(decideClaim(accountFacts('cleveland-clinic-mycme', {}, { now: at('2026-11-30T23:59:00-05:00') }), course, asked).kind).toBe('allowed')
    expect(decideClaim(accountFacts('cleveland-clinic-mycme', {}, { now: at('2026-12-01T00:00:00-05:00') }), course, asked)).toMatchObject({ code: 'claim_window_closed' })
  })

  it('names no exception that was not needed', () => {
    const course = courseFacts({ attendedAt: at('2026-11-10T10:00:00-05:00') }, { ...live, endsAt: at('2026-11-10T17:00:00-05:00') }, { exceptions: [{ ...lateClaim, untilOn: '2026-11-21' }] })
    expect(decideClaim(accountFacts('cleveland-clinic-mycme'), course, asked)).toMatchObject({ kind: 'allowed', exceptions: [] })
  })

  it('never lets an exception open an expired activity (T23)', () => {
    const course = courseFacts({}, { ...live, expiresOn: '2026-11-19' }, { exceptions: [lateClaim, { ...lateClaim, id: 'X-2', kind: 'more_time' }] })
    expect(decideClaim(accountFacts('cleveland-clinic-mycme'), course, asked)).toMatchObject({ kind: 'refused', code: 'activity_expired' })
  })

  it('starts with the portal’s default type that awards credit, else the form', () => {
    const first = (account: AccountFacts, course: CourseFacts): string | null => {
      const eligible = judgeClaimEligibility(account, course)
      if (eligible.kind === 'refused') throw new Error(eligible.code)
      return defaultClaimType(account, listClaimTypes(account, course, eligible))
    }
    expect(first(accountFacts(), courseFacts())).toBe('ama_pra_1')
    expect(first(accountFacts('haymarket-mycme', { profession: 'nurse' }), courseFacts())).toBe('ancc')
    expect(first(accountFacts('haymarket-mycme', { profession: 'dentist' }), courseFacts())).toBe('ama_pra_1')
  })
})

const anyAccount = fc.record({
  portal: fc.constantFrom('haymarket-mycme' as const, 'cleveland-clinic-mycme' as const, 'maryland-pharmacy-ce' as const),
  profession: fc.constantFrom(...professions),
  day: fc.integer({ min: -400, max: 400 }),
})
const anyCourse = fc.record({
  passed: fc.boolean(),
  evaluated: fc.boolean(),
  live: fc.boolean(),
  late: fc.option(fc.integer({ min: -40, max: 200 })),
  expires: fc.option(fc.integer({ min: -100, max: 300 })),
})
const instantOn = (day: number): string => instantOf(Date.parse('2026-11-05T20:00:00Z') + day * 86_400_000)

function made({ portal, profession, day }: { portal: 'haymarket-mycme' | 'cleveland-clinic-mycme' | 'maryland-pharmacy-ce'; profession: (typeof professions)[number]; day: number }, of: { passed: boolean; evaluated: boolean; live: boolean; late: number | null; expires: number | null }): [AccountFacts, CourseFacts] {
  return [
    accountFacts(portal, { profession }, { now: instantOn(day) }),
    courseFacts(
      { passedAt: of.passed ? at('2026-11-05T15:00:00-05:00') : null, bestPercent: of.passed ? 80 : null, evaluatedAt: of.evaluated ? at('2026-11-05T15:09:00-05:00') : null },
      { expiresOn: of.expires === null ? null : addDays('2026-11-05', of.expires), ...(of.live ? { delivery: 'live' as const, endsAt: at('2026-11-05T17:00:00-05:00') } : {}) },
      { exceptions: of.late === null ? [] : [{ ...lateClaim, untilOn: addDays('2026-11-05', of.late) }] },
    ),
  ]
}

describe('whatever the record says', () => {
  it('an allowed claim is inside the designation, of a type offered to that profession, and the diagnosis agrees', () => {
    fc.assert(
      fc.property(anyAccount, anyCourse, fc.constantFrom(...creditTypes), fc.option(fc.integer({ min: 0, max: 200 })), (who, what, creditType, amount) => {
        const [account, course] = made(who, what)
        const verdict = decideClaim(account, course, { ...asked, creditType, amount })
        if (verdict.kind === 'refused') return
        const row = designatedCreditFor(course.activity.credits, creditType, account.learner.profession)
        expect(row !== undefined && isClaimableAmount(row, verdict.amount.amount)).toBe(true)
        expect(diagnoseActivity(account, course).findings.map(({ code }) => code)).toContain('not_claimed')
      }),
    )
  })

  it('a later clock never reopens a closed window', () => {
    fc.assert(
      fc.property(anyAccount, anyCourse, fc.integer({ min: 1, max: 800 }), (who, what, later) => {
        const windows = ['activity_expired', 'completion_window_closed', 'claim_window_closed']
        const before = judgeClaimEligibility(...made(who, what))
        const after = judgeClaimEligibility(...made({ ...who, day: who.day + later }, what))
        if (before.kind === 'refused' && windows.includes(before.code)) expect(after.kind).toBe('refused')
      }),
    )
  })
})
