import { certificateSnapshotSchema, type CertificateSnapshot } from '@shared/model/certificate-snapshot'
import { canonicalJson } from '@shared/model/canonical-json'
import { receiptSnapshotSchema, type ReceiptSnapshot } from '@shared/model/receipt-snapshot'
import type { Result } from '@shared/model/result'
import { transcriptSnapshotSchema, type TranscriptSnapshot } from '@shared/model/transcript-snapshot'
import type { PaperView } from '@shared/contract/paper'
import type { KeptProof } from '@shared/model/certificate-proof'
import type { Hashing } from '../ports/hashing'
import type { Paper, RenderedPaper } from '../ports/paper'
import { proofOf, sealedFile } from './certificate-proof'

export type PaperSnapshot = CertificateSnapshot | ReceiptSnapshot | TranscriptSnapshot

/** A paper as it is handed out: its bytes are those of the first print. */
export interface PrintedPaper {
  readonly view: PaperView
  readonly bytes: Uint8Array
}

export type PrintRefusal = 'not_found' | 'name_not_printable' | 'text_not_printable' | 'text_too_long' | 'certificate_bytes_damaged'
export type PrintResult = Result<PrintedPaper, PrintRefusal>

/** A snapshot as it is stored: its canonical text and that text's hash, the content proof at the paper's foot. */
export function sealSnapshot(snapshot: PaperSnapshot, hashing: Hashing): { readonly snapshot: string; readonly snapshotSha256: string } {
  const text = canonicalJson(snapshot)
  return { snapshot: text, snapshotSha256: hashing.sha256(text) }
}

/** The stored snapshot, if it is still what was sealed. */
export function openSnapshot(sealed: { readonly snapshot: string; readonly snapshotSha256: string }, hashing: Hashing): PaperSnapshot | undefined {
  if (hashing.sha256(sealed.snapshot) !== sealed.snapshotSha256) return undefined
  const parsed: unknown = JSON.parse(sealed.snapshot)
  const read = [certificateSnapshotSchema, receiptSnapshotSchema, transcriptSnapshotSchema].map((schema) => schema.safeParse(parsed)).find((result) => result.success)
  return read?.data
}

/** Draws any frozen paper; a certificate with its proof, sealed as it was. */
export async function renderSnapshot(snapshot: PaperSnapshot, proof: KeptProof | null, { paper, hashing }: { readonly paper: Paper; readonly hashing: Hashing }): Promise<RenderedPaper> {
  switch (snapshot.kind) {
    case 'certificate': {
      if (proof === null) return paper.renderCertificate(snapshot, null)
      const bytes = sealedFile((await paper.renderCertificate(snapshot, proofOf(proof.token, hashing))).bytes, proof)
      return { bytes, sha256: hashing.sha256(bytes) }
    }
    case 'receipt':
      return paper.renderReceipt(snapshot)
    case 'transcript':
      return paper.renderTranscript(snapshot)
  }
}

/** What the store has of a printed paper, checked against the hash recorded at its first print. */
export type KeptVerdict =
  | { readonly kind: 'intact'; readonly bytes: Uint8Array }
  /** Altered or lost, but the frozen snapshot draws the very same bytes again. */
  | { readonly kind: 'redrawn'; readonly bytes: Uint8Array; readonly foundSha256: string }
  | { readonly kind: 'damaged' }

/** Checks kept bytes; those that do not match are never handed out. */
export async function judgeKept(
  kept: { readonly bytes: Uint8Array | undefined; readonly bytesSha256: string; readonly proof?: KeptProof | null },
  snapshot: () => PaperSnapshot | undefined,
  { hashing, paper }: { readonly hashing: Hashing; readonly paper: Paper },
): Promise<KeptVerdict> {
  const found = kept.bytes === undefined ? '' : hashing.sha256(kept.bytes)
  if (kept.bytes !== undefined && found === kept.bytesSha256) return { kind: 'intact', bytes: kept.bytes }
  const frozen = snapshot()
  if (frozen === undefined) return { kind: 'damaged' }
  const redrawn = await renderSnapshot(frozen, kept.proof ?? null, { hashing, paper })
  return redrawn.sha256 === kept.bytesSha256 ? { kind: 'redrawn', bytes: redrawn.bytes, foundSha256: found } : { kind: 'damaged' }
}

/** A file name that every system takes: `Certificate 072026-000003.pdf`. */
export function paperFileName(kind: PaperView['kind'], number: string): string {
  const words = { certificate: 'Certificate', receipt: 'Receipt', transcript: 'Transcript' } as const
  return `${words[kind]} ${number.replace(/[^\p{L}\p{N}._-]+/gu, '_')}.pdf`
}
