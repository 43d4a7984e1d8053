import { describe, expect, it } from 'vitest'
import { climbLadder, type LadderFacts } from '@shared/policy/step-ladder'

const at = '2026-11-14T20:00:00.000Z'
const nothing: LadderFacts = {
  registeredAt: at,
  pretestRequired: false, pretestAt: null,
  posttestRequired: false, passedAt: null, bestPercent: null, passPercent: null, attemptsUsed: null, maximumAttempts: null,
  evaluationRequired: false, evaluatedAt: null,
  eventCodeRequired: false, eventCodeEnteredAt: null,
  segmentsDone: null, segmentsTotal: null,
  claimedAt: null, certificateAt: null,
}
const states = (facts: Partial<LadderFacts>): Readonly<Record<string, string>> =>
  Object.fromEntries(climbLadder({ ...nothing, ...facts }).map((rung) => [rung.step, rung.state]))

describe('the way to a certificate', () => {
  it('stands at the claim when everything the activity asks is done', () => {
    expect(states({ posttestRequired: true, passedAt: at, evaluationRequired: true, evaluatedAt: at })).toEqual({
      registered: 'done', pretest: 'not_required', posttest: 'done', evaluation: 'done', event_code: 'not_required', segments: 'not_required', claim: 'here', certificate: 'later',
    })
  })
  it('stands at the first step that is open, and the rest is later', () => {
    expect(states({ pretestRequired: true, posttestRequired: true, eventCodeRequired: true, segmentsDone: 1, segmentsTotal: 3 })).toMatchObject({
      pretest: 'here', posttest: 'later', event_code: 'later', segments: 'later', claim: 'later',
    })
  })
  it('takes a result at the mark for a pass, and one below it for none', () => {
    expect(states({ posttestRequired: true, bestPercent: 70, passPercent: 70 })).toMatchObject({ posttest: 'done', claim: 'here' })
    expect(states({ posttestRequired: true, bestPercent: 69, passPercent: 70 })).toMatchObject({ posttest: 'here' })
  })
  it('asks nothing more under a claim, whatever the record says about the way there', () => {
    expect(states({ pretestRequired: true, posttestRequired: true, claimedAt: at, certificateAt: at })).toMatchObject({ pretest: 'not_required', posttest: 'not_required', claim: 'done', certificate: 'done' })
    expect(states({ claimedAt: at })).toMatchObject({ certificate: 'here' })
  })
  it('tells the result, the mark and the tries', () => {
    const rungs = climbLadder({ ...nothing, posttestRequired: true, bestPercent: 58, passPercent: 70, attemptsUsed: 2, maximumAttempts: 3 })
    expect(rungs.find((rung) => rung.step === 'posttest')?.detail).toBe('58 %, pass mark 70 %, 2 of 3 tries')
  })
})
