import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** What the server does wrong, once per fault, at the next connection or message. */
export type SinkFault =
  | 'cut_at_greeting'
  | 'sender_refused'
  | 'recipient_later'
  | 'recipient_refused'
  | 'cut_before_text'
  | 'message_later'
  | 'message_refused'
  | 'cut_after_text'
  | 'silent_after_text'
  | 'echoes_text'

export interface ReceivedMail {
  readonly from: string
  readonly to: readonly string[]
  /** The mail as it came, headers and body. */
  readonly raw: string
  /** The body with its transfer encoding undone. */
  readonly text: string
  readonly messageId: string
  readonly secure: boolean
}

/** A real SMTP server on loopback that keeps what it is given, also what it then refuses to confirm. */
export interface SmtpSink {
  readonly port: number
  readonly url: string
  /** Mails whose text arrived in full and was confirmed, or was cut or left unanswered after it. */
  readonly received: readonly ReceivedMail[]
  failNext(...faults: readonly SinkFault[]): void
  /** Settles once so many mails arrived in full. */
  untilReceived(count: number): Promise<void>
  close(): Promise<void>
}

export interface SmtpSinkOptions {
  readonly offersTls?: boolean
  readonly login?: { readonly user: string; readonly password: string }
}

const undone = (body: string): string =>
  Buffer.from(
    body.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_match, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')

const failure = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode })

/** Starts a sink on a free port. */
export async function openSmtpSink(options: SmtpSinkOptions = {}): Promise<SmtpSink> {
  const faults: SinkFault[] = []
  const received: ReceivedMail[] = []
  const sockets = new Set<Socket>()
  const waiting: { count: number; settle: () => void }[] = []
  const take = (...kinds: readonly SinkFault[]): SinkFault | undefined => (kinds.some((kind) => kind === faults[0]) ? faults.shift() : undefined)
  const cut = (): void => {
    for (const socket of sockets) socket.destroy()
  }

  const server = new SMTPServer({
    hideSTARTTLS: options.offersTls !== true,
    authOptional: options.login === undefined,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    closeTimeout: 100,
    onAuth(auth, _session, done) {
      const right = auth.username === options.login?.user && auth.password === options.login?.password
      if (right) done(null, { user: auth.username })
      else done(failure(535, 'not these credentials'))
    },
    onConnect(_session, done) {
      if (take('cut_at_greeting') === undefined) done()
      else cut()
    },
    onMailFrom(_address, _session, done) {
      done(take('sender_refused') === undefined ? null : failure(550, 'this sender not'))
    },
    onRcptTo(_address, _session, done) {
      const fault = take('recipient_later', 'recipient_refused', 'cut_before_text')
      if (fault === 'cut_before_text') cut()
      else if (fault === undefined) done()
      else done(fault === 'recipient_later' ? failure(451, 'greylisted, come again') : failure(550, 'no such mailbox'))
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8')
        const fault = take('message_later', 'message_refused', 'cut_after_text', 'silent_after_text', 'echoes_text')
        const text = undone(raw.slice(raw.indexOf('\r\n\r\n') + 4))
        const refusals = {
          message_later: failure(452, 'no room just now'),
          message_refused: failure(554, 'not wanted'),
          echoes_text: failure(554, `not wanted: ${text.replace(/\s+/g, ' ')}`),
        } as const
        if (fault === 'message_later' || fault === 'message_refused' || fault === 'echoes_text') {
          done(refusals[fault])
          return
        }
        const { mailFrom, rcptTo } = session.envelope
        received.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map((recipient) => recipient.address),
          raw,
          text,
          messageId: /^Message-ID: <(.*)>\r?$/im.exec(raw)?.[1] ?? '',
          secure: session.secure,
        })
        for (const waiter of waiting) if (received.length >= waiter.count) waiter.settle()
        if (fault === 'cut_after_text') cut()
        else if (fault !== 'silent_after_text') done()
      })
    },
  })
  server.on('error', () => undefined)
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening))
  const { port } = portOf(server.server.address())
  const login = options.login === undefined ? '' : `${options.login.user}:${options.login.password}@`
  return {
    port,
    url: `smtp://${login}127.0.0.1:${String(port)}`,
    received,
    failNext: (...next) => void faults.push(...next),
    untilReceived: (count) =>
      new Promise((settle) => {
        if (received.length >= count) settle()
        else waiting.push({ count, settle })
      }),
    async close() {
      cut()
      await new Promise<void>((closed) => server.close(closed))
    },
  }
}

function portOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('the sink listens on no port')
  return address
}
