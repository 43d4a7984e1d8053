import { describe, expect, it } from 'vitest'
import { diagnoseActivity, diagnoseLearner, diagnoseNobody } from '@shared/policy/diagnosis'
import type { AccountFacts, ActivityFacts, ClaimFacts, CourseFacts, EnrolmentFacts, ExceptionFacts, LearnerFacts } from '@shared/policy/diagnosis-facts'
import type { Diagnosis } from '@shared/policy/diagnosis-findings'
import { accountFor, at, claimFacts, courseFor } from '../../support/course-facts'
import { portalForTests } from '../../support/portal-for-tests'

const now = at('2026-11-20T15:00:00-05:00')
const claim: ClaimFacts = { ...claimFacts, id: 'C-1', certificateNumber: '072026-000001', answeredFor: false }

type PortalKey = Parameters<typeof accountFor>[0]

function account(portal: PortalKey = 'haymarket-mycme', more: Partial<LearnerFacts> = {}, rest: Partial<AccountFacts> = {}): AccountFacts {
  const person = { id: 'L-1', givenName: 'Małgorzata', familyName: 'Weiß', email: 'm.weiss@example.org', nabpEprofileId: '122845' }
  return { ...accountFor(portal, { ...person, ...more }), ...rest }
}
const { learner } = account()

function course(enrolment: Partial<EnrolmentFacts> | null, of: Partial<ActivityFacts> = {}, more: Partial<CourseFacts> = {}): CourseFacts {
  const registered = { id: 'E-1', registeredAt: at('2026-11-01T15:00:00-05:00') }
  return { ...courseFor(enrolment === null ? null : { ...registered, ...enrolment }, { id: 'A-1', ...of }), ...more }
}

function codes(diagnosis: Diagnosis): readonly string[] {
  return diagnosis.findings.map((one) => one.code)
}

const untouched = { attemptsUsed: null, bestPercent: null, passedAt: null, evaluatedAt: null } as const

describe('what bars the account', () => {
  it('no account under that e-mail (H16, C4)', () => {
    expect(diagnoseNobody('nobody@example.org').findings).toMatchObject([{ code: 'no_account', rows: ['H16', 'C4'], evidence: [{ field: 'email', value: 'nobody@example.org' }] }])
  })

  it.each([
    ['locked', 'account_locked'],
    ['closed', 'account_closed'],
  ] as const)('%s comes before the activity', (status, code) => {
    expect(codes(diagnoseActivity(account('haymarket-mycme', { status }), course({})))).toEqual([code, 'not_claimed'])
  })
})

describe('no enrolment (C4, C6, H42)', () => {
  const other = { ...learner, id: 'L-2', givenName: 'MALGORZATA', familyName: 'weiss', email: 'old@example.org', nabpEprofileId: null, licenceNumber: null, enrolmentId: 'E-2', registeredAt: now }

  it('is not_enrolled, with the ladder’s first rung open', () => {
    const found = diagnoseActivity(account(), course(null))
    expect(codes(found)).toEqual(['not_enrolled'])
    expect(found.steps).toMatchObject([{ step: 'registration', state: 'open', lastOn: '2027-06-08' }])
  })

  it.each([
    ['the folded name', {}, 'name'],
    ['an equal identifier', { givenName: 'Maria', nabpEprofileId: '122845' }, 'nabp_eprofile_id'],
    ['an equal licence', { givenName: 'Maria', licenceNumber: 'D74774' }, 'licence_number'],
    ['an address of both', { givenName: 'Maria', alternateEmails: ['M.Weiss@example.org'] }, 'email'],
  ])('is wrong_email where another record has %s', (_what, more, because) => {
    const found = diagnoseActivity(account(), course(null, {}, { otherRecords: [{ ...other, ...more }] }))
    expect(codes(found)).toEqual(['wrong_email'])
    expect(found.findings[0]?.evidence).toContainEqual({ recordKind: 'learner', record: 'L-2', field: 'same', value: because })
  })

  it('is not_enrolled beside a stranger’s enrolment, a licence of another state, or empty identifiers', () => {
    const strangers = [
      { ...other, givenName: 'Maria' },
      { ...other, givenName: 'Maria', licenceState: 'VA', licenceNumber: 'D74774' },
      { ...other, givenName: 'Maria', npi: '', boardId: '' },
    ]
    expect(codes(diagnoseActivity(account('haymarket-mycme', { npi: '', boardId: '' }), course(null, {}, { otherRecords: strangers })))).toEqual(['not_enrolled'])
  })

  it('says first that the activity is over (H43)', () => {
    expect(codes(diagnoseActivity(account(), course(null, { expiresOn: '2026-11-19' })))).toEqual(['activity_expired', 'not_enrolled'])
  })
})

describe('what can no longer be cured', () => {
  it('an expired activity, whoever finished in time; its last day counts (H43, P26)', () => {
    expect(codes(diagnoseActivity(account(), course({}, { expiresOn: '2026-11-19' })))).toEqual(['activity_expired'])
    expect(codes(diagnoseActivity(account(), course({}, { expiresOn: '2026-11-20' })))).toEqual(['not_claimed'])
    expect(codes(diagnoseActivity(account(), course({ claims: [claim] }, { expiresOn: '2026-11-10' })))).toEqual(['ok'])
  })

  it('the time to complete, counted from the first registration, unless all was done by its last day (P24)', () => {
    const late = { registeredAt: at('2026-08-01T12:00:00-04:00') }
    const maryland = account('maryland-pharmacy-ce')
    expect(codes(diagnoseActivity(maryland, course({ ...late, passedAt: at('2026-10-30T20:00:00-04:00'), evaluatedAt: at('2026-10-30T23:59:00-04:00') })))).toEqual(['not_claimed'])
    expect(codes(diagnoseActivity(maryland, course({ ...late, evaluatedAt: at('2026-10-31T00:00:00-04:00') })))).toEqual(['completion_window_closed'])
    const again = course(untouched)
    expect(codes(diagnoseActivity(maryland, { ...again, enrolments: [...again.enrolments, ...course({ ...untouched, id: 'E-0', ...late }).enrolments] }))[0]).toBe('completion_window_closed')
  })

  it('an activity that ends before the ninety days is expired, nothing else (P26)', () => {
    expect(codes(diagnoseActivity(account('maryland-pharmacy-ce'), course({ evaluatedAt: null }, { expiresOn: '2026-11-19' })))).toEqual(['activity_expired', 'evaluation_missing'])
  })

  it('the time to claim of a series counts from the session attended (C7, C9)', () => {
    const cleveland = account('cleveland-clinic-mycme')
    const series = {
      delivery: 'live',
      expiresOn: null,
      posttestRequired: false,
      hasEventCode: true,
      endsAt: at('2026-11-10T16:00:00-05:00'),
      sessions: [
        { startsAt: at('2026-10-20T15:00:00-04:00'), endsAt: at('2026-10-20T16:00:00-04:00') },
        { startsAt: at('2026-11-10T15:00:00-05:00'), endsAt: at('2026-11-10T16:00:00-05:00') },
      ],
    } as const
    const attended = (day: string): Partial<EnrolmentFacts> => ({ passedAt: null, attendedAt: at(day), eventCodeEnteredAt: at(day) })
    const first = diagnoseActivity(cleveland, course(attended('2026-10-20T15:50:00-04:00'), series))
    expect(first.findings).toMatchObject([{ code: 'claim_window_closed', date: '2026-11-19', rows: ['C9'] }])
    expect(codes(diagnoseActivity(cleveland, course(attended('2026-11-10T15:50:00-05:00'), series)))).toEqual(['not_claimed'])
    expect(codes(diagnoseActivity(cleveland, course({ ...attended('2026-11-10T15:50:00-05:00'), eventCodeEnteredAt: null }, series)))).toEqual(['event_code_required'])
  })

  it('exceptions on record are honoured and named, never for an expired activity (C10, P8, T23)', () => {
    const exception: ExceptionFacts = { id: 'X-1', kind: 'late_claim', approvedBy: 'Dana Whitfield', untilOn: '2026-12-01', attempts: 0 }
    const cleveland = account('cleveland-clinic-mycme')
    const live = { delivery: 'live', expiresOn: null, posttestRequired: false, endsAt: at('2026-08-21T15:00:00-04:00') } as const
    expect(codes(diagnoseActivity(cleveland, course({}, live)))).toEqual(['claim_window_closed'])
    const granted = diagnoseActivity(cleveland, course({}, live, { exceptions: [exception] }))
    expect(codes(granted)).toEqual(['not_claimed'])
    expect(granted.findings[0]?.evidence).toContainEqual({ recordKind: 'exception', record: 'X-1', field: 'approved_by', value: 'Dana Whitfield' })
    expect(codes(diagnoseActivity(cleveland, course({}, { ...live, expiresOn: '2026-11-01' }, { exceptions: [exception] })))).toEqual(['activity_expired'])
    const failed = { passedAt: null, evaluatedAt: null, attemptsUsed: 3, bestPercent: 60 } as const
    const maryland = account('maryland-pharmacy-ce')
    expect(codes(diagnoseActivity(maryland, course(failed)))[0]).toBe('attempts_exhausted')
    expect(codes(diagnoseActivity(maryland, course(failed, {}, { exceptions: [{ ...exception, kind: 'extra_attempt', untilOn: null, attempts: 1 }] })))[0]).toBe('posttest_not_passed')
  })
})

describe('credit that accrues (M1, M4, M8, M20)', () => {
  const premium = { id: 'M-1', plan: 'premium', startsOn: '2026-01-01', endsOn: '2027-01-01' }
  const member = account('med-challenger', {}, { memberships: [premium] })
  const noTests = { posttestRequired: false, evaluationRequired: false, credits: [{ creditType: 'ama_pra_1', maxAmount: 4000, step: 25, accreditationNumber: null, pharmacologyAmount: null }] } as const
  const earned = (id: string, amount: number, day: string) => ({ id, topic: 'stroke', creditType: 'ama_pra_1', amount, earnedAt: at(`${day}T12:00:00-06:00`) }) as const

  it('is claimable when earned before the activity ended (M20)', () => {
    const found = diagnoseActivity(member, course({ ...untouched, earned: [earned('Q-1', 100, '2026-10-01')] }, { ...noTests, expiresOn: '2026-10-01' }))
    expect(codes(found)).toEqual(['not_claimed'])
    expect(found.claimable).toEqual({ creditType: 'ama_pra_1', amount: 100 })
    expect(codes(diagnoseActivity(member, course({ ...untouched, earned: [earned('Q-1', 100, '2026-10-02')] }, { ...noTests, expiresOn: '2026-10-01' })))).toEqual(['activity_expired'])
  })

  it('says what lapsed and what is left of it', () => {
    const found = diagnoseActivity(member, course({ ...untouched, earned: [earned('Q-1', 100, '2023-11-19'), earned('Q-2', 75, '2023-11-20')] }, noTests))
    expect(found.findings).toMatchObject([{ code: 'unclaimed_credit_lapsed', date: '2026-11-19', rows: ['M8'] }, { code: 'not_claimed' }])
    expect(found.claimable).toEqual({ creditType: 'ama_pra_1', amount: 75 })
  })

  it('a claim takes what had not lapsed by then, of whatever type it is now', () => {
    const earnedThen = [earned('Q-1', 100, '2023-01-01'), earned('Q-2', 100, '2026-09-01'), earned('Q-3', 50, '2026-11-10')]
    const corrected: ClaimFacts = { ...claim, creditType: 'acep_1', amount: 100 }
    const found = diagnoseActivity(member, course({ ...untouched, earned: earnedThen, claims: [corrected] }, noTests))
    expect(found.claimable).toEqual({ creditType: 'ama_pra_1', amount: 50 })
    expect(found.findings[0]).toMatchObject({ code: 'unclaimed_credit_lapsed', evidence: [{ record: 'Q-1' }, { record: 'Q-1', value: '1.00' }] })
  })

  it('a claim takes nothing earned after it', () => {
    const earnedOtherwise = { ...earned('Q-1', 100, '2026-10-01'), creditType: 'abp_moc_2' } as const
    const found = diagnoseActivity(member, course({ ...untouched, earned: [earnedOtherwise, earned('Q-2', 100, '2026-11-10')], claims: [{ ...claim, amount: 100 }] }, noTests))
    expect(found.claimable).toEqual({ creditType: 'ama_pra_1', amount: 100 })
  })

  it('is claimable within the designation only, beside what was claimed', () => {
    const small = { ...noTests, credits: [{ ...noTests.credits[0], maxAmount: 150 }] }
    const both = [earned('Q-1', 100, '2026-10-01'), earned('Q-2', 100, '2026-11-10')]
    expect(diagnoseActivity(member, course({ ...untouched, earned: both, claims: [{ ...claim, amount: 100 }] }, small)).claimable).toEqual({ creditType: 'ama_pra_1', amount: 50 })
  })

  it('needs a membership; a missing one is no lapse', () => {
    const found = diagnoseActivity(account('med-challenger'), course({ ...untouched, earned: [earned('Q-1', 100, '2026-10-01')] }, noTests))
    expect(codes(found)).toEqual(['membership_inactive'])
    expect(found.claimable).toBeNull()
  })

  it('has nothing to claim before something was earned', () => {
    const found = diagnoseActivity(member, course(untouched, noTests))
    expect(found.findings).toMatchObject([{ code: 'ok', evidence: [{ field: 'earned_credits', value: '0' }] }])
    expect(found.claimable).toBeNull()
  })

  it('is summed across courses in the default type', () => {
    const courses = [course({ ...untouched, earned: [earned('Q-1', 125, '2026-10-01')] }, noTests), course({ ...untouched, id: 'E-2', earned: [earned('Q-2', 75, '2026-10-02')] }, { ...noTests, id: 'A-2' })]
    expect(diagnoseLearner(member, courses).claimable).toEqual({ creditType: 'ama_pra_1', amount: 200 })
  })
})

describe('what is still to be done', () => {
  it.each([
    ['pretest_missing', { pretestRequired: true }, {}],
    ['posttest_missing', {}, { attemptsUsed: 0, bestPercent: null, passedAt: null }],
    ['posttest_not_passed', {}, { bestPercent: 69, passedAt: null }],
    ['evaluation_missing', {}, { evaluatedAt: null }],
    ['event_code_required', { hasEventCode: true }, {}],
    ['segments_incomplete', {}, { segmentsDone: 6, segmentsTotal: 7 }],
  ])('%s', (code, of, enrolment) => {
    expect(codes(diagnoseActivity(account(), course(enrolment, of)))).toEqual([code])
  })

  it('a score at the mark has passed, and what is not known bars nothing', () => {
    expect(codes(diagnoseActivity(account(), course({ bestPercent: 70, passedAt: null })))).toEqual(['not_claimed'])
    expect(codes(diagnoseActivity(account(), course({ segmentsDone: null, segmentsTotal: 7 })))).toEqual(['not_claimed'])
  })

  it('several at once, in the order of section 0', () => {
    const found = diagnoseActivity(account(), course({ ...untouched, segmentsDone: 0, segmentsTotal: 2 }, { pretestRequired: true, hasEventCode: true }))
    expect(codes(found)).toEqual(['event_code_required', 'segments_incomplete', 'pretest_missing', 'posttest_missing', 'evaluation_missing'])
  })

  it.each([
    ['pharmacist', { nabpEprofileId: null, birthMonthDay: null, licenceState: null, licenceNumber: null }, ['nabp_id_missing', 'birth_month_day_missing']],
    ['pharmacy_technician', { nabpEprofileId: '12X' }, ['nabp_id_missing']],
    ['physician', { nabpEprofileId: null, birthMonthDay: '0231', licenceNumber: null }, ['birth_month_day_missing', 'licence_missing']],
    ['nurse', { nabpEprofileId: null, birthMonthDay: null, licenceNumber: null }, ['not_claimed']],
  ] as const)('identifiers of a %s in portal P (P11–P13)', (profession, more, expected) => {
    expect(codes(diagnoseActivity(account('maryland-pharmacy-ce', { profession, ...more }), course({})))).toEqual(expected)
  })

  it('no credit for that profession, or none at all (H32, T8)', () => {
    const aapa = { credits: [{ creditType: 'aapa_1', maxAmount: 100, step: 25, accreditationNumber: null, pharmacologyAmount: null }] } as const
    expect(codes(diagnoseActivity(account(), course({}, aapa)))).toEqual(['credit_type_not_for_profession'])
    expect(codes(diagnoseActivity(account(), course({}, { credits: [] })))).toEqual(['credit_type_not_offered'])
  })

  it('only the claim: with the last day, what it may be, and the ladder', () => {
    const found = diagnoseActivity(account(), course({}))
    expect(found.findings).toMatchObject([{ code: 'not_claimed', rows: ['H27', 'H35'], date: '2027-06-08', activityId: 'A-1', agentAct: 'claim_for_learner' }])
    expect(found.claimable).toEqual({ creditType: 'ama_pra_1', amount: 125 })
    expect(found.steps?.map(({ step, state }) => [step, state])).toEqual([
      ['registration', 'done'],
      ['pretest', 'not_required'],
      ['segments', 'not_required'],
      ['event_code', 'not_required'],
      ['posttest', 'done'],
      ['evaluation', 'done'],
      ['identifiers', 'not_required'],
      ['membership', 'not_required'],
      ['claim', 'open'],
      ['certificate', 'later'],
      ['report', 'later'],
    ])
  })
})

describe('what follows the claim', () => {
  const acpe = { ...claim, creditType: 'acpe', professionAtClaim: 'pharmacist' } as const

  it('is ok when nothing does (H28)', () => {
    expect(diagnoseActivity(account(), course({ claims: [claim] })).findings).toMatchObject([{ code: 'ok', rows: ['H28'] }])
    expect(codes(diagnoseActivity(account(), course({ claims: [{ ...claim, state: 'void' }] })))).toEqual(['not_claimed'])
  })

  it('is the profession at the claim that makes the form, not today’s (H37, T7)', () => {
    expect(codes(diagnoseActivity(account(), course({ claims: [{ ...claim, professionAtClaim: 'nurse' }] })))).toEqual(['certificate_of_participation'])
    expect(codes(diagnoseActivity(account('haymarket-mycme', { profession: 'nurse' }), course({ claims: [claim] })))).toEqual(['ok'])
    expect(codes(diagnoseActivity(account(), course({ claims: [{ ...claim, creditType: 'aapa_1', professionAtClaim: 'nurse' }] })))).toEqual(['credit_type_not_for_profession'])
  })

  it.each([
    ['not known before the day', false, '2026-11-20T12:00:00-05:00', undefined, ['report_due']],
    ['not known after it', false, '2027-02-01T12:00:00-05:00', undefined, ['ok']],
    ['ours, before the day', true, '2027-01-04T23:59:00-05:00', undefined, ['report_due']],
    ['ours, after it', true, '2027-01-05T00:00:00-05:00', undefined, ['report_overdue']],
    ['rejected', true, '2027-02-01T12:00:00-05:00', 'rejected', ['report_rejected']],
    ['accepted', true, '2027-02-01T12:00:00-05:00', 'accepted', ['ok']],
  ] as const)('a report %s (P14, P16)', (_what, answeredFor, moment, state, expected) => {
    const reports = state === undefined ? [] : [{ body: 'cpe_monitor', state, at: now, message: null } as const]
    const found = diagnoseActivity(account('maryland-pharmacy-ce', {}, { now: at(moment) }), course({ claims: [{ ...acpe, answeredFor, reports }] }))
    expect(codes(found)).toEqual(expected)
    expect(found.reports).toMatchObject([{ body: 'cpe_monitor', dueOn: '2027-01-04' }])
  })

  it('tells of surgery by the portal’s rule, with the newer fact beside it (C17, T14)', () => {
    const found = diagnoseActivity(account('cleveland-clinic-mycme'), course({ claims: [{ ...claim, creditType: 'abs_cc' }] }))
    expect(found.findings).toMatchObject([{ code: 'board_self_report', rows: ['C17', 'T14', 'S87', 'S88'] }])
    expect(found.findings[0]?.evidence.at(-1)).toMatchObject({ field: 'newer_fact', value: '2023-07-01: ABS takes reports through PARS and ended self-report.' })
  })

  it('keeps a report nobody asked for', () => {
    const reports = [{ body: 'pars', state: 'accepted', at: now, message: null }] as const
    expect(diagnoseActivity(account(), course({ claims: [{ ...claim, reports }] })).reports).toEqual([{ claimId: 'C-1', body: 'pars', dueOn: null, state: 'accepted' }])
  })
})

describe('a learner as a whole', () => {
  it('each open enrolment’s first finding in the order of section 0, then the sister site (H17)', () => {
    const courses = [
      course({ id: 'E-1' }, { id: 'A-1' }),
      course({ id: 'E-2', ...untouched }, { id: 'A-2' }),
      course({ id: 'E-3' }, { id: 'A-3', expiresOn: '2026-11-19' }),
      course({ id: 'E-4', claims: [{ ...claim, professionAtClaim: 'nurse' }] }, { id: 'A-4' }),
      course(null, { id: 'A-5' }),
    ]
    const found = diagnoseLearner(account('haymarket-mycme', { status: 'locked', linkedSites: ['mpr'] }), courses)
    expect(found.findings.map((one) => [one.code, one.activityId])).toEqual([
      ['account_locked', null],
      ['activity_expired', 'A-3'],
      ['posttest_missing', 'A-2'],
      ['not_claimed', 'A-1'],
      ['sister_site_sign_in', null],
    ])
    expect(found.steps).toBeNull()
  })

  it('is ok when nothing is open; a sister site is not mentioned beside an activity', () => {
    expect(codes(diagnoseLearner(account(), []))).toEqual(['ok'])
    expect(codes(diagnoseActivity(account('haymarket-mycme', { linkedSites: ['mpr'] }), course({})))).toEqual(['not_claimed'])
  })

  it('in a fifth portal, by its profile alone', () => {
    const fifth = {
      ...portalForTests('haymarket-mycme'),
      key: 'a-fifth-portal',
      attempts: { value: 1, rows: ['house'] },
      membershipToClaim: { value: 'gold', rows: ['house'] },
      windows: { ...portalForTests('cleveland-clinic-mycme').windows, completion: { value: { days: 5, anchor: 'first_registration' }, rows: ['house'] } },
    } as const
    const found = diagnoseActivity({ ...account(), portal: fifth }, course({ ...untouched, attemptsUsed: 1, bestPercent: 10 }))
    expect(codes(found)).toEqual(['completion_window_closed', 'attempts_exhausted', 'membership_inactive', 'evaluation_missing'])
  })
})
