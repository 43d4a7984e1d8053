import { describe, expect, it } from 'vitest'
import { killImports, seededRandom } from '../support/killed-import'

const full = process.env.FAULTS === 'full'
const seed = Number(process.env.FAULTS_SEED ?? '20261120')
const trials = full ? 200 : 20

describe('killing an import', () => {
  it(`leaves whole chunks at ${String(trials)} random points, seed ${String(seed)}`, { timeout: full ? 7_200_000 : 900_000 }, async () => {
    const hits = await killImports(trials, 2000, seededRandom(seed))
    console.log(`seed ${String(seed)}: ${String(hits)} of ${String(trials)} kills fell into the import`)
    expect(hits).toBeGreaterThan(trials / 2)
  })
})
