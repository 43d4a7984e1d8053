import type { Instant } from '@shared/model/instant'

/** Where mail is handed over. Off loopback TLS is required, from the first byte (`implicit`) or by STARTTLS. */
export interface MailServer {
  readonly tls: 'implicit' | 'starttls_required' | 'loopback'
  readonly host: string
  readonly port: number
  readonly user: string
  /** Empty where the server asks for no log-in. */
  readonly password: string
}

export interface MailAddress {
  readonly name: string
  readonly address: string
}

export interface OutgoingMail {
  /** Without angle brackets; the same over all attempts, so that a receiver can tell a repetition. */
  readonly messageId: string
  readonly date: Instant
  readonly from: MailAddress
  readonly replyTo: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly attachments: readonly { readonly fileName: string; readonly bytes: Uint8Array }[]
}

/**
 * What is known after an attempt. `not_reached`: the text never left this machine, so trying again is safe.
 * `later`: the server said "not now" (4xx). `refused`: it said no (5xx). `unknown`: the line broke after the text began
 * to leave, and whether it arrived only a person can find out. `answer` is the server's own words, never a secret.
 */
export interface HandOver {
  readonly outcome: 'accepted' | 'later' | 'refused' | 'not_reached' | 'unknown'
  readonly answer: string
}

export interface Mailer {
  handOver(server: MailServer, mail: OutgoingMail): Promise<HandOver>
}
