import type { SettingKey } from '@shared/contract/settings'
import type { PortalProfile } from '@shared/portals/portal-profile'
import type { Ids } from '../ports/ids'
import type { MailAddress, MailServer } from '../ports/mailer'
import type { SettingRepository } from '../ports/repositories/setting-repository'
import type { SecretStore } from '../ports/secret-store'
import { parseMailAddress } from './mail-address'
import { mailServerOf, parseServerUrl } from './server-url'
import { settingDefaults } from './setting-values'

/** The name under which a setting's password lies in the secret store. */
export const secretNames = { 'smtp.url': 'smtp.password', 'imap.url': 'imap.password' } as const satisfies Partial<Record<SettingKey, string>>

/** What the outbox needs to know of the settings, read at one moment. */
export interface MailSettings {
  /** The server without its password; empty while none is set. */
  readonly serverUrl: string
  readonly from: MailAddress | undefined
  readonly replyTo: string
  readonly holdSeconds: number
  readonly linkBase: string
  readonly deskName: string
}

/** Reads the mail settings. */
export async function readMailSettings(settings: SettingRepository): Promise<MailSettings> {
  const value = async (key: SettingKey): Promise<string> => (await settings.find(key)) ?? ''
  return {
    serverUrl: await value('smtp.url'),
    from: parseMailAddress(await value('smtp.from')),
    replyTo: await value('smtp.replyTo'),
    holdSeconds: Number((await value('smtp.holdSeconds')) || settingDefaults['smtp.holdSeconds']),
    linkBase: await value('reset.linkBase'),
    deskName: (await value('desk.name')) || 'CME Desk',
  }
}

/** The server with its password, or nothing while none is set. Throws `SecretsUnreadable`. */
export async function mailServerFor(serverUrl: string, secrets: SecretStore): Promise<MailServer | undefined> {
  const url = serverUrl === '' ? undefined : parseServerUrl(serverUrl, 'smtp')
  if (url?.ok !== true) return undefined
  const password = url.value.user === '' ? '' : await secrets.read(secretNames['smtp.url'])
  return mailServerOf(url.value, password ?? '')
}

/** In whose name a message goes: the portal's, by the address set for the server where one is set. */
export function senderOf(portal: PortalProfile | undefined, settings: MailSettings): MailAddress {
  const name = settings.from?.name ?? ''
  return {
    name: name === '' ? (portal?.sender.name ?? settings.deskName) : name,
    address: settings.from?.address ?? portal?.sender.address ?? 'desk@localhost',
  }
}

/** A message's own number for good, in the sender's domain. */
export function newMessageId(ids: Ids, sender: MailAddress): string {
  return `${ids.uuid()}@${sender.address.slice(sender.address.indexOf('@') + 1)}`
}

/** Where answers go: as set, else to the portal's own address when another one sends. */
export function replyToOf(portal: PortalProfile | undefined, settings: MailSettings): string {
  if (settings.replyTo !== '') return settings.replyTo
  const own = portal?.sender.address
  return own === undefined || own === senderOf(portal, settings).address ? '' : own
}
