import type { PortalProfile } from '@shared/portals/portal-profile'

/** A name for narrow places: `Haymarket myCME` → `Haymarket`; a long one is told by its key. */
export function shortPortalName(profile: Pick<PortalProfile, 'key' | 'name'>): string {
  const short = profile.name.replace(/ (?:myCME|CE)$/, '')
  if (short.length <= 20) return short
  const words = profile.key.split('-').filter((word) => word !== 'ce' && word !== 'mycme')
  return words.map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`).join(' ')
}
