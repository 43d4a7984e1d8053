import { ok, refuse, type Result } from '@shared/model/result'
import type { MailServer } from '../ports/mailer'

/** Stands where a password stands, in everything that is shown or kept outside the secret store. */
export const hiddenPassword = '••••'

/** A mail server as a setting names it. */
export interface ServerUrl {
  readonly protocol: 'smtp' | 'smtps' | 'imap' | 'imaps'
  readonly user: string
  /** Empty where none was given; `hiddenPassword` where the shown form was given back. */
  readonly password: string
  readonly host: string
  readonly port: number
}

const protocols = ['smtp', 'smtps', 'imap', 'imaps'] as const
const usualPorts = { smtp: 587, smtps: 465, imap: 143, imaps: 993 } as const satisfies Record<ServerUrl['protocol'], number>

/** Whether the host is this machine itself: nothing sent there leaves it. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host)
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

function partsOf(text: string): URL | undefined {
  // The shown form is not percent-encoded; in a URL it would be.
  const written = text.trim().replaceAll(hiddenPassword, encodeURIComponent(hiddenPassword))
  return URL.canParse(written) ? new URL(written) : undefined
}

/**
 * Reads `smtp[s]://user:pass@host:port` (or `imap[s]://…`). `field_malformed` when it is anything else;
 * `tls_required` when it would let a password or a mail leave this machine in clear.
 */
export function parseServerUrl(text: string, kind: 'smtp' | 'imap'): Result<ServerUrl, 'field_malformed' | 'tls_required'> {
  const malformed = refuse('field_malformed', { facts: { expected: `${kind}[s]://user:password@host:port` } })
  const url = partsOf(text)
  const protocol = protocols.find((known) => url?.protocol === `${known}:`)
  if (url === undefined || protocol?.startsWith(kind) !== true) return malformed
  const user = decoded(url.username)
  const password = decoded(url.password)
  const host = url.hostname.toLowerCase()
  if (user === undefined || password === undefined || /\p{Cc}/u.test(user + password)) return malformed
  if (!/^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:]+\])$/.test(host)) return malformed
  if (url.search !== '') return /tls|secure/i.test(url.search) ? refuse('tls_required') : malformed
  if (!['', '/'].includes(url.pathname) || url.hash !== '' || url.port === '0') return malformed
  if ((user === '') !== (password === '')) return malformed
  // SMTP asks for STARTTLS at each connection and stops without it; reading mail has no such check yet.
  if (protocol === 'imap' && !isLoopback(host)) return refuse('tls_required')
  return ok({ protocol, user, password, host, port: url.port === '' ? usualPorts[protocol] : Number(url.port) })
}

/** The form that is kept in settings and shown: whole but for the password. */
export function shownServerUrl(url: ServerUrl): string {
  const login = url.user === '' ? '' : `${encodeURIComponent(url.user)}:${hiddenPassword}@`
  return `${url.protocol}://${login}${url.host}:${String(url.port)}`
}

/** How the mailer reaches it: TLS from the first byte, STARTTLS or nothing, or plain on this very machine. */
export function mailServerOf(url: ServerUrl, password: string): MailServer {
  const tls = url.protocol === 'smtps' ? 'implicit' : isLoopback(url.host) ? 'loopback' : 'starttls_required'
  return { tls, host: url.host.replace(/^\[|\]$/g, ''), port: url.port, user: url.user, password }
}
