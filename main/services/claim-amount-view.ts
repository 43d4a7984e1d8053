import type { Output } from '@shared/contract'
import type { CreditAmount } from '@shared/model/credit-amount'
import { recordId } from '@shared/model/record-id'
import { decideAmountChange } from '@shared/policy/claim-amount'
import { maskEmail } from '@shared/policy/name-folding'
import { judgeReportCorrections } from '@shared/policy/report-route'
import type { MailTemplates } from '../ports/mail-templates'
import type { CorrectionSubject } from './claim-correction'
import { correctionLetter } from './claim-letter'

/** What a correction means for the bodies that were told. */
export function reportCorrectionView({ facts }: CorrectionSubject): Output<'claims.previewCreditChange'>['report'] {
  const verdicts = judgeReportCorrections({ now: facts.now, portal: facts.portal, claim: facts.claim, reports: facts.claim.reports })
  const late = verdicts.find((verdict) => verdict.kind === 'not_correctable')
  if (late !== undefined) return { kind: 'not_correctable', body: late.body, lastOn: late.untilOn }
  const open = verdicts.find((verdict) => verdict.kind === 'correctable')
  return open === undefined ? { kind: 'none', body: null, lastOn: null } : { kind: 'correction_queued', body: open.body, lastOn: open.untilOn }
}


/** What a claim's amount may become, and what the change would do; `amount` null asks for the range alone. */
export function amountChangeView(subject: CorrectionSubject, amount: CreditAmount | null, mailTemplates: MailTemplates): Output<'claims.previewAmountChange'> {
  const { source, certificate, learner, facts, byTopic } = subject
  // Nothing is never claimable: asked for, it is refused with the range that would be.
  const range = decideAmountChange(facts, { amount: 0, reason: 'preview', byTopic })
  const verdict = amount === null ? range : decideAmountChange(facts, { amount, reason: 'preview', byTopic })
  return {
    claimVersion: source.claim.version,
    creditType: source.claim.creditType,
    amount: source.claim.amount,
    certificateNumber: certificate?.number ?? null,
    range: range.kind === 'refused' && range.range !== null ? { greatestAmount: range.range.greatestAmount, step: range.range.step, fixed: range.range.fixed } : null,
    refusal: verdict.kind === 'refused' && (amount !== null || verdict.range === null) ? { code: verdict.code, field: verdict.field, rows: [...verdict.rows], nextStep: verdict.nextStep } : null,
    report: reportCorrectionView(subject),
    mail: verdict.kind === 'allowed' ? { toMasked: maskEmail(learner.email), ...correctionLetter(mailTemplates, subject, verdict, 'given on issue') } : null,
    claimId: recordId('claim', source.claim.id),
  }
}
