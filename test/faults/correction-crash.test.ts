import { expect, it } from 'vitest'
import { bundleChild } from '../support/bundled-child'
import { killInMidCorrection, randomMoments } from '../support/correction-crash'
import { faultTrials } from '../support/fault-trials'

const trials = faultTrials(60, 600)

it(`leaves each correction whole or not begun when the process is killed at ${String(trials)} moments`, { timeout: trials * 10_000 }, async () => {
  const corrected = await killInMidCorrection(await bundleChild('correction-child'), randomMoments(trials, 120))
  expect(corrected).toBeGreaterThan(trials)
})
