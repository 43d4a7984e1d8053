import { createHash } from 'node:crypto'
import { canonicalJson } from '@shared/model/canonical-json'
import type { CertificateSnapshot } from '@shared/model/certificate-snapshot'
import type { ReceiptSnapshot } from '@shared/model/receipt-snapshot'
import type { TranscriptSnapshot } from '@shared/model/transcript-snapshot'

export type PaperSnapshot = CertificateSnapshot | ReceiptSnapshot | TranscriptSnapshot

/** SHA-256 of bytes, as 64 hexadecimal digits. */
export function sha256Of(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The content proof: SHA-256 of the snapshot's canonical JSON. A file cannot print its own hash; this is of what it says. */
export function contentProof(snapshot: PaperSnapshot): string {
  return sha256Of(canonicalJson(snapshot))
}

/** The proof as the foot of a page writes it: "f1df 98e9 26b7 7ec5 … 9f32". */
export function shortProof(proof: string): string {
  return `${(proof.slice(0, 16).match(/.{4}/g) ?? []).join(' ')} … ${proof.slice(-4)}`
}

/** The 256 bits of the proof, first digit first: the ticks of the proof rule. */
export function proofBits(proof: string): boolean[] {
  return Array.from(proof, (digit) => Number.parseInt(digit, 16)).flatMap((value) => [8, 4, 2, 1].map((bit) => (value & bit) !== 0))
}
