import { formatCreditAmount } from '@shared/model/credit-amount'
import type { StyledText } from '@shared/model/paper-snapshot'
import type { AllowedCreditChange } from '@shared/policy/credit-change'
import { creditPhrase } from '@shared/policy/credit-phrase'
import type { FilledMail, MailTemplates } from '../ports/mail-templates'
import type { CorrectionSubject } from './claim-correction'

const plain = (text: StyledText): string => text.map((run) => run.text).join('')

/** The mail drafted to the learner: what the credit is now, and which certificate replaces which. */
export function correctionLetter(templates: MailTemplates, subject: CorrectionSubject, change: AllowedCreditChange, newNumber: string): FilledMail {
  const { learner, portal, certificate, designated } = subject
  const participation = change.form === 'participation'
  return templates.fill(certificate === undefined ? 'certificate-issued' : 'certificate-corrected', {
    learnerName: `${learner.givenName} ${learner.familyName}`.trim(),
    activityTitle: designated.activity.title,
    credit: `${formatCreditAmount(change.newAmount)} ${plain(creditPhrase(change.to, change.newAmount, portal.provider.phraseNumber))}${participation && change.to !== 'participation' ? ' (participation)' : ''}`,
    newNumber,
    oldNumber: certificate?.number ?? '',
    portalName: portal.name,
    provider: portal.provider.name,
    web: portal.provider.web,
  })
}
