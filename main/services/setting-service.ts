import type { HandlerResult, Input } from '@shared/contract'
import { settingKeys, type SettingKey } from '@shared/contract/settings'
import { ok, refuse, type Result } from '@shared/model/result'
import type { Acting } from '../ports/acting'
import type { AuditValues } from '../ports/repositories/audit-repository'
import { SecretsUnreadable } from '../ports/secret-store'
import type { ServicePorts } from '../ports/service-ports'
import { isMailAddress } from './mail-address'
import { mailServerFor, newMessageId, readMailSettings, replyToOf, secretNames, senderOf } from './mail-settings'
import { hiddenPassword, type ServerUrl } from './server-url'
import { checkSetting, settingDefaults } from './setting-values'

/** A setting as it is shown: a password in it stands as `••••`. */
export interface SettingView {
  readonly key: SettingKey
  readonly value: string
  readonly secret: boolean
  readonly set: boolean
}

export interface SettingService {
  /** Every setting, and what the settings page says about the program. */
  read(): Promise<HandlerResult<'settings.read'>>
  list(): Promise<readonly SettingView[]>
  /** Sets one; an empty value clears it. The password goes to the secret store, the audit never sees it. */
  write(input: Input<'settings.write'>, acting: Acting): Promise<HandlerResult<'settings.write'>>
  /** Hands a test message to the server at once and answers with the server's own words. */
  sendTest(input: Input<'settings.sendTest'>, acting: Acting): Promise<HandlerResult<'settings.sendTest'>>
}

type SettingPorts = Pick<ServicePorts, 'unitOfWork' | 'clock' | 'ids' | 'secrets' | 'mailer' | 'mailTemplates' | 'surroundings'>

/** What is to become of the password: kept as it is, replaced, or removed with the server that asked for it. */
type PasswordChange = { readonly kind: 'none' | 'remove' } | { readonly kind: 'put'; readonly password: string }

function passwordChange(shownBefore: string, shown: string, server: ServerUrl | undefined): Result<PasswordChange, 'field_malformed'> {
  if (server === undefined || server.password === '') return ok({ kind: 'remove' })
  if (server.password !== hiddenPassword) return ok({ kind: 'put', password: server.password })
  // The shown form given back keeps the password, but only for the very server and user it was given for.
  if (shown === shownBefore) return ok({ kind: 'none' })
  return refuse('field_malformed', { field: 'value', facts: { expected: 'the password again, because the server or the user changed' } })
}

const isSecretKey = (key: SettingKey): key is keyof typeof secretNames => key in secretNames

export function createSettingService(ports: SettingPorts): SettingService {
  const { unitOfWork, clock, ids, secrets, mailer, mailTemplates, surroundings } = ports

  function list(): Promise<readonly SettingView[]> {
    return unitOfWork.read(async ({ settings }) => {
      const views: SettingView[] = []
      for (const key of settingKeys) {
        const kept = (await settings.find(key)) ?? ''
        const usual = key === 'smtp.holdSeconds' || key === 'backup.everyHours' ? settingDefaults[key] : ''
        views.push({ key, value: kept || usual, secret: isSecretKey(key), set: kept !== '' })
      }
      return views
    })
  }

  async function applyPassword(key: SettingKey, change: PasswordChange): Promise<void> {
    if (!isSecretKey(key)) return
    if (change.kind === 'put') await secrets.write(secretNames[key], change.password)
    if (change.kind === 'remove' && (await secrets.read(secretNames[key])) !== undefined) await secrets.remove(secretNames[key])
  }

  return {
    list,
    async read() {
      return ok({
        settings: [...(await list())],
        secretProtection: secrets.protection(),
        dataFolder: surroundings.dataFolder,
        storeBytes: surroundings.storeBytes(),
        electronVersion: surroundings.electronVersion,
        standInRuntime: surroundings.standInRuntime,
        version: surroundings.version,
      })
    },
    async write({ key, value }, acting) {
      const checked = checkSetting(key, value)
      if (!checked.ok) return refuse(checked.error.code, { ...checked.error, field: 'value' })
      const shownBefore = await unitOfWork.read(async ({ settings }) => (await settings.find(key)) ?? '')
      const change = isSecretKey(key) ? passwordChange(shownBefore, checked.value.value, checked.value.server) : ok<PasswordChange>({ kind: 'none' })
      if (!change.ok) return change
      try {
        // Before the setting: a server without its password would only fail, a password without its server is never used.
        await applyPassword(key, change.value)
      } catch (error) {
        if (error instanceof SecretsUnreadable) return refuse('secrets_unreadable')
        throw error
      }
      return unitOfWork.run(async ({ settings, audit }): Promise<HandlerResult<'settings.write'>> => {
        const before = (await settings.find(key)) ?? ''
        if (before === checked.value.value && change.value.kind !== 'put') return ok({})
        if (checked.value.value === '') await settings.remove(key)
        else await settings.put(key, checked.value.value)
        const password: AuditValues = change.value.kind === 'put' ? { passwordChanged: true } : {}
        await audit.append(
          { at: clock.now(), operation: 'settings.write', entity: 'setting', entityId: null, learnerId: null, reason: '', before: { key, value: before }, after: { key, value: checked.value.value, ...password } },
          acting,
        )
        return ok({})
      })
    },
    async sendTest({ to }, acting) {
      const address = to.trim()
      if (!isMailAddress(address)) return refuse('field_malformed', { field: 'to', facts: { expected: 'one e-mail address' } })
      const settings = await unitOfWork.read((repositories) => readMailSettings(repositories.settings))
      const server = await mailServerFor(settings.serverUrl, secrets).catch((error: unknown) => {
        if (error instanceof SecretsUnreadable) return 'secrets_unreadable' as const
        throw error
      })
      if (server === 'secrets_unreadable') return refuse('secrets_unreadable')
      if (server === undefined) return refuse('smtp_not_configured')
      const filled = mailTemplates.fill('test', { deskName: settings.deskName })
      const from = senderOf(undefined, settings)
      const at = clock.now()
      const handed = await mailer.handOver(server, {
        messageId: newMessageId(ids, from),
        date: at,
        from,
        replyTo: replyToOf(undefined, settings),
        to: address,
        subject: filled.subject,
        text: filled.body,
        attachments: [],
      })
      await unitOfWork.run(async ({ audit }) => {
        await audit.append({ at, operation: 'settings.sendTest', entity: 'setting', entityId: null, learnerId: null, reason: '', before: {}, after: { outcome: handed.outcome } }, acting)
        return ok({})
      })
      return handed.outcome === 'accepted' ? ok({ answer: handed.answer }) : refuse('smtp_failed', { facts: { answer: handed.answer } })
    },
  }
}
