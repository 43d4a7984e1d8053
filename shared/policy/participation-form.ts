import type { CreditType, Profession } from '../model/field-codes'
import { judgeEligibility } from './eligibility'

/** Which paper a claim gets: one that awards credit, or one that records taking part. */
export interface ParticipationFormVerdict {
  readonly form: 'credit' | 'participation'
  readonly rows: readonly string[]
}

/**
 * The form by the profession saved at the claim (H37, 1.3). It concerns AMA credit alone (trap T8): another type claimed
 * by the wrong profession is a wrong type, not a participation certificate.
 */
export function decideParticipationForm(creditType: CreditType, professionAtClaim: Profession): ParticipationFormVerdict {
  if (creditType === 'participation') return { form: 'participation', rows: ['1.3'] }
  const verdict = judgeEligibility(creditType, { profession: professionAtClaim, board: null })
  return verdict.kind === 'participation' ? { form: 'participation', rows: ['H37', '1.3'] } : { form: 'credit', rows: ['1.3', 'T8'] }
}
