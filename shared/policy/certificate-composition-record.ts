import { formatCreditAmount } from '../model/credit-amount'
import { civilDateIn } from '../model/instant'
import type { LabelledValue } from '../model/paper-snapshot'
import type { CertificateFacts, PaperFacts } from './certificate-composition-facts'
import { professionNames } from './certificate-composition-words'
import { clockTime, longDate } from './long-date'

const pair = (label: string, value: string, detail = ''): LabelledValue => ({ label, value, detail })

/** When the paper was issued, in the portal's zone. */
export function issuedPair({ issuedAt, zone }: Pick<PaperFacts, 'issuedAt' | 'zone'>): LabelledValue {
  return pair('Issued', longDate(civilDateIn(issuedAt, zone)), clockTime(issuedAt, zone))
}

/** The record a registrar checks, beside the sentence a person reads. */
export function recordPairs(facts: CertificateFacts): LabelledValue[] {
  const { activity, creditType, form, learner, replaces, zone } = facts
  const number = activity.accreditationNumber
  const claimed = `${formatCreditAmount(facts.amountClaimed)} of ${formatCreditAmount(facts.maximumAmount)}`
  const pairs: LabelledValue[] = []
  if (creditType === 'acpe' && number !== null) pairs.push(pair('Universal activity no.', number))
  pairs.push(issuedPair(facts))
  if (replaces !== null) {
    const on = longDate(civilDateIn(replaces.supersededAt, zone))
    pairs.push(pair('Replaces', `No. ${replaces.number}`, `superseded ${on}, ${replaces.reason}`))
  }
  if (learner.identifier !== null) pairs.push(pair(learner.identifier.label, learner.identifier.value))
  pairs.push(pair('Activity no.', activity.externalId))
  if (form === 'participation' && creditType === 'ama_pra_1') {
    if (facts.amountClaimed < facts.maximumAmount) pairs.push(pair('Participation recorded', claimed))
    pairs.push(pair('Profession at claim', professionNames[learner.professionAtClaim]))
  } else if (creditType !== 'acpe') pairs.push(pair('Claimed of maximum', claimed))
  if (creditType !== 'acpe' && number !== null) pairs.push(pair(creditType === 'ancc' ? 'Approval no.' : 'Program no.', number))
  return pairs
}
