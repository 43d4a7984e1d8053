import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SettingKey } from '@shared/contract/settings'
import { createPreferenceService } from '../../../main/services/preference-service'
import { allBytesOf, openMailDesk, removeFolder, seededFolder, valueOf, type MailDesk } from '../../support/mail-desk'
import { openSmtpSink } from '../../support/smtp-sink'

describe('settings', () => {
  let folder: string
  let desk: MailDesk
  beforeEach(async () => {
    folder = await seededFolder([])
    desk = await openMailDesk(folder)
  })
  afterEach(async () => {
    await desk.close()
    await removeFolder(folder)
  })

  const write = (key: SettingKey, value: string): ReturnType<MailDesk['services']['settings']['write']> => desk.services.settings.write({ key, value }, desk.acting)
  const read = async (key: SettingKey): Promise<string | undefined> => (await desk.services.settings.list()).find((setting) => setting.key === key)?.value

  it.each<[SettingKey, string, string]>([
    ['smtp.url', 'mail.example.org', 'field_malformed'],
    ['smtp.url', 'http://mail.example.org', 'field_malformed'],
    ['smtp.url', 'imaps://u:p@mail.example.org', 'field_malformed'],
    ['smtp.url', 'smtp://u@mail.example.org', 'field_malformed'],
    ['smtp.url', 'smtp://u:p@mail.example.org:99999', 'field_malformed'],
    ['smtp.url', 'smtp://u:p@mail.example.org/path', 'field_malformed'],
    ['smtp.url', 'smtp://u:p@mail.example.org?requireTLS=false', 'tls_required'],
    ['smtp.url', 'smtp://u:p@mail example.org', 'field_malformed'],
    ['imap.url', 'imap://u:p@mail.example.org', 'tls_required'],
    ['smtp.from', 'not an address', 'field_malformed'],
    ['smtp.from', 'a@b.example, c@d.example', 'field_malformed'],
    ['smtp.replyTo', 'a@b.example\r\nBcc: c@d.example', 'field_malformed'],
    ['smtp.holdSeconds', '-1', 'field_malformed'],
    ['smtp.holdSeconds', '301', 'field_malformed'],
    ['reset.linkBase', 'http://desk.example/', 'field_malformed'],
    ['reset.linkBase', 'javascript:alert(1)', 'field_malformed'],
  ])('refuses %s = %s as %s', async (key, value, code) => {
    expect(await write(key, value)).toMatchObject({ ok: false, error: { code, field: 'value' } })
    expect((await desk.services.settings.list()).every((setting) => !setting.set)).toBe(true)
  })

  it.each<[SettingKey, string, string]>([
    ['smtp.url', 'smtp://127.0.0.1:2525', 'smtp://127.0.0.1:2525'],
    ['smtp.url', 'smtp://localhost', 'smtp://localhost:587'],
    ['smtp.url', 'smtps://desk%40example.org:p%2Fw@Mail.Example.org', 'smtps://desk%40example.org:••••@mail.example.org:465'],
    ['imap.url', 'imaps://u:p@mail.example.org', 'imaps://u:••••@mail.example.org:993'],
    ['smtp.from', ' Help Desk <help@desk.example> ', 'Help Desk <help@desk.example>'],
    ['smtp.holdSeconds', '0', '0'],
    ['reset.linkBase', 'https://desk.example/{portal}/reset?code=', 'https://desk.example/{portal}/reset?code='],
  ])('keeps %s = %s as %s', async (key, value, kept) => {
    expect(await write(key, value)).toEqual({ ok: true, value: {} })
    expect(await read(key)).toBe(kept)
    expect(await write(key, '')).toEqual({ ok: true, value: {} })
    expect((await desk.services.settings.list()).find((setting) => setting.key === key)?.set).toBe(false)
  })

  it('keeps the password when the shown form comes back, but takes it to no other server', async () => {
    valueOf(await write('smtp.url', 'smtp://desk:canary-55@mail.example.org:587'))
    expect(await write('smtp.url', 'smtp://desk:••••@mail.example.org:587')).toEqual({ ok: true, value: {} })
    expect(await write('smtp.url', 'smtp://desk:••••@other.example.org:587')).toMatchObject({ ok: false, error: { code: 'field_malformed' } })
    expect(await write('smtp.url', 'smtp://root:••••@mail.example.org:587')).toMatchObject({ ok: false, error: { code: 'field_malformed' } })
    expect(await read('smtp.url')).toBe('smtp://desk:••••@mail.example.org:587')
  })

  it('audits who set what, never the password', async () => {
    valueOf(await write('smtp.url', 'smtp://desk:canary-56@mail.example.org:587'))
    valueOf(await write('smtp.url', 'smtp://desk:canary-57@mail.example.org:587'))
    expect(await desk.services.history.verify()).toEqual({ verified: 2, brokenAt: null })
    await desk.close()
    const bytes = await allBytesOf(folder)
    desk = await openMailDesk(folder)
    expect(bytes.includes('passwordChanged')).toBe(true)
    expect(bytes.includes('canary-56')).toBe(false)
    expect(bytes.includes('canary-57')).toBe(false)
  })

  it('changes nothing while the sealed secrets cannot be opened', async () => {
    valueOf(await write('smtp.url', 'smtp://desk:canary-58@mail.example.org:587'))
    await writeFile(join(folder, 'secrets.sealed'), '{"form":"something else"}')
    expect(await write('smtp.url', 'smtp://desk:new@mail.example.org:587')).toEqual({ ok: false, error: { code: 'secrets_unreadable' } })
    expect(await desk.services.history.verify()).toMatchObject({ verified: 1 })
    expect((await allBytesOf(folder)).includes('{"form":"something else"}')).toBe(true)
  })

  it('sends a test at once and gives the server’s words, or why not', async () => {
    const test = (to: string): ReturnType<MailDesk['services']['settings']['sendTest']> => desk.services.settings.sendTest({ to }, desk.acting)
    expect(await test('me@desk.example')).toEqual({ ok: false, error: { code: 'smtp_not_configured' } })
    const sink = await openSmtpSink()
    try {
      valueOf(await write('smtp.url', sink.url))
      valueOf(await write('smtp.from', 'Help Desk <help@desk.example>'))
      expect(await test('nowhere')).toMatchObject({ ok: false, error: { code: 'field_malformed', field: 'to' } })
      sink.failNext('recipient_refused')
      expect(await test('me@desk.example')).toEqual({ ok: false, error: { code: 'smtp_failed', facts: { answer: '550 no such mailbox' } } })
      expect(valueOf(await test('me@desk.example')).answer).toMatch(/^250/)
      expect(sink.received).toMatchObject([{ from: 'help@desk.example', to: ['me@desk.example'] }])
      expect(valueOf(await desk.services.outbox.list({ offset: 0, limit: 10 })).total).toBe(0)
    } finally {
      await sink.close()
    }
  })

  it('tells the settings page where everything lies', async () => {
    expect(valueOf(await desk.services.settings.read())).toMatchObject({ secretProtection: 'key_file', dataFolder: folder, electronVersion: '', standInRuntime: false })
    expect(valueOf(await desk.services.settings.read()).storeBytes).toBeGreaterThan(0)
  })
})

describe('preferences', () => {
  it('keep what fits and pass over what an older program left', async () => {
    let kept: unknown = { theme: 'dark', density: 'roomy', letterKeys: 'yes', unknown: 1 }
    let changes = 0
    const preferences = createPreferenceService({ read: () => kept, write: (next) => void (kept = next) }, () => void (changes += 1))
    expect(valueOf(await preferences.read())).toEqual({ theme: 'dark', density: 'normal', letterKeys: true, reopenTabs: true, paperZoom: null, paneSizes: {}, openTabs: [] })
    valueOf(await preferences.write({ density: 'compact', paneSizes: { 'learner.list': 320 } }))
    expect(valueOf(await preferences.read())).toMatchObject({ theme: 'dark', density: 'compact', paneSizes: { 'learner.list': 320 } })
    expect(changes).toBe(1)
  })
})
