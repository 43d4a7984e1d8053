import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSealedSecretStore } from '../../../main/adapters/sealed-secret-store'
import type { KeyWrapping } from '../../../main/adapters/secret-key'
import { SecretsUnreadable, type SecretStore } from '../../../main/ports/secret-store'

describe('the sealed secrets', () => {
  let folder: string
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'cme-desk-'))))
  afterEach(() => rm(folder, { recursive: true, force: true }))

  const store = (environmentKey?: string, wrapping?: KeyWrapping): SecretStore =>
    createSealedSecretStore({ folder, environmentKey, ...(wrapping === undefined ? {} : { wrapping }) })
  const file = (name: string): string => join(folder, name)

  it('keeps secrets for another process with the same key file, readable by its owner alone', async () => {
    await store().write('smtp.password', 'canary-91')
    await store().write('imap.password', 'other')
    await store().remove('imap.password')
    expect(await store().read('smtp.password')).toBe('canary-91')
    expect(await store().read('imap.password')).toBeUndefined()
    expect((await stat(file('desk.key'))).mode & 0o777).toBe(0o600)
    expect((await stat(file('secrets.sealed'))).mode & 0o777).toBe(0o600)
    expect(await readFile(file('secrets.sealed'), 'utf8')).not.toContain('canary-91')
    expect(store().protection()).toBe('key_file')
  })

  it('takes a key of 32 bytes or a passphrase from the environment, and then writes no key file', async () => {
    for (const key of [randomBytes(32).toString('hex'), randomBytes(32).toString('base64'), 'correct horse battery']) {
      await rm(file('secrets.sealed'), { force: true })
      await store(key).write('smtp.password', 'canary-92')
      expect(await store(key).read('smtp.password')).toBe('canary-92')
      await expect(store('another key').read('smtp.password')).rejects.toBeInstanceOf(SecretsUnreadable)
      await expect(store().read('smtp.password')).rejects.toBeInstanceOf(SecretsUnreadable)
      await expect(stat(file('desk.key'))).rejects.toThrow()
    }
    expect(store('k').protection()).toBe('environment_key')
  })

  it('refuses every altered byte, and never overwrites what it cannot open', async () => {
    await store().write('smtp.password', 'canary-93')
    const whole = await readFile(file('secrets.sealed'))
    const sealed = whole.toString('utf8')
    for (let at = 0; at < sealed.length - 1; at += 1) {
      const altered = Buffer.from(whole)
      altered[at] = (altered[at] ?? 0) ^ 0x02
      await writeFile(file('secrets.sealed'), altered)
      const read = await store().read('smtp.password').catch((error: unknown) => error)
      // Base64's last letter has bits that stand for nothing: such a file still holds the same bytes.
      expect(read === 'canary-93' || read instanceof SecretsUnreadable, `byte ${String(at)}`).toBe(true)
      if (read !== 'canary-93') await expect(store().write('x', 'y')).rejects.toBeInstanceOf(SecretsUnreadable)
      expect(await readFile(file('secrets.sealed'))).toEqual(altered)
    }
    await writeFile(file('secrets.sealed'), sealed.slice(0, sealed.length / 2))
    await expect(store().read('smtp.password')).rejects.toBeInstanceOf(SecretsUnreadable)
  })

  it('says that the key is missing instead of making a new one', async () => {
    await store().write('smtp.password', 'canary-94')
    await rm(file('desk.key'))
    await expect(store().read('smtp.password')).rejects.toMatchObject({ problem: 'key_missing' })
    await expect(store().write('smtp.password', 'new')).rejects.toMatchObject({ problem: 'key_missing' })
    await expect(stat(file('desk.key'))).rejects.toThrow()
  })

  it('gets the key back from the keyring’s copy, which is never the only one', async () => {
    const mask = 0x5a
    const turned = (key: Buffer): Buffer => Buffer.from(key.map((byte) => byte ^ mask))
    const keyring: KeyWrapping = { available: () => true, wrap: (key) => Promise.resolve(turned(key)), unwrap: (wrapped) => Promise.resolve(turned(wrapped)) }
    await store(undefined, keyring).write('smtp.password', 'canary-95')
    expect(await store().read('smtp.password')).toBe('canary-95')
    await rm(file('desk.key'))
    expect(await store(undefined, keyring).read('smtp.password')).toBe('canary-95')
    expect(await store().read('smtp.password')).toBe('canary-95')
    const lost: KeyWrapping = { ...keyring, unwrap: () => Promise.resolve(undefined) }
    expect(await store(undefined, lost).read('smtp.password')).toBe('canary-95')
  })

  it('loses no secret when two are written at once', async () => {
    const one = store()
    await Promise.all(['a', 'b', 'c', 'd'].map((name) => one.write(name, `secret ${name}`)))
    expect(await Promise.all(['a', 'b', 'c', 'd'].map((name) => one.read(name)))).toEqual(['secret a', 'secret b', 'secret c', 'secret d'])
  })
})
