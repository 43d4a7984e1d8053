import { composeReceipt } from '@shared/policy/receipt-composition'
import { composeTranscript } from '@shared/policy/transcript-composition'
import type { PaperAssets } from '../../main/documents/paper-assets'
import { renderCertificate, renderReceipt, renderTranscript } from '../../main/documents/render'
import { certificateOf, physicianFacts, valueOf } from './paper-facts'
import { sampleCertificates, sampleProof } from './paper-forms'
import { groupReceiptFacts, refundedReceiptFacts, transcriptFacts } from './paper-ledger-facts'

/** One paper of every kind and form, drawn; a specimen has no proof. */
export function renderSamples(assets: PaperAssets): Record<string, Uint8Array> {
  return {
    ...Object.fromEntries(Object.entries(sampleCertificates()).map(([name, snapshot]) => [name, renderCertificate(snapshot, sampleProof, assets)])),
    specimen: renderCertificate(certificateOf({ ...physicianFacts, size: 'a4', specimen: true }), null, assets),
    receipt: renderReceipt(valueOf(composeReceipt(groupReceiptFacts)), assets),
    refundedReceipt: renderReceipt(valueOf(composeReceipt(refundedReceiptFacts)), assets),
    transcript: renderTranscript(valueOf(composeTranscript(transcriptFacts)), assets),
  }
}
