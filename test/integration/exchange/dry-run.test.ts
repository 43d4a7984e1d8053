import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { claimsFile, learnersFile, oneClaimFolder } from '../../support/exchange-rows'
import { openExchangeDesk, sampleFolder, type ExchangeDesk } from '../../support/exchange-desk'
import { dumpStore } from '../../support/store-dump'

describe('a dry run', () => {
  let desk: ExchangeDesk
  beforeEach(async () => {
    desk = await openExchangeDesk()
  })
  afterEach(async () => desk.remove())

  it('finds what the import then finds, and writes nothing', async () => {
    await desk.import(await desk.exchangeFolder(oneClaimFolder(claimsFile({ number: 'N-1' }))))
    const folder = await desk.exchangeFolder({
      ...oneClaimFolder(claimsFile({ number: 'N-1', amount: '0.75' }, { id: 'C-2', number: 'N-1' }, { id: 'C-3', enrolment: 'E-3' }, { id: 'C-4', status: 'superseded', supersededBy: 'C-5' }, { id: 'C-5' })),
      'learners.csv': learnersFile({ family: 'Okafor' }, { id: 'L-2', email: 'l-1@example.org' }, { id: 'L-3' }),
      'enrolments.csv': 'external_id,learner_id,activity_id,registered_at\nE-1,L-1,A-1,2026-10-01T09:00:00-05:00\nE-3,L-3,A-1,2026-10-02T09:00:00-05:00\nE-4,L-2,A-1,2026-10-02T09:00:00-05:00\n',
    })
    await desk.store.close()
    const before = await dumpStore(join(desk.folder, 'data'))
    desk = await openExchangeDesk({ at: desk.folder })
    const dry = await desk.import(folder, true)
    await desk.store.close()
    expect(await dumpStore(join(desk.folder, 'data'))).toEqual(before)
    desk = await openExchangeDesk({ at: desk.folder })
    const real = await desk.import(folder)
    expect(dry.view.files).toEqual(real.view.files)
    expect(dry.view.certificatesFrozen).toBe(real.view.certificatesFrozen)
    const told = (refusals: typeof real.refusals): readonly string[] => refusals.map(({ file, line, column, value, reason }) => JSON.stringify([file, line, column, value, reason]))
    expect(told(dry.refusals)).toEqual(told(real.refusals))
    expect(real.refusals).toHaveLength(3)
  })

  it('leaves no copy of the records behind', async () => {
    await desk.import(sampleFolder, true)
    expect(await readdir(join(desk.folder, 'data'))).not.toContainEqual(expect.stringMatching(/^rehearsal/))
  })

  it('does not keep the desk from being read', async () => {
    const started = await desk.imports.start({ folder: sampleFolder, dryRun: true }, desk.acting)
    if (!started.ok) throw new Error(started.error.code)
    let reads = 0
    let state = 'running'
    while (state === 'running') {
      const view = await desk.imports.open(started.value)
      state = view.ok ? view.value.state : 'gone'
      reads += 1
    }
    expect(state).toBe('finished')
    expect(reads).toBeGreaterThan(5)
  })
})
