import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ImportView, RefusalView } from '@shared/contract/imports'
import type { Instant } from '@shared/model/instant'
import { fixedClock } from '../../main/adapters/system-clock'
import { nodeFiles } from '../../main/adapters/node-files'
import { machinePace } from '../../main/adapters/machine-pace'
import { exchangeReader } from '../../main/exchange/exchange-folder'
import type { Acting } from '../../main/ports/acting'
import type { Pace } from '../../main/ports/pace'
import { createImportServices, type ImportServices } from '../../main/services/create-import-services'
import { openStore, type Store } from '../../main/store/open-store'
import { sampleNow } from './temporary-desk'

export const sampleFolder = join(import.meta.dirname, '..', '..', 'resources', 'sample')

/** A real store in a folder of its own with the import on it. */
export interface ExchangeDesk extends ImportServices {
  readonly folder: string
  readonly store: Store
  readonly acting: Acting
  /** Imports a folder to its end and answers what became of it, with every refusal. */
  import(folder: string, dryRun?: boolean): Promise<{ readonly view: ImportView; readonly refusals: readonly RefusalView[] }>
  /** Writes an exchange folder of these files beside the store. */
  exchangeFolder(files: Readonly<Record<string, string | Uint8Array>>): Promise<string>
  reopen(): Promise<ExchangeDesk>
  remove(): Promise<void>
}

/** Opens a desk in a temporary folder; faults of an import are thrown by the test unless it takes them. */
export async function openExchangeDesk(options: { readonly at?: string; readonly now?: Instant; readonly pace?: Pace; readonly chosenFolder?: string } = {}): Promise<ExchangeDesk> {
  const folder = options.at ?? (await mkdtemp(join(tmpdir(), 'cme-desk-')))
  const clock = fixedClock(options.now ?? sampleNow)
  const opened = await openStore(join(folder, 'data'), clock)
  if (!opened.ok) throw new Error(`the store did not open: ${opened.error.code}`)
  const store = opened.value
  const faults: unknown[] = []
  const log = { info: () => undefined, fault: (_event: string, fault: unknown) => void faults.push(fault) }
  const acting: Acting = { actor: 'Dana Whitfield', operatingSystemUser: 'dana', via: 'window' }
  const services = createImportServices({
    unitOfWork: store.unitOfWork,
    clock,
    log,
    exchange: exchangeReader,
    pace: options.pace ?? machinePace,
    dialogs: { chooseFolder: () => Promise.resolve(options.chosenFolder ?? null), chooseFile: () => Promise.resolve(null), saveFile: () => Promise.resolve(null) },
    files: nodeFiles,
    sampleFolder,
  })
  const { imports } = services
  let written = 0
  return {
    folder,
    store,
    ...services,
    acting,
    async import(from, dryRun = false) {
      const started = await imports.start({ folder: from, dryRun }, acting)
      if (!started.ok) throw new Error(started.error.code)
      await imports.ended(started.value.importId)
      const [fault] = faults
      if (fault !== undefined) throw new Error('the import failed', { cause: fault })
      const view = await imports.open(started.value)
      const refusals = await imports.refusals({ ...started.value, offset: 0, limit: 1000 })
      if (!view.ok || !refusals.ok) throw new Error('the import is not there')
      return { view: view.value, refusals: refusals.value.rows }
    },
    async exchangeFolder(files) {
      written += 1
      const made = join(folder, `exchange-${String(written)}`)
      await mkdir(made)
      for (const [name, content] of Object.entries(files)) await writeFile(join(made, name), content)
      return made
    },
    async reopen() {
      await store.close()
      return openExchangeDesk({ ...options, at: folder })
    },
    async remove() {
      await store.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
