import type { Knex } from 'knex'
import { z } from 'zod'
import { orderLineKinds, orderStatuses, paymentMeans } from '@shared/model/field-codes'
import type { Order, OrderRepository } from '../../ports/repositories/order-repository'

const orderRowSchema = z.object({
  id: z.number(),
  external_id: z.string(),
  learner_id: z.number(),
  portal: z.string(),
  placed_at: z.string(),
  status: z.enum(orderStatuses),
  currency: z.string(),
  discount_code: z.string(),
  discount: z.number(),
  tax: z.number(),
  total: z.number(),
  paid_with: z.enum([...paymentMeans, '']),
  card_last4: z.string(),
  refunded: z.number(),
  refunded_at: z.string().nullable(),
  billing_name: z.string(),
  billing_address: z.string(),
})
const lineRowSchema = z.object({
  kind: z.enum(orderLineKinds),
  item_id: z.string(),
  description: z.string(),
  quantity: z.number(),
  unit_price: z.number(),
})

export function createOrderRepository(connection: Knex): OrderRepository {
  async function first(where: Readonly<Record<string, string | number>>): Promise<Order | undefined> {
    const found: unknown = await connection('orders').where(where).first()
    if (found === undefined) return undefined
    const row = orderRowSchema.parse(found)
    const lines: unknown[] = await connection('order_lines').where({ order_id: row.id }).orderBy('position')
    return {
      id: row.id,
      externalId: row.external_id,
      learnerId: row.learner_id,
      portal: row.portal,
      placedAt: row.placed_at,
      status: row.status,
      currency: row.currency,
      discountCode: row.discount_code,
      discount: row.discount,
      tax: row.tax,
      total: row.total,
      paidWith: row.paid_with === '' ? null : row.paid_with,
      cardLast4: row.card_last4,
      refunded: row.refunded,
      refundedAt: row.refunded_at,
      billingName: row.billing_name,
      billingAddress: row.billing_address,
      lines: lineRowSchema
        .array()
        .parse(lines)
        .map((line) => ({ kind: line.kind, itemId: line.item_id, description: line.description, quantity: line.quantity, unitPrice: line.unit_price })),
    }
  }

  return {
    find: (id) => first({ id }),
    findByExternalId: (externalId) => first({ external_id: externalId }),
  }
}
