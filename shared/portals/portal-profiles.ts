import { clevelandClinicMycme } from './cleveland-clinic-mycme'
import { haymarketMycme } from './haymarket-mycme'
import { marylandPharmacyCe } from './maryland-pharmacy-ce'
import { medChallenger } from './med-challenger'
import { portalProfileSchema, type PortalProfile } from './portal-profile'

/** The profiles the console comes with; the store keeps editable copies of them. */
export const portalProfiles: readonly PortalProfile[] = [haymarketMycme, clevelandClinicMycme, medChallenger, marylandPharmacyCe].map((profile) =>
  portalProfileSchema.parse(profile),
)

/** The profile of that key among `profiles` (those the console comes with, unless others are given); nothing when there is none. */
export function portalProfileOf(key: string, profiles: readonly PortalProfile[] = portalProfiles): PortalProfile | undefined {
  return profiles.find((profile) => profile.key === key)
}
