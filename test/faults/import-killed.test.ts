import { describe, expect, it } from 'vitest'
import { faultSeed, faultTrials } from '../support/fault-trials'
import { killImports, seededRandom } from '../support/killed-import'

const seed = faultSeed()
const trials = faultTrials(20, 200)

describe('killing an import', () => {
  it(`leaves whole chunks at ${String(trials)} random points, seed ${String(seed)}`, { timeout: trials * 45_000 }, async () => {
    const hits = await killImports(trials, 2000, seededRandom(seed))
    console.log(`seed ${String(seed)}: ${String(hits)} of ${String(trials)} kills fell into the import`)
    expect(hits).toBeGreaterThan(trials / 2)
  })
})
