import { describe, expect, it } from 'vitest'
import { receiptSnapshotSchema } from '@shared/model/receipt-snapshot'
import { composeReceipt, printedMoney } from '@shared/policy/receipt-composition'
import { valueOf } from '../../support/paper-facts'
import { groupReceiptFacts, refundedReceiptFacts } from '../../support/paper-ledger-facts'

describe('a receipt', () => {
  it('shows payer, order, lines, discount, tax and total', () => {
    const snapshot = valueOf(composeReceipt(groupReceiptFacts))
    expect(snapshot.parties).toEqual([
      { label: 'Billed to', lines: ['Niamh Smith-Jones', '981 Main Street', 'Springfield, NC', 'niamh.smithjones16@example.org'] },
      { label: 'Order', lines: ['O-7-00003', 'Placed Oct 11, 2026'] },
      { label: 'Paid', lines: ['Card ending 0564', 'USD'] },
    ])
    expect(snapshot.lines.map(({ quantity, unitPrice, amount }) => [quantity, unitPrice, amount])).toEqual([
      ['12', '99.00', '1,188.00'],
      ['1', '249.00', '249.00'],
    ])
    expect(snapshot.sums).toEqual([
      { label: 'Subtotal', detail: '', amount: '1,437.00' },
      { label: 'Discount', detail: 'GROUP10', amount: '−143.70' },
      { label: 'Sales tax', detail: '', amount: '61.43' },
    ])
    expect(snapshot.total).toEqual({ label: 'Total paid', amount: '1,354.73' })
    expect(snapshot.afterwards).toEqual([])
    expect(receiptSnapshotSchema.parse(JSON.parse(JSON.stringify(snapshot)))).toEqual(snapshot)
  })

  it('keeps the total paid and shows a refund beneath it (T27)', () => {
    const snapshot = valueOf(composeReceipt(refundedReceiptFacts))
    expect(snapshot.total.amount).toBe('53.00')
    expect(snapshot.afterwards).toEqual([
      { label: 'Refunded', detail: 'Oct 31, 2026', amount: '−53.00' },
      { label: 'Paid after refund', detail: '', amount: '0.00' },
    ])
    expect(snapshot.facts).toMatchObject({ total: 5300, refunded: 5300, kept: 0 })
  })

  it('refuses an order that is not paid, has no lines or does not add up', () => {
    const { order } = groupReceiptFacts
    const codes = [
      composeReceipt({ ...groupReceiptFacts, order: { ...order, status: 'pending' } }),
      composeReceipt({ ...groupReceiptFacts, lines: [] }),
      composeReceipt({ ...groupReceiptFacts, order: { ...order, total: order.total + 1 } }),
      composeReceipt({ ...groupReceiptFacts, buyer: { ...groupReceiptFacts.buyer, name: 'დავით' } }),
    ].map((answer) => (answer.ok ? 'ok' : answer.error.code))
    expect(codes).toEqual(['order_not_paid', 'order_without_lines', 'order_does_not_add_up', 'name_not_printable'])
  })
})

describe('money on paper', () => {
  it.each([
    [0, '0.00'],
    [-1, '−0.01'],
    [99999, '999.99'],
    [100000, '1,000.00'],
    [-123456789, '−1,234,567.89'],
  ])('%d minor units', (amount, text) => {
    expect(printedMoney(amount)).toBe(text)
  })
})
