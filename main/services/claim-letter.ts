import { formatCreditAmount, type CreditAmount } from '@shared/model/credit-amount'
import type { CreditType } from '@shared/model/field-codes'
import type { StyledText } from '@shared/model/paper-snapshot'
import type { AllowedCreditChange } from '@shared/policy/credit-change'
import { creditPhrase } from '@shared/policy/credit-phrase'
import type { PortalProfile } from '@shared/portals/portal-profile'
import type { FilledMail, MailTemplates } from '../ports/mail-templates'
import type { DesignatedActivity } from '../ports/repositories/activity-repository'
import type { Learner } from '../ports/repositories/learner-repository'
import type { CorrectionSubject } from './claim-correction'

const plain = (text: StyledText): string => text.map((run) => run.text).join('')

interface WrittenCredit {
  readonly creditType: CreditType
  readonly amount: CreditAmount
  readonly form: 'credit' | 'participation'
}

/** "1.25 AMA PRA Category 1 Credits™", with "(participation)" where the form records taking part. */
function creditWords({ creditType, amount, form }: WrittenCredit, portal: PortalProfile): string {
  const participation = form === 'participation' && creditType !== 'participation'
  return `${formatCreditAmount(amount)} ${plain(creditPhrase(creditType, amount, portal.provider.phraseNumber))}${participation ? ' (participation)' : ''}`
}

function senderFacts(learner: Pick<Learner, 'givenName' | 'familyName'>, portal: PortalProfile): Readonly<Record<string, string>> {
  return {
    learnerName: `${learner.givenName} ${learner.familyName}`.trim(),
    portalName: portal.name,
    provider: portal.provider.name,
    web: portal.provider.web,
  }
}

/** The mail drafted to the learner: what the credit is now, and which certificate replaces which. */
export function correctionLetter(templates: MailTemplates, subject: CorrectionSubject, change: AllowedCreditChange, newNumber: string): FilledMail {
  const { learner, portal, certificate, designated } = subject
  return templates.fill(certificate === undefined ? 'certificate-issued' : 'certificate-corrected', {
    ...senderFacts(learner, portal),
    activityTitle: designated.activity.title,
    credit: creditWords({ creditType: change.to, amount: change.newAmount, form: change.form }, portal),
    newNumber,
    oldNumber: certificate?.number ?? '',
  })
}

/** The mail drafted when the desk claims for a learner: one certificate, or a line for each of several (M13, M22). */
export function issueLetter(
  templates: MailTemplates,
  learner: Learner,
  portal: PortalProfile,
  issued: readonly (WrittenCredit & { readonly activity: Pick<DesignatedActivity, 'activity'>; readonly certificate: string })[],
): FilledMail {
  const [first] = issued
  if (first !== undefined && issued.length === 1) {
    return templates.fill('certificate-issued', {
      ...senderFacts(learner, portal),
      activityTitle: first.activity.activity.title,
      credit: creditWords(first, portal),
      newNumber: first.certificate,
    })
  }
  return templates.fill('certificates-issued', {
    ...senderFacts(learner, portal),
    count: String(issued.length),
    lines: issued.map((one) => `${one.activity.activity.title}\n  ${creditWords(one, portal)}, certificate ${one.certificate}`).join('\n'),
  })
}

/** The mail drafted when claims are made void: which certificates are no longer valid. */
export function voidLetter(
  templates: MailTemplates,
  learner: Learner,
  portal: PortalProfile,
  ended: readonly (WrittenCredit & { readonly activityTitle: string; readonly certificate: string | null })[],
): FilledMail {
  return templates.fill('claim-void', {
    ...senderFacts(learner, portal),
    lines: ended.map((one) => `${one.activityTitle}\n  ${creditWords(one, portal)}${one.certificate === null ? '' : `, certificate ${one.certificate}`}`).join('\n'),
  })
}
