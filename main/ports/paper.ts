import type { CertificateProof } from '@shared/model/certificate-proof'
import type { CertificateSnapshot } from '@shared/model/certificate-snapshot'
import type { ReceiptSnapshot } from '@shared/model/receipt-snapshot'
import type { TranscriptSnapshot } from '@shared/model/transcript-snapshot'

/** A PDF with the SHA-256 of its bytes, as 64 hexadecimal digits. */
export interface RenderedPaper {
  readonly bytes: Uint8Array
  readonly sha256: string
}

/**
 * Draws frozen snapshots, a certificate with the proof its QR code carries. The same gives the same bytes in any process, zone and locale, as long as the
 * fonts it names are on file; otherwise it throws, since other fonts would make another paper.
 */
export interface Paper {
  renderCertificate(snapshot: CertificateSnapshot, proof: CertificateProof | null): Promise<RenderedPaper>
  renderReceipt(snapshot: ReceiptSnapshot): Promise<RenderedPaper>
  renderTranscript(snapshot: TranscriptSnapshot): Promise<RenderedPaper>
}
