import type { HandlerResult, Input } from '@shared/contract'
import { instantOf, millisecondsOf } from '@shared/model/instant'
import { recordNumber } from '@shared/model/record-id'
import { ok, refuse, type Result } from '@shared/model/result'
import type { Acting } from '../ports/acting'
import type { AuditValues } from '../ports/repositories/audit-repository'
import type { OutboxChanges, OutboxMessage } from '../ports/repositories/outbox-repository'
import { SecretsUnreadable } from '../ports/secret-store'
import type { ServicePorts } from '../ports/service-ports'
import type { Repositories } from '../ports/unit-of-work'
import { handOverMessage, type AttachmentSource } from './hand-over'
import { mailServerFor, readMailSettings, type MailSettings } from './mail-settings'
import { outboxRowViewOf } from './message-view'

/** What a round of handing over came to. */
export interface HandOverRound {
  readonly handedOver: number
  readonly failed: number
  readonly unknown: number
}

export interface OutboxService {
  list(input: Input<'outbox.list'>): Promise<HandlerResult<'outbox.list'>>
  open(input: Input<'outbox.open'>): Promise<HandlerResult<'outbox.open'>>
  editDraft(input: Input<'outbox.editDraft'>, acting: Acting): Promise<HandlerResult<'outbox.editDraft'>>
  /** A draft is queued; so is, on a person's word, one that failed or of which nobody knows whether it arrived. */
  queue(input: Input<'outbox.queue'>, acting: Acting): Promise<HandlerResult<'outbox.queue'>>
  hold(input: Input<'outbox.hold'>, acting: Acting): Promise<HandlerResult<'outbox.hold'>>
  sendNow(acting: Acting): Promise<HandlerResult<'outbox.sendNow'>>
  /** Every message, newest first, with its whole address: for the command line. */
  listAll(): Promise<readonly OutboxMessage[]>
  /** Hands over what is due; `signal` ends the round after the message under way. */
  handOverDue(acting: Acting, signal?: AbortSignal): Promise<Result<HandOverRound, 'smtp_not_configured' | 'secrets_unreadable'>>
  /** At start: what a crash left in flight becomes unknown, for a person to decide. Answers how many. */
  settleInterrupted(): Promise<number>
}

type OutboxPorts = Pick<ServicePorts, 'unitOfWork' | 'clock' | 'mailer' | 'resetSecrets' | 'secrets'> & { readonly attachmentOf: AttachmentSource }

/** A dead server is not asked for message after message: this many failures to reach it in a row end the round. */
const failuresToReachBeforePause = 3

const startActing: Acting = { actor: 'CME Desk', operatingSystemUser: '', via: 'job' }

/** One line, as a header needs it. */
const oneLine = (text: string): string => text.normalize('NFC').replace(/[\p{Cc}\s]+/gu, ' ').trim()

/** When a message queued now may go: in the window there are some seconds to hold it back. */
export function holdEnd(now: string, settings: MailSettings, acting: Acting): string | null {
  return acting.via === 'window' && settings.holdSeconds > 0 ? instantOf(millisecondsOf(now) + settings.holdSeconds * 1000) : null
}

export function createOutboxService(ports: OutboxPorts): OutboxService {
  const { unitOfWork, clock, secrets } = ports
  // Rounds follow each other: two at once would only claim messages away from one another.
  let lastRound: Promise<unknown> = Promise.resolve()

  async function change(
    repositories: Repositories,
    message: OutboxMessage,
    operation: string,
    changes: OutboxChanges,
    values: { readonly before: AuditValues; readonly after: AuditValues },
    acting: Acting,
  ): Promise<Result<number, 'stale'>> {
    const version = await repositories.outbox.update(message.id, message.version, changes)
    if (version === 'stale') return refuse('stale')
    await repositories.audit.append(
      { at: clock.now(), operation, entity: 'message', entityId: message.id, learnerId: message.learnerId, reason: '', ...values },
      acting,
    )
    return ok(version)
  }

  /** The message if it is there, still has that version, and nobody is sending it. */
  async function current(repositories: Repositories, id: string, version: number): Promise<Result<OutboxMessage, 'not_found' | 'stale' | 'message_state_wrong'>> {
    const message = await repositories.outbox.find(recordNumber('message', id) ?? -1)
    if (message === undefined) return refuse('not_found')
    if (message.inFlightSince !== null) return refuse('message_state_wrong')
    return message.version === version ? ok(message) : refuse('stale')
  }

  async function round(everything: boolean, acting: Acting, signal?: AbortSignal): Promise<Result<HandOverRound, 'smtp_not_configured' | 'secrets_unreadable'>> {
    const { settings, waiting } = await unitOfWork.read(async (repositories) => ({
      settings: await readMailSettings(repositories.settings),
      waiting: await repositories.outbox.listWaiting(clock.now(), everything),
    }))
    if (settings.serverUrl === '') return refuse('smtp_not_configured')
    let handedOver = 0
    let failed = 0
    let unknown = 0
    if (waiting.length === 0) return ok({ handedOver, failed, unknown })
    const server = await mailServerFor(settings.serverUrl, secrets).catch((error: unknown) => {
      if (error instanceof SecretsUnreadable) return 'secrets_unreadable' as const
      throw error
    })
    if (server === 'secrets_unreadable') return refuse('secrets_unreadable')
    if (server === undefined) return refuse('smtp_not_configured')
    let notReached = 0
    for (const message of waiting) {
      if (signal?.aborted === true) break
      const outcome = await handOverMessage(ports, message, server, settings, acting)
      if (outcome === 'accepted') handedOver += 1
      if (outcome === 'refused') failed += 1
      if (outcome === 'unknown') unknown += 1
      notReached = outcome === 'not_reached' ? notReached + 1 : 0
      if (notReached === failuresToReachBeforePause) break
    }
    return ok({ handedOver, failed, unknown })
  }

  function nextRound(everything: boolean, acting: Acting, signal?: AbortSignal): ReturnType<typeof round> {
    const next = lastRound.catch(() => undefined).then(() => round(everything, acting, signal))
    lastRound = next
    return next
  }

  return {
    list({ offset, limit, state }) {
      return unitOfWork.read(async ({ outbox, settings }) => {
        const rows = await outbox.list({ offset, limit, ...(state === undefined ? {} : { state }) })
        return ok({
          total: await outbox.count(state),
          counts: await outbox.countsByState(),
          rows: rows.map(outboxRowViewOf),
          smtpConfigured: (await readMailSettings(settings)).serverUrl !== '',
        })
      })
    },
    open({ id }) {
      return unitOfWork.read(async ({ outbox }): Promise<HandlerResult<'outbox.open'>> => {
        const message = await outbox.find(recordNumber('message', id) ?? -1)
        if (message === undefined) return refuse('not_found')
        return ok({ ...outboxRowViewOf(message), to: message.to, body: message.body, attachments: [...message.attachments] })
      })
    },
    editDraft(input, acting) {
      return unitOfWork.run(async (repositories): Promise<HandlerResult<'outbox.editDraft'>> => {
        const found = await current(repositories, input.id, input.version)
        if (!found.ok) return found
        const message = found.value
        if (message.state !== 'draft') return refuse('message_state_wrong')
        const subject = oneLine(input.subject)
        const body = input.body.normalize('NFC').replaceAll('\r\n', '\n')
        if (subject === '') return refuse('field_missing', { field: 'subject' })
        if (body.trim() === '') return refuse('field_missing', { field: 'body' })
        if (subject === message.subject && body === message.body) return ok({ version: message.version })
        const values = { before: { subject: message.subject, body: message.body }, after: { subject, body } }
        const changed = await change(repositories, message, 'outbox.editDraft', { subject, body }, values, acting)
        return changed.ok ? ok({ version: changed.value }) : changed
      })
    },
    queue(input, acting) {
      return unitOfWork.run(async (repositories): Promise<HandlerResult<'outbox.queue'>> => {
        const found = await current(repositories, input.id, input.version)
        if (!found.ok) return found
        const message = found.value
        if (!['draft', 'failed', 'unknown', 'bounced'].includes(message.state)) return refuse('message_state_wrong')
        const reset = message.kind === 'reset' ? await repositories.resets.findByMessage(message.id) : undefined
        if (reset !== undefined && reset.endedAt !== null) return refuse('message_state_wrong')
        const heldUntil = holdEnd(clock.now(), await readMailSettings(repositories.settings), acting)
        const values = { before: { state: message.state }, after: { state: 'queued' } }
        const changed = await change(repositories, message, 'outbox.queue', { state: 'queued', heldUntil, nextAttemptAt: null }, values, acting)
        return changed.ok ? ok({}) : changed
      })
    },
    hold(input, acting) {
      return unitOfWork.run(async (repositories): Promise<HandlerResult<'outbox.hold'>> => {
        const found = await current(repositories, input.id, input.version)
        if (!found.ok) return found
        const message = found.value
        if (message.state !== (input.hold ? 'queued' : 'held')) return refuse('message_state_wrong')
        const state = input.hold ? 'held' : 'queued'
        const values = { before: { state: message.state }, after: { state } }
        const changed = await change(repositories, message, 'outbox.hold', { state, heldUntil: null, nextAttemptAt: null }, values, acting)
        return changed.ok ? ok({}) : changed
      })
    },
    async sendNow(acting) {
      const sent = await nextRound(true, acting)
      if (!sent.ok) return sent
      const waiting = await unitOfWork.read(async ({ outbox }) => (await outbox.count('queued')) + (await outbox.count('held')))
      return ok({ handedOver: sent.value.handedOver, failed: sent.value.failed + sent.value.unknown, waiting })
    },
    listAll: () => unitOfWork.read(async ({ outbox }) => outbox.list({ offset: 0, limit: await outbox.count() })),
    handOverDue: (acting, signal) => nextRound(false, acting, signal),
    async settleInterrupted() {
      // Looked at before anything is written: most starts find nothing.
      const left = await unitOfWork.read(({ outbox }) => outbox.listInterrupted())
      if (left.length === 0) return 0
      await unitOfWork.run(async (repositories) => {
        for (const message of left) {
          const answer = 'The program ended while the server was being asked; nobody knows whether the message arrived.'
          const changes = { state: 'unknown', inFlightSince: null, lastAnswer: answer } as const
          const values = { before: { state: message.state }, after: { state: 'unknown' } }
          await change(repositories, message, 'outbox.settleInterrupted', changes, values, startActing)
        }
        return ok(null)
      })
      return left.length
    },
  }
}
