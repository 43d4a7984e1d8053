import { describe, expect, it } from 'vitest'
import { runOutboxFaults } from '../../support/outbox-fault-run'

describe('twenty messages through random faults and kills', () => {
  it('are lost never and sent twice never', async () => {
    const seed = 20261120
    const { states, ...wrong } = await runOutboxFaults(seed, 20)
    expect({ seed, ...wrong }).toEqual({ seed, twice: [], lost: [], denied: [] })
    expect(states).toMatchObject({ queued: 0 })
    expect((states.handed_over ?? 0) + (states.failed ?? 0) + (states.unknown ?? 0)).toBe(20)
    expect(states.unknown).toBeGreaterThan(0)
  })

  it('are sent twice when a broken line counts as never reached: the control', async () => {
    const run = await runOutboxFaults(20261120, 20, (handed) => (handed.outcome === 'unknown' ? { ...handed, outcome: 'not_reached' } : handed))
    expect(run.twice.length).toBeGreaterThan(0)
  })
})
