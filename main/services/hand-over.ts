import { instantOf, millisecondsOf, type Instant } from '@shared/model/instant'
import { ok, refuse, type Result } from '@shared/model/result'
import { decideMessageFate } from '@shared/policy/mail-attempts'
import type { PortalProfile } from '@shared/portals/portal-profile'
import type { Acting } from '../ports/acting'
import type { HandOver, MailServer, OutgoingMail } from '../ports/mailer'
import type { OutboxChanges, OutboxMessage } from '../ports/repositories/outbox-repository'
import type { Reset } from '../ports/repositories/reset-repository'
import type { ResetSecret } from '../ports/reset-secrets'
import type { ServicePorts } from '../ports/service-ports'
import type { Repositories } from '../ports/unit-of-work'
import { isMailAddress } from './mail-address'
import { replyToOf, senderOf, type MailSettings } from './mail-settings'
import { secretMark } from './message-view'
import { resetLifetimeMinutes } from './reset-lifetime'

export interface MailAttachment {
  readonly fileName: string
  readonly bytes: Uint8Array
}

/** The bytes of what goes with a message, by its number; refused when it is not there or not printable. */
export type AttachmentSource = (reference: string) => Promise<Result<MailAttachment>>

export type HandOverPorts = Pick<ServicePorts, 'unitOfWork' | 'clock' | 'mailer' | 'resetSecrets'> & { readonly attachmentOf: AttachmentSource }

/** What came of one message: its outcome, or `skipped` when somebody held, sent or changed it first. */
export type HandOverOutcome = HandOver['outcome'] | 'skipped'

interface Claimed {
  readonly message: OutboxMessage
  readonly version: number
}

type Claim = Result<Claimed, 'skipped' | 'refused'>

const expiryOf = (madeAt: Instant, reset: Reset): Instant => instantOf(millisecondsOf(madeAt) + resetLifetimeMinutes[reset.style] * 60_000)

/** Why a reset must not go any more: it has ended, or the account is no longer what it was made for (C3). */
async function resetObstacle(message: OutboxMessage, reset: Reset, { learners }: Repositories): Promise<string | undefined> {
  if (reset.endedAt !== null) return `not sent: ${reset.endedReason}`
  const learner = await learners.find(reset.learnerId)
  if (learner?.status === 'closed') return 'not sent: the account was closed meanwhile'
  return learner?.email === message.to ? undefined : 'not sent: the account has another address now, send a new reset'
}

async function record(repositories: Repositories, claimed: Claimed, changes: OutboxChanges, at: Instant, acting: Acting): Promise<void> {
  const { message } = claimed
  const written = await repositories.outbox.update(message.id, claimed.version, changes)
  if (written === 'stale') throw new Error('a message in flight was changed by somebody else')
  await repositories.audit.append(
    {
      at,
      operation: 'outbox.handOver',
      entity: 'message',
      entityId: message.id,
      learnerId: message.learnerId,
      reason: '',
      before: { state: message.state, attempts: message.attempts },
      after: { state: changes.state ?? message.state, attempts: changes.attempts ?? message.attempts + 1, answer: changes.lastAnswer ?? '' },
    },
    acting,
  )
}

/**
 * First transaction: marks the message as in flight, counts the attempt, and keeps the hash of a reset's new secret, so
 * that the old one is dead before the new one leaves. Whatever happens next, a row in flight is never sent in silence.
 */
function claimMessage(ports: HandOverPorts, message: OutboxMessage, secret: ResetSecret | undefined, acting: Acting): Promise<Claim> {
  return ports.unitOfWork.run(async (repositories): Promise<Claim> => {
    const at = ports.clock.now()
    const { outbox, resets } = repositories
    const reset = message.kind === 'reset' ? await resets.findByMessage(message.id) : undefined
    const obstacle = reset === undefined ? undefined : await resetObstacle(message, reset, repositories)
    const version = await outbox.update(message.id, message.version, {
      state: obstacle === undefined ? 'queued' : 'failed',
      heldUntil: null,
      nextAttemptAt: null,
      ...(obstacle === undefined ? { inFlightSince: at, attempts: message.attempts + 1 } : {}),
    })
    if (version === 'stale') return refuse('skipped')
    if (obstacle !== undefined) {
      await record(repositories, { message, version }, { state: 'failed', lastAnswer: obstacle, attempts: message.attempts }, at, acting)
      return ok({ message: { ...message, state: 'failed' }, version })
    }
    if (reset !== undefined && secret !== undefined) await resets.keepSecret(reset.id, { hash: secret.hash, madeAt: at, expiresAt: expiryOf(at, reset) })
    return ok({ message, version })
  })
}

/** Second transaction: what the server said. */
function settle(ports: HandOverPorts, claimed: Claimed, handed: HandOver, acting: Acting): Promise<Result<null>> {
  return ports.unitOfWork.run(async (repositories) => {
    const at = ports.clock.now()
    const fate = decideMessageFate(handed.outcome, claimed.message.attempts + 1)
    const base = { inFlightSince: null, lastAnswer: handed.answer } as const
    switch (fate.kind) {
      case 'handed_over':
        await record(repositories, claimed, { ...base, state: 'handed_over', handedOverAt: at }, at, acting)
        break
      case 'try_again':
        await record(repositories, claimed, { ...base, state: 'queued', nextAttemptAt: instantOf(millisecondsOf(at) + fate.afterMinutes * 60_000) }, at, acting)
        break
      case 'failed':
      case 'unknown':
        await record(repositories, claimed, { ...base, state: fate.kind }, at, acting)
        break
    }
    return ok(null)
  })
}

/** Ends a message that cannot go whatever the server says: no address, or an attachment that is not there. */
function fail(ports: HandOverPorts, message: OutboxMessage, answer: string, acting: Acting): Promise<Result<null>> {
  return ports.unitOfWork.run(async (repositories) => {
    const current = await repositories.outbox.find(message.id)
    if (current?.version !== message.version) return ok(null)
    await record(repositories, { message, version: message.version }, { state: 'failed', lastAnswer: answer, attempts: message.attempts }, ports.clock.now(), acting)
    return ok(null)
  })
}

async function attachmentsOf(ports: HandOverPorts, message: OutboxMessage): Promise<Result<readonly MailAttachment[]>> {
  const attachments: MailAttachment[] = []
  for (const reference of message.attachments) {
    const found = await ports.attachmentOf(reference)
    if (!found.ok) return refuse(found.error.code, { facts: { reference } })
    attachments.push(found.value)
  }
  return ok(attachments)
}

interface MailParts {
  readonly portal: PortalProfile | undefined
  readonly settings: MailSettings
  readonly attachments: readonly MailAttachment[]
  readonly secret: ResetSecret | undefined
  readonly date: Instant
}

function mailOf(message: OutboxMessage, { portal, settings, attachments, secret, date }: MailParts): OutgoingMail {
  return {
    messageId: message.messageId,
    date,
    from: senderOf(portal, settings),
    replyTo: replyToOf(portal, settings),
    to: message.to,
    subject: message.subject,
    text: secret === undefined ? message.body : message.body.replaceAll(secretMark, secret.text),
    attachments,
  }
}

/** A server may quote what it read; the secret must not come back by its answer. */
function withoutSecret(handed: HandOver, secret: ResetSecret | undefined): HandOver {
  return secret === undefined ? handed : { ...handed, answer: handed.answer.replaceAll(secret.text, secretMark) }
}

/** Hands one message over: claimed in one transaction, sent outside any, answered in another. */
export async function handOverMessage(ports: HandOverPorts, message: OutboxMessage, server: MailServer, settings: MailSettings, acting: Acting): Promise<HandOverOutcome> {
  if (!isMailAddress(message.to)) {
    await fail(ports, message, 'not sent: the address is not one that mail can go to', acting)
    return 'refused'
  }
  const attachments = await attachmentsOf(ports, message)
  if (!attachments.ok) {
    await fail(ports, message, `not sent: ${String(attachments.error.facts?.reference ?? 'an attachment')} is not there to be attached (${attachments.error.code})`, acting)
    return 'refused'
  }
  const { reset, portal } = await ports.unitOfWork.read(async ({ resets, portals }) => ({
    reset: message.kind === 'reset' ? await resets.findByMessage(message.id) : undefined,
    portal: await portals.find(message.portal),
  }))
  const secret = reset === undefined ? undefined : await ports.resetSecrets.make(reset.style)
  const claimed = await claimMessage(ports, message, secret, acting)
  if (!claimed.ok) return 'skipped'
  if (claimed.value.message.state === 'failed') return 'refused'
  const handed = withoutSecret(await ports.mailer.handOver(server, mailOf(message, { portal, settings, attachments: attachments.value, secret, date: ports.clock.now() })), secret)
  await settle(ports, claimed.value, handed, acting)
  return handed.outcome
}
