import type { MailAddress } from '../ports/mailer'

const address = /^[^\s@,;<>"()]{1,64}@[^\s@,;<>"()]{1,255}$/

/** Whether mail can go there: one address, nothing that a header or an envelope would read otherwise. */
export function isMailAddress(text: string): boolean {
  return address.test(text) && !/\p{Cc}/u.test(text) && /[^.]\.[^.]|@localhost$/.test(text.slice(text.indexOf('@')))
}

/** Reads `name@host` or `Name <name@host>`; `undefined` when it is neither. */
export function parseMailAddress(text: string): MailAddress | undefined {
  const written = text.trim()
  if (isMailAddress(written)) return { name: '', address: written }
  const match = /^"?([^"<>\p{Cc}]*?)"?\s*<([^<>]+)>$/u.exec(written)
  const [, name = '', inside = ''] = match ?? []
  return match !== null && isMailAddress(inside) ? { name: name.trim(), address: inside } : undefined
}
