/** A pair of Ed25519 keys, each as 32 bytes in base64url. */
export interface SigningKeyPair {
  readonly publicKey: string
  readonly privateKey: string
}

/** Ed25519 signatures of 64 bytes. The same key and bytes give the same signature. */
export interface Signing {
  createKeyPair(): SigningKeyPair
  sign(pair: SigningKeyPair, bytes: Uint8Array): Uint8Array
  /** False for a wrong signature, and for a key or signature that is none. */
  verify(publicKey: string, bytes: Uint8Array, signature: Uint8Array): boolean
}
