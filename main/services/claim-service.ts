import type { HandlerResult, Input } from '@shared/contract'
import type { CreditOptionView } from '@shared/contract/claims'
import type { CreditAmount } from '@shared/model/credit-amount'
import type { ClaimState, CreditType } from '@shared/model/field-codes'
import type { Instant } from '@shared/model/instant'
import { recordId, recordNumber } from '@shared/model/record-id'
import { ok, refuse, type Result } from '@shared/model/result'
import { decideAmountChange } from '@shared/policy/claim-amount'
import { decideCreditChange, listCreditChanges, type CreditChangeVerdict } from '@shared/policy/credit-change'
import { stepOf } from '@shared/policy/designated-credit'
import { creditSystemOf } from '@shared/policy/credit-systems'
import { maskEmail } from '@shared/policy/name-folding'
import { judgeClaimWindow, judgeExpiry } from '@shared/policy/windows'
import type { Acting } from '../ports/acting'
import type { ServicePorts } from '../ports/service-ports'
import { amountChangeView, reportCorrectionView } from './claim-amount-view'
import { carryOutCorrection } from './claim-carrying-out'
import { loadCorrectionSubject, type CorrectionSubject } from './claim-correction'
import { correctionLetter } from './claim-letter'
import { messageIdFor } from './claim-mail'
import { amountChangeUndoing, creditChangeUndoing } from './claim-undoing'
import { refusalDetail } from './claim-wording'
import type { Undoing } from './undoing'

/** A claim as a list of a learner's claims shows it. */
export interface ClaimSummary {
  readonly id: string
  readonly version: number
  readonly externalId: string
  readonly activityId: string
  readonly activityTitle: string
  readonly creditType: CreditType
  readonly amount: CreditAmount
  readonly claimedAt: Instant
  readonly state: ClaimState
  readonly certificateNumber: string | null
}

export interface ClaimService {
  /** The claim as it stands, with the number of its certificate in force. */
  find(claimId: string): Promise<Result<ClaimSummary, 'not_found'>>
  /** What the claim may become and what that would do; nothing is written (H32). */
  previewCreditChange(input: Input<'claims.previewCreditChange'>): Promise<HandlerResult<'claims.previewCreditChange'>>
  /**
   * Puts a wrong credit type right in one transaction (H32, T9): claim, certificates, report corrections, audit entry and
   * the drafted mail, or nothing of it. `stale` when somebody changed the claim since it was read.
   */
  changeCreditType(input: Input<'claims.changeCreditType'>, acting: Acting): Promise<HandlerResult<'claims.changeCreditType'>>
  /** What a claim's amount may become (H34); nothing is written. */
  previewAmountChange(input: Input<'claims.previewAmountChange'>): Promise<HandlerResult<'claims.previewAmountChange'>>
  /** Puts a wrong amount right as a correction (H34), in one transaction like a credit change. */
  changeAmount(input: Input<'claims.changeAmount'>, acting: Acting): Promise<HandlerResult<'claims.changeAmount'>>
  readonly undoings: readonly Undoing[]
}

/** What people ask for; shown with its reason also where an activity does not offer it. */
const askedFor: readonly CreditType[] = ['ama_pra_1', 'aapa_1', 'ancc', 'aanp', 'acpe']

function optionOf(verdict: CreditChangeVerdict, subject: CorrectionSubject): CreditOptionView {
  const rows = [...verdict.rows]
  if (verdict.kind === 'refused') {
    return verdict.code === 'same_credit_type'
      ? { creditType: verdict.to, verdict: { kind: 'current', form: subject.certificate?.form ?? 'credit' }, rows }
      : { creditType: verdict.to, verdict: { kind: 'refused', code: verdict.code, detail: refusalDetail(verdict, subject.facts) }, rows }
  }
  const { form, greatestAmount, designated } = verdict
  const fixed = creditSystemOf(verdict.to).fixedAmount
  return { creditType: verdict.to, verdict: { kind: 'allowed', form, newAmount: greatestAmount, maximumAmount: greatestAmount, step: stepOf(designated), fixed }, rows }
}

/** The earlier of the claim window's end and the activity's expiry; a correction is bound by neither. */
function windowClosesOn({ facts, source, designated }: CorrectionSubject): string | null {
  const { enrolment } = source
  const { activity } = designated
  const moment = { now: facts.now, portal: facts.portal }
  const last = [enrolment.attendedAt, enrolment.evaluatedAt, enrolment.passedAt].filter((at) => at !== null).sort().at(-1) ?? null
  const window = judgeClaimWindow({ ...moment, delivery: activity.delivery, endedAt: activity.endsAt, lastRequirementAt: last, claimDays: activity.claimDays, extendedUntil: null })
  const expiry = judgeExpiry({ ...moment, expiresOn: activity.expiresOn })
  return [window?.lastOn, expiry?.lastOn].filter((day) => day !== undefined).sort()[0] ?? null
}

export function createClaimService({ unitOfWork, clock, ids, mailTemplates }: Pick<ServicePorts, 'unitOfWork' | 'clock' | 'ids' | 'mailTemplates'>): ClaimService {
  const claimNumber = (id: string): number => recordNumber('claim', id) ?? -1

  return {
    find(claimId) {
      return unitOfWork.read(async (repositories): Promise<Result<ClaimSummary, 'not_found'>> => {
        const source = await repositories.claims.findSource(claimNumber(claimId))
        const designated = source === undefined ? undefined : await repositories.activities.findDesignated(source.enrolment.activityId)
        if (source === undefined || designated === undefined) return refuse('not_found')
        const { claim } = source
        const certificate = await repositories.certificates.findCurrentOfClaim(claim.id)
        return ok({
          id: recordId('claim', claim.id),
          version: claim.version,
          externalId: claim.externalId,
          activityId: recordId('activity', designated.activity.id),
          activityTitle: designated.activity.title,
          creditType: claim.creditType,
          amount: claim.amount,
          claimedAt: claim.claimedAt,
          state: claim.state,
          certificateNumber: certificate?.number ?? null,
        })
      })
    },
    previewCreditChange({ claimId, to, amount }) {
      return unitOfWork.read(async (repositories): Promise<HandlerResult<'claims.previewCreditChange'>> => {
        const subject = await loadCorrectionSubject(repositories, claimNumber(claimId), clock.now())
        if (subject === undefined) return refuse('not_found')
        const { facts, source, learner, designated, certificate } = subject
        const offered = new Set(facts.activity.credits.map((credit) => credit.creditType))
        const shown = listCreditChanges(facts).filter((verdict) => offered.has(verdict.to) || askedFor.includes(verdict.to) || verdict.to === source.claim.creditType)
        // The reason is typed later; here only the type and the amount are judged.
        const chosen = to === undefined ? undefined : decideCreditChange(facts, { to, amount: amount ?? null, reason: 'preview', supervisorOverrides: false })
        return ok({
          claimId,
          claimVersion: source.claim.version,
          claimExternalId: source.claim.externalId,
          learnerId: recordId('learner', learner.id),
          learnerName: `${learner.givenName} ${learner.familyName}`,
          profession: learner.profession,
          activityTitle: designated.activity.title,
          creditType: source.claim.creditType,
          amount: source.claim.amount,
          certificateNumber: certificate?.number ?? null,
          options: shown.map((verdict) => optionOf(verdict, subject)),
          windowClosesOn: windowClosesOn(subject),
          report: reportCorrectionView(subject),
          mail: chosen?.kind === 'allowed' ? { toMasked: maskEmail(learner.email), ...correctionLetter(mailTemplates, subject, chosen, 'given on issue') } : null,
        })
      })
    },
    changeCreditType(input, acting) {
      return unitOfWork.run(async (repositories): Promise<HandlerResult<'claims.changeCreditType'>> => {
        const at = clock.now()
        const subject = await loadCorrectionSubject(repositories, claimNumber(input.claimId), at)
        if (subject === undefined) return refuse('not_found')
        if (subject.source.claim.version !== input.claimVersion) return refuse('stale')
        const reason = input.reason.trim()
        const verdict = decideCreditChange(subject.facts, { to: input.to, amount: input.amount ?? null, reason, supervisorOverrides: false })
        if (verdict.kind === 'refused') return refuse(verdict.code, { field: verdict.field, facts: { detail: refusalDetail(verdict, subject.facts) } })
        return carryOutCorrection(repositories, subject, verdict, { field: 'credit_type', operation: creditChangeUndoing.operation, at, acting, reason, mailTemplates, messageId: messageIdFor(subject.portal, ids) })
      })
    },
    previewAmountChange({ claimId, amount }) {
      return unitOfWork.read(async (repositories): Promise<HandlerResult<'claims.previewAmountChange'>> => {
        const subject = await loadCorrectionSubject(repositories, claimNumber(claimId), clock.now())
        return subject === undefined ? refuse('not_found') : ok(amountChangeView(subject, amount ?? null, mailTemplates))
      })
    },
    changeAmount(input, acting) {
      return unitOfWork.run(async (repositories): Promise<HandlerResult<'claims.changeAmount'>> => {
        const at = clock.now()
        const subject = await loadCorrectionSubject(repositories, claimNumber(input.claimId), at)
        if (subject === undefined) return refuse('not_found')
        if (subject.source.claim.version !== input.claimVersion) return refuse('stale')
        const reason = input.reason.trim()
        const verdict = decideAmountChange(subject.facts, { amount: input.amount, reason, byTopic: subject.byTopic })
        if (verdict.kind === 'refused') return refuse(verdict.code, { field: verdict.field, facts: { detail: verdict.nextStep } })
        return carryOutCorrection(repositories, subject, verdict, { field: 'amount', operation: amountChangeUndoing.operation, at, acting, reason, mailTemplates, messageId: messageIdFor(subject.portal, ids) })
      })
    },
    undoings: [creditChangeUndoing, amountChangeUndoing],
  }
}
