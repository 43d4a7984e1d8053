import type { HandlerResult, Input, Output } from '@shared/contract'
import type { PickView } from '@shared/contract/claim-acts'
import { civilDateIn } from '@shared/model/instant'
import { ok, refuse } from '@shared/model/result'
import { decideAggregateClaim, listAggregate, wholePick, type AggregateClaim, type AggregatePick, type AggregateVerdict } from '@shared/policy/aggregate-claim'
import { judgeMembership } from '@shared/policy/membership'
import { maskEmail } from '@shared/policy/name-folding'
import type { Acting } from '../ports/acting'
import type { ServicePorts } from '../ports/service-ports'
import type { Repositories } from '../ports/unit-of-work'
import { activityOf, barredView, loadClaimant, storedNumber, type Claimant } from './claim-facts'
import { issueClaims, type ClaimToIssue } from './claim-issuing'
import { issueLetter } from './claim-letter'
import { messageIdFor } from './claim-mail'

export interface AggregateClaimService {
  /** What has accrued, what of it can be picked, and what the picks would make; nothing is written (M4–M15). */
  preview(input: Input<'claims.previewAggregate'>): Promise<HandlerResult<'claims.previewAggregate'>>
  /** Claims the picks as one act in one transaction: one certificate per course title, or nothing at all (M13, M23). */
  claim(input: Input<'claims.claimAggregate'>, acting: Acting): Promise<HandlerResult<'claims.claimAggregate'>>
}

/** The audit entry's operation of an aggregate claim. */
export const aggregateClaimOperation = 'claims.claimAggregate'

type Preview = Output<'claims.previewAggregate'>

function pickView({ activityId, creditType, topics }: AggregatePick): PickView {
  return { activityId, creditType, topics: topics.map(({ earnedCreditId, amount }) => ({ earnedCreditId, amount })) }
}

/** The claim of one allowed pick; it is dated by the last of its topics, which is the day the credit was complete. */
export async function aggregateToIssue(repositories: Repositories, claim: AggregateClaim, { account }: Claimant): Promise<ClaimToIssue> {
  const lastEarned = claim.topics.map(({ earned }) => earned.earnedAt).sort().at(-1)
  return {
    enrolmentId: storedNumber('enrolment', claim.enrolmentId),
    activity: await activityOf(repositories, claim.activityId),
    creditType: claim.to,
    designated: claim.designated,
    amount: claim.amount,
    form: claim.form,
    claimedAt: account.now,
    completedOn: lastEarned === undefined ? null : civilDateIn(lastEarned, account.portal.zone.value),
    topics: claim.topics.map(({ earned, amount }) => ({ earnedCreditId: storedNumber('earnedCredit', earned.id), topic: earned.topic, amount, earnedAt: earned.earnedAt })),
  }
}

function membershipView({ account }: Claimant): Preview['membership'] {
  const verdict = judgeMembership(account)
  switch (verdict.kind) {
    case 'not_required':
      return { state: 'not_required', plan: null, endsOn: null }
    case 'active':
      return { state: 'active', plan: verdict.membership.plan, endsOn: verdict.membership.endsOn }
    case 'inactive':
      return { state: 'inactive', plan: verdict.plan, endsOn: verdict.latest?.endsOn ?? null }
  }
}

async function coursesView(repositories: Repositories, { account, courses }: Claimant): Promise<Preview['courses']> {
  return Promise.all(
    listAggregate(account, courses).map(async (course) => ({
      activityId: course.activityId,
      activityTitle: (await activityOf(repositories, course.activityId)).activity.title,
      barriers: course.barriers.map(barredView),
      topics: course.topics.map(({ earned, left, lastOn, state }) => ({ earnedCreditId: earned.id, topic: earned.topic, creditType: earned.creditType, left, earnedAt: earned.earnedAt, lastOn, state })),
      types: course.types.map((type) => ({ creditType: type.creditType, form: type.form, greatestAmount: type.greatestAmount, step: type.step, whole: pickView(wholePick(account, course, type)) })),
    })),
  )
}

async function pickedView(repositories: Repositories, claimant: Claimant, verdict: AggregateVerdict | undefined, mailTemplates: ServicePorts['mailTemplates']): Promise<Pick<Preview, 'certificates' | 'refusal' | 'mail'>> {
  if (verdict === undefined) return { certificates: null, refusal: null, mail: null }
  if (verdict.kind === 'refused') return { certificates: null, refusal: { ...barredView(verdict), activityId: verdict.activityId }, mail: null }
  const claims = await Promise.all(verdict.claims.map((claim) => aggregateToIssue(repositories, claim, claimant)))
  const { learner, account } = claimant
  return {
    certificates: verdict.claims.map((claim, place) => ({
      activityId: claim.activityId,
      activityTitle: claims[place]?.activity.activity.title ?? '',
      creditType: claim.to,
      form: claim.form,
      amount: claim.amount,
      topics: claim.topics.map(({ earned, amount }) => ({ topic: earned.topic, amount })),
    })),
    refusal: null,
    mail: { toMasked: maskEmail(learner.email), ...issueLetter(mailTemplates, learner, account.portal, claims.map((claim) => ({ ...claim, certificate: 'given on issue' }))) },
  }
}

export function createAggregateClaimService({ unitOfWork, clock, ids, mailTemplates }: Pick<ServicePorts, 'unitOfWork' | 'clock' | 'ids' | 'mailTemplates'>): AggregateClaimService {
  return {
    preview({ learnerId, picks }) {
      return unitOfWork.read(async (repositories): Promise<HandlerResult<'claims.previewAggregate'>> => {
        const claimant = await loadClaimant(repositories, learnerId, null, clock.now())
        if (claimant === undefined) return refuse('not_found')
        const { learner, account, courses } = claimant
        const verdict = picks === undefined || picks.length === 0 ? undefined : decideAggregateClaim(account, courses, { picks, reason: 'preview' })
        return ok({
          learnerId,
          learnerName: `${learner.givenName} ${learner.familyName}`,
          membership: membershipView(claimant),
          courses: await coursesView(repositories, claimant),
          ...(await pickedView(repositories, claimant, verdict, mailTemplates)),
        })
      })
    },
    claim({ learnerId, picks, reason: typed }, acting) {
      return unitOfWork.run(async (repositories): Promise<HandlerResult<'claims.claimAggregate'>> => {
        const at = clock.now()
        const claimant = await loadClaimant(repositories, learnerId, null, at)
        if (claimant === undefined) return refuse('not_found')
        const { learner, account, courses } = claimant
        const reason = typed.trim()
        const verdict = decideAggregateClaim(account, courses, { picks, reason })
        if (verdict.kind === 'refused') return refuse(verdict.code, { field: verdict.field, facts: { detail: verdict.nextStep, activity: verdict.activityId } })
        const claims: ClaimToIssue[] = []
        for (const claim of verdict.claims) claims.push(await aggregateToIssue(repositories, claim, claimant))
        const issued = await issueClaims(repositories, {
          kind: 'aggregate',
          operation: aggregateClaimOperation,
          learner,
          portal: account.portal,
          claims,
          at,
          acting,
          reason,
          proof: null,
          alsoAudited: {},
          mailTemplates,
          messageId: messageIdFor(account.portal, ids),
        })
        return ok({ ...issued, claims: [...issued.claims] })
      })
    },
  }
}
