import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '@shared/contract'
import type { FindingCode } from '@shared/policy/finding-codes'
import { diagnoseActivity } from '@shared/policy/diagnosis'
import { loadCourse } from '../../../main/services/course-subject'
import { valueOf } from '../../support/mail-desk'
import { openRecordActsDesk, type RecordActsDesk } from '../../support/record-acts-desk'
import { sampleNow } from '../../support/temporary-desk'

/** L-1 attended A-1 (Cleveland) 60 days ago; L-2 failed A-2 (Maryland) three times; A-3 has expired. */
describe('the exceptions ledger', () => {
  let desk: RecordActsDesk
  beforeEach(async () => {
    desk = await openRecordActsDesk()
  })
  afterEach(() => desk.remove())

  const late = async (more: Partial<Input<'exceptions.grant'>> = {}): Promise<Input<'exceptions.grant'>> => ({
    learnerId: await desk.id('learners', 'L-1'),
    activityId: await desk.id('activities', 'A-1'),
    kind: 'late_claim',
    untilOn: '2026-12-31',
    approver: 'Dr. Ruth Amari',
    reason: 'On leave when the window closed.',
    ...more,
  })
  const firstFinding = async (learner: string, activity: string): Promise<FindingCode | undefined> => {
    const ids = { learnerId: await desk.number('learners', learner), activityId: await desk.number('activities', activity) }
    const subject = await desk.look((repositories) => loadCourse(repositories, ids, sampleNow))
    return subject === undefined ? undefined : diagnoseActivity(subject.account, subject.course).findings[0]?.code
  }
  const ledger = async (learner = 'L-1') => valueOf(await desk.exceptions.ofLearner({ learnerId: await desk.id('learners', learner) }))

  it('keeps rule, reason, approver and day, counts per learner, and the diagnosis honours it (C10)', async () => {
    expect(await firstFinding('L-1', 'A-1')).toBe('claim_window_closed')
    valueOf(await desk.exceptions.grant(await late(), desk.acting))
    expect(await ledger()).toMatchObject({
      inForce: 1,
      entries: [{ activityTitle: 'Grand Rounds: Sepsis', kind: 'late_claim', ruleRow: 'C9', approver: 'Dr. Ruth Amari', reason: 'On leave when the window closed.', untilOn: '2026-12-31', attempts: 0, createdBy: 'Dana Whitfield', withdrawn: null }],
    })
    expect(await firstFinding('L-1', 'A-1')).not.toBe('claim_window_closed')
  })

  it('grants a try beside the limit (P8)', async () => {
    expect(await firstFinding('L-2', 'A-2')).toBe('attempts_exhausted')
    const asked = await late({ learnerId: await desk.id('learners', 'L-2'), activityId: await desk.id('activities', 'A-2'), kind: 'extra_attempt', attempts: 1 })
    valueOf(await desk.exceptions.grant(asked, desk.acting))
    expect(await firstFinding('L-2', 'A-2')).toBe('posttest_not_passed')
  })

  it('offers only the kinds a rule sets, each refused one with its reason, and none for an expired activity (T23)', async () => {
    const options = async (learner: string, activity: string) => {
      const answer = valueOf(await desk.exceptions.options({ learnerId: await desk.id('learners', learner), activityId: await desk.id('activities', activity) }))
      return answer.options.map(({ kind, verdict }) => [kind, verdict.kind === 'allowed' ? verdict.lastOn ?? verdict.attempts : verdict.code])
    }
    expect(await options('L-1', 'A-1')).toEqual([['late_claim', '2026-10-21'], ['extra_attempt', 'limit_not_set'], ['more_time', 'limit_not_set']])
    expect(await options('L-1', 'A-3')).toEqual([['late_claim', 'activity_expired'], ['extra_attempt', 'activity_expired'], ['more_time', 'activity_expired']])
  })

  it.each([
    ['activity_expired', 'activity', { activity: 'A-3' }],
    ['not_enrolled', 'activity', { activity: 'A-4' }],
    ['limit_not_set', 'kind', { kind: 'more_time' }],
    ['date_in_past', 'untilOn', { untilOn: '2026-11-19' }],
    ['date_after_expiry', 'untilOn', { untilOn: '2027-12-31' }],
    ['field_missing', 'approver', { approver: ' ' }],
    ['reason_missing', 'reason', { reason: '' }],
  ] as const)('refuses with %s and the field %s, and writes nothing', async (code, field, { activity, ...more }: Partial<Input<'exceptions.grant'>> & { activity?: string }) => {
    const asked = await late({ ...more, ...(activity === undefined ? {} : { activityId: await desk.id('activities', activity) }) })
    expect(await desk.exceptions.grant(asked, desk.acting)).toMatchObject({ ok: false, error: { code, field } })
    expect(await ledger()).toEqual({ inForce: 0, entries: [] })
    expect(await desk.auditCount('L-1')).toBe(0)
  })

  it('is withdrawn with a reason, never deleted, and both ways back work', async () => {
    const granted = valueOf(await desk.exceptions.grant(await late(), desk.acting))
    const [exception] = (await ledger()).entries
    expect(await desk.exceptions.withdraw({ exceptionId: granted.exceptionId, version: 7, reason: 'x' }, desk.acting)).toMatchObject({ error: { code: 'stale' } })
    expect(await desk.exceptions.withdraw({ exceptionId: granted.exceptionId, version: 1, reason: ' ' }, desk.acting)).toMatchObject({ error: { code: 'reason_missing', field: 'reason' } })
    const withdrawn = valueOf(await desk.exceptions.withdraw({ exceptionId: granted.exceptionId, version: exception?.version ?? 0, reason: 'Granted to the wrong person.' }, desk.acting))
    expect(await ledger()).toMatchObject({ inForce: 0, entries: [{ withdrawn: { by: 'Dana Whitfield', reason: 'Granted to the wrong person.' } }] })
    expect(await firstFinding('L-1', 'A-1')).toBe('claim_window_closed')
    expect(await desk.exceptions.withdraw({ exceptionId: granted.exceptionId, version: 2, reason: 'again' }, desk.acting)).toMatchObject({ error: { code: 'exception_withdrawn' } })
    expect(await desk.history.undo({ entryId: granted.entryId, reason: '' }, desk.acting)).toMatchObject({ error: { code: 'later_work_depends' } })
    valueOf(await desk.history.undo({ entryId: withdrawn.entryId, reason: '' }, desk.acting))
    expect(await ledger()).toMatchObject({ inForce: 1, entries: [{ withdrawn: null }] })
    valueOf(await desk.history.undo({ entryId: granted.entryId, reason: '' }, desk.acting))
    expect(await ledger()).toMatchObject({ inForce: 0 })
    expect(await desk.history.verify()).toMatchObject({ brokenAt: null })
  })

  it('stays in force once a claim was made by it', async () => {
    const granted = valueOf(await desk.exceptions.grant(await late(), desk.acting))
    await desk.claimThere('E-1', 'C-1')
    expect(await desk.exceptions.withdraw({ exceptionId: granted.exceptionId, version: 1, reason: 'why' }, desk.acting)).toMatchObject({ error: { code: 'exception_used' } })
    expect(await desk.history.undo({ entryId: granted.entryId, reason: '' }, desk.acting)).toMatchObject({ error: { code: 'later_work_depends' } })
    expect(await ledger()).toMatchObject({ inForce: 1 })
  })
})
