import { Readable } from 'node:stream'
import type SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { HandOver, Mailer, MailServer, OutgoingMail } from '../ports/mailer'

/** How long the server may be silent, and how long one hand-over may last in all, in milliseconds. */
export interface MailerPatience {
  readonly connection: number
  readonly silence: number
  readonly whole: number
}

const usualPatience: MailerPatience = { connection: 15_000, silence: 60_000, whole: 300_000 }

type Stage = 'connecting' | 'logging_in' | 'sending'

/** Codes by which a server asks for TLS or a log-in first: a matter of the settings, not of this message. */
const settingsCodes: ReadonlySet<number> = new Set([530, 534, 535, 538])

/** The whole mail as bytes. Nothing is fetched by name or address: a text must not pull in a file. */
async function compose(mail: OutgoingMail): Promise<Buffer> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer')
  return new MailComposer({
    from: { name: mail.from.name, address: mail.from.address },
    ...(mail.replyTo === '' ? {} : { replyTo: mail.replyTo }),
    to: { name: '', address: mail.to },
    subject: mail.subject,
    text: mail.text,
    date: new Date(mail.date),
    messageId: `<${mail.messageId}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    attachments: mail.attachments.map((attachment) => ({ filename: attachment.fileName, content: Buffer.from(attachment.bytes), contentType: 'application/pdf' })),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build()
}

/** The library is read from the disk here: most commands send nothing. */
async function connectionTo(server: MailServer, patience: MailerPatience): Promise<SMTPConnection> {
  const { default: Connection } = await import('nodemailer/lib/smtp-connection')
  return new Connection({
    host: server.host,
    port: server.port,
    secure: server.tls === 'implicit',
    // Without this a line in the middle strips STARTTLS and everything goes in clear, reported as a success.
    requireTLS: server.tls === 'starttls_required',
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: server.tls !== 'loopback' },
    connectionTimeout: patience.connection,
    greetingTimeout: patience.connection,
    socketTimeout: patience.silence,
    logger: false,
    debug: false,
  })
}

interface Fault {
  readonly response: string
  readonly responseCode: number | undefined
  readonly code: string
  readonly message: string
}

function faultOf(error: unknown): Fault {
  const known = typeof error === 'object' && error !== null ? error : {}
  const text = (name: 'response' | 'code' | 'message'): string => {
    const value: unknown = name in known ? Reflect.get(known, name) : undefined
    return typeof value === 'string' ? value : ''
  }
  const responseCode: unknown = 'responseCode' in known ? known.responseCode : undefined
  return { response: text('response'), code: text('code'), message: text('message'), responseCode: typeof responseCode === 'number' ? responseCode : undefined }
}

/**
 * What an error means. The library gives the same code for "never sent" and "accepted, then cut off", so the stage and
 * whether the text began to leave decide, not the code: a server's own number is an answer, a broken line after the
 * text began is not.
 */
function outcomeOf(fault: Fault, stage: Stage, textBegan: boolean): HandOver['outcome'] {
  if (stage !== 'sending') return 'not_reached'
  if (fault.responseCode !== undefined) {
    if (settingsCodes.has(fault.responseCode)) return 'not_reached'
    if (fault.responseCode >= 500) return 'refused'
    return fault.responseCode >= 400 ? 'later' : textBegan ? 'unknown' : 'not_reached'
  }
  if (textBegan) return 'unknown'
  // The library itself refuses an address it cannot write or a mail above the size the server announced.
  return fault.code === 'EENVELOPE' || fault.code === 'EMESSAGE' ? 'refused' : 'not_reached'
}

function answerOf(fault: Fault, stage: Stage): string {
  const words = fault.response === '' ? [fault.code, fault.message].filter((part) => part !== '').join(' ') : fault.response
  const before = { connecting: 'connecting: ', logging_in: 'log-in: ', sending: '' } as const
  return `${before[stage]}${words}`
}

/** One line without control characters, short enough for a table, and without the password whatever a server echoes. */
function told(answer: string, server: MailServer): string {
  const line = answer.replace(/\p{Cc}+/gu, ' ').trim().slice(0, 500)
  return server.password === '' ? line : line.replaceAll(server.password, '••••')
}

/** Hands one mail over in one connection of its own, and tells truthfully what is known afterwards. */
export function createSmtpMailer(patience: MailerPatience = usualPatience): Mailer {
  return {
    async handOver(server, mail) {
      const bytes = await compose(mail)
      const connection = await connectionTo(server, patience)
      let stage: Stage = 'connecting'
      let textBegan = false
      // Read only once the server has answered DATA: that is the line after which nobody can take the mail back.
      const text = Readable.from(
        (function* () {
          textBegan = true
          yield bytes
        })(),
      )
      return new Promise<HandOver>((settle) => {
        let settled = false
        const end = (outcome: HandOver['outcome'], answer: string): void => {
          if (settled) return
          settled = true
          clearTimeout(deadline)
          if (outcome === 'accepted') connection.quit()
          else connection.close()
          text.destroy()
          settle({ outcome, answer: told(answer, server) })
        }
        const fail = (error: unknown): void => {
          const fault = faultOf(error)
          end(outcomeOf(fault, stage, textBegan), answerOf(fault, stage))
        }
        const deadline = setTimeout(() => fail(new Error('the server took too long')), patience.whole)
        const send = (): void => {
          stage = 'sending'
          connection.send({ from: mail.from.address, to: [mail.to], size: bytes.length }, text, (error, info) => {
            if (error !== null) fail(error)
            else end('accepted', info.response)
          })
        }
        connection.on('error', fail)
        connection.once('end', () => fail(new Error('the connection was closed')))
        connection.connect((error) => {
          if (error) {
            fail(error)
          } else if (server.user === '') {
            send()
          } else {
            stage = 'logging_in'
            connection.login({ credentials: { user: server.user, pass: server.password } }, (refused) => {
              if (refused === null) send()
              else fail(refused)
            })
          }
        })
      })
    },
  }
}
