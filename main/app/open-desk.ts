import type { Contract } from '@shared/contract'
import type { Clock } from '../ports/clock'
import type { ServicePorts } from '../ports/service-ports'
import { createHandlers } from '../ipc/handlers'
import type { HandlersOf } from '../ipc/handlers/handler'
import { createOutboxJob, type OutboxJob } from '../jobs/outbox-job'
import { createRecordCheckJob, type RecordCheckJob } from '../jobs/record-check-job'
import { createTicketJob, type TicketJob } from '../jobs/ticket-job'
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
  readonly recordCheckJob: RecordCheckJob
  readonly ticketJob: TicketJob
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
    await services.recordChecks.recover()
    const recordCheckJob = createRecordCheckJob({ recordChecks: services.recordChecks, clock, log: ports.log, operatingSystemUser: operator.operatingSystemUser })
    await outboxJob.start()
    recordCheckJob.start()
    const ticketJob = createTicketJob({ tickets: services.tickets, log: ports.log, operatingSystemUser: operator.operatingSystemUser })
    await ticketJob.start()
    opened.value.onChanged((topics) => {
      if (topics.includes('imports')) ticketJob.imported()
    })
    onOpened(opened.value, services)
    return { store: opened.value, services, outboxJob, recordCheckJob, ticketJob, handlers: createHandlers(services, operator.preferences, ports.dialogs) }
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
      await opened.recordCheckJob.stop()
      await opened.outboxJob.stop()
      await opened.ticketJob.stop()
      await opened.store.close()
    },
  }
}
