import type { OrderStatus } from '../model/field-codes'
import type { SaidFacts } from './facts-portal'
import type { PlaybookSubject } from './playbook-subject'
import { dayInWords, instantDayInWords, listInWords, moneyInWords, textOrNothing } from './words'

const statusWords: Readonly<Record<OrderStatus, string>> = { paid: 'paid', pending: 'not paid yet', refunded: 'refunded', partly_refunded: 'partly refunded' }

const titled = (titles: readonly string[]): string | undefined => (titles.length === 0 ? undefined : listInWords(titles.map((title) => `“${title}”`)))

/** The order asked about, and what the catalogue holds at present. */
export function purchaseFacts({ order, catalogue, portal }: PlaybookSubject): SaidFacts {
  const held: SaidFacts = {
    meetings: titled(catalogue.meetings),
    texts: titled(catalogue.texts),
    journals: titled(catalogue.journals),
    recordings: titled(catalogue.recordings),
    board_reviews: titled(catalogue.boardReviews),
  }
  if (order === null) return held
  const dated = order.packaged.map(({ title, expiresOn }) => `“${title}” ${expiresOn === null ? 'without a last day' : `until ${dayInWords(expiresOn)}`}`)
  return {
    ...held,
    order_number: order.externalId,
    order_date: instantDayInWords(order.placedAt, portal.zone.value),
    order_total: moneyInWords(order.total, order.currency),
    order_status: [statusWords[order.status], order.status],
    order_items: order.items.length === 0 ? undefined : listInWords(order.items.map((item) => textOrNothing(item) ?? '').filter((item) => item !== '')) || undefined,
    package_dates: dated.length === 0 ? undefined : listInWords(dated),
    receipt_number: order.receiptNumber ?? undefined,
  }
}
