import { topics as allTopics, type Contract, type Topic } from '@shared/contract'
import type { recoveryOperations } from '@shared/contract/backups'
import type { Clock } from '../ports/clock'
import type { ServicePorts } from '../ports/service-ports'
import type { StoreKeeper } from '../ports/store-keeper'
import { createHandlers } from '../ipc/handlers'
import { recoveryHandlers } from '../ipc/handlers/backup-handlers'
import type { HandlersOf } from '../ipc/handlers/handler'
import { createBackupJob, type BackupJob } from '../jobs/backup-job'
import { createOutboxJob, type OutboxJob } from '../jobs/outbox-job'
import { createPrintingJob, type PrintingJob } from '../jobs/printing-job'
import { createRecordCheckJob, type RecordCheckJob } from '../jobs/record-check-job'
import { createTicketJob, type TicketJob } from '../jobs/ticket-job'
import { createServices, type Services } from '../services/create-services'
import type { PreferenceService } from '../services/preference-service'
import { createRecoveryService } from '../services/recovery-service'
import { openStore, type Store } from '../store/open-store'
import { restoreStore } from '../store/restore-store'
import { saveReadable } from '../store/salvage'

/** Where the store cannot be opened: why, and what can be done all the same. */
export interface ClosedDesk {
  readonly problem: string
  readonly recovery: HandlersOf<typeof recoveryOperations>
}

/** The desk behind the window: opened when first asked for, and asked for again while it could not be. */
export interface OpenDesk {
  handlers(): Promise<HandlersOf<Contract> | ClosedDesk>
  close(): Promise<void>
}

export interface OpenDeskParts {
  readonly folder: string
  readonly clock: Clock
  readonly ports: Omit<ServicePorts, 'unitOfWork'>
  readonly operatingSystemUser: string
  readonly preferences: PreferenceService
  /** Told what was written, and everything when the store was opened anew or replaced. */
  onChanged(topics: readonly Topic[]): void
  quit(): void
}

interface Opened {
  readonly store: Store
  readonly services: Services
  readonly jobs: { readonly outbox: OutboxJob; readonly tickets: TicketJob; readonly printing: PrintingJob; readonly backup: BackupJob; readonly recordCheck: RecordCheckJob }
  readonly handlers: HandlersOf<Contract>
}

/** Opens the store of a data folder for the window; a folder in use is tried again at the next question. */
export function createOpenDesk(parts: OpenDeskParts): OpenDesk {
  const { folder, clock, ports, operatingSystemUser, preferences } = parts
  let opening: Promise<Opened | { readonly problem: string }> | undefined

  async function open(): Promise<Opened | { readonly problem: string }> {
    const opened = await openStore(folder, clock).catch((fault: unknown) => {
      ports.log.fault('store_not_opened', fault)
      return undefined
    })
    if (opened?.ok !== true) {
      opening = undefined
      return { problem: opened?.error.code ?? 'store_not_migrated' }
    }
    const store = opened.value
    const services = createServices({ ...ports, unitOfWork: store.unitOfWork })
    const jobs = {
      outbox: createOutboxJob({ outbox: services.outbox, log: ports.log, operatingSystemUser }),
      tickets: createTicketJob({ tickets: services.tickets, log: ports.log, operatingSystemUser }),
      printing: createPrintingJob({ printing: services.printingAhead, imports: services.imports, log: ports.log }),
      recordCheck: createRecordCheckJob({ recordChecks: services.recordChecks, clock, log: ports.log, operatingSystemUser }),
      backup: createBackupJob({ backups: services.backups, log: ports.log, operatingSystemUser }),
    }
    await services.imports.recover()
    await services.recordChecks.recover()
    await jobs.outbox.start()
    await jobs.tickets.start()
    jobs.backup.start()
    jobs.recordCheck.start()
    jobs.printing.nudge()
    store.onChanged((topics) => {
      parts.onChanged(topics)
      if (topics.includes('imports')) jobs.tickets.imported()
      // An import's end and a correction are when certificates come to be.
      if (topics.includes('imports') || topics.includes('claims')) jobs.printing.nudge()
    })
    return { store, services, jobs, handlers: createHandlers(services, preferences, ports.dialogs, recovery) }
  }

  async function close(): Promise<void> {
    const opened = await opening
    if (opened === undefined || !('store' in opened)) return
    await opened.services.imports.stop()
    await opened.jobs.recordCheck.stop()
    await opened.jobs.printing.stop()
    await opened.jobs.backup.stop()
    await opened.jobs.outbox.stop()
    await opened.jobs.tickets.stop()
    await opened.store.close()
  }

  const current = (): Promise<Opened | { readonly problem: string }> => (opening ??= open())

  const keeper: StoreKeeper = {
    async problem() {
      const opened = await current()
      return 'problem' in opened ? opened.problem : null
    },
    async restore(order) {
      await close()
      const restoring = restoreStore({ folder, backup: order.path, expectedSha256: order.expectedSha256, clock, prepare: (unitOfWork, backup) => order.prepare(unitOfWork, backup) })
      // Questions asked meanwhile wait for whichever store there is then.
      opening = restoring.then(open, open)
      const restored = await restoring
      await opening
      parts.onChanged(allTopics)
      return restored
    },
    saveReadable: (into) => saveReadable(folder, into),
    quit: () => parts.quit(),
  }
  const recovery = recoveryHandlers(createRecoveryService({ ...ports, clock }, keeper))

  return {
    async handlers() {
      const opened = await current()
      return 'problem' in opened ? { problem: opened.problem, recovery } : opened.handlers
    },
    close,
  }
}
