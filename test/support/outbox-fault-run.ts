import { ok } from '@shared/model/result'
import type { HandOver, Mailer } from '../../main/ports/mailer'
import { createSmtpMailer } from '../../main/adapters/smtp-mailer'
import { openMailDesk, removeFolder, seededFolder, valueOf, type MailDesk } from './mail-desk'
import { openSmtpSink, type SinkFault } from './smtp-sink'

/** A fault of the server, or the program's end just before or just after the server took the mail. */
type RunFault = SinkFault | 'none' | 'killed_before_server' | 'killed_after_server'

const faults: readonly RunFault[] = [
  'none', 'cut_at_greeting', 'sender_refused', 'recipient_later', 'recipient_refused', 'cut_before_text', 'message_later',
  'message_refused', 'cut_after_text', 'silent_after_text', 'killed_before_server', 'killed_after_server',
]

/** What a run came to; the first three must be empty. */
export interface FaultRun {
  /** Arrived more than once though no person confirmed it. */
  readonly twice: readonly string[]
  /** Said to be handed over, and never arrived. */
  readonly lost: readonly string[]
  /** Said to have failed or to wait, and arrived. */
  readonly denied: readonly string[]
  readonly states: Readonly<Record<string, number>>
}

/** Repeatable chance (mulberry32): the seed is printed with the result. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Sends so many messages through random faults and kills, until none is due any more. `lies` bends what the mailer tells: the control. */
export async function runOutboxFaults(seed: number, messages: number, lies: (handed: HandOver) => HandOver = (handed) => handed): Promise<FaultRun> {
  const random = chance(seed)
  const pick = (): RunFault => faults[Math.floor(random() * faults.length)] ?? 'none'
  const sink = await openSmtpSink()
  const folder = await seededFolder([])
  const real = createSmtpMailer({ connection: 2000, silence: 150, whole: 3000 })
  let killed: (() => void) | undefined
  const endless = (): Promise<HandOver> => {
    killed?.()
    return new Promise(() => undefined)
  }
  const mailer: Mailer = {
    async handOver(server, mail) {
      const fault = pick()
      if (fault === 'killed_before_server') return endless()
      if (fault !== 'none' && fault !== 'killed_after_server') sink.failNext(fault)
      const handed = await real.handOver(server, mail)
      return fault === 'killed_after_server' ? endless() : lies(handed)
    },
  }
  let desk: MailDesk = await openMailDesk(folder, { mailer })
  let passed = 0
  try {
    valueOf(await desk.services.settings.write({ key: 'smtp.url', value: sink.url }, desk.acting))
    await queueMessages(desk, messages)
    for (let round = 0; round < 400; round += 1) {
      const end = new Promise<'killed'>((settle) => (killed = () => settle('killed')))
      const ended = await Promise.race([desk.services.outbox.handOverDue(desk.acting), end])
      if (ended === 'killed') {
        // The process is gone: what it would have written never is; the next one opens the same folder.
        await desk.close()
        desk = await openMailDesk(folder, { mailer })
        desk.pass(passed)
        await desk.services.outbox.settleInterrupted()
      }
      const waiting = (await desk.services.outbox.listAll()).filter((message) => message.state === 'queued').length
      if (waiting === 0) break
      desk.pass(4 * 3600)
      passed += 4 * 3600
    }
    const listed = await desk.services.outbox.listAll()
    const arrivals = (id: string): number => sink.received.filter((mail) => mail.messageId === id).length
    const named = (states: readonly string[], arrived: (count: number) => boolean): string[] =>
      listed.filter((message) => states.includes(message.state) && arrived(arrivals(message.messageId))).map((message) => message.messageId)
    return {
      twice: listed.filter((message) => arrivals(message.messageId) > 1).map((message) => message.messageId),
      lost: named(['handed_over'], (count) => count === 0),
      denied: named(['failed', 'queued'], (count) => count > 0),
      states: Object.fromEntries(['handed_over', 'failed', 'unknown', 'queued'].map((state) => [state, listed.filter((message) => message.state === state).length])),
    }
  } finally {
    await desk.close()
    await sink.close()
    await removeFolder(folder)
  }
}

async function queueMessages(desk: MailDesk, count: number): Promise<void> {
  await desk.ports.unitOfWork.run(async ({ outbox }) => {
    for (let index = 0; index < count; index += 1) {
      await outbox.add({
        learnerId: null,
        kind: 'other',
        to: `learner${String(index)}@clinic.example`,
        portal: 'haymarket-mycme',
        subject: `Message ${String(index)}`,
        body: 'What was to be said.',
        state: 'queued',
        messageId: `${String(index)}@faults.example`,
        createdAt: desk.ports.clock.now(),
        createdBy: 'Dana Whitfield',
      })
    }
    return ok(null)
  })
}
