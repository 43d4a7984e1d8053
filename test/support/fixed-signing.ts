import { nodeSigning } from '../../main/adapters/node-signing'
import type { Signing } from '../../main/ports/signing'

const first = { publicKey: 'rPwDiRalzL6IXZ-y1e03fTqYIhSl7M5M4nIssBXJjto', privateKey: '35vnJnVCHkkVPrHA0qlIyuYhxRDaSbGsXd0TbpVm3Cc' }

/** Signs with a key made for tests and used nowhere else, so that two desks sign alike; a key after it is a fresh one. */
export function fixedSigning(): Signing {
  let made = 0
  return {
    ...nodeSigning,
    createKeyPair() {
      made += 1
      return made === 1 ? first : nodeSigning.createKeyPair()
    },
  }
}
