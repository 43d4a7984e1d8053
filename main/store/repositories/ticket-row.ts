import { z } from 'zod'
import { ticketChannels, ticketStatuses } from '@shared/model/field-codes'
import type { ArrivedTicket, Ticket, TicketChanges } from '../../ports/repositories/ticket-repository'

export const arrivedRowSchema = z.object({
  id: z.number(),
  external_id: z.string(),
  portal: z.string(),
  channel: z.enum(ticketChannels),
  received_at: z.string(),
  from_email: z.string(),
  subject: z.string(),
  body: z.string(),
  source_learner_id: z.number().nullable(),
})

export const ticketRowSchema = arrivedRowSchema.extend({
  status: z.enum(ticketStatuses),
  operator: z.string(),
  held_by: z.string(),
  learner_id: z.number().nullable(),
  matched_by: z.enum(['', 'source', 'address', 'by_hand']),
  due_at: z.string().nullable(),
  updated_at: z.string(),
  version: z.number(),
  given_name: z.string().nullable(),
  family_name: z.string().nullable(),
  drafts: z.coerce.number(),
})

export function arrivedOf(row: z.infer<typeof arrivedRowSchema>): ArrivedTicket {
  return {
    id: row.id,
    externalId: row.external_id,
    portal: row.portal,
    channel: row.channel,
    receivedAt: row.received_at,
    fromEmail: row.from_email,
    subject: row.subject,
    body: row.body,
    sourceLearnerId: row.source_learner_id,
  }
}

export function ticketOf(row: z.infer<typeof ticketRowSchema>): Ticket {
  return {
    ...arrivedOf(row),
    status: row.status,
    operator: row.operator,
    heldBy: row.held_by,
    learnerId: row.learner_id,
    matchedBy: row.matched_by,
    dueAt: row.due_at,
    updatedAt: row.updated_at,
    version: row.version,
    learnerName: [row.given_name, row.family_name].filter((part) => part !== null && part !== '').join(' '),
    hasDraft: row.drafts > 0,
  }
}

/** Column by column: nothing that merely came in can be written. */
export function ticketColumnsOf(changes: TicketChanges): Record<string, string | number | null> {
  const columns = {
    status: changes.status,
    operator: changes.operator,
    held_by: changes.heldBy,
    learner_id: changes.learnerId,
    matched_by: changes.matchedBy,
    due_at: changes.dueAt,
  }
  return Object.fromEntries(Object.entries(columns).flatMap(([column, value]) => (value === undefined ? [] : [[column, value]])))
}
