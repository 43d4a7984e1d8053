import { addDays, addYears, toDayNumber, type CivilDate } from '../model/civil-date'
import type { Delivery } from '../model/field-codes'
import { civilDateIn, type Instant } from '../model/instant'
import type { PortalProfile } from '../portals/portal-profile'

export type WindowKind = 'expiry' | 'claim' | 'completion' | 'retention'
export type WindowAnchor = 'expiration_date' | 'live_end' | 'last_requirement' | 'first_registration' | 'earned'

/**
 * A window as it stands. Day 0 is the anchor's date and the last day counts in full, both in the portal's zone
 * (section 0, traps T10 and T12). `daysLeft` is 0 on the last day and negative once closed.
 */
export interface WindowVerdict {
  readonly kind: WindowKind
  readonly anchor: WindowAnchor
  readonly anchorOn: CivilDate
  readonly lastOn: CivilDate
  /** What moved the last day: an exception granted on record, or a limit that ends earlier. */
  readonly endedBy: 'window' | 'exception' | 'expiry'
  readonly state: 'open' | 'closed'
  readonly daysLeft: number
  readonly rows: readonly string[]
}

interface Moment {
  readonly now: Instant
  readonly portal: PortalProfile
}

function judge(
  moment: Moment,
  window: Pick<WindowVerdict, 'kind' | 'anchor' | 'anchorOn' | 'lastOn' | 'rows'> & { readonly endedBy?: WindowVerdict['endedBy'] },
): WindowVerdict {
  const daysLeft = toDayNumber(window.lastOn) - toDayNumber(civilDateIn(moment.now, moment.portal.zone.value))
  return { ...window, endedBy: window.endedBy ?? 'window', state: daysLeft >= 0 ? 'open' : 'closed', daysLeft }
}

/** The later of the window's own last day and an exception's; an exception never shortens. */
function extended(lastOn: CivilDate, until: CivilDate | null): { lastOn: CivilDate; endedBy: WindowVerdict['endedBy'] } {
  return until !== null && until > lastOn ? { lastOn: until, endedBy: 'exception' } : { lastOn, endedBy: 'window' }
}

/** The activity's expiry; null where it has none. Never extended for a learner (H43, P26, trap T23). */
export function judgeExpiry(facts: Moment & { readonly expiresOn: CivilDate | null }): WindowVerdict | null {
  if (facts.expiresOn === null) return null
  return judge(facts, { kind: 'expiry', anchor: 'expiration_date', anchorOn: facts.expiresOn, lastOn: facts.expiresOn, rows: facts.portal.windows.expiry.rows })
}

export interface ClaimWindowFacts extends Moment {
  readonly delivery: Delivery
  /** End of the live activity, or of the session attended. */
  readonly endedAt: Instant | null
  /** The last completed requirement: test, evaluation, attendance. */
  readonly lastRequirementAt: Instant | null
  /** The activity's own number of days; null takes the portal's. */
  readonly claimDays: number | null
  /** Last day of a late claim that was granted (C10); null without one. */
  readonly extendedUntil: CivilDate | null
}

/**
 * The time to claim: from a live activity's end, else from the last completed requirement (C9).
 * Null where neither portal nor activity limits it, or while there is nothing to count from.
 */
export function judgeClaimWindow(facts: ClaimWindowFacts): WindowVerdict | null {
  const rule = facts.portal.windows.claim
  const days = facts.claimDays ?? rule?.value.days
  if (days === undefined) return null
  const live = facts.delivery === 'live' && facts.endedAt !== null
  const anchorAt = live ? facts.endedAt : facts.lastRequirementAt
  if (anchorAt === null) return null
  const anchorOn = civilDateIn(anchorAt, facts.portal.zone.value)
  return judge(facts, {
    kind: 'claim',
    anchor: live ? 'live_end' : 'last_requirement',
    anchorOn,
    ...extended(addDays(anchorOn, days), facts.extendedUntil),
    rows: rule?.rows ?? ['C9'],
  })
}

export interface CompletionWindowFacts extends Moment {
  /** The first registration; registering again does not restart the window (P24). */
  readonly firstRegisteredAt: Instant
  readonly completionDays: number | null
  readonly expiresOn: CivilDate | null
  /** Last day of more time that was granted (P25); null without it. */
  readonly extendedUntil: CivilDate | null
}

/** The time to complete: from the first registration, or to the activity's expiry if that is earlier (P24, P26). */
export function judgeCompletionWindow(facts: CompletionWindowFacts): WindowVerdict | null {
  const rule = facts.portal.windows.completion
  const days = facts.completionDays ?? rule?.value.days
  if (days === undefined) return null
  const anchorOn = civilDateIn(facts.firstRegisteredAt, facts.portal.zone.value)
  const own = extended(addDays(anchorOn, days), facts.extendedUntil)
  const ends: typeof own = facts.expiresOn !== null && facts.expiresOn < own.lastOn ? { lastOn: facts.expiresOn, endedBy: 'expiry' } : own
  return judge(facts, {
    kind: 'completion',
    anchor: 'first_registration',
    anchorOn,
    ...ends,
    rows: rule?.rows ?? ['P24'],
  })
}

/** How long earned credit waits unclaimed: to the same date some years on (M8); null where nothing lapses. */
export function judgeRetention(facts: Moment & { readonly earnedAt: Instant }): WindowVerdict | null {
  const rule = facts.portal.windows.retention
  if (rule === null) return null
  const anchorOn = civilDateIn(facts.earnedAt, facts.portal.zone.value)
  return judge(facts, { kind: 'retention', anchor: 'earned', anchorOn, lastOn: addYears(anchorOn, rule.value.years), rows: rule.rows })
}
