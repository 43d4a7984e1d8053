import { createHash } from 'node:crypto'
import type { Hashing } from '../ports/hashing'

/** Node's own SHA-256. */
export const nodeHashing: Hashing = {
  sha256: (content) => createHash('sha256').update(content).digest('hex'),
}
