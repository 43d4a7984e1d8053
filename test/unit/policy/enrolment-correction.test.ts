import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '@shared/model/civil-date'
import { civilDateIn } from '@shared/model/instant'
import type { ActivityFacts, EnrolmentFacts } from '@shared/policy/diagnosis-facts'
import { decideEnrolmentCorrection, instantOnDay, type EnrolmentCorrectionRequest } from '@shared/policy/enrolment-correction'
import { accountFor, at, claimFacts, courseFor } from '../../support/course-facts'

const zone = 'America/New_York'
const sessions = [
  { id: 'ses_1', startsAt: at('2026-11-10T07:00:00-05:00'), endsAt: at('2026-11-10T08:00:00-05:00'), location: 'Room 12', code: 'GR2222' },
  { id: 'ses_2', startsAt: at('2026-11-24T07:00:00-05:00'), endsAt: at('2026-11-24T08:00:00-05:00'), location: 'Room 12', code: 'GR3333' },
]
const bare: Partial<EnrolmentFacts> = { passedAt: null, evaluatedAt: null, bestPercent: null, attemptsUsed: null, registeredAt: at('2026-10-20T10:00:00-04:00') }

function decide(request: Partial<EnrolmentCorrectionRequest>, of: Partial<EnrolmentFacts> = bare, ofActivity: Partial<ActivityFacts> = {}, portal: Parameters<typeof accountFor>[0] = 'maryland-pharmacy-ce') {
  const account = accountFor(portal)
  const course = courseFor(of, { sessions, hasEventCode: true, ...ofActivity })
  const [enrolment] = course.enrolments
  if (enrolment === undefined) throw new Error('no enrolment')
  return decideEnrolmentCorrection({ account, course, enrolment, sessions }, { reason: 'Sign-in sheet of the day.', ...request })
}

describe('correcting an enrolment', () => {
  it.each([
    ['a day to come', { attendedOn: '2026-11-21' }, 'date_in_future attendedOn'],
    ['a day before the registration', { evaluatedOn: '2026-10-19' }, 'date_before_registration evaluatedOn'],
    ['P26: a day after the activity’s last', { passedOn: '2026-11-11' }, 'date_after_expiry passedOn'],
    ['T30: a session that has not begun', { sessionId: 'ses_2' }, 'date_in_future sessionId'],
    ['T30: a session of another activity', { sessionId: 'ses_7' }, 'field_malformed sessionId'],
    ['T26: a code nobody announced', { eventCode: 'NONE' }, 'event_code_wrong eventCode'],
    ['T26: the code of another session', { eventCode: 'GR3333', sessionId: 'ses_1' }, 'event_code_of_other_session eventCode'],
    ['P5: more segments than there are', { segmentsDone: 5, segmentsTotal: 4 }, 'number_out_of_range segmentsDone'],
    ['P5: segments of an unknown number', { segmentsDone: 2 }, 'field_missing segmentsTotal'],
    ['P5: half a segment', { segmentsDone: 1.5, segmentsTotal: 4 }, 'number_out_of_range segmentsDone'],
    ['P7: a fourth try', { attemptsUsed: 4 }, 'number_out_of_range attemptsUsed'],
    ['a score above all', { bestPercent: 101 }, 'number_out_of_range bestPercent'],
    ['P7: passed below the mark', { bestPercent: 69, passedOn: '2026-11-09' }, 'below_pass_mark bestPercent'],
    ['passed without a try', { attemptsUsed: 0, bestPercent: 90, passedOn: '2026-11-09' }, 'number_out_of_range attemptsUsed'],
    ['nothing', {}, 'nothing_changed reason'],
    ['no reason', { evaluatedOn: '2026-11-09', reason: ' ' }, 'reason_missing reason'],
  ] as const)('refuses %s with its field', (_case, request, expected) => {
    const verdict = decide(request, bare, { expiresOn: '2026-11-10' })
    expect(verdict.kind === 'refused' ? `${verdict.code} ${verdict.field}` : verdict.changes).toBe(expected)
    expect(verdict.rows.length).toBeGreaterThan(0)
    expect(verdict.nextStep).toMatch(/^[A-Z].*\.$/)
  })

  it('keeps under a claim what it rests on (T9)', () => {
    const claimed = { claims: [claimFacts] }
    expect(decide({ evaluatedOn: null }, claimed)).toMatchObject({ kind: 'refused', code: 'claim_rests_on_it', field: 'evaluatedOn' })
    expect(decide({ evaluatedOn: null }, { claims: [{ ...claimFacts, state: 'void' }] })).toMatchObject({ kind: 'allowed', changes: { evaluatedAt: null } })
  })

  it('enters what the record lacks, and only what differs', () => {
    expect(decide({ attemptsUsed: 1, bestPercent: 70, passedOn: '2026-11-09', evaluatedOn: '2026-11-10', segmentsDone: 4, segmentsTotal: 4 })).toMatchObject({
      kind: 'allowed',
      changes: { attemptsUsed: 1, bestPercent: 70, passedAt: '2026-11-09T17:00:00.000Z', evaluatedAt: '2026-11-10T17:00:00.000Z', segmentsDone: 4, segmentsTotal: 4 },
    })
    expect(decide({ passedOn: '2026-11-05', bestPercent: 81 }, {})).toMatchObject({ changes: { bestPercent: 81 } })
    expect(decide({ passedOn: '2026-11-05' }, {})).toMatchObject({ code: 'nothing_changed' })
  })

  it('T30: records attendance of one session of the series', () => {
    expect(decide({ sessionId: 'ses_1' })).toMatchObject({ kind: 'allowed', changes: { attendedAt: sessions[0]?.startsAt } })
  })

  it('T26: a code entered records the attendance of its session, unless one is on record', () => {
    expect(decide({ eventCode: 'gr 2222' })).toMatchObject({ kind: 'allowed', session: { id: 'ses_1' }, changes: { eventCodeEnteredAt: '2026-11-20T20:00:00.000Z', attendedAt: sessions[0]?.startsAt } })
    const attended = { ...bare, attendedAt: at('2026-11-10T07:05:00-05:00') }
    expect(decide({ eventCode: 'GR2222' }, attended)).toMatchObject({ changes: { eventCodeEnteredAt: '2026-11-20T20:00:00.000Z' } })
  })

  it('T12: whatever the day, its instant lies on that day in the portal’s zone, never before the registration nor after now', () => {
    const account = accountFor('maryland-pharmacy-ce')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 86_399 }), (daysAgo, second) => {
        const day = addDays('2026-11-20', -daysAgo)
        const [enrolment] = courseFor({ registeredAt: new Date(Date.parse(`${day}T05:00:00Z`) + (second % 68_000) * 1000).toISOString() }).enrolments
        if (enrolment === undefined) throw new Error('no enrolment')
        const registeredOn = civilDateIn(enrolment.registeredAt, zone)
        if (enrolment.registeredAt > account.now) return
        const instant = instantOnDay(registeredOn, { account, enrolment })
        expect(civilDateIn(instant, zone)).toBe(registeredOn)
        expect(instant >= enrolment.registeredAt && instant <= account.now).toBe(true)
      }),
    )
  })
})
