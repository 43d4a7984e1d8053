import type { Instant } from '@shared/model/instant'
import type { DiscountCodeFacts } from '@shared/policy/discount-code'

export interface DiscountCodeRepository {
  /** Every code on file, of every portal. */
  list(): Promise<readonly DiscountCodeFacts[]>
  /** The learner's orders that bear a code. */
  listOrdersWithCode(learnerId: number): Promise<readonly { readonly id: string; readonly discountCode: string; readonly placedAt: Instant }[]>
}
