import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import type { Signing } from '../ports/signing'

const kind = { kty: 'OKP', crv: 'Ed25519' } as const

/** Node's own Ed25519. */
export const nodeSigning: Signing = {
  createKeyPair() {
    const { x, d } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
    if (x === undefined || d === undefined) throw new Error('the key pair came without its numbers')
    return { publicKey: x, privateKey: d }
  },
  sign({ publicKey, privateKey }, bytes) {
    return new Uint8Array(sign(null, bytes, createPrivateKey({ key: { ...kind, x: publicKey, d: privateKey }, format: 'jwk' })))
  },
  verify(publicKey, bytes, signature) {
    if (signature.length !== 64 || !/^[\w-]{43}$/.test(publicKey)) return false
    return verify(null, bytes, createPublicKey({ key: { ...kind, x: publicKey }, format: 'jwk' }), signature)
  },
}
