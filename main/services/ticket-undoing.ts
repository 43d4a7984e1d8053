import { ticketStatuses, type TicketStatus } from '@shared/model/field-codes'
import type { Instant } from '@shared/model/instant'
import { ok, refuse } from '@shared/model/result'
import type { AuditEntry } from '../ports/repositories/audit-repository'
import type { MatchedBy, Ticket } from '../ports/repositories/ticket-repository'
import type { Repositories } from '../ports/unit-of-work'
import type { Undoing } from './undoing'

const statusIn = (value: unknown): TicketStatus | undefined => ticketStatuses.find((status) => status === value)
const matches: readonly MatchedBy[] = ['', 'source', 'address', 'by_hand']
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The ticket as the act left it; undefined when it was changed again. */
async function asLeft({ tickets }: Repositories, entry: AuditEntry, field: 'status' | 'operator' | 'learnerId'): Promise<Ticket | undefined> {
  const ticket = await tickets.find(entry.entityId ?? -1)
  return ticket?.[field] === (entry.after[field] ?? null) ? ticket : undefined
}

/** The ways back of what can be done with a ticket; a state that was left is entered anew, so the clock forgets nothing. */
export function ticketUndoings(dueOf: (repositories: Repositories, ticket: Ticket, now: Instant) => Promise<Instant | null>): readonly Undoing[] {
  const undone = (entry: AuditEntry, ticket: Ticket): ReturnType<Undoing['undo']> =>
    Promise.resolve(ok({ entity: 'ticket', entityId: ticket.id, learnerId: ticket.learnerId, before: entry.after, after: entry.before }))
  return [
    {
      operation: 'tickets.changeStatus',
      async undo(entry, repositories, at) {
        const ticket = await asLeft(repositories, entry, 'status')
        const status = statusIn(entry.before.status)
        if (ticket === undefined) return refuse('later_work_depends')
        if (status === undefined) return refuse('not_undoable')
        await repositories.tickets.enterStatus(ticket.id, status, at, entry.actor)
        const changes = { status, heldBy: text(entry.before.heldBy), dueAt: await dueOf(repositories, ticket, at) }
        return (await repositories.tickets.update(ticket.id, ticket.version, changes, at)) === 'stale' ? refuse('later_work_depends') : undone(entry, ticket)
      },
    },
    {
      operation: 'tickets.assign',
      async undo(entry, repositories, at) {
        const ticket = await asLeft(repositories, entry, 'operator')
        if (ticket === undefined) return refuse('later_work_depends')
        return (await repositories.tickets.update(ticket.id, ticket.version, { operator: text(entry.before.operator) }, at)) === 'stale' ? refuse('later_work_depends') : undone(entry, ticket)
      },
    },
    {
      operation: 'tickets.matchLearner',
      async undo(entry, repositories, at) {
        const ticket = await asLeft(repositories, entry, 'learnerId')
        if (ticket === undefined) return refuse('later_work_depends')
        const learnerId = typeof entry.before.learnerId === 'number' ? entry.before.learnerId : null
        const matchedBy = matches.find((match) => match === entry.before.matchedBy) ?? ''
        return (await repositories.tickets.update(ticket.id, ticket.version, { learnerId, matchedBy }, at)) === 'stale' ? refuse('later_work_depends') : undone(entry, ticket)
      },
    },
  ]
}
