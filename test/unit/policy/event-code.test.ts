import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeWindow, foldEventCode, judgeEventCode, judgeGiving, type EventSession } from '@shared/policy/event-code'
import { searchEventSessions } from '@shared/policy/event-session-search'
import { accountFor, at, courseFor } from '../../support/course-facts'

const session = (id: string, day: string, code: string, location = 'Bunts Auditorium'): EventSession => ({ id, startsAt: at(`${day}T07:00:00-05:00`), endsAt: at(`${day}T08:00:00-05:00`), location, code })
const sessions = [session('ses_1', '2026-11-03', 'GR1O5L'), session('ses_2', '2026-11-10', 'GR2222', 'Room 12'), session('ses_3', '2026-11-24', 'GR3333'), session('ses_4', '2026-10-01', 'GR4444')]
const cleveland = accountFor('cleveland-clinic-mycme')
const series = courseFor({ registeredAt: at('2026-09-01T10:00:00-04:00'), passedAt: null, evaluatedAt: null, bestPercent: null }, { delivery: 'live', expiresOn: null, hasEventCode: true, sessions, posttestRequired: false, evaluationRequired: false })

describe('event codes (C7, C8, T26)', () => {
  it.each([
    ['GR1O5L', 'GR1O5L'],
    ['gr1o5l', 'GR1O5L'],
    [' gr 1o-5l ', 'GR1O5L'],
    ['GR105I', 'GR1O5L'],
    ['gr|o5l', 'GRO5L'],
    ['ＧＲ１０５１', 'GR1O5L'],
  ])('%s reads like %s', (typed, code) => {
    expect(foldEventCode(typed)).toBe(foldEventCode(code))
  })

  it('T26: forgives case, blanks and look-alikes of any code, and folding twice changes nothing', () => {
    const alike: Readonly<Record<string, string>> = { O: '0', '0': 'o', I: 'l', L: '1', '1': 'I' }
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z0-9]{4,8}$/), fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), (code, swaps) => {
        const typed = Array.from(code).map((sign, place) => (swaps[place] === true ? ` ${alike[sign] ?? sign.toLowerCase()}` : sign)).join('')
        expect(foldEventCode(typed)).toBe(foldEventCode(code))
        expect(foldEventCode(foldEventCode(code))).toBe(foldEventCode(code))
      }),
    )
  })

  it.each([
    ['GR1O5L', null, 'right ses_1'],
    ['gr 105i', null, 'right ses_1'],
    ['GR2222', 'ses_2', 'right ses_2'],
    ['GR2222', 'ses_1', 'event_code_of_other_session ses_2'],
    ['GR3333', null, 'session_not_begun ses_3'],
    ['GR4444', null, 'event_code_expired ses_4'],
    ['GR9999', null, 'event_code_wrong none'],
    [' - ', null, 'event_code_wrong none'],
  ])('%s for %s: %s', (typed, sessionId, expected) => {
    const verdict = judgeEventCode(cleveland, series, sessions, { typed, sessionId })
    expect(`${verdict.kind === 'right' ? 'right' : verdict.code} ${verdict.session?.id ?? 'none'}`).toBe(expected)
  })

  it('T26: a code used again week by week is the latest session’s that has begun', () => {
    const weekly = [session('ses_1', '2026-11-03', 'WEEKLY'), session('ses_2', '2026-11-10', 'WEEKLY'), session('ses_3', '2026-11-24', 'WEEKLY')]
    expect(judgeEventCode(cleveland, series, weekly, { typed: 'weekly', sessionId: null })).toMatchObject({ kind: 'right', session: { id: 'ses_2' }, written: 'alike' })
    expect(judgeEventCode(cleveland, series, weekly, { typed: 'WEEKLY', sessionId: 'ses_1' })).toMatchObject({ kind: 'right', session: { id: 'ses_1' }, written: 'exactly' })
  })

  it('is good from its session to the end of the time to claim, a late claim on record honoured, the activity’s end never passed', () => {
    const [first] = sessions
    if (first === undefined) throw new Error('no session')
    expect(codeWindow(first, cleveland, series)).toEqual({ fromOn: '2026-11-03', untilOn: '2026-12-03' })
    const late = { ...series, exceptions: [{ id: 'exc_1', kind: 'late_claim', approvedBy: 'R. Amari', untilOn: '2027-01-15', attempts: 0 }] as const }
    expect(codeWindow(first, cleveland, late).untilOn).toBe('2027-01-15')
    expect(codeWindow(first, cleveland, { ...late, activity: { ...late.activity, expiresOn: '2026-12-24' } }).untilOn).toBe('2026-12-24')
    expect(codeWindow(first, accountFor('haymarket-mycme'), series).untilOn).toBeNull()
  })
})

describe('giving a code (C8)', () => {
  it.each([
    ['registered before it', 'ses_2', series, {}, 'entitled registered_before'],
    ['attendance on record', 'ses_2', { ...series, enrolments: series.enrolments.map((one) => ({ ...one, registeredAt: at('2026-11-12T10:00:00-05:00'), attendedAt: at('2026-11-10T07:05:00-05:00') })) }, {}, 'entitled attendance_on_record'],
    ['registered after it', 'ses_2', { ...series, enrolments: series.enrolments.map((one) => ({ ...one, registeredAt: at('2026-11-12T10:00:00-05:00') })) }, {}, 'registered_after_session'],
    ['not registered', 'ses_2', { ...series, enrolments: [] }, {}, 'not_enrolled'],
    ['to come', 'ses_3', series, {}, 'session_not_begun'],
    ['too long ago', 'ses_4', series, {}, 'event_code_expired'],
    ['account locked', 'ses_2', series, { status: 'locked' }, 'account_not_active'],
  ] as const)('%s', (_case, id, course, learner, expected) => {
    const chosen = sessions.find((one) => one.id === id)
    if (chosen === undefined) throw new Error(id)
    const verdict = judgeGiving(accountFor('cleveland-clinic-mycme', learner), course, chosen)
    expect(verdict.kind === 'entitled' ? `entitled ${verdict.because}` : verdict.code).toBe(expected)
    expect(verdict.rows).toContain('C8')
    expect(verdict.evidence.length).toBeGreaterThan(0)
  })
})

describe('finding a session by what is half remembered (C7, C8)', () => {
  const searched = [
    { ...session('ses_1', '2026-11-03', 'GR1O5L'), title: 'Cardiology Grand Rounds' },
    { ...session('ses_2', '2026-11-10', 'GR2222', 'Room 12'), title: 'Cardiology Grand Rounds' },
    { ...session('ses_9', '2026-11-10', 'XK41', 'Höfer Hall'), title: 'Neurology Grand Rounds' },
  ]
  const find = (question: string): readonly string[] => searchEventSessions(question, searched, { zone: 'America/New_York', now: cleveland.now }).map(({ session: one }) => one.id)

  it.each([
    ['cardiology', ['ses_2', 'ses_1']],
    ['cardoilogy', ['ses_2', 'ses_1']],
    ['crdoilogi', []],
    ['cardiolgy nov 3', ['ses_1']],
    ['the grand rounds on Tuesday 10 November', ['ses_2', 'ses_9']],
    ['11/10 room 12', ['ses_2']],
    ['2026-11-10 neuro', ['ses_9']],
    ['hofer hall', ['ses_9']],
    ['gr lo 5i', ['ses_1']],
    ['xk4l', ['ses_9']],
    ['dermatology', []],
    ['', []],
  ])('%s', (question, expected) => {
    expect(find(question)).toEqual(expected)
  })
})
