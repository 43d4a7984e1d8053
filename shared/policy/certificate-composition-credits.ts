import { formatCreditAmount } from '../model/credit-amount'
import type { CreditType } from '../model/field-codes'
import type { PrintedCredit, StyledText } from '../model/paper-snapshot'
import type { CertificateFacts, CreditBeside } from './certificate-composition-facts'
import { creditPhrase } from './credit-phrase'
import { shortDateRange } from './long-date'

const boardTypes: readonly CreditType[] = ['abim_moc', 'abp_moc_2', 'aba_moc', 'abo_moc', 'abohns_moc', 'abpath_moc', 'abs_cc']

/** Every credit the paper states, the one it is for first. */
export function creditsOf(facts: CertificateFacts): readonly CreditBeside[] {
  const { activity, creditType, amountClaimed, maximumAmount } = facts
  const own: CreditBeside = {
    creditType,
    amountClaimed,
    maximumAmount,
    ...(activity.approval === null ? {} : { approval: activity.approval }),
    ...(activity.pointsKind === undefined ? {} : { pointsKind: activity.pointsKind }),
  }
  return [own, ...(facts.beside ?? [])]
}

function phraseOf({ creditType, amountClaimed, stateTopic }: CreditBeside, amount: number, { provider }: CertificateFacts): StyledText {
  if (creditType !== 'state' || stateTopic === undefined) return creditPhrase(creditType, amount, provider.phraseNumber)
  return [{ text: `${amountClaimed <= 100 ? 'hour' : 'hours'} on ${stateTopic.topic}, ${stateTopic.state}`, style: 'regular' }]
}

function remarkOf({ creditType, approval, pointsKind, stateTopic }: CreditBeside, alone: boolean): string {
  if (creditType === 'aapa_1') return approval === undefined ? '' : `approved ${shortDateRange(approval.from, approval.to)}`
  if (boardTypes.includes(creditType)) return pointsKind ?? ''
  if (alone) return ''
  if (creditType === 'ipce') return 'beside the credit above, not instead of it'
  return creditType === 'state' && stateTopic !== undefined ? 'inside the credit above' : ''
}

/** The amounts with their phrases and remarks; an AMA participation form states what was designated instead (section 1.3). */
export function printedCredits(facts: CertificateFacts): PrintedCredit[] {
  const designatedOnly = facts.form === 'participation' && facts.creditType === 'ama_pra_1'
  return creditsOf(facts).map((credit, place) => {
    const amount = designatedOnly && place === 0 ? credit.maximumAmount : credit.amountClaimed
    return { amount: formatCreditAmount(amount), phrase: phraseOf(credit, amount, facts), remark: remarkOf(credit, place === 0) }
  })
}

/** Pharmacology lies inside the total; after a partial claim only its upper bound is known (trap T4). */
export function insideText({ creditType, activity, amountClaimed, maximumAmount }: CertificateFacts): string {
  const part = activity.pharmacologyAmount ?? 0
  if (part === 0 || (creditType !== 'ancc' && creditType !== 'aanp')) return ''
  const hours = (amount: number): string => `${formatCreditAmount(amount)} pharmacology ${amount <= 100 ? 'hour' : 'hours'}`
  return amountClaimed >= maximumAmount ? `including ${hours(part)}` : `including at most ${hours(Math.min(part, amountClaimed))}`
}
