import type { Acting } from '../ports/acting'
import type { Log } from '../ports/log'
import type { TicketService } from '../services/ticket-service'

/** Takes up tickets that came in with a folder, at start and after each import. */
export interface TicketJob {
  start(): Promise<void>
  /** Something was imported: looks for new tickets, one round at a time. */
  imported(): void
  /** Ends after the chunk under way. */
  stop(): Promise<void>
}

export interface TicketJobParts {
  readonly tickets: Pick<TicketService, 'takeUp'>
  readonly log: Log
  readonly operatingSystemUser: string
}

export function createTicketJob({ tickets, log, operatingSystemUser }: TicketJobParts): TicketJob {
  const acting: Acting = { actor: 'tickets', operatingSystemUser, via: 'job' }
  const stopping = new AbortController()
  let running: Promise<void> = Promise.resolve()

  async function round(): Promise<void> {
    if (stopping.signal.aborted) return
    try {
      const taken = await tickets.takeUp(acting, stopping.signal)
      if (taken > 0) log.info('tickets_taken_up', { taken })
    } catch (error) {
      log.fault('tickets_round_failed', error)
    }
  }
  const again = (): Promise<void> => (running = running.then(round))

  return {
    start: again,
    imported: () => void again(),
    async stop() {
      stopping.abort()
      await running
    },
  }
}
