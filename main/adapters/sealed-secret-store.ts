import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { SecretsUnreadable, type SecretStore } from '../ports/secret-store'
import { readIfPresent, writeDurably } from './durable-file'
import { createKeyFile, keyFromEnvironment, type KeyWrapping } from './secret-key'

export interface SealedSecretStoreParts {
  readonly folder: string
  /** `DESK_KEY`, where it is set. */
  readonly environmentKey: string | undefined
  /** The system's keyring, in the window only. */
  readonly wrapping?: KeyWrapping
}

const sealedSchema = z.strictObject({
  form: z.literal('cme-desk-secrets-1'),
  key: z.enum(['key_file', 'environment_key']),
  salt: z.base64(),
  nonce: z.base64(),
  tag: z.base64(),
  content: z.base64(),
})
type Sealed = z.infer<typeof sealedSchema>

const secretsSchema = z.record(z.string(), z.string())
type Secrets = Readonly<Record<string, string>>

const tagLength = 16

/** What the seal also covers: neither the kind of key nor the salt can be exchanged. */
const covered = (header: Pick<Sealed, 'form' | 'key' | 'salt'>): Buffer => Buffer.from(JSON.stringify([header.form, header.key, header.salt]))

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    throw new SecretsUnreadable('form_unknown')
  }
}

function open(sealed: Sealed, key: Buffer): Secrets {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(sealed.nonce, 'base64'), { authTagLength: tagLength })
    decipher.setAAD(covered(sealed))
    decipher.setAuthTag(Buffer.from(sealed.tag, 'base64'))
    const content = Buffer.concat([decipher.update(Buffer.from(sealed.content, 'base64')), decipher.final()])
    return secretsSchema.parse(JSON.parse(content.toString('utf8')))
  } catch {
    throw new SecretsUnreadable('key_or_content_wrong')
  }
}

function seal(secrets: Secrets, key: Buffer, header: Pick<Sealed, 'form' | 'key' | 'salt'>): Sealed {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength })
  cipher.setAAD(covered(header))
  const content = Buffer.concat([cipher.update(JSON.stringify(secrets), 'utf8'), cipher.final()])
  return { ...header, nonce: nonce.toString('base64'), tag: cipher.getAuthTag().toString('base64'), content: content.toString('base64') }
}

/**
 * One sealed file, `secrets.sealed` (AES-256-GCM), which the window and the command line both read: with `DESK_KEY`, or
 * with the key file of the data folder. A file that does not open is refused and left as it is.
 */
export function createSealedSecretStore({ folder, environmentKey, wrapping }: SealedSecretStoreParts): SecretStore {
  const file = join(folder, 'secrets.sealed')
  const keyFile = createKeyFile(folder, wrapping)
  const fromEnvironment = environmentKey === undefined || environmentKey.trim() === '' ? undefined : environmentKey
  // One change at a time: two at once would each write the other's secret away.
  let last: Promise<unknown> = Promise.resolve()

  async function keyFor(sealed: Sealed): Promise<Buffer> {
    if (sealed.key === 'environment_key') {
      if (fromEnvironment === undefined) throw new SecretsUnreadable('key_missing')
      return keyFromEnvironment(fromEnvironment, Buffer.from(sealed.salt, 'base64'))
    }
    const key = await keyFile.read()
    if (key === undefined) throw new SecretsUnreadable('key_missing')
    return key
  }

  async function readAll(): Promise<Secrets> {
    const bytes = await readIfPresent(file)
    if (bytes === undefined) return {}
    const sealed = sealedSchema.safeParse(parsed(bytes))
    if (!sealed.success) throw new SecretsUnreadable('form_unknown')
    return open(sealed.data, await keyFor(sealed.data))
  }

  async function writeAll(secrets: Secrets): Promise<void> {
    const salt = randomBytes(16)
    const key = fromEnvironment === undefined ? await keyFile.readOrMake() : keyFromEnvironment(fromEnvironment, salt)
    const sealed = seal(secrets, key, { form: 'cme-desk-secrets-1', key: fromEnvironment === undefined ? 'key_file' : 'environment_key', salt: salt.toString('base64') })
    await writeDurably(file, Buffer.from(`${JSON.stringify(sealed)}\n`))
  }

  function change(next: (secrets: Secrets) => Secrets): Promise<void> {
    const changed = last.catch(() => undefined).then(async () => writeAll(next(await readAll())))
    last = changed
    return changed
  }

  return {
    async read(name) {
      const secrets = await readAll()
      return Object.hasOwn(secrets, name) ? secrets[name] : undefined
    },
    write: (name, secret) => change((secrets) => ({ ...secrets, [name]: secret })),
    remove: (name) => change((secrets) => Object.fromEntries(Object.entries(secrets).filter(([known]) => known !== name))),
    protection() {
      if (fromEnvironment !== undefined) return 'environment_key'
      return wrapping?.available() === true ? 'keyring' : 'key_file'
    },
  }
}
