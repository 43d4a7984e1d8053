import type { PortalProfile } from '@shared/portals/portal-profile'
import { portalProfileOf } from '@shared/portals/portal-profiles'

/** The profile of that key; a test that asks for another has a mistake in it. */
export function portalForTests(key: 'haymarket-mycme' | 'cleveland-clinic-mycme' | 'med-challenger' | 'maryland-pharmacy-ce'): PortalProfile {
  const found = portalProfileOf(key)
  if (found === undefined) throw new Error(`no portal profile ${key}`)
  return found
}
