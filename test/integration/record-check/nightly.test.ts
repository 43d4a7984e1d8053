import { describe, expect, it } from 'vitest'
import type { Instant } from '@shared/model/instant'
import { ok } from '@shared/model/result'
import { createRecordCheckJob, isCheckDue, type RecordCheckJobParts } from '../../../main/jobs/record-check-job'

const newYork = 'America/New_York'

describe('when a check of the whole record is due', () => {
  it.each<[string, Instant, Instant | null, boolean]>([
    ['never checked', '2026-11-20T20:00:00.000Z', null, true],
    ['checked this morning', '2026-11-20T20:00:00.000Z', '2026-11-20T08:30:00.000Z', false],
    ['checked yesterday evening', '2026-11-20T20:00:00.000Z', '2026-11-20T02:00:00.000Z', true],
    ['before three at night', '2026-11-20T07:59:00.000Z', '2026-11-19T20:00:00.000Z', false],
    ['from three at night on', '2026-11-20T08:00:00.000Z', '2026-11-19T20:00:00.000Z', true],
    ['the night the clocks go back', '2026-11-01T08:00:00.000Z', '2026-10-31T20:00:00.000Z', true],
    ['an hour before, that night', '2026-11-01T07:30:00.000Z', '2026-10-31T20:00:00.000Z', false],
  ])('%s', (_case, now, last, due) => {
    expect(isCheckDue(now, last, newYork)).toBe(due)
  })
})

describe('the nightly check', () => {
  function jobParts(runs: AbortSignal[], looked: (times: number) => void): RecordCheckJobParts {
    let last: Instant | null = null
    let looks = 0
    return {
      recordChecks: {
        runToEnd: (acting, signal) => {
          if (signal !== undefined) runs.push(signal)
          last = '2026-11-20T20:00:00.000Z'
          return Promise.resolve(ok({ id: 1, state: 'finished', actor: acting.actor, startedAt: last, finishedAt: last, milliseconds: 1, progress: { done: 1, total: 1, found: 0, learners: 0, claims: 0 } }))
        },
        lastComplete: () => {
          looks += 1
          looked(looks)
          return Promise.resolve(last)
        },
        deskZone: () => Promise.resolve(newYork),
      },
      clock: { now: () => '2026-11-20T20:00:00.000Z' },
      log: { info: () => undefined, fault: (event, fault) => { throw new Error(event, { cause: fault }) } },
      operatingSystemUser: 'dana',
      firstAfterMilliseconds: 1,
      everyMilliseconds: 1,
    }
  }

  it('runs once for a night and is cancelled when the desk closes', async () => {
    const runs: AbortSignal[] = []
    const ran = await new Promise<ReturnType<typeof createRecordCheckJob>>((resolve) => {
      const job = createRecordCheckJob(jobParts(runs, (times) => {
        if (times === 4) resolve(job)
      }))
      job.start()
    })
    expect(runs).toHaveLength(1)
    await ran.stop()
    expect(runs[0]?.aborted).toBe(true)
  })

  it('waits for ever where the clock stands still', async () => {
    const runs: AbortSignal[] = []
    const parts = jobParts(runs, () => undefined)
    const job = createRecordCheckJob({ ...parts, clock: { ...parts.clock, standsStill: true } })
    job.start()
    await job.stop()
    expect(runs).toEqual([])
  })
})
