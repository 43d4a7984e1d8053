import { roundDownToStep, type CreditAmount } from '../model/credit-amount'
import type { CreditType, Profession } from '../model/field-codes'
import { creditSystemOf } from './credit-systems'
import { readUniversalActivityNumber } from './identifiers'

/** What an activity designates for one credit type (a row of `activity_credits.csv`). Amounts in hundredths. */
export interface DesignatedCredit {
  readonly creditType: CreditType
  readonly maxAmount: CreditAmount
  /** Smallest claimable part the activity states; null takes the credit system's. */
  readonly step: CreditAmount | null
  /** A UAN, or the accreditor's number of the activity. */
  readonly accreditationNumber: string | null
  readonly pharmacologyAmount: CreditAmount | null
}

/** Whom an `acpe` row is for: the last letter of its UAN says; none or a legacy number serves both (domain section 0). */
export function audienceOf(credit: DesignatedCredit): 'pharmacist' | 'pharmacy_technician' | 'both' {
  if (credit.creditType !== 'acpe' || credit.accreditationNumber === null) return 'both'
  const number = readUniversalActivityNumber(credit.accreditationNumber)
  return number.kind === 'current' ? number.audience : 'both'
}

/**
 * The row of that type that serves the profession: for ACPE the one whose UAN ends in the profession's letter,
 * else one for both. With rows for the type but none for the profession, the first of the type.
 */
export function designatedCreditFor(credits: readonly DesignatedCredit[], creditType: CreditType, profession: Profession): DesignatedCredit | undefined {
  const ofType = credits.filter((credit) => credit.creditType === creditType)
  return ofType.find((credit) => audienceOf(credit) === profession) ?? ofType.find((credit) => audienceOf(credit) === 'both') ?? ofType[0]
}

/** The smallest claimable part: the activity's own, else the credit system's. */
export function stepOf(credit: DesignatedCredit): CreditAmount {
  return credit.step ?? creditSystemOf(credit.creditType).step
}

/** Whether so much may be claimed: above nothing, within the designation, on the step; ACPE its whole amount or none (trap T1). */
export function isClaimableAmount(credit: DesignatedCredit, amount: CreditAmount): boolean {
  if (creditSystemOf(credit.creditType).fixedAmount) return amount === credit.maxAmount
  return amount > 0 && amount <= credit.maxAmount && roundDownToStep(amount, stepOf(credit)) === amount
}
