import type { Knex } from 'knex'
import { z } from 'zod'
import type { Receipt, ReceiptRepository } from '../../ports/repositories/receipt-repository'
import type { MarkTopic } from '../mark-topic'
import { bytesOf } from './stored-bytes'

const receiptRowSchema = z.object({
  id: z.number(),
  number: z.string(),
  order_id: z.number(),
  learner_id: z.number(),
  state: z.enum(['issued', 'cancelled']),
  issued_at: z.string(),
  issued_by: z.string(),
  snapshot: z.string(),
  snapshot_sha256: z.string(),
  bytes_sha256: z.string().nullable(),
})
const columns = Object.keys(receiptRowSchema.shape)

function receiptOf(row: z.infer<typeof receiptRowSchema>): Receipt {
  return {
    id: row.id,
    number: row.number,
    orderId: row.order_id,
    learnerId: row.learner_id,
    state: row.state,
    issuedAt: row.issued_at,
    issuedBy: row.issued_by,
    snapshot: row.snapshot,
    snapshotSha256: row.snapshot_sha256,
    bytesSha256: row.bytes_sha256,
  }
}

export function createReceiptRepository(connection: Knex, mark: MarkTopic): ReceiptRepository {
  async function first(where: Readonly<Record<string, string | number>>): Promise<Receipt | undefined> {
    const row: unknown = await connection('receipts').where(where).first(columns)
    return row === undefined ? undefined : receiptOf(receiptRowSchema.parse(row))
  }

  return {
    findByNumber: (number) => first({ number }),
    findIssuedOfOrder: (orderId) => first({ order_id: orderId, state: 'issued' }),
    async add(receipt) {
      mark('receipts')
      const inserted: { id: number }[] = await connection('receipts')
        .insert({
          number: receipt.number,
          order_id: receipt.orderId,
          learner_id: receipt.learnerId,
          state: receipt.state,
          issued_at: receipt.issuedAt,
          issued_by: receipt.issuedBy,
          snapshot: receipt.snapshot,
          snapshot_sha256: receipt.snapshotSha256,
        })
        .returning('id')
      const id = inserted[0]?.id
      if (id === undefined) throw new Error('the receipt got no row')
      return id
    },
    async findBytes(id) {
      return bytesOf(await connection('receipts').where({ id }).first('bytes'))
    },
    async keepBytes(id, { bytes, bytesSha256 }) {
      mark('receipts')
      const written: number = await connection('receipts').where({ id }).whereNull('bytes').update({ bytes: Buffer.from(bytes), bytes_sha256: bytesSha256 })
      return written === 1
    },
    async repairBytes(id, bytes) {
      mark('receipts')
      await connection('receipts').where({ id }).update({ bytes: Buffer.from(bytes) })
    },
  }
}
