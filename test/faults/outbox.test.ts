import { describe, expect, it } from 'vitest'
import { faultTrials } from '../support/fault-trials'
import { runOutboxFaults } from '../support/outbox-fault-run'

const seeds = Array.from({ length: faultTrials(5, 100) }, (_, place) => place + 1)

describe(`${String(seeds.length * 100)} messages through random faults and kills`, () => {
  it.each(seeds)('are lost never and sent twice never, seed %i', async (seed) => {
    const { states, ...wrong } = await runOutboxFaults(seed, 100)
    expect({ seed, ...wrong }).toEqual({ seed, twice: [], lost: [], denied: [] })
    expect(states).toMatchObject({ queued: 0 })
  })
})
