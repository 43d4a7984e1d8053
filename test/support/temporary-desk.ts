import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Instant } from '@shared/model/instant'
import { fixedClock } from '../../main/adapters/system-clock'
import { nodePorts } from '../../main/adapters/node-ports'
import type { Acting } from '../../main/ports/acting'
import { createServices, type Services } from '../../main/services/create-services'
import { openStore, type Store } from '../../main/store/open-store'

/** A real store in a folder of its own, with the services on it. */
export interface TemporaryDesk {
  readonly folder: string
  readonly store: Store
  readonly services: Services
  readonly acting: Acting
  /** Closes and opens the same folder again, as a restart would. */
  reopen(): Promise<TemporaryDesk>
  remove(): Promise<void>
}

export const sampleNow: Instant = '2026-11-20T20:00:00.000Z'

/** Opens a new desk in a temporary folder; the clock stands still at the sample's instant unless told otherwise. */
export async function openTemporaryDesk(now: Instant = sampleNow, at?: string): Promise<TemporaryDesk> {
  const folder = at ?? (await mkdtemp(join(tmpdir(), 'cme-desk-')))
  const clock = fixedClock(now)
  const opened = await openStore(folder, clock)
  if (!opened.ok) throw new Error(`the store did not open: ${opened.error.code}`)
  const store = opened.value
  const log = { info: () => undefined, fault: (event: string, fault: unknown) => { throw new Error(event, { cause: fault }) } }
  const services = createServices({ ...nodePorts({ folder, clock, log, environment: {} }), unitOfWork: store.unitOfWork })
  return {
    folder,
    store,
    services,
    acting: { actor: 'Dana Whitfield', operatingSystemUser: 'dana', via: 'window' },
    async reopen() {
      await store.close()
      return openTemporaryDesk(now, folder)
    },
    async remove() {
      await store.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
