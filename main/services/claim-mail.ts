import type { PortalProfile } from '@shared/portals/portal-profile'
import type { NewOutboxMessage } from '../ports/repositories/outbox-repository'
import type { Learner } from '../ports/repositories/learner-repository'
import type { Ids } from '../ports/ids'

/** To whom a drafted mail about a certificate goes, and in whose name; nothing leaves before a person sends it. */
export function mailAddressOf(learner: Learner, portal: PortalProfile): Pick<NewOutboxMessage, 'learnerId' | 'kind' | 'to' | 'portal' | 'state'> {
  return { learnerId: learner.id, kind: 'certificate', to: learner.email, portal: portal.key, state: 'draft' }
}

/** A new Message-ID in the domain of the portal's sender. */
export function messageIdFor({ sender }: PortalProfile, ids: Ids): string {
  return `${ids.uuid()}@${sender.address.slice(sender.address.indexOf('@') + 1)}`
}
