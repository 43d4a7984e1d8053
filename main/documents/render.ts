import type { CertificateProof } from '@shared/model/certificate-proof'
import type { CertificateSnapshot } from '@shared/model/certificate-snapshot'
import type { ReceiptSnapshot } from '@shared/model/receipt-snapshot'
import type { TranscriptSnapshot } from '@shared/model/transcript-snapshot'
import { laySecondCertificate } from './certificate-2/layout'
import { layFirstCertificate } from './certificate-layout'
import type { PageDrawing } from './drawing'
import { assetsOfRelease, type PaperAssets } from './paper-assets'
import { writePdf } from './pdf-writer'
import { layReceipt } from './receipt-layout'
import { contentProof, type PaperSnapshot } from './snapshot-proof'
import { layTranscript } from './transcript-layout'

function write(snapshot: PaperSnapshot, subject: string, pages: readonly PageDrawing[], assets: PaperAssets): Uint8Array {
  return writePdf(
    {
      title: `${snapshot.title} ${snapshot.number.value}`,
      author: snapshot.provider.name,
      subject,
      createdAt: snapshot.issuedAt.slice(0, 19).replace(/[-:T]/g, ''),
      fileId: contentProof(snapshot).slice(0, 32).toUpperCase(),
      pages,
    },
    assets,
  )
}

function layCertificate(snapshot: CertificateSnapshot, proof: CertificateProof | null, assets: PaperAssets): readonly PageDrawing[] {
  switch (snapshot.template) {
    case 'certificate/1':
      return layFirstCertificate(snapshot, assets)
    case 'certificate/2':
      return laySecondCertificate(snapshot, proof, assets)
  }
}

/**
 * The certificate's PDF: the same snapshot, proof and assets give the same bytes in any process, zone and locale. The
 * proof is what its QR code carries; previews and papers of the first layout have none.
 */
export function renderCertificate(snapshot: CertificateSnapshot, proof: CertificateProof | null, assets: PaperAssets): Uint8Array {
  const own = assetsOfRelease(snapshot.fonts, assets)
  return write(snapshot, snapshot.activityTitle, layCertificate(snapshot, proof, own), own)
}

/** The receipt's PDF; as `renderCertificate`. */
export function renderReceipt(snapshot: ReceiptSnapshot, assets: PaperAssets): Uint8Array {
  const own = assetsOfRelease(snapshot.fonts, assets)
  return write(snapshot, `Order ${snapshot.facts.order}`, layReceipt(snapshot, own), own)
}

/** The transcript's PDF; as `renderCertificate`. */
export function renderTranscript(snapshot: TranscriptSnapshot, assets: PaperAssets): Uint8Array {
  const own = assetsOfRelease(snapshot.fonts, assets)
  return write(snapshot, snapshot.title, layTranscript(snapshot, own), own)
}
