import { afterEach, describe, expect, it } from 'vitest'
import { createSmtpMailer } from '../../../main/adapters/smtp-mailer'
import type { MailServer, OutgoingMail } from '../../../main/ports/mailer'
import { openSmtpSink, type SinkFault, type SmtpSink, type SmtpSinkOptions } from '../../support/smtp-sink'

const mail: OutgoingMail = {
  messageId: 'one@desk.example',
  date: '2026-11-20T20:00:00.000Z',
  from: { name: 'Haymarket myCME Support', address: 'support@haymarket-mycme.example' },
  replyTo: '',
  to: 'ada.okafor@clinic.example',
  subject: 'Grüße, Ada',
  text: 'One line.\n.\nAnother after a lone dot.',
  attachments: [{ fileName: 'certificate.pdf', bytes: new TextEncoder().encode('%PDF-1.7 of a kind') }],
}

describe('handing a mail over by SMTP', () => {
  let sink: SmtpSink | undefined
  afterEach(async () => sink?.close())

  const open = async (options: SmtpSinkOptions = {}): Promise<SmtpSink> => (sink = await openSmtpSink(options))
  const server = (port: number, more: Partial<MailServer> = {}): MailServer => ({ tls: 'loopback', host: '127.0.0.1', port, user: '', password: '', ...more })

  it('delivers text, subject and attachment as they are', async () => {
    const { port, received } = await open()
    expect(await createSmtpMailer().handOver(server(port), mail)).toMatchObject({ outcome: 'accepted' })
    expect(received).toHaveLength(1)
    expect(received[0]).toMatchObject({ from: 'support@haymarket-mycme.example', to: ['ada.okafor@clinic.example'], messageId: 'one@desk.example' })
    expect(received[0]?.text).toContain('One line.\r\n.\r\nAnother after a lone dot.')
    expect(received[0]?.raw).toContain(Buffer.from('%PDF-1.7 of a kind').toString('base64'))
  })

  it.each<[SinkFault, string, number]>([
    ['cut_at_greeting', 'not_reached', 0],
    ['sender_refused', 'refused', 0],
    ['recipient_later', 'later', 0],
    ['recipient_refused', 'refused', 0],
    ['cut_before_text', 'not_reached', 0],
    ['message_later', 'later', 0],
    ['message_refused', 'refused', 0],
    ['cut_after_text', 'unknown', 1],
    ['silent_after_text', 'unknown', 1],
  ])('tells what is known after %s: %s', async (fault, outcome, arrived) => {
    const faulty = await open()
    faulty.failNext(fault)
    const mailer = createSmtpMailer({ connection: 2000, silence: 1000, whole: 5000 })
    const handed = await mailer.handOver(server(faulty.port), mail)
    expect(handed.outcome).toBe(outcome)
    expect(handed.answer).not.toBe('')
    expect(faulty.received).toHaveLength(arrived)
  })

  it('has reached nobody where no server listens', async () => {
    const gone = await open()
    await gone.close()
    sink = undefined
    expect(await createSmtpMailer().handOver(server(gone.port), mail)).toMatchObject({ outcome: 'not_reached' })
  })

  it('sends nothing in clear where TLS is required and not offered', async () => {
    const { port, received } = await open()
    const handed = await createSmtpMailer().handOver(server(port, { tls: 'starttls_required' }), mail)
    expect(handed.outcome).toBe('not_reached')
    expect(received).toEqual([])
  })

  it('sends nothing to a server whose certificate nobody vouches for', async () => {
    const { port, received } = await open({ offersTls: true })
    expect(await createSmtpMailer().handOver(server(port, { tls: 'starttls_required' }), mail)).toMatchObject({ outcome: 'not_reached' })
    expect(received).toEqual([])
  })

  it('takes TLS on loopback where it is offered, with a certificate of its own', async () => {
    const { port, received } = await open({ offersTls: true })
    expect(await createSmtpMailer().handOver(server(port), mail)).toMatchObject({ outcome: 'accepted' })
    expect(received[0]?.secure).toBe(true)
  })

  it('logs in, and treats a refused log-in as a matter of the settings', async () => {
    const { port, received } = await open({ login: { user: 'desk', password: 'right-password' } })
    const wrong = await createSmtpMailer().handOver(server(port, { user: 'desk', password: 'wrong-password' }), mail)
    expect(wrong.outcome).toBe('not_reached')
    expect(wrong.answer).not.toContain('wrong-password')
    expect(await createSmtpMailer().handOver(server(port, { user: 'desk', password: 'right-password' }), mail)).toMatchObject({ outcome: 'accepted' })
    expect(received).toHaveLength(1)
  })

  it('lets no line break of a name or subject become a header', async () => {
    const { port, received } = await open()
    const hostile = { ...mail, subject: 'Hello\r\nBcc: everybody@clinic.example', from: { name: 'Desk\r\nX-Evil: 1', address: mail.from.address } }
    expect(await createSmtpMailer().handOver(server(port), hostile)).toMatchObject({ outcome: 'accepted' })
    const heads = received[0]?.raw.split('\r\n\r\n')[0] ?? ''
    expect(heads).toContain('Subject: Hello')
    expect(heads).not.toMatch(/^(Bcc|X-Evil):/im)
    expect(received[0]?.to).toEqual(['ada.okafor@clinic.example'])
  })
})
