import type { Instant } from '@shared/model/instant'

/** The public part of a key that certificates are signed with; the private part lies in the secret store. */
export interface SigningKey {
  /** The first four bytes of the SHA-256 of the public key, as hexadecimal digits. */
  readonly keyId: string
  readonly publicKey: string
  readonly createdAt: Instant
  /** A key that was changed for another signs no more, but what it signed stays signed. */
  readonly retiredAt: Instant | null
}

export interface SigningKeyRepository {
  /** The key in use. */
  findCurrent(): Promise<SigningKey | undefined>
  find(keyId: string): Promise<SigningKey | undefined>
  /** Every key there ever was, oldest first. */
  list(): Promise<readonly SigningKey[]>
  /** Adds a key; the one in use until then is retired at its beginning. */
  add(key: Omit<SigningKey, 'retiredAt'>): Promise<void>
}
