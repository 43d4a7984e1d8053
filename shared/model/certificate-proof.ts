/** What a certificate's QR code carries, and the code a person can read out instead: "7F3K-Q2MD". */
export interface CertificateProof {
  readonly token: string
  readonly code: string
}

/** The proof as it is kept beside the snapshot: the signed payload, and the signature over the very bytes of the file. */
export interface KeptProof {
  readonly token: string
  readonly seal: string
}

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The code of a token by the token's SHA-256: its first 40 bits, in letters that are not taken for each other. */
export function proofCode(sha256: string): string {
  const quintets = Array.from({ length: 8 }, (_, place) => {
    const bits = [0, 1, 2, 3, 4].map((bit) => {
      const at = place * 5 + bit
      return (Number.parseInt(sha256.charAt(at >> 2), 16) >> (3 - (at & 3))) & 1
    })
    return letters.charAt(bits.reduce((sum, bit) => sum * 2 + bit, 0))
  })
  return `${quintets.slice(0, 4).join('')}-${quintets.slice(4).join('')}`
}
