import type { HandlerResult, Input } from '@shared/contract'
import { civilDateIn } from '@shared/model/instant'
import { formatMoney } from '@shared/model/money'
import { recordNumber } from '@shared/model/record-id'
import { ok, refuse, type Result } from '@shared/model/result'
import { composeReceipt, type ReceiptFacts } from '@shared/policy/receipt-composition'
import type { PortalProfile } from '@shared/portals/portal-profile'
import type { Acting } from '../ports/acting'
import type { Learner } from '../ports/repositories/learner-repository'
import type { Order } from '../ports/repositories/order-repository'
import type { Receipt } from '../ports/repositories/receipt-repository'
import type { ServicePorts } from '../ports/service-ports'
import type { Repositories } from '../ports/unit-of-work'
import { providerOf } from './certificate-facts'
import { printLedgerPaper } from './ledger-printing'
import { paperContact } from './paper-contact'
import { sealSnapshot, type PrintResult } from './paper-keeping'

export interface ReceiptService {
  /** Numbers and freezes the receipt of a paid order at its first issue; later calls answer the same one (H45, T27). */
  issue(input: Input<'receipts.issue'>, acting: Acting): Promise<HandlerResult<'receipts.issue'>>
  /** The receipt of that number, the same bytes each time. */
  print(number: string, acting: Acting): Promise<PrintResult>
}

type Issued = Result<Receipt, Extract<HandlerResult<'receipts.issue'>, { ok: false }>['error']['code']>

/** The letters of a portal's key, `haymarket-mycme` → `HM`; portals with the same letters share a series. */
function seriesLetters(portal: string): string {
  return portal.split('-').map((word) => word.charAt(0).toUpperCase()).join('')
}

function factsOf(order: Order, learner: Learner, portal: PortalProfile): Omit<ReceiptFacts, 'number' | 'issuedAt'> {
  return {
    zone: portal.zone.value,
    provider: providerOf(portal),
    contact: paperContact(portal, 'receipts'),
    // The receipt follows the order's account; who is billed may be somebody else (trap T27).
    buyer: { name: order.billingName === '' ? `${learner.givenName} ${learner.familyName}` : order.billingName, address: order.billingAddress, email: learner.email },
    order: { ...order, discountCode: order.discountCode === '' ? null : order.discountCode, cardLast4: order.cardLast4 === '' ? null : order.cardLast4 },
    lines: order.lines,
  }
}

export function createReceiptService(ports: Pick<ServicePorts, 'unitOfWork' | 'clock' | 'paper' | 'hashing'>): ReceiptService {
  const { unitOfWork, clock, hashing } = ports

  async function freeze(order: Order, { learners, portals, numberSeries, receipts, audit }: Repositories, acting: Acting): Promise<Issued> {
    const learner = await learners.find(order.learnerId)
    const portal = await portals.find(order.portal)
    if (learner === undefined || portal === undefined) throw new Error(`order ${String(order.id)} has no buyer or portal`)
    const issuedAt = clock.now()
    const series = `${seriesLetters(portal.key)}-${civilDateIn(issuedAt, portal.zone.value).slice(0, 4)}`
    const number = `${series}-${String(await numberSeries.take(`receipt-${series}`, 1)).padStart(6, '0')}`
    const composed = composeReceipt({ ...factsOf(order, learner, portal), number, issuedAt })
    if (!composed.ok) return composed
    const receipt = { number, orderId: order.id, learnerId: order.learnerId, state: 'issued', issuedAt, issuedBy: acting.actor, ...sealSnapshot(composed.value, hashing) } as const
    const id = await receipts.add(receipt)
    const after = { number, order: order.externalId, total: formatMoney(order.total), refunded: formatMoney(order.refunded), currency: order.currency }
    await audit.append({ at: issuedAt, operation: 'receipts.issue', entity: 'receipt', entityId: id, learnerId: order.learnerId, reason: '', before: {}, after }, acting)
    return ok({ id, ...receipt, bytesSha256: null })
  }

  const printReceipt = (receipt: Receipt, acting: Acting): Promise<PrintResult> =>
    printLedgerPaper(ports, { kind: 'receipt', ...receipt }, (repositories) => repositories.receipts, acting)

  return {
    async issue({ orderId }, acting) {
      const issued = await unitOfWork.run(async (repositories): Promise<Issued> => {
        const order = await repositories.orders.find(recordNumber('order', orderId) ?? -1)
        if (order === undefined) return refuse('not_found')
        const known = await repositories.receipts.findIssuedOfOrder(order.id)
        if (known !== undefined) return ok(known)
        if (order.status === 'pending') return refuse('order_not_paid', { facts: { order: order.externalId } })
        return freeze(order, repositories, acting)
      })
      if (!issued.ok) return issued
      const printed = await printReceipt(issued.value, acting)
      return printed.ok ? ok(printed.value.view) : printed
    },
    async print(number, acting) {
      const receipt = await unitOfWork.read(({ receipts }) => receipts.findByNumber(number))
      return receipt === undefined ? refuse('not_found') : printReceipt(receipt, acting)
    },
  }
}
