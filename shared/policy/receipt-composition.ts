import type { OrderLineKind, OrderStatus, PaymentMeans } from '../model/field-codes'
import { civilDateIn, type Instant } from '../model/instant'
import { formatMoney, type MinorUnits } from '../model/money'
import type { PaperSize } from '../model/paper-snapshot'
import type { PrintedSum, ReceiptSnapshot } from '../model/receipt-snapshot'
import { ok, refuse, type Result } from '../model/result'
import type { ProviderIdentity } from './certificate-composition'
import { readableAccent } from './certificate-composition-accent'
import { checkPaperTexts, type TextRefusal } from './certificate-composition-texts'
import { clockTime, shortDate } from './long-date'
import { paperText, printableName } from './printable-name'
import { paperFontsRelease } from './printable-name-coverage'

/** A paid order as its own account bought it (H45, trap T27). Money in minor units of the order's currency. */
export interface ReceiptFacts {
  readonly number: string
  readonly issuedAt: Instant
  /** IANA zone of the portal. */
  readonly zone: string
  readonly size?: PaperSize
  readonly specimen?: boolean
  readonly provider: ProviderIdentity
  /** Where questions about money go; "" where the profile names nobody. */
  readonly contact: string
  readonly buyer: { readonly name: string; readonly address: string; readonly email: string }
  readonly order: {
    readonly externalId: string
    readonly placedAt: Instant
    readonly status: OrderStatus
    readonly currency: string
    readonly discountCode: string | null
    readonly discount: MinorUnits
    readonly tax: MinorUnits
    readonly total: MinorUnits
    readonly paidWith: PaymentMeans | null
    readonly cardLast4: string | null
    readonly refunded: MinorUnits
    readonly refundedAt: Instant | null
  }
  readonly lines: readonly {
    readonly kind: OrderLineKind
    readonly description: string
    readonly quantity: number
    readonly unitPrice: MinorUnits
  }[]
}

export type ReceiptRefusal = 'name_not_printable' | 'order_not_paid' | 'order_without_lines' | 'order_does_not_add_up' | TextRefusal

const minus = '\u2212'

/** "1,354.73", with U+2212 for amounts below zero. */
export function printedMoney(amount: MinorUnits): string {
  const text = formatMoney(Math.abs(amount)).replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  return amount < 0 ? `${minus}${text}` : text
}

const lineKinds: Readonly<Record<OrderLineKind, string>> = {
  activity: 'Activity',
  package: 'Package',
  membership: 'Membership',
  seats: 'Group seats',
}

function paidWith({ paidWith: means, cardLast4 }: ReceiptFacts['order']): string {
  switch (means) {
    case 'card':
      return cardLast4 === null ? 'Card' : `Card ending ${cardLast4}`
    case 'invoice':
      return 'Invoice'
    case 'code':
      return 'Access code'
    case null:
      return 'Means of payment not on record'
  }
}

function sums({ order }: ReceiptFacts, subtotal: MinorUnits): PrintedSum[] {
  const found: PrintedSum[] = [{ label: 'Subtotal', detail: '', amount: printedMoney(subtotal) }]
  if (order.discount !== 0) found.push({ label: 'Discount', detail: order.discountCode ?? '', amount: printedMoney(-order.discount) })
  if (order.tax !== 0) found.push({ label: 'Sales tax', detail: '', amount: printedMoney(order.tax) })
  return found
}

/** A refund is shown for what it is, never inside the amount paid (trap T27). */
function afterwards({ order, zone }: ReceiptFacts): PrintedSum[] {
  if (order.refunded === 0) return []
  const on = order.refundedAt === null ? '' : shortDate(civilDateIn(order.refundedAt, zone))
  return [
    { label: 'Refunded', detail: on, amount: printedMoney(-order.refunded) },
    { label: 'Paid after refund', detail: '', amount: printedMoney(order.total - order.refunded) },
  ]
}

/** Lines of an address: the postal lines as given, the first parted at its first comma. */
function addressLines(address: string): string[] {
  const lines = address.split(/\r?\n/).map(paperText)
  const [first = '', ...rest] = lines.filter((line) => line !== '')
  if (rest.length > 0) return [first, ...rest]
  const comma = first.indexOf(',')
  return comma < 0 ? [first].filter((line) => line !== '') : [first.slice(0, comma), first.slice(comma + 1).trim()]
}

/**
 * Freezes a receipt: payer, lines, discount, tax, total and refunds as they stand at first issue (H45).
 * Refuses an order that is not paid, one without lines, one whose lines do not come to its total, and texts as certificates do.
 */
export function composeReceipt(facts: ReceiptFacts): Result<ReceiptSnapshot, ReceiptRefusal> {
  const { order, provider, buyer, zone } = facts
  if (order.status === 'pending') return refuse('order_not_paid', { field: 'order', facts: { status: order.status } })
  if (facts.lines.length === 0) return refuse('order_without_lines', { field: 'lines' })
  const subtotal = facts.lines.reduce((sum, line) => sum + line.quantity * line.unitPrice, 0)
  if (subtotal - order.discount + order.tax !== order.total) {
    return refuse('order_does_not_add_up', { field: 'total', facts: { subtotal, discount: order.discount, tax: order.tax, total: order.total } })
  }
  const buyerName = printableName(buyer.name)
  if (!buyerName.ok) return buyerName
  const placedOn = shortDate(civilDateIn(order.placedAt, zone))
  const signed = facts.contact === '' ? `${provider.name}.` : `${provider.name}. Questions: ${facts.contact}`
  const snapshot = {
    kind: 'receipt',
    template: 'receipt/1',
    fonts: paperFontsRelease,
    size: facts.size ?? 'letter',
    issuedAt: facts.issuedAt,
    provider: {
      name: paperText(provider.name),
      addressLine: paperText([provider.addressLine, provider.web].filter((part) => part !== '').join(' · ')),
      accent: readableAccent(provider.accent),
      logoLetter: provider.logoLetter,
    },
    title: 'Receipt',
    number: { label: 'Receipt no.', value: facts.number },
    specimen: facts.specimen === true ? 'Specimen, sample data. Not issued.' : '',
    issued: { label: 'Issued', value: shortDate(civilDateIn(facts.issuedAt, zone)), detail: clockTime(facts.issuedAt, zone) },
    parties: [
      { label: 'Billed to', lines: [buyerName.value.text, ...addressLines(buyer.address), paperText(buyer.email)].filter((line) => line !== '') },
      { label: 'Order', lines: [order.externalId, `Placed ${placedOn}`] },
      { label: 'Paid', lines: [paidWith(order), order.currency] },
    ],
    columns: { description: 'Description', quantity: 'Quantity', unitPrice: 'Unit price', amount: `Amount, ${order.currency}` },
    lines: facts.lines.map(({ kind, description, quantity, unitPrice }) => ({
      description: paperText(description),
      detail: lineKinds[kind],
      quantity: String(quantity),
      unitPrice: printedMoney(unitPrice),
      amount: printedMoney(quantity * unitPrice),
    })),
    sums: sums(facts, subtotal),
    total: { label: 'Total paid', amount: printedMoney(order.total) },
    afterwards: afterwards(facts),
    balance: `Balance due 0.00 ${order.currency}`,
    closing: [paperText(signed), 'This receipt does not change once it is issued. It shows refunds made up to its date.'],
    facts: { order: order.externalId, currency: order.currency, total: order.total, refunded: order.refunded, kept: order.total - order.refunded },
  } satisfies ReceiptSnapshot
  const refusal = checkPaperTexts([
    { field: 'provider', text: snapshot.provider.name, longest: 80 },
    { field: 'provider', text: snapshot.provider.addressLine, longest: 110 },
    ...snapshot.parties.flatMap(({ label, lines }) => lines.map((text) => ({ field: label, text, longest: 160 }))),
    ...snapshot.lines.map(({ description }) => ({ field: 'description', text: description, longest: 400 })),
    ...snapshot.sums.map(({ detail }) => ({ field: 'discountCode', text: detail, longest: 40 })),
    ...snapshot.closing.map((text) => ({ field: 'contact', text, longest: 160 })),
  ])
  return refusal ?? ok(snapshot)
}
