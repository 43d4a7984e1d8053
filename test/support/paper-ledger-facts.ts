import type { ReceiptFacts } from '@shared/policy/receipt-composition'
import type { TranscriptFacts, TranscriptRecord } from '@shared/policy/transcript-composition'
import { addDays } from '@shared/model/civil-date'
import { northfield, nursingFacts } from './paper-facts'

/** A group order with a discount and tax. */
export const groupReceiptFacts: ReceiptFacts = {
  number: 'NF-2026-000342',
  issuedAt: '2026-11-20T20:00:00.000Z',
  zone: 'America/New_York',
  provider: northfield,
  contact: 'billing@northfield.example',
  buyer: { name: 'Niamh Smith-Jones', address: '981 Main Street, Springfield, NC', email: 'niamh.smithjones16@example.org' },
  order: {
    externalId: 'O-7-00003',
    placedAt: '2026-10-11T19:00:00.000Z',
    status: 'paid',
    currency: 'USD',
    discountCode: 'GROUP10',
    discount: 14370,
    tax: 6143,
    total: 135473,
    paidWith: 'card',
    cardLast4: '0564',
    refunded: 0,
    refundedAt: null,
  },
  lines: [
    { kind: 'seats', description: 'Group of 12: Two Tries: Board Review', quantity: 12, unitPrice: 9900 },
    { kind: 'package', description: 'All-in-One Pharmacology Package', quantity: 1, unitPrice: 24900 },
  ],
}

/** An order whose money went back in full. */
export const refundedReceiptFacts: ReceiptFacts = {
  ...groupReceiptFacts,
  number: 'NF-2026-000343',
  buyer: { name: '田中 美咲', address: '451 Main Street, Springfield, OR', email: '' },
  order: {
    ...groupReceiptFacts.order,
    status: 'refunded',
    discountCode: null,
    discount: 0,
    tax: 0,
    total: 5300,
    refunded: 5300,
    refundedAt: '2026-10-31T19:00:00.000Z',
  },
  lines: [{ kind: 'activity', description: 'USP 797: Cleanroom Practice', quantity: 1, unitPrice: 5300 }],
}

const titles = [
  'Managing Type 2 Diabetes in Primary Care',
  'Biologics in Moderate-to-Severe Asthma',
  'Preventing Stroke in Atrial Fibrillation: Selecting Therapy for the Individual Patient with Renal Impairment',
  'Immunotherapy Toxicities: Recognise and Respond',
] as const

function recordOf(index: number): TranscriptRecord {
  const type = (['ama_pra_1', 'ama_pra_1', 'abim_moc', 'aafp_prescribed', 'ipce'] as const)[index % 5] ?? 'ama_pra_1'
  return {
    earnedOn: addDays('2026-11-18', -10 * index),
    title: titles[index % titles.length] ?? titles[0],
    format: index % 6 === 4 ? 'live_meeting' : 'webcast',
    delivery: index % 6 === 4 ? 'live' : 'enduring',
    location: index % 6 === 4 ? 'Lakeshore, Ohio' : null,
    certificateNumber: `082026-${String(420 - 7 * index).padStart(6, '0')}`,
    creditType: type,
    form: index === 6 ? 'participation' : 'credit',
    amountClaimed: 75 + 25 * (index % 4),
    maximumAmount: 125 + 25 * (index % 4),
  }
}

/** A year of records over five types, on two pages. */
export const transcriptFacts: TranscriptFacts = {
  number: '082026-T00117',
  issuedAt: '2026-11-20T20:00:00.000Z',
  zone: 'America/New_York',
  provider: { ...nursingFacts.provider, phraseNumber: 'both' },
  contact: 'desk@lakeshore.example',
  learner: {
    printedName: 'Hannah Weiß-Ångström',
    credentials: 'MD, PhD',
    identifier: { label: 'Learner identifier', value: 'State license AL G99337' },
  },
  from: '2026-01-01',
  to: '2026-11-20',
  records: Array.from({ length: 31 }, (_, index) => recordOf(index)),
}
