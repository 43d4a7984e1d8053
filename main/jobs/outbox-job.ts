import type { Acting } from '../ports/acting'
import type { Log } from '../ports/log'
import type { OutboxService } from '../services/outbox-service'

/** Hands over what is due, again and again, while the window has the desk. */
export interface OutboxJob {
  /** Settles what a crash left in flight, then begins. */
  start(): Promise<void>
  /** Ends after the round under way, if there is one. */
  stop(): Promise<void>
}

export interface OutboxJobParts {
  readonly outbox: Pick<OutboxService, 'handOverDue' | 'settleInterrupted'>
  readonly log: Log
  readonly operatingSystemUser: string
  /** Milliseconds between rounds; the holding back of a message is counted in seconds, so this is short. */
  readonly everyMilliseconds?: number
}

export function createOutboxJob({ outbox, log, operatingSystemUser, everyMilliseconds = 2000 }: OutboxJobParts): OutboxJob {
  const acting: Acting = { actor: 'outbox', operatingSystemUser, via: 'job' }
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  let stopped = false
  let waitsForSecrets = false

  async function round(): Promise<void> {
    try {
      const done = await outbox.handOverDue(acting)
      const blocked = !done.ok && done.error.code === 'secrets_unreadable'
      if (blocked && !waitsForSecrets) log.info('outbox_waits_for_secrets')
      waitsForSecrets = blocked
      if (done.ok && done.value.handedOver + done.value.failed + done.value.unknown > 0) log.info('outbox_round', { ...done.value })
    } catch (error) {
      log.fault('outbox_round_failed', error)
    }
  }

  function later(): void {
    if (stopped) return
    timer = setTimeout(() => {
      running = round().finally(later)
    }, everyMilliseconds)
  }

  return {
    async start() {
      stopped = false
      const unknown = await outbox.settleInterrupted()
      if (unknown > 0) log.info('outbox_interrupted', { unknown })
      later()
    },
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
