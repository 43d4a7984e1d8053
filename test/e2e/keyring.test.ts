import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { openBareDesk, type BareDesk } from './support/bare-desk'
import { hasKeyring, startKeyringSession, type KeyringSession } from './support/keyring-session'

test.describe('the passwords the desk keeps, beside a real keyring', () => {
  test.skip(!hasKeyring(), 'there is no gnome-keyring-daemon or no D-Bus on this machine')
  let folder: string
  let session: KeyringSession
  let desk: BareDesk | undefined
  test.beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cme-desk-window-'))
    session = await startKeyringSession()
  })
  test.afterEach(async () => {
    await desk?.close()
    desk = undefined
    await session.end()
    await rm(folder, { recursive: true, force: true })
  })

  const open = (more: Readonly<Record<string, string>> = {}): Promise<BareDesk> => openBareDesk(folder, { ...session.environment, ...more }, ['--password-store=gnome-libsecret'])
  const file = (name: string): string => join(folder, name)
  const there = async (name: string): Promise<boolean> => readFile(file(name)).then(() => true, () => false)
  /** What the desk answers when it needs the password: no server listens there, so a readable one ends at the server. */
  const askWithPassword = async (at: BareDesk): Promise<string> => {
    const answer = await at.ask('settings.sendTest', { to: 'test@example.org' })
    return answer.ok ? 'sent' : answer.error.code
  }
  const keepPassword = async (at: BareDesk): Promise<void> => {
    await at.value('settings.write', { key: 'smtp.url', value: 'smtp://agent:canary-417@127.0.0.1:9' })
  }

  test('come back from the keyring when the key file is lost, and from the key file when the keyring is', async () => {
    desk = await open()
    await keepPassword(desk)
    expect(await desk.value('settings.read', {})).toMatchObject({ secretProtection: 'keyring' })
    const key = await readFile(file('desk.key'), 'utf8')
    expect(await readFile(file('desk.key.wrapped'))).not.toContain(key.trim())
    await desk.close()

    await rm(file('desk.key'))
    desk = await open()
    expect(await askWithPassword(desk)).toBe('smtp_failed')
    expect(await readFile(file('desk.key'), 'utf8')).toBe(key)
    await desk.close()

    await session.loseKeyring()
    desk = await open()
    expect(await askWithPassword(desk)).toBe('smtp_failed')
  })

  test('are refused and left as they are when keyring and key file are both lost', async () => {
    desk = await open()
    await keepPassword(desk)
    const sealed = await readFile(file('secrets.sealed'))
    await desk.close()
    await rm(file('desk.key'))
    await session.loseKeyring()
    desk = await open()
    expect(await askWithPassword(desk)).toBe('secrets_unreadable')
    expect(await readFile(file('secrets.sealed'))).toEqual(sealed)
    expect(await there('desk.key')).toBe(false)
  })

  test('need neither with DESK_KEY', async () => {
    const key = { DESK_KEY: 'correct horse battery staple' }
    desk = await open(key)
    await keepPassword(desk)
    expect(await desk.value('settings.read', {})).toMatchObject({ secretProtection: 'environment_key' })
    await desk.close()
    await session.loseKeyring()
    desk = await open(key)
    expect(await askWithPassword(desk)).toBe('smtp_failed')
    expect(await there('desk.key')).toBe(false)
    await desk.close()
    desk = await open()
    expect(await askWithPassword(desk)).toBe('secrets_unreadable')
  })
})
