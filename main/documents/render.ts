import type { CertificateSnapshot } from '@shared/model/certificate-snapshot'
import { layCertificate } from './certificate-layout'
import type { PageDrawing } from './drawing'
import type { PaperAssets } from './paper-assets'
import { writePdf } from './pdf-writer'
import { contentProof, type PaperSnapshot } from './snapshot-proof'

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

function requireFonts(snapshot: PaperSnapshot, assets: PaperAssets): void {
  if (snapshot.fonts !== assets.fontsRelease) throw new Error(`the snapshot asks for ${snapshot.fonts}, on file are ${assets.fontsRelease}`)
}

/** The certificate's PDF: the same snapshot and assets give the same bytes in any process, zone and locale. */
export function renderCertificate(snapshot: CertificateSnapshot, assets: PaperAssets): Uint8Array {
  requireFonts(snapshot, assets)
  return write(snapshot, snapshot.activityTitle, layCertificate(snapshot, assets), assets)
}
