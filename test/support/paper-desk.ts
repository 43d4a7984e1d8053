import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Instant } from '@shared/model/instant'
import { nodePorts } from '../../main/adapters/node-ports'
import { fixedClock } from '../../main/adapters/system-clock'
import type { Acting } from '../../main/ports/acting'
import type { Certificate } from '../../main/ports/repositories/certificate-repository'
import type { ServicePorts } from '../../main/ports/service-ports'
import type { Repositories } from '../../main/ports/unit-of-work'
import { createServices, type Services } from '../../main/services/create-services'
import { openConnection } from '../../main/store/connection'
import { openStore, type Store } from '../../main/store/open-store'
import { fixedSigning } from './fixed-signing'
import { sampleFolder } from './exchange-desk'
import { paperFolder } from './paper-folder'
import { sampleNow } from './temporary-desk'

/** A real store with the import, claims and paper on it. */
export interface PaperDesk extends Services {
  readonly folder: string
  readonly store: Store
  readonly acting: Acting
  /** Imports a folder to its end; a fault of the import fails the test. */
  import(folder: string): Promise<void>
  /** Writes an exchange folder of these files beside the store. */
  exchangeFolder(files: Readonly<Record<string, string>>): Promise<string>
  /** What the store holds, read at one moment. */
  look<Value>(read: (repositories: Repositories) => Promise<Value>): Promise<Value>
  reopen(now?: Instant): Promise<PaperDesk>
  remove(): Promise<void>
}

export interface PaperDeskOptions {
  readonly now?: Instant
  readonly at?: string
  readonly ports?: Partial<ServicePorts>
}

/** Opens a desk in a temporary folder. */
export async function openPaperDesk(options: PaperDeskOptions = {}): Promise<PaperDesk> {
  const folder = options.at ?? (await mkdtemp(join(tmpdir(), 'cme-desk-')))
  const clock = fixedClock(options.now ?? sampleNow)
  const data = join(folder, 'data')
  const opened = await openStore(data, clock)
  if (!opened.ok) throw new Error(`the store did not open: ${opened.error.code}`)
  const store = opened.value
  const faults: unknown[] = []
  const log = { info: () => undefined, fault: (_event: string, fault: unknown) => void faults.push(fault) }
  const services = createServices({ ...nodePorts({ folder: data, clock, log, environment: {} }), signing: fixedSigning(), ...options.ports, unitOfWork: store.unitOfWork })
  const acting: Acting = { actor: 'Dana Whitfield', operatingSystemUser: 'dana', via: 'window' }
  let written = 0
  return {
    ...services,
    folder,
    store,
    acting,
    async import(from) {
      const started = await services.imports.start({ folder: from, dryRun: false }, acting)
      if (!started.ok) throw new Error(started.error.code)
      await services.imports.ended(started.value.importId)
      const [fault] = faults
      if (fault !== undefined) throw new Error('the import failed', { cause: fault })
    },
    async exchangeFolder(files) {
      written += 1
      const made = join(folder, `exchange-${String(written)}`)
      await mkdir(made, { recursive: true })
      for (const [name, content] of Object.entries(files)) await writeFile(join(made, name), content)
      return made
    },
    look: (read) => store.unitOfWork.read(read),
    async reopen(now) {
      await store.close()
      return openPaperDesk({ ...options, at: folder, ...(now === undefined ? {} : { now }) })
    },
    async remove() {
      await store.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A desk with the sample's records on it. */
export async function openSampleDesk(options: PaperDeskOptions = {}): Promise<PaperDesk> {
  const desk = await openPaperDesk(options)
  await desk.import(sampleFolder)
  return desk
}

/** A desk with the small folder's records on it. */
export async function openSmallDesk(options: PaperDeskOptions = {}): Promise<PaperDesk> {
  const desk = await openPaperDesk(options)
  await desk.import(await desk.exchangeFolder(paperFolder))
  return desk
}

/** Writes to the closed store behind the program's back, as a damaged disk or a stranger's tool would; opens it again. */
export async function tamperWith(desk: PaperDesk, statement: string, bindings: readonly (string | number)[] = []): Promise<PaperDesk> {
  await desk.store.close()
  const knex = openConnection(desk.store.file)
  await knex.raw(statement, [...bindings])
  await knex.destroy()
  return openPaperDesk({ at: desk.folder })
}

/** The store's number of a claim of the exchange folder. */
export async function claimNumber(desk: PaperDesk, externalId: string): Promise<number> {
  const claim = await desk.look(({ claims }) => claims.findByExternalId(externalId))
  if (claim === undefined) throw new Error(`there is no claim ${externalId}`)
  return claim.id
}

/** Every certificate of a claim of the exchange folder, oldest first. */
export async function certificatesOf(desk: PaperDesk, externalId: string): Promise<readonly Certificate[]> {
  const id = await claimNumber(desk, externalId)
  return desk.look(({ certificates }) => certificates.listOfClaim(id))
}
