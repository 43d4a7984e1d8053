import type { Knex } from 'knex'
import { z } from 'zod'
import { discountAudiences } from '@shared/policy/discount-code'
import type { DiscountCodeRepository } from '../../ports/repositories/discount-code-repository'

const codeRowSchema = z.object({
  code: z.string(),
  portal: z.string(),
  percent: z.number().nullable(),
  amount: z.number().nullable(),
  audience: z.enum([...discountAudiences, '']),
  valid_from: z.string().nullable(),
  valid_to: z.string().nullable(),
  uses_left: z.number().nullable(),
})
const orderRowSchema = z.object({ external_id: z.string(), discount_code: z.string(), placed_at: z.string() })

export function createDiscountCodeRepository(connection: Knex): DiscountCodeRepository {
  return {
    async list() {
      const rows: unknown = await connection('discount_codes').orderBy('id').select(Object.keys(codeRowSchema.shape))
      return codeRowSchema.array().parse(rows).map((row) => ({
        code: row.code,
        portal: row.portal,
        percent: row.percent,
        amount: row.amount,
        audience: row.audience === '' ? null : row.audience,
        validFrom: row.valid_from,
        validTo: row.valid_to,
        usesLeft: row.uses_left,
      }))
    },
    async listOrdersWithCode(learnerId) {
      const rows: unknown = await connection('orders').where({ learner_id: learnerId }).whereNot({ discount_code: '' }).orderBy('placed_at').select(Object.keys(orderRowSchema.shape))
      return orderRowSchema.array().parse(rows).map((row) => ({ id: row.external_id, discountCode: row.discount_code, placedAt: row.placed_at }))
    },
  }
}
