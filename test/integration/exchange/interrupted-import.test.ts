import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { ImportView } from '@shared/contract/imports'
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

  /** A desk whose import of a folder was stopped after so many chunks. */
  async function stopped(folder: string, after: number, dryRun = false): Promise<{ readonly made: ExchangeDesk; readonly importId: string }> {
    let chunks = 0
    let cancel: () => void = () => undefined
    const made = await openExchangeDesk({
      pace: {
        ...machinePace,
        giveWay: () => {
          chunks += 1
          if (chunks === after) cancel()
          return machinePace.giveWay()
        },
      },
    })
    const started = await made.imports.start({ folder, dryRun }, made.acting)
    if (!started.ok) throw new Error(started.error.code)
    const cancelled = new Promise((resolve) => (cancel = () => resolve(made.imports.cancel(started.value))))
    expect(await cancelled).toEqual({ ok: true, value: {} })
    await made.imports.ended(started.value.importId)
    return { made, importId: started.value.importId }
  }

  const opened = async (made: ExchangeDesk, importId: string): Promise<ImportView> => {
    const view = await made.imports.open({ importId })
    if (!view.ok) throw new Error(view.error.code)
    return view.value
  }

  it.each([1, 3, 9, 14])('goes on behind its last chunk when resumed after %i, to the counts and the state of one never stopped', async (after) => {
    const whole = await openExchangeDesk()
    const { view: expected, refusals } = await whole.import(sampleFolder)
    await whole.store.close()
    const { made, importId } = await stopped(sampleFolder, after)
    desk = made
    const half = await opened(made, importId)
    expect(half).toMatchObject({ state: 'cancelled', resumable: true })
    expect(await made.imports.resume({ importId }, made.acting)).toEqual({ ok: true, value: { importId } })
    await made.imports.ended(importId)
    const { files, certificatesFrozen, state, resumable } = await opened(made, importId)
    expect({ files, certificatesFrozen, state, resumable }).toEqual({ files: expected.files, certificatesFrozen: expected.certificatesFrozen, state: 'finished', resumable: false })
    const told = await made.imports.refusals({ importId, offset: 0, limit: 1000 })
    expect(told.ok && told.value.rows.map(({ file, line, column }) => [file, line, column])).toEqual(refusals.map(({ file, line, column }) => [file, line, column]))
    await made.store.close()
    expect(await dumpStore(join(made.folder, 'data'))).toEqual(await dumpStore(join(whole.folder, 'data')))
    desk = await openExchangeDesk({ at: made.folder })
  })

  it('is not resumed on other files, as a dry run, or when it ran through', async () => {
    const source = await mkdtemp(join(tmpdir(), 'cme-desk-source-'))
    await cp(sampleFolder, source, { recursive: true })
    const { made, importId } = await stopped(source, 3)
    desk = made
    await appendFile(join(source, 'claims.csv'), '\n')
    expect(await made.imports.resume({ importId }, made.acting)).toEqual({ ok: false, error: { code: 'folder_changed' } })
    await rm(source, { recursive: true })
    expect(await made.imports.resume({ importId }, made.acting)).toEqual({ ok: false, error: { code: 'folder_missing' } })
    expect(await opened(made, importId)).toMatchObject({ state: 'cancelled' })
    const { view } = await made.import(sampleFolder)
    expect(await made.imports.resume({ importId: view.id }, made.acting)).toEqual({ ok: false, error: { code: 'not_resumable' } })
    const tried = await stopped(sampleFolder, 3, true)
    expect(await opened(tried.made, tried.importId)).toMatchObject({ state: 'cancelled', resumable: false })
    expect(await tried.made.imports.resume({ importId: tried.importId }, tried.made.acting)).toEqual({ ok: false, error: { code: 'not_resumable' } })
    await tried.made.remove()
  })

  it('is interrupted when the desk closes, keeps its finished chunks and can be resumed', async () => {
    let chunks = 0
    let close: () => void = () => undefined
    const pace = {
      ...machinePace,
      giveWay: () => {
        chunks += 1
        if (chunks === 4) close()
        return machinePace.giveWay()
      },
    }
    const made = await openExchangeDesk({ pace })
    desk = made
    const closed = new Promise<void>((settle) => (close = () => settle(made.imports.stop())))
    const started = await made.imports.start({ folder: sampleFolder, dryRun: false }, made.acting)
    if (!started.ok) throw new Error(started.error.code)
    await closed
    expect(await opened(made, started.value.importId)).toMatchObject({ state: 'interrupted', resumable: true })
  })

  it('stops after the chunk at hand when cancelled, and goes on when started again', async () => {
    const whole = await openExchangeDesk()
    await whole.import(sampleFolder)
    await whole.store.close()
    const expected = await dumpStore(join(whole.folder, 'data'))
    const { made, importId } = await stopped(sampleFolder, 6)
    desk = made
    expect(await opened(made, importId)).toMatchObject({ state: 'cancelled' })
    expect(await made.imports.cancel({ importId })).toMatchObject({ ok: false, error: { code: 'not_running' } })
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
