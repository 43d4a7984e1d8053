/** Fingerprints, by which paper is known to be unaltered. */
export interface Hashing {
  /** SHA-256 as 64 hexadecimal digits; text is taken as UTF-8. */
  sha256(content: string | Uint8Array): string
}
