import { describe, expect, it } from 'vitest'
import { transcriptSnapshotSchema } from '@shared/model/transcript-snapshot'
import { composeTranscript, type TranscriptFacts } from '@shared/policy/transcript-composition'
import { valueOf } from '../../support/paper-facts'
import { transcriptFacts } from '../../support/paper-ledger-facts'

const record = {
  earnedOn: '2026-10-01',
  title: 'Sepsis',
  format: 'webcast',
  delivery: 'enduring',
  location: null,
  certificateNumber: null,
  creditType: 'ama_pra_1',
  form: 'credit',
  amountClaimed: 100,
  maximumAmount: 100,
} as const

function transcript(records: TranscriptFacts['records'], more: Partial<TranscriptFacts> = {}) {
  return valueOf(composeTranscript({ ...transcriptFacts, records, ...more }))
}

describe('a transcript', () => {
  it('adds up each credit type and never two together', () => {
    const { facts, totals } = transcript([record, { ...record, amountClaimed: 75 }, { ...record, creditType: 'abim_moc', amountClaimed: 75 }])
    expect(facts.totals).toEqual([
      { creditType: 'ama_pra_1', amount: 175, records: 2 },
      { creditType: 'abim_moc', amount: 75, records: 1 },
    ])
    expect(totals.map(({ amount, records }) => [amount, records])).toEqual([
      ['1.75', '2 records'],
      ['0.75', '1 record'],
    ])
  })

  it('counts participation in an AMA activity as no credit', () => {
    const snapshot = transcript([record, { ...record, form: 'participation' }])
    expect(snapshot.facts.totals).toEqual([{ creditType: 'ama_pra_1', amount: 100, records: 1 }])
    expect(snapshot.rows[1]).toMatchObject({ amount: '–', typeDetail: 'no physician credit awarded' })
  })

  it('lists the newest first and says what was designated where less was claimed', () => {
    const snapshot = transcript([record, { ...record, earnedOn: '2026-11-02', amountClaimed: 50, certificateNumber: '082026-000420' }])
    expect(snapshot.rows.map(({ date, detail, amount, typeDetail }) => [date, detail, amount, typeDetail])).toEqual([
      ['Nov 2, 2026', 'Enduring, webcast  ·  No. 082026-000420', '0.50', 'of 1.00 designated'],
      ['Oct 1, 2026', 'Enduring, webcast', '1.00', ''],
    ])
  })

  it.each([
    ['2026-01-01', '2026-11-20', 'Jan 1 to Nov 20, 2026'],
    [null, null, 'Oct 1 to Nov 20, 2026'],
    ['2025-01-01', null, 'Jan 1, 2025 to Nov 20, 2026'],
  ])('states its period: %s to %s', (from, to, text) => {
    expect(transcript([record], { from, to }).record[0]).toEqual({ label: 'Period', value: text, detail: '' })
  })

  it('may be empty', () => {
    expect(transcript([], { from: null, to: null })).toMatchObject({ totals: [], closing: 'End of transcript. No records in this period.' })
  })

  it('reads back from JSON unchanged', () => {
    const snapshot = valueOf(composeTranscript(transcriptFacts))
    expect(transcriptSnapshotSchema.parse(JSON.parse(JSON.stringify(snapshot)))).toEqual(snapshot)
  })
})
