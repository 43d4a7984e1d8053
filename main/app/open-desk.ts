import type { Contract } from '@shared/contract'
import type { Clock } from '../ports/clock'
import type { ServicePorts } from '../ports/service-ports'
import { createHandlers } from '../ipc/handlers'
import type { HandlersOf } from '../ipc/handlers/handler'
import { createOutboxJob, type OutboxJob } from '../jobs/outbox-job'
import { createPrintingJob, type PrintingJob } from '../jobs/printing-job'
import { createServices, type Services } from '../services/create-services'
import type { PreferenceService } from '../services/preference-service'
import { openStore, type Store } from '../store/open-store'

/** The desk behind the window: opened when first asked for, and asked for again while it could not be. */
export interface OpenDesk {
  handlers(): Promise<HandlersOf<Contract> | { readonly problem: string }>
  close(): Promise<void>
}

interface Opened {
  readonly store: Store
  readonly services: Services
  readonly outboxJob: OutboxJob
  readonly printingJob: PrintingJob
  readonly handlers: HandlersOf<Contract>
}

/** Opens the store of a data folder for the window; a folder in use is tried again at the next question. */
export function createOpenDesk(
  folder: string,
  clock: Clock,
  ports: Omit<ServicePorts, 'unitOfWork'>,
  operator: { readonly operatingSystemUser: string; readonly preferences: PreferenceService },
  onOpened: (store: Store, services: Services) => void,
): OpenDesk {
  let opening: Promise<Opened | { readonly problem: string }> | undefined

  async function open(): Promise<Opened | { readonly problem: string }> {
    const opened = await openStore(folder, clock)
    if (!opened.ok) {
      opening = undefined
      return { problem: opened.error.code }
    }
    const services = createServices({ ...ports, unitOfWork: opened.value.unitOfWork })
    const outboxJob = createOutboxJob({ outbox: services.outbox, log: ports.log, operatingSystemUser: operator.operatingSystemUser })
    await services.imports.recover()
    await outboxJob.start()
    const printingJob = createPrintingJob({ printing: services.printingAhead, imports: services.imports, log: ports.log })
    printingJob.nudge()
    // An import's end and a correction are when certificates come to be.
    opened.value.onChanged((topics) => {
      if (topics.includes('imports') || topics.includes('claims')) printingJob.nudge()
    })
    onOpened(opened.value, services)
    return { store: opened.value, services, outboxJob, printingJob, handlers: createHandlers(services, operator.preferences, ports.dialogs) }
  }

  return {
    async handlers() {
      opening ??= open()
      const opened = await opening
      return 'problem' in opened ? opened : opened.handlers
    },
    async close() {
      const opened = await opening
      if (opened === undefined || !('store' in opened)) return
      await opened.services.imports.stop()
      await opened.printingJob.stop()
      await opened.outboxJob.stop()
      await opened.store.close()
    },
  }
}
