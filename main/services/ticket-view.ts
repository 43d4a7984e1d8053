import type { TicketEntryView, TicketFullView, TicketRowView } from '@shared/contract/tickets'
import type { Instant } from '@shared/model/instant'
import { recordId } from '@shared/model/record-id'
import { foldEmail, foldForSearch, maskEmail } from '@shared/policy/name-folding'
import type { TicketPeriod } from '@shared/policy/ticket-status'
import type { PortalProfile } from '@shared/portals/portal-profile'
import type { Learner } from '../ports/repositories/learner-repository'
import type { FoundRecord } from '../ports/repositories/finder-repository'
import type { Ticket, TicketDraft, TicketEntry } from '../ports/repositories/ticket-repository'
import { promiseOf, promiseViewOf } from './ticket-clock'

/** A ticket as a line of a list; the sender's address is masked. */
export function ticketRowViewOf(ticket: Ticket, periods: readonly TicketPeriod[], portal: PortalProfile | undefined, now: Instant): TicketRowView {
  return {
    id: recordId('ticket', ticket.id),
    externalId: ticket.externalId,
    portal: ticket.portal,
    portalName: portal?.shortName ?? ticket.portal,
    zone: portal?.zone.value ?? 'UTC',
    channel: ticket.channel,
    subject: ticket.subject,
    from: ticket.learnerName === '' ? (ticket.fromEmail === '' ? '' : maskEmail(ticket.fromEmail)) : ticket.learnerName,
    learnerId: ticket.learnerId === null ? null : recordId('learner', ticket.learnerId),
    status: ticket.status,
    operator: ticket.operator,
    heldBy: ticket.heldBy,
    receivedAt: ticket.receivedAt,
    hasDraft: ticket.hasDraft,
    promise: promiseViewOf(promiseOf(ticket, periods, portal, now)),
  }
}

export interface TicketFacts {
  readonly ticket: Ticket
  readonly portal: PortalProfile | undefined
  readonly periods: readonly (TicketPeriod & { readonly by: string })[]
  readonly entries: readonly TicketEntry[]
  readonly learner: Learner | undefined
  readonly drafts: { readonly reply: TicketDraft | undefined; readonly note: TicketDraft | undefined }
  readonly near: readonly Extract<FoundRecord, { kind: 'learner' }>[]
  readonly operator: string
  readonly now: Instant
}

/** What was said and what happened to the ticket, in order of time; its first state says nothing of its own. */
function conversationOf({ ticket, periods, entries }: TicketFacts): readonly TicketEntryView[] {
  const first: TicketEntryView = {
    id: 0,
    kind: 'message',
    at: ticket.receivedAt,
    author: ticket.learnerName,
    address: ticket.fromEmail,
    subject: ticket.subject,
    body: ticket.body,
    messageId: null,
    status: null,
  }
  const written = entries.map(({ outboxId, ...entry }): TicketEntryView => ({ ...entry, messageId: outboxId === null ? null : recordId('message', outboxId), status: null }))
  const changes = periods.slice(1).map(
    ({ status, from, by }, index): TicketEntryView => ({ id: index + 1, kind: 'status', at: from, author: by, address: '', subject: '', body: '', messageId: null, status }),
  )
  return [first, ...[...written, ...changes].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))]
}

/** The words of an address that may be a name: `aoife.patel309@…` → `aoife patel`. */
export function nameInAddress(address: string): string {
  const local = address.slice(0, Math.max(0, address.lastIndexOf('@')))
  return foldForSearch(local.replace(/\d+/g, ' ').replace(/[._+-]+/g, ' '))
}

function ownAddresses(learner: Learner): readonly string[] {
  return [learner.email, ...learner.alternateEmails].map(foldEmail)
}

/** A ticket with its conversation, its clock line by line, and who may have sent it. */
export function ticketFullViewOf(facts: TicketFacts): TicketFullView {
  const { ticket, portal, periods, learner, drafts, near, now, operator } = facts
  const hours = portal?.officeHours
  const verdict = promiseOf(ticket, periods, portal, now)
  return {
    ...ticketRowViewOf(ticket, periods, portal, now),
    version: ticket.version,
    fromEmail: ticket.fromEmail,
    matchedBy: ticket.matchedBy === '' ? 'none' : ticket.matchedBy,
    otherAddress: learner !== undefined && ticket.fromEmail !== '' && !ownAddresses(learner).includes(foldEmail(ticket.fromEmail)),
    officeHours: { weekdays: [...(hours?.value.weekdays ?? [])], opensAt: hours?.value.opensAt ?? '', closesAt: hours?.value.closesAt ?? '', businessDays: hours?.value.replyBusinessDays ?? 0, rows: [...(hours?.rows ?? [])] },
    clock: [...(verdict?.lines ?? [])],
    entries: [...conversationOf(facts)],
    drafts: { reply: drafts.reply ?? null, note: drafts.note ?? null },
    nearMatches: near.map((found) => ({ learnerId: recordId('learner', found.id), name: found.name, emailMasked: maskEmail(found.email), why: found.matched })),
    replyAddresses: { sender: ticket.fromEmail, account: learner?.email ?? '' },
    greeting: learner === undefined ? 'Hello,' : `Dear ${`${learner.givenName} ${learner.familyName}`.trim()},`,
    signature: ['Kind regards,', operator, portal?.sender.name ?? ''].filter((line) => line !== '').join('\n'),
  }
}
