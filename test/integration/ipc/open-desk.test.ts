import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nodePorts } from '../../../main/adapters/node-ports'
import { fixedClock } from '../../../main/adapters/system-clock'
import { createOpenDesk, type OpenDesk } from '../../../main/app/open-desk'
import { createPreferenceService } from '../../../main/services/preference-service'
import { openTemporaryDesk, sampleNow } from '../../support/temporary-desk'

describe('the desk behind the window', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cme-desk-'))
  })
  afterEach(async () => rm(folder, { recursive: true, force: true }))

  function behindWindow(): OpenDesk {
    const clock = fixedClock(sampleNow)
    const log = { info: () => undefined, fault: (event: string, fault: unknown) => { throw new Error(event, { cause: fault }) } }
    const preferences = createPreferenceService({ read: () => undefined, write: () => undefined }, () => undefined)
    return createOpenDesk({ folder, clock, ports: nodePorts({ folder, clock, log, environment: {} }), operatingSystemUser: 'dana', preferences, onChanged: () => undefined, quit: () => undefined })
  }

  it('is opened once, however many ask at the same time', async () => {
    const desk = behindWindow()
    const answers = await Promise.all(Array.from({ length: 5 }, () => desk.handlers()))
    expect(new Set(answers).size).toBe(1)
    await desk.close()
  })

  it('is told that another has the folder, and is opened at the next question when that one is gone', async () => {
    const other = await openTemporaryDesk(sampleNow, folder)
    const desk = behindWindow()
    expect(await desk.handlers()).toMatchObject({ problem: 'store_in_use' })
    await other.store.close()
    expect(await desk.handlers()).not.toHaveProperty('problem')
    await desk.close()
  })

  it('gives the folder free when it is closed, also when it was never asked for', async () => {
    await behindWindow().close()
    const desk = behindWindow()
    await desk.handlers()
    await desk.close()
    const other = await openTemporaryDesk(sampleNow, folder)
    await other.store.close()
  })
})
