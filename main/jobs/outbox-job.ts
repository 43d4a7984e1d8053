import type { Acting } from '../ports/acting'
import type { Log } from '../ports/log'
import type { OutboxService } from '../services/outbox-service'

/** Hands over what is due, again and again, while the window has the desk. */
export interface OutboxJob {
  /** Settles what a crash left in flight, then begins. */
  start(): Promise<void>
  /**
   * Ends after the message under way, but waits for a silent server only so long: what is then left in flight is
   * unknown at the next start, as after a crash.
   */
  stop(): Promise<void>
}

export interface OutboxJobParts {
  readonly outbox: Pick<OutboxService, 'handOverDue' | 'settleInterrupted'>
  readonly log: Log
  readonly operatingSystemUser: string
  /** Milliseconds between rounds; the holding back of a message is counted in seconds, so this is short. */
  readonly everyMilliseconds?: number
}

const longestWaitAtStop = 5000

export function createOutboxJob({ outbox, log, operatingSystemUser, everyMilliseconds = 2000 }: OutboxJobParts): OutboxJob {
  const acting: Acting = { actor: 'outbox', operatingSystemUser, via: 'job' }
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  let stopping = new AbortController()
  let waitsForSecrets = false

  async function round(): Promise<void> {
    try {
      const done = await outbox.handOverDue(acting, stopping.signal)
      const blocked = !done.ok && done.error.code === 'secrets_unreadable'
      if (blocked && !waitsForSecrets) log.info('outbox_waits_for_secrets')
      waitsForSecrets = blocked
      if (done.ok && done.value.handedOver + done.value.failed + done.value.unknown > 0) log.info('outbox_round', { ...done.value })
    } catch (error) {
      log.fault('outbox_round_failed', error)
    }
  }

  function later(): void {
    if (stopping.signal.aborted) return
    timer = setTimeout(() => {
      running = round().finally(later)
    }, everyMilliseconds)
  }

  return {
    async start() {
      stopping = new AbortController()
      const unknown = await outbox.settleInterrupted()
      if (unknown > 0) log.info('outbox_interrupted', { unknown })
      later()
    },
    async stop() {
      stopping.abort()
      clearTimeout(timer)
      let patience: NodeJS.Timeout | undefined
      await Promise.race([running, new Promise((over) => (patience = setTimeout(over, longestWaitAtStop)))])
      clearTimeout(patience)
    },
  }
}
