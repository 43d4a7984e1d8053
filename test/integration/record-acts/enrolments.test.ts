import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '@shared/contract'
import { diagnoseActivity } from '@shared/policy/diagnosis'
import type { FindingCode } from '@shared/policy/finding-codes'
import type { EnrolmentProgress } from '../../../main/ports/repositories/enrolment-repository'
import { loadCourse } from '../../../main/services/course-subject'
import { valueOf } from '../../support/mail-desk'
import { openRecordActsDesk, type RecordActsDesk } from '../../support/record-acts-desk'
import { sampleNow } from '../../support/temporary-desk'

type Changes = Input<'enrolments.correct'>['changes']

describe('acts on enrolments', () => {
  let desk: RecordActsDesk
  beforeEach(async () => {
    desk = await openRecordActsDesk()
  })
  afterEach(() => desk.remove())

  const stored = async (enrolment: string): Promise<EnrolmentProgress> => {
    const id = await desk.number('enrolments', enrolment)
    const found = await desk.look(({ enrolments }) => enrolments.findProgress(id))
    if (found === undefined) throw new Error(enrolment)
    return found
  }
  const correct = async (enrolment: string, changes: Changes, more: { readonly reason?: string; readonly version?: number } = {}) =>
    desk.enrolments.correct({ id: await desk.id('enrolments', enrolment), version: more.version ?? (await stored(enrolment)).version, changes, reason: more.reason ?? 'Sign-in sheet of the day.' }, desk.acting)
  const firstFinding = async (learner: string, activity: string): Promise<FindingCode | undefined> => {
    const ids = { learnerId: await desk.number('learners', learner), activityId: await desk.number('activities', activity) }
    const subject = await desk.look((repositories) => loadCourse(repositories, ids, sampleNow))
    return subject === undefined ? undefined : diagnoseActivity(subject.account, subject.course).findings[0]?.code
  }
  const undo = (entryId: string) => desk.history.undo({ entryId, reason: 'It was right before.' }, desk.acting)

  it('marks the last segments, with reason and audit entry, and the way back (P5)', async () => {
    expect(await firstFinding('L-8', 'A-2')).toBe('segments_incomplete')
    const before = await stored('E-11')
    const { entryId } = valueOf(await correct('E-11', { segmentsDone: 4 }))
    expect(await firstFinding('L-8', 'A-2')).toBe('posttest_missing')
    const history = valueOf(await desk.history.ofLearner({ id: await desk.id('learners', 'L-8'), offset: 0, limit: 5 }))
    expect(history.entries[0]).toMatchObject({ operation: 'enrolments.correct', reason: 'Sign-in sheet of the day.', changes: [{ field: 'segmentsDone', before: '2', after: '4' }], undo: { state: 'possible' } })
    valueOf(await undo(entryId))
    expect(await stored('E-11')).toEqual({ ...before, version: before.version + 2 })
    expect(await desk.history.verify()).toMatchObject({ brokenAt: null })
  })

  it('enters pre-test, attempt, pass and evaluation', async () => {
    valueOf(await correct('E-5', { pretestOn: '2026-10-21', evaluatedOn: '2026-10-29' }))
    expect(await firstFinding('L-4', 'A-6')).toBe('not_claimed')
    valueOf(await correct('E-11', { segmentsDone: 4, attemptsUsed: 1, bestPercent: 85, passedOn: '2026-11-19' }))
    expect(await stored('E-11')).toMatchObject({ fields: { attemptsUsed: 1, bestPercent: 85, passedAt: '2026-11-19T17:00:00.000Z' } })
  })

  it('enters an event code as the learner says it, with the attendance of its session, and takes both back (C8, T26, T30)', async () => {
    expect(await firstFinding('L-3', 'A-5')).toBe('event_code_required')
    const { entryId } = valueOf(await correct('E-4', { eventCode: ' gr 105i' }))
    expect(await stored('E-4')).toMatchObject({ fields: { eventCodeEnteredAt: sampleNow, attendedAt: '2026-11-03T12:00:00.000Z' } })
    expect(await firstFinding('L-3', 'A-5')).toBe('not_claimed')
    const history = valueOf(await desk.history.ofLearner({ id: await desk.id('learners', 'L-3'), offset: 0, limit: 5 }))
    expect(JSON.stringify(history.entries)).not.toContain('GR1O5L')
    valueOf(await undo(entryId))
    expect(await stored('E-4')).toMatchObject({ fields: { eventCodeEnteredAt: null, attendedAt: null } })
  })

  it('enters the attendance of one session of a series (T30)', async () => {
    valueOf(await correct('E-4', { sessionId: await desk.id('sessions', 'S-2') }))
    expect(await stored('E-4')).toMatchObject({ fields: { attendedAt: '2026-11-10T12:00:00.000Z', eventCodeEnteredAt: null } })
  })

  it.each([
    ['E-4', { attendedOn: '2026-11-21' }, 'date_in_future', 'attendedOn'],
    ['E-4', { attendedOn: '2026-10-19' }, 'date_before_registration', 'attendedOn'],
    ['E-3', { evaluatedOn: '2026-07-01' }, 'date_after_expiry', 'evaluatedOn'],
    ['E-4', { eventCode: 'GR3333' }, 'session_not_begun', 'eventCode'],
    ['E-4', { eventCode: 'GR4444' }, 'event_code_expired', 'eventCode'],
    ['E-4', { eventCode: 'what?' }, 'event_code_wrong', 'eventCode'],
    ['E-2', { attemptsUsed: 4 }, 'number_out_of_range', 'attemptsUsed'],
    ['E-2', { passedOn: '2026-11-19' }, 'below_pass_mark', 'bestPercent'],
  ] as const)('refuses %s %o with %s and writes nothing', async (enrolment, changes, code, field) => {
    const before = await stored(enrolment)
    expect(await correct(enrolment, changes)).toMatchObject({ ok: false, error: { code, field } })
    expect(await stored(enrolment)).toEqual(before)
  })

  it('wants a reason and the version it was read at', async () => {
    expect(await correct('E-4', { attendedOn: '2026-11-10' }, { reason: ' ' })).toMatchObject({ error: { code: 'reason_missing', field: 'reason' } })
    expect(await correct('E-4', { attendedOn: '2026-11-10' }, { version: 9 })).toMatchObject({ error: { code: 'stale' } })
  })

  it('is not taken back once a claim rests on it', async () => {
    const { entryId } = valueOf(await correct('E-4', { eventCode: 'GR1O5L' }))
    await desk.claimThere('E-4', 'C-4')
    expect(await undo(entryId)).toMatchObject({ error: { code: 'later_work_depends' } })
    expect(await correct('E-4', { attendedOn: null })).toMatchObject({ error: { code: 'claim_rests_on_it', field: 'attendedOn' } })
  })

  it('is a conflict, not overwritten, when the platform says otherwise in the night', async () => {
    valueOf(await correct('E-11', { segmentsDone: 4 }))
    await desk.import(await desk.exchangeFolder({ 'enrolments.csv': 'external_id,learner_id,activity_id,registered_at,segments_done,segments_total\nE-11,L-8,A-2,2026-10-20T10:00:00-04:00,3,4' }))
    expect(await stored('E-11')).toMatchObject({ fields: { segmentsDone: 4 } })
  })

  describe('event codes', () => {
    const find = async (learner: string, question: string) => valueOf(await desk.eventCodes.find({ learnerId: await desk.id('learners', learner), question })).sessions.map(({ location, startsAt, verdict }) => [startsAt.slice(0, 10), location, verdict.kind === 'entitled' ? verdict.because : verdict.code])

    it('finds sessions by half-remembered title, date or room, each with what this learner is entitled to (C7, C8)', async () => {
      expect(await find('L-3', 'cardiolgy grand rounds nov 10')).toEqual([['2026-11-10', 'Room 12', 'registered_before']])
      expect(await find('L-3', 'bunts')).toEqual([['2026-11-03', 'Bunts Auditorium', 'registered_before']])
      expect(await find('L-1', 'room 12')).toEqual([
        ['2026-11-24', 'Room 12', 'session_not_begun'],
        ['2026-11-10', 'Room 12', 'registered_after_session'],
        ['2026-09-01', 'Room 12', 'event_code_expired'],
      ])
      expect(await find('L-5', 'cardiology nov 10')).toEqual([['2026-11-10', 'Room 12', 'account_not_active']])
      expect(await find('L-6', 'cardiology')).toEqual([])
    })

    it('never shows a code in the list, and gives it only to whom it is due, on record', async () => {
      const sessionId = await desk.id('sessions', 'S-1')
      const listed = valueOf(await desk.eventCodes.find({ learnerId: await desk.id('learners', 'L-3'), question: 'cardiology' }))
      expect(JSON.stringify(listed)).not.toContain('GR1O5L')
      expect(valueOf(await desk.eventCodes.give({ learnerId: await desk.id('learners', 'L-3'), sessionId }, desk.acting)).code).toBe('GR1O5L')
      const history = valueOf(await desk.history.ofLearner({ id: await desk.id('learners', 'L-3'), offset: 0, limit: 5 }))
      expect(history.entries[0]).toMatchObject({ operation: 'eventCodes.give', undo: { state: 'none' } })
      expect(JSON.stringify(history)).not.toContain('GR1O5L')
      expect(await desk.eventCodes.give({ learnerId: await desk.id('learners', 'L-1'), sessionId }, desk.acting)).toMatchObject({ error: { code: 'registered_after_session' } })
      expect(await desk.auditCount('L-1')).toBe(0)
    })
  })
})
