import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { machinePace } from '../../../main/adapters/machine-pace'
import { openExchangeDesk, sampleFolder, type ExchangeDesk } from '../../support/exchange-desk'
import { killImports, seededRandom } from '../../support/killed-import'
import { dumpStore } from '../../support/store-dump'

describe('an import that does not run to its end', () => {
  let desk: ExchangeDesk | undefined
  afterEach(async () => {
    await desk?.remove()
    desk = undefined
  })

  it('stops after the chunk at hand when cancelled, and goes on when started again', async () => {
    const whole = await openExchangeDesk()
    await whole.import(sampleFolder)
    await whole.store.close()
    const expected = await dumpStore(join(whole.folder, 'data'))

    let chunks = 0
    let cancel: () => void = () => undefined
    const made = await openExchangeDesk({
      pace: {
        ...machinePace,
        giveWay: () => {
          chunks += 1
          if (chunks === 6) cancel()
          return machinePace.giveWay()
        },
      },
    })
    desk = made
    const started = await made.imports.start({ folder: sampleFolder, dryRun: false }, made.acting)
    if (!started.ok) throw new Error(started.error.code)
    const cancelled = new Promise((resolve) => (cancel = () => resolve(made.imports.cancel(started.value))))
    expect(await cancelled).toEqual({ ok: true, value: {} })
    await made.imports.ended(started.value.importId)
    const view = await made.imports.open(started.value)
    expect(view).toMatchObject({ ok: true, value: { state: 'cancelled' } })
    expect(await made.imports.cancel(started.value)).toMatchObject({ ok: false, error: { code: 'not_running' } })
    const again = await made.import(sampleFolder)
    expect(again.view.files.reduce((sum, { unchanged }) => sum + unchanged, 0)).toBeGreaterThan(500)
    await made.store.close()
    expect(await dumpStore(join(made.folder, 'data'))).toEqual(expected)
    desk = await openExchangeDesk({ at: made.folder })
  })

  it('is whole after a kill at any point, and ends the same when started again', async () => {
    const seed = 20_261_120
    const hits = await killImports(3, 800, seededRandom(seed))
    expect(hits, `seed ${String(seed)}: no kill fell into the import`).toBeGreaterThan(0)
  })
})
