import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Instant } from '@shared/model/instant'
import { foldEmail, foldForSearch } from '@shared/policy/name-folding'
import { nodePorts } from '../../main/adapters/node-ports'
import { fixedClock } from '../../main/adapters/system-clock'
import type { Acting } from '../../main/ports/acting'
import type { Mailer } from '../../main/ports/mailer'
import type { ServicePorts } from '../../main/ports/service-ports'
import { createServices, type Services } from '../../main/services/create-services'
import { openConnection } from '../../main/store/connection'
import { openStore } from '../../main/store/open-store'
import { sampleNow } from './temporary-desk'

/** A learner to send mail to; what is not named is usual. */
export interface SeededLearner {
  readonly externalId: string
  readonly portal?: string
  readonly email: string
  readonly givenName?: string
  readonly status?: 'active' | 'locked' | 'closed'
  readonly alternateEmail?: string
}

/** A folder with the given learners in its store, which is closed. */
export async function seededFolder(learners: readonly SeededLearner[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cme-desk-'))
  const opened = await openStore(folder, fixedClock(sampleNow))
  if (!opened.ok) throw new Error(opened.error.code)
  await opened.value.close()
  const knex = openConnection(join(folder, 'desk.sqlite'))
  for (const learner of learners) {
    const inserted: { id: number }[] = await knex('learners')
      .insert({
        external_id: learner.externalId,
        portal: learner.portal ?? 'haymarket-mycme',
        email: learner.email,
        email_folded: foldEmail(learner.email),
        given_name: learner.givenName ?? 'Ada',
        family_name: 'Okafor',
        name_folded: foldForSearch(`Okafor ${learner.givenName ?? 'Ada'}`),
        profession: 'physician',
        status: learner.status ?? 'active',
        registered_at: '2025-01-01T00:00:00.000Z',
      })
      .returning('id')
    if (learner.alternateEmail !== undefined) {
      await knex('learner_emails').insert({ learner_id: inserted[0]?.id, email: learner.alternateEmail, email_folded: foldEmail(learner.alternateEmail), kind: 'alternate' })
    }
  }
  await knex.destroy()
  return folder
}

/** An open desk whose clock a test can move. */
export interface MailDesk {
  readonly folder: string
  readonly services: Services
  /** The ports behind the services, for a test that wires one by itself. */
  readonly ports: ServicePorts
  readonly acting: Acting
  /** Moves the clock on by so many seconds. */
  pass(seconds: number): void
  close(): Promise<void>
}

/** Opens the folder as a window or a command would; `mailer` takes the place of SMTP where a test needs to look in between. */
export async function openMailDesk(folder: string, options: { readonly via?: Acting['via']; readonly mailer?: Mailer; readonly from?: Instant } = {}): Promise<MailDesk> {
  let milliseconds = Date.parse(options.from ?? sampleNow)
  const clock = { now: (): Instant => new Date(milliseconds).toISOString() }
  const opened = await openStore(folder, clock)
  if (!opened.ok) throw new Error(opened.error.code)
  const log = { info: () => undefined, fault: (event: string, fault: unknown) => { throw new Error(event, { cause: fault }) } }
  const ports: ServicePorts = {
    ...nodePorts({ folder, clock, log, environment: {} }),
    ...(options.mailer === undefined ? {} : { mailer: options.mailer }),
    unitOfWork: opened.value.unitOfWork,
  }
  return {
    folder,
    services: createServices(ports),
    ports,
    acting: { actor: 'Dana Whitfield', operatingSystemUser: 'dana', via: options.via ?? 'cli' },
    pass: (seconds) => void (milliseconds += seconds * 1000),
    close: () => opened.value.close(),
  }
}

/** Everything that lies in the folder, as one run of bytes: to look for what must not be there. */
export async function allBytesOf(folder: string): Promise<Buffer> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => readFile(join(entry.parentPath, entry.name)))
  return Buffer.concat(await Promise.all(files))
}

/** Removes a folder of a test. */
export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
}

/** The value of an answer that a test counts on. */
export function valueOf<Value>(answer: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: { readonly code: string } }): Value {
  if (!answer.ok) throw new Error(`refused: ${answer.error.code}`)
  return answer.value
}
