import type { Knex } from 'knex'
import { z } from 'zod'
import { ticketViews, type TicketView } from '@shared/contract/tickets'
import { ticketStatuses } from '@shared/model/field-codes'
import type { TicketPeriod } from '@shared/policy/ticket-status'
import type { Ticket, TicketRepository, TicketViewpoint } from '../../ports/repositories/ticket-repository'
import type { MarkTopic } from '../mark-topic'
import { arrivedOf, arrivedRowSchema, ticketColumnsOf, ticketOf, ticketRowSchema } from './ticket-row'
import { ofView } from './ticket-views'

const periodRowSchema = z.object({ ticket_id: z.number(), status: z.enum(ticketStatuses), from_at: z.string(), until_at: z.string().nullable(), by: z.string() })
const entryRowSchema = z.object({
  id: z.number(),
  kind: z.enum(['message', 'reply', 'note']),
  at: z.string(),
  author: z.string(),
  address: z.string(),
  subject: z.string(),
  body: z.string(),
  outbox_id: z.number().nullable(),
})
const draftRowSchema = z.object({ body: z.string(), saved_at: z.string(), revision: z.number() })
const holderRowSchema = z.object({ id: z.number(), given_name: z.string(), family_name: z.string(), email: z.string() })
const countRowSchema = z.object({ count: z.coerce.number() })
const channelCountSchema = z.object({ channel: z.enum(['email', 'phone']), count: z.coerce.number() })

const arrivedColumns = ['id', 'external_id', 'portal', 'channel', 'received_at', 'from_email', 'subject', 'body'].map((column) => `tickets.${column}`)
const workColumns = ['status', 'operator', 'held_by', 'learner_id', 'matched_by', 'due_at', 'updated_at', 'version'].map((column) => `ticket_work.${column}`)

export function createTicketRepository(connection: Knex, mark: MarkTopic): TicketRepository {
  const joined = (): Knex.QueryBuilder => connection('tickets').join('ticket_work', 'ticket_work.ticket_id', 'tickets.id')

  async function ticketsOf(query: Knex.QueryBuilder, operator?: string): Promise<readonly Ticket[]> {
    const drafts = connection('ticket_drafts').count('*').whereRaw('ticket_drafts.ticket_id = tickets.id')
    const rows: unknown = await query
      .leftJoin('learners', 'learners.id', 'ticket_work.learner_id')
      .select(...arrivedColumns, ...workColumns, { source_learner_id: 'tickets.learner_id' }, 'learners.given_name', 'learners.family_name')
      .select({ drafts: operator === undefined ? drafts : drafts.where('ticket_drafts.operator', operator) })
    return z.array(ticketRowSchema).parse(rows).map(ticketOf)
  }

  async function counted(query: Knex.QueryBuilder): Promise<number> {
    const rows: unknown[] = await query.count({ count: '*' })
    return countRowSchema.parse(rows[0]).count
  }

  const inView = (view: TicketView, viewpoint: TicketViewpoint, channel?: string): Knex.QueryBuilder => {
    const query = ofView(joined(), view, viewpoint)
    return channel === undefined ? query : query.where('tickets.channel', channel)
  }

  return {
    async find(id) {
      return (await ticketsOf(joined().where({ 'tickets.id': id })))[0]
    },
    list(page) {
      const query = inView(page.view, page, page.channel).offset(page.offset).limit(page.limit)
      const ordered = page.view === 'solved' ? query.orderBy('ticket_work.updated_at', 'desc') : query.orderByRaw('ticket_work.due_at is null, ticket_work.due_at')
      return ticketsOf(ordered.orderBy('tickets.id'), page.operator)
    },
    async countViews(viewpoint) {
      const counts = { due_today: 0, overdue: 0, mine: 0, unassigned: 0, waiting_on_learner: 0, on_hold: 0, solved: 0, all_open: 0 } satisfies Record<TicketView, number>
      for (const view of ticketViews) counts[view] = await counted(inView(view, viewpoint))
      return counts
    },
    countOf: (page) => counted(inView(page.view, page, page.channel)),
    async countChannels() {
      const rows: unknown = await joined().whereIn('ticket_work.status', ['new', 'open', 'pending', 'on_hold']).groupBy('tickets.channel').select('tickets.channel').count({ count: '*' })
      const counts = { email: 0, phone: 0 }
      for (const row of z.array(channelCountSchema).parse(rows)) counts[row.channel] = row.count
      return counts
    },
    async listArrived(limit) {
      const rows: unknown = await connection('tickets')
        .leftJoin('ticket_work', 'ticket_work.ticket_id', 'tickets.id')
        .whereNull('ticket_work.ticket_id')
        .orderBy('tickets.id')
        .limit(limit)
        .select(...arrivedColumns, { source_learner_id: 'tickets.learner_id' })
      return z.array(arrivedRowSchema).parse(rows).map(arrivedOf)
    },
    listRunning: (afterId, limit) => ticketsOf(joined().whereIn('ticket_work.status', ['new', 'open']).where('tickets.id', '>', afterId).orderBy('tickets.id').limit(limit)),
    async add(ticket) {
      mark('tickets')
      const inserted: { id: number }[] = await connection('tickets')
        .insert({
          external_id: ticket.externalId,
          portal: ticket.portal,
          channel: ticket.channel,
          received_at: ticket.receivedAt,
          from_email: ticket.fromEmail,
          learner_id: ticket.sourceLearnerId,
          subject: ticket.subject,
          body: ticket.body,
        })
        .returning('id')
      const id = inserted[0]?.id
      if (id === undefined) throw new Error('the ticket got no number')
      return id
    },
    async begin(ticketId, work, by, from) {
      mark('tickets')
      await connection('ticket_work').insert({
        ticket_id: ticketId,
        status: work.status,
        operator: work.operator,
        held_by: work.heldBy,
        learner_id: work.learnerId,
        matched_by: work.matchedBy,
        due_at: work.dueAt,
        updated_at: work.updatedAt,
      })
      await connection('ticket_periods').insert({ ticket_id: ticketId, status: work.status, from_at: from, by })
    },
    async update(ticketId, version, changes, at) {
      mark('tickets')
      const updated: number = await connection('ticket_work')
        .where({ ticket_id: ticketId, version })
        .update({ ...ticketColumnsOf(changes), updated_at: at, version: version + 1 })
      return updated === 1 ? version + 1 : 'stale'
    },
    async enterStatus(ticketId, status, at, by) {
      mark('tickets')
      await connection('ticket_periods').where({ ticket_id: ticketId }).whereNull('until_at').update({ until_at: at })
      await connection('ticket_periods').insert({ ticket_id: ticketId, status, from_at: at, by })
    },
    async listPeriods(ticketIds) {
      const periods = new Map<number, (TicketPeriod & { readonly by: string })[]>()
      const rows: unknown = await connection('ticket_periods').whereIn('ticket_id', [...ticketIds]).orderBy('id').select('ticket_id', 'status', 'from_at', 'until_at', 'by')
      for (const row of z.array(periodRowSchema).parse(rows)) {
        const period = { status: row.status, from: row.from_at, until: row.until_at, by: row.by }
        const known = periods.get(row.ticket_id)
        if (known === undefined) periods.set(row.ticket_id, [period])
        else known.push(period)
      }
      return periods
    },
    async listEntries(ticketId) {
      const rows: unknown = await connection('ticket_entries').where({ ticket_id: ticketId }).orderBy('id').select('id', 'kind', 'at', 'author', 'address', 'subject', 'body', 'outbox_id')
      return z
        .array(entryRowSchema)
        .parse(rows)
        .map(({ outbox_id: outboxId, ...entry }) => ({ ...entry, outboxId }))
    },
    async addEntry(ticketId, entry) {
      mark('tickets')
      const inserted: { id: number }[] = await connection('ticket_entries')
        .insert({ ticket_id: ticketId, kind: entry.kind, at: entry.at, author: entry.author, address: entry.address, subject: entry.subject, body: entry.body, outbox_id: entry.outboxId })
        .returning('id')
      const id = inserted[0]?.id
      if (id === undefined) throw new Error('the entry got no number')
      return id
    },
    async findDraft(ticketId, operator, kind) {
      const rows: unknown = await connection('ticket_drafts').where({ ticket_id: ticketId, operator, kind }).select('body', 'saved_at', 'revision')
      const row = z.array(draftRowSchema).parse(rows)[0]
      return row === undefined || row.body === '' ? undefined : { body: row.body, savedAt: row.saved_at, revision: row.revision }
    },
    async keepDraft(ticketId, operator, kind, draft) {
      mark('tickets')
      const of = { ticket_id: ticketId, operator, kind }
      if (draft.body === '') await connection('ticket_drafts').where(of).del()
      else await connection('ticket_drafts').insert({ ...of, body: draft.body, saved_at: draft.savedAt, revision: draft.revision }).onConflict(['ticket_id', 'operator', 'kind']).merge(['body', 'saved_at', 'revision'])
    },
    async listAddressHolders(portal, emailFolded) {
      const rows: unknown = await connection('learners')
        .where({ portal })
        .where((either) => void either.where({ email_folded: emailFolded }).orWhereIn('id', connection('learner_emails').where({ email_folded: emailFolded }).select('learner_id')))
        .orderBy('id')
        .limit(5)
        .select('id', 'given_name', 'family_name', 'email')
      return z
        .array(holderRowSchema)
        .parse(rows)
        .map((row) => ({ learnerId: row.id, name: `${row.given_name} ${row.family_name}`.trim(), email: row.email }))
    },
  }
}
