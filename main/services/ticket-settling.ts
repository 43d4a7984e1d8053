import { ok } from '@shared/model/result'
import { foldEmail } from '@shared/policy/name-folding'
import type { Acting } from '../ports/acting'
import type { ArrivedTicket, TicketWork } from '../ports/repositories/ticket-repository'
import type { ServicePorts } from '../ports/service-ports'
import type { Repositories } from '../ports/unit-of-work'
import { promiseOf } from './ticket-clock'

const ticketsAtOnce = 200

/** Whose ticket it is, where that is certain: the folder names the learner, or one learner of the portal has the address. */
async function learnerOf(ticket: ArrivedTicket, { tickets }: Repositories): Promise<Pick<TicketWork, 'learnerId' | 'matchedBy'>> {
  if (ticket.sourceLearnerId !== null) return { learnerId: ticket.sourceLearnerId, matchedBy: 'source' }
  if (ticket.fromEmail === '') return { learnerId: null, matchedBy: '' }
  const holders = await tickets.listAddressHolders(ticket.portal, foldEmail(ticket.fromEmail))
  const [only, second] = holders
  return only !== undefined && second === undefined ? { learnerId: only.learnerId, matchedBy: 'address' } : { learnerId: null, matchedBy: '' }
}

/** Takes up tickets that came in with a folder: new, with their due moment, and with their learner where that is certain. */
export function createTicketSettling({ unitOfWork, clock }: Pick<ServicePorts, 'unitOfWork' | 'clock'>): { takeUp(acting: Acting, signal?: AbortSignal): Promise<number> } {
  return {
    async takeUp(acting, signal) {
      let taken = 0
      for (;;) {
        if (signal?.aborted === true) return taken
        // Looked at before anything is written: most rounds find nothing.
        const waiting = await unitOfWork.read(({ tickets }) => tickets.listArrived(1))
        if (waiting.length === 0) return taken
        const chunk = await unitOfWork.run(async (repositories) => {
          const { tickets, portals, audit } = repositories
          const at = clock.now()
          const profiles = await portals.list()
          const arrived = await tickets.listArrived(ticketsAtOnce)
          for (const ticket of arrived) {
            const match = await learnerOf(ticket, repositories)
            const promise = promiseOf(ticket, [], profiles.find((profile) => profile.key === ticket.portal), at)
            const work = { ...match, status: 'new', operator: '', heldBy: '', dueAt: promise?.dueAt ?? null, updatedAt: ticket.receivedAt } as const
            await tickets.begin(ticket.id, work, acting.actor, ticket.receivedAt)
            if (match.matchedBy !== 'address') continue
            await audit.append({ at, operation: 'tickets.matchByAddress', entity: 'ticket', entityId: ticket.id, learnerId: match.learnerId, reason: '', before: { learnerId: null }, after: { learnerId: match.learnerId } }, acting)
          }
          return ok(arrived.length)
        })
        taken += chunk.value
      }
    },
  }
}
