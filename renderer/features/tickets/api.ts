import type { Output } from '@shared/contract'
import type { TicketView } from '@shared/contract/tickets'
import type { TicketChannel } from '@shared/model/field-codes'
import { useAsk } from '../../bridge/use-ask'
import { useCommand } from '../../bridge/use-command'

export type TicketRow = Output<'tickets.list'>['rows'][number]
export type Ticket = Output<'tickets.open'>
export type TicketEntry = Ticket['entries'][number]
export type ClockLine = Ticket['clock'][number]
export type LearnerRecord = Output<'learners.open'>

/** The views with their counts. */
export function useTicketCounts() {
  return useAsk('tickets.counts', {})
}

/** The tickets of a view, the most urgent first; a desk's open tickets fit into one page. */
export function useTickets(view: TicketView, channel: TicketChannel | undefined) {
  return useAsk('tickets.list', { view, offset: 0, limit: 1000, ...(channel === undefined ? {} : { channel }) }, { keepFormer: true })
}

/** One ticket with its conversation and its clock. */
export function useTicket(id: string | undefined) {
  return useAsk('tickets.open', { id: id ?? 'tkt_0' }, { enabled: id !== undefined, keepFormer: true })
}

/** The record of the ticket's learner. */
export function useTicketLearner(id: string | null) {
  return useAsk('learners.open', { id: id ?? 'lrn_0' }, { enabled: id !== null, keepFormer: true })
}

/** Portals and the operator. */
export function useStatus() {
  return useAsk('desk.status', {})
}

/** The acts on a ticket. */
export function useTicketActs() {
  return {
    create: useCommand('tickets.create'),
    changeStatus: useCommand('tickets.changeStatus'),
    assign: useCommand('tickets.assign'),
    matchLearner: useCommand('tickets.matchLearner'),
    saveDraft: useCommand('tickets.saveDraft'),
    addNote: useCommand('tickets.addNote'),
    reply: useCommand('tickets.reply'),
    holdBack: useCommand('outbox.hold'),
  }
}
