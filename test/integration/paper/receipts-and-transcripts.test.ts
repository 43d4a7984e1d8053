import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { recordId } from '@shared/model/record-id'
import { receiptSnapshotSchema, type ReceiptSnapshot } from '@shared/model/receipt-snapshot'
import { transcriptSnapshotSchema, type TranscriptSnapshot } from '@shared/model/transcript-snapshot'
import { valueOf } from '../../support/mail-desk'
import { claimNumber, openSmallDesk, tamperWith, type PaperDesk } from '../../support/paper-desk'
import { paperFolderWith } from '../../support/paper-folder'

let desk: PaperDesk
beforeEach(async () => {
  desk = await openSmallDesk()
})
afterEach(() => desk.remove())

describe('a receipt', () => {
  async function issue(externalId: string): ReturnType<PaperDesk['receipts']['issue']> {
    const order = await desk.look(({ orders }) => orders.findByExternalId(externalId))
    return desk.receipts.issue({ orderId: recordId('order', order?.id ?? 0) }, desk.acting)
  }

  async function snapshotOf(number: string): Promise<ReceiptSnapshot> {
    const receipt = await desk.look(({ receipts }) => receipts.findByNumber(number))
    return receiptSnapshotSchema.parse(JSON.parse(receipt?.snapshot ?? ''))
  }

  it('is numbered at first issue, by portal and year, and is the same from then on', async () => {
    const first = valueOf(await issue('O-1'))
    expect(first).toMatchObject({ kind: 'receipt', number: 'HM-2026-000001', state: 'issued', identicalToIssue: true, issuedAt: '2026-11-20T20:00:00.000Z' })
    expect(valueOf(await issue('O-2')).number).toBe('HM-2026-000002')
    expect(valueOf(await issue('O-4')).number).toBe('MPC-2026-000001')
    desk = await desk.reopen('2027-01-05T12:00:00.000Z')
    expect(valueOf(await issue('O-1'))).toEqual(first)
    const printed = valueOf(await desk.receipts.print('HM-2026-000001', desk.acting))
    expect(printed.view).toEqual(first)
    expect(Buffer.from(printed.bytes).subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('states lines, discount, tax and total', async () => {
    const snapshot = await snapshotOf(valueOf(await issue('O-1')).number)
    expect(snapshot.lines.map(({ quantity, amount }) => [quantity, amount])).toEqual([['12', '1,188.00'], ['1', '249.00']])
    expect(snapshot.sums.map(({ label, amount }) => [label, amount])).toEqual([['Subtotal', '1,437.00'], ['Discount', '−143.70'], ['Sales tax', '61.43']])
    expect(snapshot.total.amount).toBe('1,354.73')
    expect(snapshot.parties[0]?.lines).toEqual(['Anna Berg', '981 Main Street', 'Springfield, NC', 'anna.berg@example.org'])
  })

  it('shows a refund for what it is (T27)', async () => {
    const snapshot = await snapshotOf(valueOf(await issue('O-2')).number)
    expect(snapshot.total.amount).toBe('249.00')
    expect(snapshot.afterwards.map(({ amount }) => amount)).toEqual(['−49.00', '200.00'])
    expect(snapshot.facts).toMatchObject({ total: 24900, refunded: 4900, kept: 20000 })
  })

  it('does not change when the order does', async () => {
    const first = valueOf(await issue('O-1'))
    await desk.import(await desk.exchangeFolder(paperFolderWith('orders.csv', 'Anna Berg,"981', 'Somebody Else,"981')))
    expect(valueOf(await issue('O-1'))).toEqual(first)
  })

  it.each([
    ['order_not_paid', 'O-3'],
    ['order_does_not_add_up', 'O-5'],
    ['not_found', 'O-99'],
  ])('is refused with %s, and no number is lost', async (code, externalId) => {
    expect(await issue(externalId)).toMatchObject({ ok: false, error: { code } })
    expect(valueOf(await issue('O-1')).number).toBe('HM-2026-000001')
  })

  it('is drawn again when its bytes were altered, and given out by nobody when that cannot be', async () => {
    const first = valueOf(await issue('O-1'))
    desk = await tamperWith(desk, `update receipts set bytes = x'25'`)
    expect(valueOf(await desk.receipts.print(first.number, desk.acting)).view).toEqual({ ...first, restored: true })
    desk = await tamperWith(desk, `update receipts set bytes = x'25', snapshot = replace(snapshot, '1,354.73', '2,354.73')`)
    expect(await desk.receipts.print(first.number, desk.acting)).toMatchObject({ error: { code: 'certificate_bytes_damaged' } })
  })
})

describe('a transcript', () => {
  async function issue(externalId: string, fromOn: string | null = null, toOn: string | null = null): ReturnType<PaperDesk['transcripts']['issue']> {
    const learner = await desk.look(({ learners }) => learners.findByExternalId(externalId))
    return desk.transcripts.issue({ learnerId: recordId('learner', learner?.id ?? 0), fromOn, toOn }, desk.acting)
  }

  async function snapshotOf(number: string): Promise<TranscriptSnapshot> {
    const transcript = await desk.look(({ transcripts }) => transcripts.findByNumber(number))
    return transcriptSnapshotSchema.parse(JSON.parse(transcript?.snapshot ?? ''))
  }

  it('lists the certificates in force, newest first, with a total per credit type', async () => {
    const issued = valueOf(await issue('L-1'))
    expect(issued).toMatchObject({ kind: 'transcript', number: 'CD2026-T00001', state: 'issued' })
    const snapshot = await snapshotOf(issued.number)
    expect(snapshot.rows.map(({ date, amount }) => [date, amount])).toEqual([['Oct 28, 2026', '1.25'], ['Oct 13, 2026', '1.00'], ['Aug 21, 2026', '8.50']])
    expect(snapshot.facts.totals).toEqual([{ creditType: 'ama_pra_1', amount: 1075, records: 3 }])
    expect(snapshot.name.text).toBe('Dr. Anna Berg')
  })

  it('follows a correction: the successor is in it, the superseded one is not', async () => {
    const claimId = recordId('claim', await claimNumber(desk, 'C-1'))
    valueOf(await desk.claims.changeCreditType({ claimId, claimVersion: valueOf(await desk.claims.find(claimId)).version, to: 'aafp_prescribed', reason: 'wrong' }, desk.acting))
    const snapshot = await snapshotOf(valueOf(await issue('L-1')).number)
    expect(snapshot.facts.totals).toEqual([
      { creditType: 'ama_pra_1', amount: 950, records: 2 },
      { creditType: 'aafp_prescribed', amount: 100, records: 1 },
    ])
  })

  it('keeps to the period, both days included', async () => {
    const rows = async (from: string | null, to: string | null): Promise<number> => (await snapshotOf(valueOf(await issue('L-1', from, to)).number)).rows.length
    expect(await rows('2026-10-13', '2026-10-28')).toBe(2)
    expect(await rows('2026-10-14', '2026-10-27')).toBe(0)
    expect(await rows(null, '2026-08-21')).toBe(1)
    expect(await issue('L-1', '2026-10-28', '2026-10-13')).toEqual({ ok: false, error: { code: 'period_reversed', field: 'toOn' } })
  })

  it('has a number of its own each time and never changes', async () => {
    const first = valueOf(await issue('L-1'))
    expect(valueOf(await issue('L-1')).number).toBe('CD2026-T00002')
    const learner = await desk.look(({ learners }) => learners.findByExternalId('L-1'))
    valueOf(await desk.learners.edit({ id: recordId('learner', learner?.id ?? 0), version: learner?.version ?? 0, changes: { certificateName: 'Ann Lind' }, reason: '' }, desk.acting))
    desk = await desk.reopen('2027-02-01T12:00:00.000Z')
    expect(valueOf(await desk.transcripts.print(first.number, desk.acting)).view).toEqual(first)
  })

  it('refuses a name no font prints', async () => {
    expect(await issue('L-4')).toMatchObject({ error: { code: 'name_not_printable' } })
    expect(valueOf(await issue('L-1')).number).toBe('CD2026-T00001')
  })
})

describe('a paper in the hands of the window', () => {
  const paper = { kind: 'certificate', number: 'X-1' } as const

  it('goes to mail by its number, with the bytes of the first print', async () => {
    const printed = valueOf(await desk.paper.print(paper, desk.acting))
    expect(valueOf(await desk.paper.attachmentOf('X-1'))).toEqual({ fileName: 'Certificate X-1.pdf', bytes: printed.bytes })
    expect(await desk.paper.attachmentOf('X-7')).toMatchObject({ error: { code: 'name_not_printable', facts: { reference: 'X-7' } } })
    expect(await desk.paper.attachmentOf('nothing')).toEqual({ ok: false, error: { code: 'not_found', facts: { reference: 'nothing' } } })
  })

  it('is saved nowhere when the dialog was closed, and neither opened nor printed where nothing can', async () => {
    expect(valueOf(await desk.paper.save(paper, desk.acting))).toMatchObject({ saved: false, path: null })
    expect(await desk.paper.open(paper, desk.acting)).toEqual({ ok: false, error: { code: 'no_reader' } })
    expect(await desk.paper.toPrinter(paper, desk.acting)).toEqual({ ok: false, error: { code: 'no_printer' } })
    expect(await desk.paper.open({ ...paper, number: 'X-0' }, desk.acting)).toEqual({ ok: false, error: { code: 'not_found' } })
  })
})
