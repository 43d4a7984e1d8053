import type { HandlerResult, Input } from '@shared/contract'
import { recordNumber } from '@shared/model/record-id'
import { ok, refuse } from '@shared/model/result'
import { judgeDiscountCode } from '@shared/policy/discount-code'
import type { ServicePorts } from '../ports/service-ports'

export interface DiscountCodeService {
  /** Why a code was, or would be, refused to this learner (H47). */
  check(input: Input<'orders.checkDiscountCode'>): Promise<HandlerResult<'orders.checkDiscountCode'>>
}

export function createDiscountCodeService({ unitOfWork, clock }: Pick<ServicePorts, 'unitOfWork' | 'clock'>): DiscountCodeService {
  return {
    check({ learnerId, typed }) {
      return unitOfWork.read(async ({ learners, portals, discountCodes }): Promise<HandlerResult<'orders.checkDiscountCode'>> => {
        const learner = await learners.find(recordNumber('learner', learnerId) ?? -1)
        const portal = learner === undefined ? undefined : await portals.find(learner.portal)
        if (learner === undefined || portal === undefined) return refuse('not_found')
        const verdict = judgeDiscountCode({
          now: clock.now(),
          portal,
          learner: { id: learnerId, profession: learner.profession },
          typed,
          codes: await discountCodes.list(),
          orders: await discountCodes.listOrdersWithCode(learner.id),
        })
        return ok({ kind: verdict.kind, reason: verdict.reason, rows: [...verdict.rows], nextStep: verdict.nextStep, code: verdict.code })
      })
    },
  }
}
