import type { Knex } from 'knex'
import type { TicketView } from '@shared/contract/tickets'
import type { TicketViewpoint } from '../../ports/repositories/ticket-repository'

const living = ['new', 'open', 'pending', 'on_hold']

/** The end of today in the zone of the ticket's portal, as an expression with its bindings. */
function endOfToday({ dayEnds }: TicketViewpoint): { readonly sql: string; readonly bindings: readonly string[] } {
  const portals = Object.entries(dayEnds)
  if (portals.length === 0) return { sql: `''`, bindings: [] }
  return { sql: `case tickets.portal ${portals.map(() => 'when ? then ?').join(' ')} else '' end`, bindings: portals.flat() }
}

/** Narrows a query over tickets and their work to one view. */
export function ofView(query: Knex.QueryBuilder, view: TicketView, viewpoint: TicketViewpoint): Knex.QueryBuilder {
  switch (view) {
    case 'due_today': {
      const end = endOfToday(viewpoint)
      return query.whereIn('ticket_work.status', ['new', 'open']).where('ticket_work.due_at', '>=', viewpoint.now).whereRaw(`ticket_work.due_at < ${end.sql}`, [...end.bindings])
    }
    case 'overdue':
      return query.whereIn('ticket_work.status', ['new', 'open']).where('ticket_work.due_at', '<', viewpoint.now)
    case 'mine':
      return query.whereIn('ticket_work.status', living).where('ticket_work.operator', viewpoint.operator)
    case 'unassigned':
      return query.whereIn('ticket_work.status', living).where('ticket_work.operator', '')
    case 'waiting_on_learner':
      return query.where('ticket_work.status', 'pending')
    case 'on_hold':
      return query.where('ticket_work.status', 'on_hold')
    case 'solved':
      return query.whereIn('ticket_work.status', ['solved', 'closed'])
    case 'all_open':
      return query.whereIn('ticket_work.status', living)
  }
}
