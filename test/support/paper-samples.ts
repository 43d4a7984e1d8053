import type { CertificateFacts } from '@shared/policy/certificate-composition'
import { composeReceipt } from '@shared/policy/receipt-composition'
import { composeTranscript } from '@shared/policy/transcript-composition'
import type { PaperAssets } from '../../main/documents/paper-assets'
import { renderCertificate, renderReceipt, renderTranscript } from '../../main/documents/render'
import { certificateOf, named, nursingFacts, participationFacts, pharmacyFacts, physicianFacts, valueOf, worstFacts } from './paper-facts'
import { groupReceiptFacts, refundedReceiptFacts, transcriptFacts } from './paper-ledger-facts'

/** One paper of every kind and form, drawn. */
export function renderSamples(assets: PaperAssets): Record<string, Uint8Array> {
  const aapa: CertificateFacts = {
    ...named('Siobhán Nguyễn', 'PA-C'),
    creditType: 'aapa_1',
    activity: { ...physicianFacts.activity, approval: { from: '2026-01-01', to: '2026-12-31' } },
  }
  const certificates: Record<string, CertificateFacts> = {
    physician: physicianFacts,
    participation: participationFacts,
    nursing: nursingFacts,
    pharmacy: pharmacyFacts,
    aapa,
    boardPoints: { ...named('Ελένη Παπαδοπούλου'), creditType: 'abim_moc' },
    han: named('李 小龍', 'MBBS'),
    rareLatin: named('Ŧoga Ĭan'),
    hebrew: named('ד”ר שלום כהן־לוי'),
    arabic: named('محمد الأحمد (Mohammed)'),
    devanagari: named('अमित क्षत्रिय'),
    armenian: named('Արամ Խաչատրյան'),
    thai: named('สมชาย ใจดี'),
    japanese: named('佐藤 さくら'),
    korean: named('김민준'),
    worst: worstFacts,
    a4Specimen: { ...physicianFacts, size: 'a4', specimen: true },
  }
  return {
    ...Object.fromEntries(Object.entries(certificates).map(([name, facts]) => [name, renderCertificate(certificateOf(facts), assets)])),
    receipt: renderReceipt(valueOf(composeReceipt(groupReceiptFacts)), assets),
    refundedReceipt: renderReceipt(valueOf(composeReceipt(refundedReceiptFacts)), assets),
    transcript: renderTranscript(valueOf(composeTranscript(transcriptFacts)), assets),
  }
}
