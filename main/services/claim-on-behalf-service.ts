import type { HandlerResult, Input, Output } from '@shared/contract'
import type { CreditOptionView } from '@shared/contract/claims'
import type { CreditType } from '@shared/model/field-codes'
import { ok, refuse } from '@shared/model/result'
import { decideClaim, defaultClaimType, judgeClaimEligibility, listClaimTypes, claimBarriersOf, type AllowedClaim, type ClaimVerdict, type EligibleCourse } from '@shared/policy/claim-eligibility'
import { maskEmail } from '@shared/policy/name-folding'
import { routeReport } from '@shared/policy/report-route'
import type { Acting } from '../ports/acting'
import type { DesignatedActivity } from '../ports/repositories/activity-repository'
import type { ServicePorts } from '../ports/service-ports'
import { activityOf, barredView, loadClaimant, storedNumber, type Claimant } from './claim-facts'
import { issueClaims, type ClaimToIssue } from './claim-issuing'
import { issueLetter } from './claim-letter'
import { messageIdFor } from './claim-mail'
import { claimTypeDetail } from './claim-wording'

export interface ClaimOnBehalfService {
  /** What a claim for the learner would be, and what stands before it; nothing is written (H27). */
  preview(input: Input<'claims.previewClaim'>): Promise<HandlerResult<'claims.previewClaim'>>
  /** Claims and issues the certificate in one transaction: claim, certificate, drafted mail and audit entry, or nothing. */
  claim(input: Input<'claims.claimForLearner'>, acting: Acting): Promise<HandlerResult<'claims.claimForLearner'>>
}

/** The audit entry's operation of a claim on the learner's behalf. */
export const claimOnBehalfOperation = 'claims.claimForLearner'

/** What people ask for; shown with its reason also where an activity does not offer it. */
const askedFor: readonly CreditType[] = ['ama_pra_1', 'aapa_1', 'ancc', 'aanp', 'acpe']

/** The claim an allowed verdict makes, at the moment of the facts. */
export function claimToIssue(verdict: AllowedClaim, activity: DesignatedActivity, claimant: Claimant): ClaimToIssue {
  return {
    enrolmentId: storedNumber('enrolment', verdict.enrolmentId),
    activity,
    creditType: verdict.to,
    designated: verdict.designated,
    amount: verdict.amount.amount,
    form: verdict.form,
    claimedAt: claimant.account.now,
    completedOn: null,
    topics: [],
  }
}

function optionOf({ creditType, verdict }: { readonly creditType: CreditType; readonly verdict: ClaimVerdict }, claimant: Claimant, activity: DesignatedActivity): CreditOptionView {
  const rows = [...verdict.rows]
  if (verdict.kind === 'allowed') {
    const { greatestAmount, step, fixed } = verdict.amount
    return { creditType, rows, verdict: { kind: 'allowed', form: verdict.form, newAmount: greatestAmount, maximumAmount: greatestAmount, step, fixed } }
  }
  const code = verdict.code === 'credit_type_not_offered' || verdict.code === 'credit_type_not_for_profession' ? verdict.code : 'amount_not_claimable'
  return { creditType, rows, verdict: { kind: 'refused', code, detail: claimTypeDetail(code, creditType, claimant.account.learner, activity.credits) } }
}

function reportOf(verdict: AllowedClaim, { standing }: EligibleCourse, { account }: Claimant): Output<'claims.previewClaim'>['report'] {
  const { attendedAt, passedAt, evaluatedAt } = standing.enrolment
  const route = routeReport({ creditType: verdict.to, professionAtClaim: account.learner.profession, claimedAt: account.now, attendedAt, passedAt, evaluatedAt }, account.portal)
  switch (route.kind) {
    case 'provider_reports':
      return { kind: 'provider', body: route.body, dueOn: route.dueOn }
    case 'learner_reports':
      return { kind: 'learner', body: null, dueOn: null }
    case 'nobody_reports':
      return { kind: 'nobody', body: null, dueOn: null }
  }
}

type PreviewParts = Pick<Output<'claims.previewClaim'>, 'barriers' | 'exceptions' | 'options' | 'defaultType' | 'chosen' | 'refusal' | 'windowClosesOn' | 'report' | 'mail'>

function previewOf(input: Input<'claims.previewClaim'>, claimant: Claimant, activity: DesignatedActivity, mailTemplates: ServicePorts['mailTemplates']): PreviewParts {
  const { account, courses, learner } = claimant
  const [course] = courses
  if (course === undefined) throw new Error('the facts of an activity hold its course')
  const nothing = { exceptions: [], options: [], defaultType: null, chosen: null, refusal: null, windowClosesOn: null, report: null, mail: null }
  const eligible = judgeClaimEligibility(account, course)
  if (eligible.kind === 'refused') {
    const others = claimBarriersOf(account, course).barriers.filter(({ code }) => code !== eligible.code)
    return { ...nothing, barriers: [eligible, ...others].map(barredView) }
  }
  const types = listClaimTypes(account, course, eligible)
  const offered = new Set(activity.credits.map((credit) => credit.creditType))
  const defaultType = defaultClaimType(account, types)
  const asked = input.creditType ?? defaultType
  const verdict = asked === null ? undefined : decideClaim(account, course, { creditType: asked, amount: input.amount ?? null, reason: 'preview' })
  const allowed = verdict?.kind === 'allowed' ? verdict : undefined
  const lastDays = [eligible.standing.claimWindow?.lastOn, eligible.standing.expiry?.lastOn].filter((day) => day !== undefined).sort()
  return {
    barriers: [],
    exceptions: eligible.exceptions.map(({ id, kind, approvedBy, untilOn }) => ({ id, kind, approvedBy, untilOn })),
    options: types.filter(({ creditType }) => offered.has(creditType) || askedFor.includes(creditType)).map((type) => optionOf(type, claimant, activity)),
    defaultType,
    chosen:
      allowed === undefined
        ? null
        : { creditType: allowed.to, amount: allowed.amount.amount, greatestAmount: allowed.amount.greatestAmount, form: allowed.form, pharmacology: allowed.amount.pharmacology, rows: [...allowed.rows] },
    refusal: verdict?.kind === 'refused' ? barredView(verdict) : null,
    windowClosesOn: lastDays[0] ?? null,
    report: allowed === undefined ? null : reportOf(allowed, eligible, claimant),
    mail:
      allowed === undefined
        ? null
        : { toMasked: maskEmail(learner.email), ...issueLetter(mailTemplates, learner, account.portal, [{ ...claimToIssue(allowed, activity, claimant), certificate: 'given on issue' }]) },
  }
}

export function createClaimOnBehalfService({ unitOfWork, clock, ids, mailTemplates }: Pick<ServicePorts, 'unitOfWork' | 'clock' | 'ids' | 'mailTemplates'>): ClaimOnBehalfService {
  return {
    preview(input) {
      return unitOfWork.read(async (repositories): Promise<HandlerResult<'claims.previewClaim'>> => {
        const claimant = await loadClaimant(repositories, input.learnerId, input.activityId, clock.now())
        if (claimant === undefined || claimant.courses.length === 0) return refuse('not_found')
        const activity = await activityOf(repositories, input.activityId)
        const { learner } = claimant
        return ok({
          learnerId: input.learnerId,
          learnerName: `${learner.givenName} ${learner.familyName}`,
          profession: learner.profession,
          activityId: input.activityId,
          activityTitle: activity.activity.title,
          ...previewOf(input, claimant, activity, mailTemplates),
        })
      })
    },
    claim(input, acting) {
      return unitOfWork.run(async (repositories): Promise<HandlerResult<'claims.claimForLearner'>> => {
        const at = clock.now()
        const claimant = await loadClaimant(repositories, input.learnerId, input.activityId, at)
        const [course] = claimant?.courses ?? []
        if (claimant === undefined || course === undefined) return refuse('not_found')
        const reason = input.reason.trim()
        const verdict = decideClaim(claimant.account, course, { creditType: input.creditType, amount: input.amount ?? null, reason })
        if (verdict.kind === 'refused') return refuse(verdict.code, { field: verdict.field, facts: { detail: verdict.nextStep } })
        const { learner, account } = claimant
        const issued = await issueClaims(repositories, {
          kind: 'on_behalf',
          operation: claimOnBehalfOperation,
          learner,
          portal: account.portal,
          claims: [claimToIssue(verdict, await activityOf(repositories, input.activityId), claimant)],
          at,
          acting,
          reason,
          proof: null,
          alsoAudited: verdict.exceptions.length === 0 ? {} : { exceptions: verdict.exceptions.map(({ id, kind, approvedBy }) => `${id} ${kind}, ${approvedBy}`) },
          mailTemplates,
          messageId: messageIdFor(account.portal, ids),
        })
        return ok({ ...issued, claims: [...issued.claims] })
      })
    },
  }
}
