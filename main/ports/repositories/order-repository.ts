import type { MinorUnits } from '@shared/model/money'
import type { orderLineKinds, OrderStatus, PaymentMeans } from '@shared/model/field-codes'
import type { Instant } from '@shared/model/instant'

export interface OrderLine {
  readonly kind: (typeof orderLineKinds)[number]
  readonly itemId: string
  readonly description: string
  readonly quantity: number
  readonly unitPrice: MinorUnits
}

/** An order with its lines, in the order of the exchange folder. */
export interface Order {
  readonly id: number
  readonly externalId: string
  readonly learnerId: number
  readonly portal: string
  readonly placedAt: Instant
  readonly status: OrderStatus
  readonly currency: string
  readonly discountCode: string
  readonly discount: MinorUnits
  readonly tax: MinorUnits
  readonly total: MinorUnits
  readonly paidWith: PaymentMeans | null
  readonly cardLast4: string
  readonly refunded: MinorUnits
  readonly refundedAt: Instant | null
  readonly billingName: string
  readonly billingAddress: string
  readonly lines: readonly OrderLine[]
}

export interface OrderRepository {
  find(id: number): Promise<Order | undefined>
  findByExternalId(externalId: string): Promise<Order | undefined>
}
