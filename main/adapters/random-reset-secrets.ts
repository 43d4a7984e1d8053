import { createHash, randomBytes, scrypt } from 'node:crypto'
import type { ResetSecrets } from '../ports/reset-secrets'
import { randomIds } from './random-ids'

const cost = { N: 32_768, r: 8, p: 1, maxmem: 64 * 1024 * 1024 } as const

function slowHash(password: string): Promise<string> {
  const salt = randomBytes(16)
  return new Promise((resolve, reject) => {
    scrypt(password, salt, 32, cost, (error, key) => {
      if (error === null) resolve(`scrypt$${String(cost.N)}$${String(cost.r)}$${String(cost.p)}$${salt.toString('base64')}$${key.toString('base64')}`)
      else reject(error)
    })
  })
}

/**
 * Secrets from the system's own chance: a link's token of 256 bits, kept as SHA-256; a password of twelve letters and
 * digits without look-alikes (60 bits, because people type it), kept as scrypt.
 */
export const randomResetSecrets: ResetSecrets = {
  async make(style) {
    switch (style) {
      case 'one_time_link': {
        const text = randomBytes(32).toString('base64url')
        return { text, hash: `sha256$${createHash('sha256').update(text).digest('hex')}` }
      }
      case 'temporary_password': {
        const text = randomIds.token(12)
        return { text, hash: await slowHash(text) }
      }
    }
  },
}
