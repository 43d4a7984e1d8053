import { roundDownToStep, type CreditAmount } from '../model/credit-amount'
import type { CreditType } from '../model/field-codes'
import type { Instant } from '../model/instant'
import type { PortalProfile } from '../portals/portal-profile'
import { stepOf, type DesignatedCredit } from './designated-credit'
import type { ClaimFacts, EarnedCreditFacts } from './diagnosis-facts'
import { judgeRetention, type WindowVerdict } from './windows'

/** What is left of one earned credit after the claims, and how long it waits. */
export interface UnclaimedCredit {
  readonly earned: EarnedCreditFacts
  readonly left: CreditAmount
  readonly retention: WindowVerdict | null
}

/**
 * Sets claims against earned credit (M4, M8). A claim that says which topics it took takes those (M14); any other takes,
 * oldest first, what was earned by then, had not lapsed and is of its type; then of another type, since a corrected claim
 * has changed its type but not what it was earned by; then whatever is left. Voided and superseded claims take nothing.
 */
export function listUnclaimedCredit(facts: {
  readonly now: Instant
  readonly portal: PortalProfile
  readonly earned: readonly EarnedCreditFacts[]
  readonly claims: readonly ClaimFacts[]
}): readonly UnclaimedCredit[] {
  const oldestFirst = [...facts.earned].sort((one, other) => (one.earnedAt < other.earnedAt ? -1 : one.earnedAt > other.earnedAt ? 1 : 0))
  const left = new Map(oldestFirst.map((earned) => [earned.id, earned.amount]))
  const take = (earnedId: string, wanted: CreditAmount): CreditAmount => {
    const taken = Math.min(wanted, left.get(earnedId) ?? 0)
    left.set(earnedId, (left.get(earnedId) ?? 0) - taken)
    return taken
  }
  const active = facts.claims.filter((claim) => claim.state === 'active')
  // What is known exactly goes first, so that a platform's claim does not take it instead.
  const stillOpen = new Map(
    active.map((claim) => [claim, (claim.takes ?? []).reduce((open, taken) => open - take(taken.earnedCreditId, Math.min(open, taken.amount)), claim.amount)]),
  )
  const claims = [...active].sort((one, other) => (one.claimedAt < other.claimedAt ? -1 : 1))
  for (const claim of claims) {
    const claimable = (earned: EarnedCreditFacts): boolean =>
      earned.earnedAt <= claim.claimedAt && judgeRetention({ now: claim.claimedAt, portal: facts.portal, earnedAt: earned.earnedAt })?.state !== 'closed'
    let open = stillOpen.get(claim) ?? 0
    for (const takes of [
      (earned: EarnedCreditFacts) => earned.creditType === claim.creditType && claimable(earned),
      claimable,
      (): boolean => true,
    ]) {
      for (const earned of oldestFirst.filter(takes)) {
        open -= take(earned.id, open)
      }
    }
  }
  return oldestFirst
    .map((earned) => ({ earned, left: left.get(earned.id) ?? 0, retention: judgeRetention({ now: facts.now, portal: facts.portal, earnedAt: earned.earnedAt }) }))
    .filter((unclaimed) => unclaimed.left > 0)
}

/** What of it can be claimed as one type today: not lapsed, within what the activity designates beside the claims, on the step. */
export function claimableOf(
  unclaimed: readonly UnclaimedCredit[],
  creditType: CreditType,
  designated: DesignatedCredit | undefined,
  claims: readonly ClaimFacts[],
): CreditAmount {
  const sum = unclaimed.reduce(
    (total, one) => total + (one.earned.creditType === creditType && one.retention?.state !== 'closed' ? one.left : 0),
    0,
  )
  if (designated === undefined) return 0
  const claimed = claims.reduce((total, claim) => total + (claim.state === 'active' && claim.creditType === creditType ? claim.amount : 0), 0)
  return roundDownToStep(Math.max(0, Math.min(sum, designated.maxAmount - claimed)), stepOf(designated))
}
