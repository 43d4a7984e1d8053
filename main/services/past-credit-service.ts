import type { HandlerResult, Input } from '@shared/contract'
import { civilDateIn } from '@shared/model/instant'
import { recordId, recordNumber } from '@shared/model/record-id'
import { ok, refuse } from '@shared/model/result'
import { judgeClaimType } from '@shared/policy/claim-eligibility'
import { judgeClaimAmount } from '@shared/policy/claim-amount'
import { decidePastCredit } from '@shared/policy/past-credit'
import type { Acting } from '../ports/acting'
import type { ServicePorts } from '../ports/service-ports'
import { activityOf, loadClaimant, storedNumber, type Claimant } from './claim-facts'
import { issueClaims } from './claim-issuing'
import { messageIdFor } from './claim-mail'

export interface PastCreditService {
  /** What a past credit of an activity could be; nothing is written (C12). */
  preview(input: Input<'claims.previewPastCredit'>): Promise<HandlerResult<'claims.previewPastCredit'>>
  /** Adds a past credit on its proof in one transaction, with an enrolment where the record has none. */
  add(input: Input<'claims.addPastCredit'>, acting: Acting): Promise<HandlerResult<'claims.addPastCredit'>>
}

/** The audit entry's operation of an added past credit. */
export const pastCreditOperation = 'claims.addPastCredit'

/** The day of the learner's registration, in the portal's zone. */
function accountRegisteredOn({ learner, account }: Claimant): string {
  return civilDateIn(learner.registeredAt, account.portal.zone.value)
}

export function createPastCreditService({ unitOfWork, clock, ids, mailTemplates }: Pick<ServicePorts, 'unitOfWork' | 'clock' | 'ids' | 'mailTemplates'>): PastCreditService {
  return {
    preview({ learnerId, activityId }) {
      return unitOfWork.read(async (repositories): Promise<HandlerResult<'claims.previewPastCredit'>> => {
        const claimant = await loadClaimant(repositories, learnerId, activityId, clock.now())
        const [course] = claimant?.courses ?? []
        if (claimant === undefined || course === undefined) return refuse('not_found')
        const { account } = claimant
        const { zone } = account.portal
        const registered = course.enrolments.map(({ registeredAt }) => registeredAt).sort()[0]
        const types = [...new Set(course.activity.credits.map(({ creditType }) => creditType))].flatMap((creditType) => {
          const type = judgeClaimType(account, course, creditType)
          if (type.kind === 'refused') return []
          const whole = { ...account.portal, partialClaim: { ...account.portal.partialClaim, value: 'before_claiming' as const } }
          const { greatestAmount, step, fixed } = judgeClaimAmount({ portal: whole, activityId, designated: type.designated, claimed: 0, earned: null }, null)
          return [{ creditType, form: type.form, greatestAmount, step, fixed }]
        })
        return ok({
          learnerId,
          activityId,
          activityTitle: (await activityOf(repositories, activityId)).activity.title,
          registeredOn: registered === undefined ? accountRegisteredOn(claimant) : civilDateIn(registered, zone.value),
          expiresOn: course.activity.expiresOn,
          enrolled: registered !== undefined,
          types,
        })
      })
    },
    add(input, acting) {
      return unitOfWork.run(async (repositories): Promise<HandlerResult<'claims.addPastCredit'>> => {
        const at = clock.now()
        const claimant = await loadClaimant(repositories, input.learnerId, input.activityId, at)
        const [course] = claimant?.courses ?? []
        if (claimant === undefined || course === undefined) return refuse('not_found')
        const { learner, account } = claimant
        const reason = input.reason.trim()
        const reference = input.proofReference.trim()
        const verdict = decidePastCredit(account, course, accountRegisteredOn(claimant), { ...input, proofReference: reference, reason })
        if (verdict.kind === 'refused') return refuse(verdict.code, { field: verdict.field, facts: { detail: verdict.nextStep, date: verdict.date } })
        const activity = await activityOf(repositories, input.activityId)
        const enrolmentId =
          verdict.enrolmentId === null
            ? await repositories.claimActs.addPastEnrolment({ externalId: `DE-${ids.uuid()}`, learnerId: learner.id, activityId: recordNumber('activity', input.activityId) ?? -1, completedAt: verdict.completedAt })
            : storedNumber('enrolment', verdict.enrolmentId)
        const issued = await issueClaims(repositories, {
          kind: 'past_credit',
          operation: pastCreditOperation,
          learner,
          portal: account.portal,
          claims: [
            {
              enrolmentId,
              activity,
              creditType: input.creditType,
              designated: verdict.designated,
              amount: verdict.amount.amount,
              form: verdict.form,
              claimedAt: verdict.claimedAt,
              completedOn: input.completedOn,
              topics: [],
            },
          ],
          at,
          acting,
          reason,
          proof: { kind: input.proof, reference },
          alsoAudited: {
            completedOn: input.completedOn,
            claimedOn: input.claimedOn,
            proof: `${input.proof}: ${reference}`,
            ...(verdict.enrolmentId === null ? { madeEnrolment: recordId('enrolment', enrolmentId) } : {}),
          },
          mailTemplates,
          messageId: messageIdFor(account.portal, ids),
        })
        return ok({ ...issued, claims: [...issued.claims] })
      })
    },
  }
}
