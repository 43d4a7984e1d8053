import type { CreditType, Profession } from '../model/field-codes'
import { creditSystemOf } from './credit-systems'
import { audienceOf, type DesignatedCredit } from './designated-credit'

/** Who asks: the profession and, for a board's points, whose diplomate. */
export interface Claimant {
  readonly profession: Profession
  /** Board code as on file; text, because an unknown one is kept. */
  readonly board: string | null
}

export type EligibilityVerdict =
  | { readonly kind: 'claim'; readonly rows: readonly string[] }
  | { readonly kind: 'participation'; readonly rows: readonly string[] }
  | { readonly kind: 'not_for_profession'; readonly because: 'profession' | 'board' | 'audience'; readonly rows: readonly string[] }

/** Whether a profession may claim a credit type at all: the table "Who may claim what" (section 0; H37, T8). */
export function judgeEligibility(creditType: CreditType, claimant: Claimant): EligibilityVerdict {
  const system = creditSystemOf(creditType)
  const right = system.rights[claimant.profession]
  switch (right) {
    case 'none':
      return { kind: 'not_for_profession', because: 'profession', rows: ['H32', 'T8'] }
    case 'participation':
      return { kind: 'participation', rows: ['H37', '1.3'] }
    case 'claim':
      return system.board !== null && system.board !== claimant.board
        ? { kind: 'not_for_profession', because: 'board', rows: ['H32', 'T8'] }
        : { kind: 'claim', rows: ['H32'] }
  }
}

/** The same for a row an activity designates: an ACPE number for technicians serves no pharmacist, nor the other way round (1.4). */
export function judgeDesignatedEligibility(credit: DesignatedCredit, claimant: Claimant): EligibilityVerdict {
  const verdict = judgeEligibility(credit.creditType, claimant)
  const audience = audienceOf(credit)
  if (verdict.kind !== 'claim' || audience === 'both' || audience === claimant.profession) return verdict
  return { kind: 'not_for_profession', because: 'audience', rows: ['H32', '1.4'] }
}
