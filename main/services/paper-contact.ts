import type { PortalProfile } from '@shared/portals/portal-profile'

/** Where a reader of paper turns: a line of the portal's own for that purpose, else its general one, else its address. */
export function paperContact(portal: PortalProfile, purpose: string): string {
  const reachable = portal.contacts.filter(({ channel }) => channel === 'phone' || channel === 'email')
  const line = reachable.find((contact) => contact.purpose.includes(purpose)) ?? reachable.find((contact) => contact.purpose === 'general') ?? reachable[0]
  return line?.value ?? portal.sender.address
}
