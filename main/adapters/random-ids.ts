import { randomBytes, randomUUID } from 'node:crypto'
import type { Ids } from '../ports/ids'

// 32 letters and digits without look-alikes, so that a byte maps to one without bias.
const alphabet = 'abcdefghjkmnpqrstuvwxyz023456789'

/** Chance from the operating system. */
export const randomIds: Ids = {
  token: (length) => Array.from(randomBytes(length), (byte) => alphabet[byte % alphabet.length] ?? '').join(''),
  uuid: () => randomUUID(),
}
