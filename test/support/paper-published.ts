import { z } from 'zod'
import { certificateSnapshotSchema } from '@shared/model/certificate-snapshot'
import { receiptSnapshotSchema } from '@shared/model/receipt-snapshot'
import { transcriptSnapshotSchema } from '@shared/model/transcript-snapshot'
import type { PaperAssets } from '../../main/documents/paper-assets'
import { renderCertificate, renderReceipt, renderTranscript } from '../../main/documents/render'

const publishedSchema = z.record(z.string(), z.union([certificateSnapshotSchema, receiptSnapshotSchema, transcriptSnapshotSchema]))

/** Draws the snapshots of a file, as a store reads them back years after they were frozen. */
export function renderPublished(file: string, assets: PaperAssets): Record<string, Uint8Array> {
  const snapshots = publishedSchema.parse(JSON.parse(file))
  return Object.fromEntries(
    Object.entries(snapshots).map(([name, snapshot]) => {
      switch (snapshot.kind) {
        case 'certificate':
          return [name, renderCertificate(snapshot, null, assets)]
        case 'receipt':
          return [name, renderReceipt(snapshot, assets)]
        case 'transcript':
          return [name, renderTranscript(snapshot, assets)]
      }
    }),
  )
}
