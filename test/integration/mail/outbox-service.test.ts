import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OutboxMessageView } from '@shared/contract/messages'
import type { HandOver, Mailer, OutgoingMail } from '../../../main/ports/mailer'
import { allBytesOf, openMailDesk, removeFolder, seededFolder, valueOf, type MailDesk } from '../../support/mail-desk'
import { openSmtpSink, type SmtpSink } from '../../support/smtp-sink'

const ada = { externalId: 'L-1', email: 'ada.okafor@clinic.example' }
const linus = { externalId: 'L-2', email: 'linus@clinic.example', givenName: 'Linus', portal: 'med-challenger' }

describe('the outbox', () => {
  let sink: SmtpSink
  let folder: string
  let desk: MailDesk

  beforeEach(async () => {
    sink = await openSmtpSink()
    folder = await seededFolder([ada, linus])
    desk = await openMailDesk(folder)
  })
  afterEach(async () => {
    await desk.close()
    await sink.close()
    await removeFolder(folder)
  })

  const configure = async (): Promise<void> => void valueOf(await desk.services.settings.write({ key: 'smtp.url', value: sink.url }, desk.acting))
  const sendReset = async (learnerId: string): Promise<string> => valueOf(await desk.services.resets.send({ learnerId }, desk.acting)).messageId
  const message = async (id: string): Promise<OutboxMessageView> => valueOf(await desk.services.outbox.open({ id }))

  it('lets everything wait without a server, and says so', async () => {
    const id = await sendReset('lrn_1')
    expect(await desk.services.outbox.sendNow(desk.acting)).toEqual({ ok: false, error: { code: 'smtp_not_configured' } })
    expect(await message(id)).toMatchObject({ state: 'queued', attempts: 0 })
  })

  it('hands over with the server’s answer, and writes one audit entry for it', async () => {
    await configure()
    const id = await sendReset('lrn_1')
    expect(valueOf(await desk.services.outbox.sendNow(desk.acting))).toEqual({ handedOver: 1, failed: 0, waiting: 0 })
    expect(await message(id)).toMatchObject({ state: 'handed_over', attempts: 1, lastAnswer: expect.stringMatching(/^250/) as string })
    const history = valueOf(await desk.services.history.ofLearner({ id: 'lrn_1', offset: 0, limit: 10 }))
    expect(history.entries.map((entry) => entry.operation)).toEqual(['outbox.handOver', 'resets.send'])
    expect(await desk.services.history.verify()).toEqual({ verified: 3, brokenAt: null })
  })

  it('tries again after a passing refusal, later each time, under the same Message-ID', async () => {
    await configure()
    const id = await sendReset('lrn_1')
    sink.failNext('recipient_later', 'message_later')
    await desk.services.outbox.handOverDue(desk.acting)
    expect(await message(id)).toMatchObject({ state: 'queued', attempts: 1, nextAttemptAt: '2026-11-20T20:01:00.000Z' })
    expect(valueOf(await desk.services.outbox.handOverDue(desk.acting)).handedOver).toBe(0)
    expect((await message(id)).attempts).toBe(1)
    desk.pass(60)
    await desk.services.outbox.handOverDue(desk.acting)
    expect(await message(id)).toMatchObject({ state: 'queued', attempts: 2, nextAttemptAt: '2026-11-20T20:03:00.000Z' })
    desk.pass(120)
    expect(valueOf(await desk.services.outbox.handOverDue(desk.acting)).handedOver).toBe(1)
    expect(sink.received).toHaveLength(1)
  })

  it('fails for good on a final refusal, and a person may queue it again', async () => {
    await configure()
    const id = await sendReset('lrn_1')
    sink.failNext('recipient_refused')
    expect(valueOf(await desk.services.outbox.sendNow(desk.acting))).toMatchObject({ failed: 1 })
    const failed = await message(id)
    expect(failed).toMatchObject({ state: 'failed', lastAnswer: '550 no such mailbox' })
    valueOf(await desk.services.outbox.queue({ id, version: failed.version }, desk.acting))
    expect(valueOf(await desk.services.outbox.sendNow(desk.acting))).toMatchObject({ handedOver: 1 })
  })

  it('never sends again by itself what may have arrived', async () => {
    await configure()
    const id = await sendReset('lrn_1')
    sink.failNext('cut_after_text')
    await desk.services.outbox.sendNow(desk.acting)
    const unknown = await message(id)
    expect(unknown.state).toBe('unknown')
    desk.pass(86_400)
    expect(valueOf(await desk.services.outbox.sendNow(desk.acting))).toEqual({ handedOver: 0, failed: 0, waiting: 0 })
    await desk.services.outbox.handOverDue(desk.acting)
    expect(sink.received).toHaveLength(1)
    valueOf(await desk.services.outbox.queue({ id, version: unknown.version }, desk.acting))
    expect(valueOf(await desk.services.outbox.sendNow(desk.acting)).handedOver).toBe(1)
    expect(sink.received.map((mail) => mail.messageId)).toEqual([sink.received[0]?.messageId, sink.received[0]?.messageId])
  })

  it('leaves a message unknown when the program ends while the server is asked', async () => {
    await configure()
    const id = await sendReset('lrn_1')
    await desk.close()
    // The program dies after the server took the mail: nothing after the hand-over is ever written.
    let tookMail: (mail: OutgoingMail) => void = () => undefined
    const taken = new Promise<OutgoingMail>((settle) => (tookMail = settle))
    const dying: Mailer = {
      handOver(_server, mail) {
        tookMail(mail)
        return new Promise<HandOver>(() => undefined)
      },
    }
    const doomed = await openMailDesk(folder, { mailer: dying })
    void doomed.services.outbox.sendNow(doomed.acting)
    expect((await taken).to).toBe(ada.email)
    await doomed.close()
    desk = await openMailDesk(folder)
    expect(await desk.services.outbox.settleInterrupted()).toBe(1)
    expect(await message(id)).toMatchObject({ state: 'unknown', attempts: 1 })
    expect(valueOf(await desk.services.outbox.sendNow(desk.acting)).handedOver).toBe(0)
    expect(sink.received).toEqual([])
  })

  it('can be held back for some seconds in the window, and goes at once when told to', async () => {
    await configure()
    await desk.close()
    desk = await openMailDesk(folder, { via: 'window' })
    const id = await sendReset('lrn_1')
    expect(valueOf(await desk.services.outbox.handOverDue(desk.acting)).handedOver).toBe(0)
    valueOf(await desk.services.outbox.hold({ id, version: (await message(id)).version, hold: true }, desk.acting))
    desk.pass(3600)
    expect(valueOf(await desk.services.outbox.handOverDue(desk.acting)).handedOver).toBe(0)
    valueOf(await desk.services.outbox.hold({ id, version: (await message(id)).version, hold: false }, desk.acting))
    expect(valueOf(await desk.services.outbox.handOverDue(desk.acting)).handedOver).toBe(1)
    await sendReset('lrn_2')
    expect(valueOf(await desk.services.outbox.sendNow(desk.acting)).handedOver).toBe(1)
  })

  it('goes by itself once the seconds to hold it back are over', async () => {
    await configure()
    await desk.close()
    desk = await openMailDesk(folder, { via: 'window' })
    await sendReset('lrn_1')
    desk.pass(9)
    expect(valueOf(await desk.services.outbox.handOverDue(desk.acting)).handedOver).toBe(0)
    desk.pass(1)
    expect(valueOf(await desk.services.outbox.handOverDue(desk.acting)).handedOver).toBe(1)
  })

  it('refuses what another has changed meanwhile, and what its state does not allow', async () => {
    const id = await sendReset('lrn_1')
    const { version } = await message(id)
    valueOf(await desk.services.outbox.hold({ id, version, hold: true }, desk.acting))
    expect(await desk.services.outbox.hold({ id, version, hold: false }, desk.acting)).toMatchObject({ ok: false, error: { code: 'stale' } })
    expect(await desk.services.outbox.queue({ id, version: version + 1 }, desk.acting)).toMatchObject({ ok: false, error: { code: 'message_state_wrong' } })
    expect(await desk.services.outbox.editDraft({ id, version: version + 1, subject: 'a', body: 'b' }, desk.acting)).toMatchObject({ ok: false, error: { code: 'message_state_wrong' } })
  })

  it('stops asking a server that cannot be reached, and nothing is lost', async () => {
    valueOf(await desk.services.settings.write({ key: 'smtp.url', value: 'smtp://127.0.0.1:1' }, desk.acting))
    const id = await sendReset('lrn_1')
    expect(valueOf(await desk.services.outbox.sendNow(desk.acting))).toEqual({ handedOver: 0, failed: 0, waiting: 1 })
    expect(await message(id)).toMatchObject({ state: 'queued', attempts: 1, lastAnswer: expect.stringContaining('ECONNREFUSED') as string })
  })

  it('keeps the secret out of the store, its answers and the folder', async () => {
    await configure()
    const id = await sendReset('lrn_1')
    sink.failNext('echoes_text')
    await desk.services.outbox.sendNow(desk.acting)
    expect((await message(id)).lastAnswer).toContain('[secret]')
    valueOf(await desk.services.outbox.queue({ id, version: (await message(id)).version }, desk.acting))
    await desk.services.outbox.sendNow(desk.acting)
    const secret = /^ {4}([a-z0-9]{12})\r?$/m.exec(sink.received[0]?.text ?? '')?.[1] ?? ''
    expect(secret).toHaveLength(12)
    expect((await message(id)).body).toContain('    [secret]\n')
    const bytes = await allBytesOf(folder)
    expect(bytes.includes(ada.email)).toBe(true)
    expect(bytes.includes(secret)).toBe(false)
  })
})
