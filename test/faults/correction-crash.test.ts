import { expect, it } from 'vitest'
import { bundleChild } from '../support/bundled-child'
import { killInMidCorrection, randomMoments } from '../support/correction-crash'

it('leaves each correction whole or not begun when the process is killed at sixty moments', async () => {
  const corrected = await killInMidCorrection(await bundleChild('correction-child'), randomMoments(60, 120))
  expect(corrected).toBeGreaterThan(60)
})
