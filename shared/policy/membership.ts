import type { CivilDate } from '../model/civil-date'
import { civilDateIn, type Instant } from '../model/instant'
import type { PortalProfile } from '../portals/portal-profile'

/** A period of membership; both days count in full, in the portal's zone. */
export interface MembershipFacts {
  readonly id: string
  readonly plan: string
  readonly startsOn: CivilDate
  readonly endsOn: CivilDate
}

export type MembershipVerdict =
  | { readonly kind: 'not_required'; readonly rows: readonly string[] }
  | { readonly kind: 'active'; readonly membership: MembershipFacts; readonly rows: readonly string[] }
  /** `latest` is the plan's last or next period; null when the learner never had one. */
  | { readonly kind: 'inactive'; readonly plan: string; readonly latest: MembershipFacts | null; readonly rows: readonly string[] }

/** Whether the membership a claim needs is active today (M1). */
export function judgeMembership(facts: {
  readonly now: Instant
  readonly portal: PortalProfile
  readonly memberships: readonly MembershipFacts[]
}): MembershipVerdict {
  const { value: plan, rows } = facts.portal.membershipToClaim
  if (plan === null) return { kind: 'not_required', rows }
  const today = civilDateIn(facts.now, facts.portal.zone.value)
  const ofPlan = facts.memberships.filter((membership) => membership.plan === plan)
  const active = ofPlan.find((membership) => membership.startsOn <= today && today <= membership.endsOn)
  if (active !== undefined) return { kind: 'active', membership: active, rows }
  const latest = ofPlan.reduce<MembershipFacts | null>((best, membership) => (best === null || membership.endsOn > best.endsOn ? membership : best), null)
  return { kind: 'inactive', plan, latest, rows }
}
