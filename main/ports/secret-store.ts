/** How well secrets are protected here: by the system's keyring beside the key file, by the key file alone, or by a key from the environment. */
export type SecretProtection = 'keyring' | 'key_file' | 'environment_key'

/** The sealed secrets are there and cannot be opened: another key, a missing key, or altered bytes. Never reset silently. */
export class SecretsUnreadable extends Error {
  constructor(readonly problem: 'key_missing' | 'key_or_content_wrong' | 'form_unknown') {
    super(`the sealed secrets cannot be opened: ${problem}`)
    this.name = 'SecretsUnreadable'
  }
}

/** Passwords and tokens of the desk's own, by name. Throws `SecretsUnreadable`, and the system's errors of a full or broken disk. */
export interface SecretStore {
  read(name: string): Promise<string | undefined>
  write(name: string, secret: string): Promise<void>
  remove(name: string): Promise<void>
  protection(): SecretProtection
}
