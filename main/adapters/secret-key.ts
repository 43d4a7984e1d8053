import { randomBytes, scryptSync } from 'node:crypto'
import { join } from 'node:path'
import { SecretsUnreadable } from '../ports/secret-store'
import { readIfPresent, writeDurably } from './durable-file'

/** Keeps a second copy of the key file's key where the system can seal it; never the only copy. */
export interface KeyWrapping {
  available(): boolean
  wrap(key: Buffer): Promise<Buffer>
  /** The key, or nothing when the keyring that sealed it is gone. */
  unwrap(wrapped: Buffer): Promise<Buffer | undefined>
}

const keyBytes = 32
const keyFileName = 'desk.key'
const wrappedFileName = 'desk.key.wrapped'

/** A key as 32 bytes in hexadecimal or base64, or a passphrase to be stretched with the sealed file's salt. */
export function keyFromEnvironment(text: string, salt: Buffer): Buffer {
  const written = text.trim()
  if (/^[0-9a-f]{64}$/i.test(written)) return Buffer.from(written, 'hex')
  if (/^[A-Za-z0-9+/_-]{43}=?$/.test(written)) return Buffer.from(written, 'base64')
  return scryptSync(written, salt, keyBytes, { N: 32_768, r: 8, p: 1, maxmem: 64 * 1024 * 1024 })
}

/** The key file of a data folder. */
export interface KeyFile {
  /** The key; `undefined` when there is neither a key file nor a copy the keyring can open. */
  read(): Promise<Buffer | undefined>
  readOrMake(): Promise<Buffer>
}

/** A key file of mode 0600 in the data folder, with a wrapped copy beside it where a keyring exists. */
export function createKeyFile(folder: string, wrapping: KeyWrapping | undefined): KeyFile {
  const file = join(folder, keyFileName)
  const wrappedFile = join(folder, wrappedFileName)

  async function keepWrapped(key: Buffer): Promise<void> {
    if (wrapping?.available() !== true || (await readIfPresent(wrappedFile)) !== undefined) return
    await writeDurably(wrappedFile, await wrapping.wrap(key))
  }

  async function fromWrapped(): Promise<Buffer | undefined> {
    const wrapped = wrapping?.available() === true ? await readIfPresent(wrappedFile) : undefined
    const key = wrapped === undefined ? undefined : await wrapping?.unwrap(wrapped)
    if (key?.length !== keyBytes) return undefined
    await writeDurably(file, Buffer.from(`${key.toString('base64')}\n`))
    return key
  }

  async function read(): Promise<Buffer | undefined> {
    const written = await readIfPresent(file)
    if (written === undefined) return fromWrapped()
    const key = Buffer.from(written.toString('ascii').trim(), 'base64')
    if (key.length !== keyBytes) throw new SecretsUnreadable('key_or_content_wrong')
    await keepWrapped(key)
    return key
  }

  return {
    read,
    async readOrMake() {
      const present = await read()
      if (present !== undefined) return present
      const key = randomBytes(keyBytes)
      await writeDurably(file, Buffer.from(`${key.toString('base64')}\n`))
      await keepWrapped(key)
      return key
    },
  }
}
