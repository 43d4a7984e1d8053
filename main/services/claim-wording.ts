import { formatCreditAmount } from '@shared/model/credit-amount'
import { professions, type CreditType, type Profession, type ReportingBody } from '@shared/model/field-codes'
import { professionNames } from '@shared/policy/certificate-composition-words'
import type { CreditChangeFacts, RefusedCreditChange } from '@shared/policy/credit-change'
import { creditSystemOf } from '@shared/policy/credit-systems'
import { audienceOf, designatedCreditFor, stepOf, type DesignatedCredit } from '@shared/policy/designated-credit'
import type { Claimant } from '@shared/policy/eligibility'
import { judgeReportCorrections } from '@shared/policy/report-route'

const profession = (code: Profession): string => professionNames[code].toLowerCase()

const plurals: Readonly<Record<Profession, string>> = {
  physician: 'physicians',
  physician_assistant: 'physician assistants',
  nurse_practitioner: 'nurse practitioners',
  nurse: 'nurses',
  pharmacist: 'pharmacists',
  pharmacy_technician: 'pharmacy technicians',
  psychologist: 'psychologists',
  dentist: 'dentists',
  student: 'students',
  other: 'other professions',
}

const bodies: Readonly<Record<ReportingBody, string>> = { pars: 'PARS', cpe_monitor: 'CPE Monitor', abp: 'the ABP' }

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`
}

const notOffered = 'This activity was not designated for it.'

function notForProfession(to: CreditType, learner: Claimant, credits: readonly DesignatedCredit[]): string {
  const system = creditSystemOf(to)
  const says = `The profile says ${profession(learner.profession)}`
  if (system.rights[learner.profession] !== 'claim') {
    return `For ${listed(professions.filter((code) => system.rights[code] === 'claim').map((code) => plurals[code]))}. ${says}.`
  }
  if (system.board !== null && system.board !== learner.board) {
    return `For diplomates of the ${system.board.toUpperCase()}. ${learner.board === null ? 'The profile names no board.' : `The profile names the ${learner.board.toUpperCase()}.`}`
  }
  const designated = designatedCreditFor(credits, to, learner.profession)
  const audience = designated === undefined ? 'both' : audienceOf(designated)
  const serves = audience === 'pharmacist' ? 'pharmacists' : 'pharmacy technicians'
  return `Number ${designated?.accreditationNumber ?? ''} is for ${serves}. ${says}.`
}

function notClaimable(to: CreditType, facts: CreditChangeFacts): string {
  const designated = designatedCreditFor(facts.activity.credits, to, facts.learner.profession)
  if (designated === undefined) return 'No amount of it can be claimed.'
  const noun = creditSystemOf(to).unit.plural
  return `Designated for up to ${formatCreditAmount(designated.maxAmount)} ${noun} in steps of ${formatCreditAmount(stepOf(designated))}; the claim is ${formatCreditAmount(facts.claim.amount)}.`
}

function notCorrectable(facts: CreditChangeFacts): string {
  const late = judgeReportCorrections({ now: facts.now, portal: facts.portal, claim: facts.claim, reports: facts.claim.reports }).find(
    (verdict) => verdict.kind === 'not_correctable',
  )
  return late === undefined ? 'The report can no longer be corrected.' : `${bodies[late.body]} took corrections until ${late.untilOn}.`
}

/** Why an option is refused, in a sentence that names the fact it rests on. */
export function refusalDetail(refused: RefusedCreditChange, facts: CreditChangeFacts): string {
  switch (refused.code) {
    case 'credit_type_not_offered':
      return notOffered
    case 'credit_type_not_for_profession':
      return notForProfession(refused.to, facts.learner, facts.activity.credits)
    case 'amount_not_claimable':
      return notClaimable(refused.to, facts)
    case 'report_not_correctable':
      return notCorrectable(facts)
    case 'claim_not_active':
      return `The claim is ${facts.claim.state}.`
    case 'same_credit_type':
      return 'The claim has this type already.'
    case 'reason_missing':
      return 'A reason is needed.'
  }
}

/** Why a type cannot be claimed here, in a sentence that names the fact it rests on. */
export function claimTypeDetail(
  code: 'credit_type_not_offered' | 'credit_type_not_for_profession' | 'amount_not_claimable',
  to: CreditType,
  learner: Claimant,
  credits: readonly DesignatedCredit[],
): string {
  switch (code) {
    case 'credit_type_not_offered':
      return notOffered
    case 'credit_type_not_for_profession':
      return notForProfession(to, learner, credits)
    case 'amount_not_claimable':
      return 'Nothing of it can be claimed.'
  }
}
