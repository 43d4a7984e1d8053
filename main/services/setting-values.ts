import type { SettingKey } from '@shared/contract/settings'
import { ok, refuse, type Refused, type Result } from '@shared/model/result'
import { parseMailAddress } from './mail-address'
import { parseServerUrl, shownServerUrl, type ServerUrl } from './server-url'

/** A value as it is kept, and the server it names where it names one. */
export interface CheckedSetting {
  readonly value: string
  readonly server?: ServerUrl
}

type Checked = Result<CheckedSetting, 'field_malformed' | 'tls_required'>

/** What a setting is worth while nobody has set it. */
export const settingDefaults = { 'smtp.holdSeconds': '10', 'backup.everyHours': '4' } as const satisfies Partial<Record<SettingKey, string>>

export const longestHoldSeconds = 300

/** A week. */
export const longestBackupHours = 168

const malformed = (expected: string): Refused<'field_malformed'> => refuse('field_malformed', { facts: { expected } })

function checkedServer(text: string, kind: 'smtp' | 'imap'): Checked {
  const server = parseServerUrl(text, kind)
  return server.ok ? ok({ value: shownServerUrl(server.value), server: server.value }) : server
}

function checkedAddress(text: string): Checked {
  const address = parseMailAddress(text)
  if (address === undefined) return malformed('name@host or Name <name@host>')
  return ok({ value: address.name === '' ? address.address : `${address.name} <${address.address}>` })
}

function checkedLinkBase(text: string): Checked {
  const url = URL.canParse(text.replaceAll('{portal}', 'portal')) ? new URL(text.replaceAll('{portal}', 'portal')) : undefined
  const acceptable = url?.protocol === 'https:' && url.username === '' && url.hash === '' && !/\s/.test(text)
  return acceptable ? ok({ value: text }) : malformed('https://host/path/ to which the token is added; {portal} stands for the portal')
}

/** Reads one setting as a person typed it; an empty text clears it. */
export function checkSetting(key: SettingKey, typed: string): Checked {
  const text = typed.normalize('NFC').trim()
  if (text === '') return ok({ value: '' })
  switch (key) {
    case 'smtp.url':
      return checkedServer(text, 'smtp')
    case 'imap.url':
      return checkedServer(text, 'imap')
    case 'smtp.from':
    case 'smtp.replyTo':
      return checkedAddress(text)
    case 'smtp.holdSeconds':
      return /^\d{1,3}$/.test(text) && Number(text) <= longestHoldSeconds ? ok({ value: String(Number(text)) }) : malformed(`whole seconds from 0 to ${String(longestHoldSeconds)}`)
    case 'backup.everyHours':
      return /^\d{1,3}$/.test(text) && Number(text) <= longestBackupHours ? ok({ value: String(Number(text)) }) : malformed(`whole hours from 0, which is never, to ${String(longestBackupHours)}`)
    case 'desk.name':
      return text.length <= 100 && !/\p{Cc}/u.test(text) ? ok({ value: text }) : malformed('a name of at most 100 letters')
    case 'reset.linkBase':
      return checkedLinkBase(text)
  }
}
