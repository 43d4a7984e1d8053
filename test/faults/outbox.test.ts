import { describe, expect, it } from 'vitest'
import { runOutboxFaults } from '../support/outbox-fault-run'

describe('five hundred messages through random faults and kills', () => {
  it.each([1, 2, 3, 4, 5])('are lost never and sent twice never, seed %i', async (seed) => {
    const { states, ...wrong } = await runOutboxFaults(seed, 100)
    expect({ seed, ...wrong }).toEqual({ seed, twice: [], lost: [], denied: [] })
    expect(states).toMatchObject({ queued: 0 })
  })
})
