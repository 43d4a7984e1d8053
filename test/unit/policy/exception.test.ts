import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, isCivilDate } from '@shared/model/civil-date'
import { diagnoseActivity } from '@shared/policy/diagnosis'
import { decideException, listExceptionKinds, type ExceptionRequest, type ExceptionVerdict } from '@shared/policy/exception'
import { accountFor, at, courseFor } from '../../support/course-facts'

const asked: ExceptionRequest = { kind: 'late_claim', untilOn: '2026-12-31', attempts: null, approver: 'Dr. Ruth Amari', reason: 'On leave when the window closed.' }
const answer = (verdict: ExceptionVerdict): string => (verdict.kind === 'allowed' ? `allowed ${verdict.ruleRow}` : `${verdict.code} ${verdict.field}`)

/** A live activity that ended 60 days before the test's clock: the 30 days to claim are over (C9). */
const late = courseFor({ attendedAt: at('2026-09-20T15:00:00-04:00'), passedAt: null, evaluatedAt: null, bestPercent: null }, { delivery: 'live', endsAt: at('2026-09-20T16:00:00-04:00'), posttestRequired: false, evaluationRequired: false })
const failed = courseFor({ attemptsUsed: 3, bestPercent: 55, passedAt: null, evaluatedAt: null })
const slow = courseFor({ registeredAt: at('2026-08-01T10:00:00-04:00'), passedAt: null, evaluatedAt: null, attemptsUsed: null, bestPercent: null })

describe('exceptions by row', () => {
  it.each([
    ['C10: a late claim after the 30 days', 'cleveland-clinic-mycme', late, {}, 'allowed C9'],
    ['P8: another try after three', 'maryland-pharmacy-ce', failed, { kind: 'extra_attempt', untilOn: null, attempts: 1 }, 'allowed P7'],
    ['H21: another try where the activity itself limits them', 'haymarket-mycme', courseFor({ attemptsUsed: 2, bestPercent: 40, passedAt: null, evaluatedAt: null }, { maxAttempts: 2 }), { kind: 'extra_attempt', untilOn: null, attempts: 1 }, 'allowed H21'],
    ['P25: more time than the 90 days', 'maryland-pharmacy-ce', slow, { kind: 'more_time' }, 'allowed P24'],
    ['H21: tries are not limited here', 'haymarket-mycme', failed, { kind: 'extra_attempt', untilOn: null, attempts: 1 }, 'limit_not_set kind'],
    ['H: no time to claim is set', 'haymarket-mycme', late, {}, 'limit_not_set kind'],
    ['C: no time to complete is set', 'cleveland-clinic-mycme', slow, { kind: 'more_time' }, 'limit_not_set kind'],
    ['no enrolment', 'cleveland-clinic-mycme', courseFor(null), {}, 'not_enrolled activity'],
    ['passed already', 'maryland-pharmacy-ce', courseFor({}), { kind: 'extra_attempt', untilOn: null, attempts: 1 }, 'exception_without_effect kind'],
    ['complete already', 'maryland-pharmacy-ce', courseFor({}), { kind: 'more_time' }, 'exception_without_effect kind'],
    ['a day the window reaches anyway', 'maryland-pharmacy-ce', courseFor({ registeredAt: at('2026-11-01T10:00:00-04:00'), passedAt: null, evaluatedAt: null }), { kind: 'more_time', untilOn: '2027-01-30' }, 'exception_without_effect untilOn'],
    ['no day', 'cleveland-clinic-mycme', late, { untilOn: null }, 'field_missing untilOn'],
    ['a day gone by', 'cleveland-clinic-mycme', late, { untilOn: '2026-11-19' }, 'date_in_past untilOn'],
    ['T23: a day after the activity’s own last', 'cleveland-clinic-mycme', late, { untilOn: '2027-06-09' }, 'date_after_expiry untilOn'],
    ['no tries named', 'maryland-pharmacy-ce', failed, { kind: 'extra_attempt', untilOn: null, attempts: null }, 'field_missing attempts'],
    ['no whole number of tries', 'maryland-pharmacy-ce', failed, { kind: 'extra_attempt', untilOn: null, attempts: 0.5 }, 'number_out_of_range attempts'],
    ['too many tries', 'maryland-pharmacy-ce', failed, { kind: 'extra_attempt', untilOn: null, attempts: 6 }, 'number_out_of_range attempts'],
    ['nobody approved', 'cleveland-clinic-mycme', late, { approver: ' ' }, 'field_missing approver'],
    ['no reason', 'cleveland-clinic-mycme', late, { reason: '\n' }, 'reason_missing reason'],
  ] as const)('%s', (_case, portal, course, request, expected) => {
    const verdict = decideException(accountFor(portal), course, { ...asked, ...request })
    expect(answer(verdict)).toBe(expected)
    expect(verdict.rows.length).toBeGreaterThan(0)
    expect(verdict.nextStep).toMatch(/^[A-Z].*\.$/)
  })

  it('T23, P26: is never given for an expired activity, whatever is asked', () => {
    fc.assert(
      fc.property(fc.constantFrom('late_claim', 'extra_attempt', 'more_time'), fc.integer({ min: 1, max: 2000 }), fc.integer({ min: -400, max: 4000 }), fc.integer({ min: -3, max: 9 }), (kind, daysOver, days, attempts) => {
        const course = courseFor({ passedAt: null, evaluatedAt: null, attemptsUsed: 3 }, { expiresOn: addDays('2026-11-20', -daysOver), claimDays: 30, completionDays: 90, maxAttempts: 3 })
        const verdict = decideException(accountFor('maryland-pharmacy-ce'), course, { ...asked, kind, untilOn: addDays('2026-11-20', days), attempts })
        expect(answer(verdict)).toBe('activity_expired activity')
      }),
    )
  })

  it('T23: what is allowed never reaches past the activity’s last day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -50, max: 1000 }), (days) => {
        const untilOn = addDays('2026-11-20', days)
        expect(isCivilDate(untilOn)).toBe(true)
        const verdict = decideException(accountFor('cleveland-clinic-mycme'), late, { ...asked, untilOn })
        expect(verdict.kind === 'allowed').toBe(untilOn >= '2026-11-20' && untilOn <= '2027-06-08')
      }),
    )
  })

  it.each([
    ['cleveland-clinic-mycme', late, { kind: 'late_claim', untilOn: '2026-12-31', attempts: 0 }, 'claim_window_closed', 'not_claimed'],
    ['maryland-pharmacy-ce', failed, { kind: 'extra_attempt', untilOn: null, attempts: 1 }, 'attempts_exhausted', 'posttest_not_passed'],
    ['maryland-pharmacy-ce', slow, { kind: 'more_time', untilOn: '2026-12-31', attempts: 0 }, 'completion_window_closed', 'posttest_missing'],
  ] as const)('%s: the diagnosis honours it', (portal, course, exception, without, withIt) => {
    const account = accountFor(portal, { nabpEprofileId: '122845' })
    expect(diagnoseActivity(account, course).findings[0]?.code).toBe(without)
    const granted = { ...course, exceptions: [{ id: 'exc_1', approvedBy: 'Dr. Ruth Amari', ...exception }] }
    expect(diagnoseActivity(account, granted).findings[0]?.code).toBe(withIt)
  })

  it('lists every kind, refused ones with their reason', () => {
    expect(listExceptionKinds(accountFor('maryland-pharmacy-ce'), failed).map(answer)).toEqual(['limit_not_set kind', 'allowed P7', 'allowed P24'])
  })
})
