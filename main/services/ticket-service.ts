import type { HandlerResult, Input } from '@shared/contract'
import { civilDateIn, endOfDayIn, type Instant } from '@shared/model/instant'
import { recordId, recordNumber } from '@shared/model/record-id'
import { ok, refuse, type Result } from '@shared/model/result'
import { judgeTicketStep } from '@shared/policy/ticket-status'
import type { Acting } from '../ports/acting'
import type { AuditValues } from '../ports/repositories/audit-repository'
import type { Ticket, TicketChanges, TicketViewpoint } from '../ports/repositories/ticket-repository'
import type { ServicePorts } from '../ports/service-ports'
import type { Repositories } from '../ports/unit-of-work'
import { isMailAddress } from './mail-address'
import { newMessageId, readMailSettings, senderOf } from './mail-settings'
import { holdEnd } from './outbox-service'
import { promiseOf } from './ticket-clock'
import { createTicketSettling } from './ticket-settling'
import { ticketUndoings } from './ticket-undoing'
import { nameInAddress, ticketFullViewOf, ticketRowViewOf } from './ticket-view'
import type { Undoing } from './undoing'

export interface TicketService {
  counts(acting: Acting): Promise<HandlerResult<'tickets.counts'>>
  list(input: Input<'tickets.list'>, acting: Acting): Promise<HandlerResult<'tickets.list'>>
  open(input: Input<'tickets.open'>, acting: Acting): Promise<HandlerResult<'tickets.open'>>
  create(input: Input<'tickets.create'>, acting: Acting): Promise<HandlerResult<'tickets.create'>>
  /** The promise clock stops and goes on with the state; undoable. */
  changeStatus(input: Input<'tickets.changeStatus'>, acting: Acting): Promise<HandlerResult<'tickets.changeStatus'>>
  assign(input: Input<'tickets.assign'>, acting: Acting): Promise<HandlerResult<'tickets.assign'>>
  matchLearner(input: Input<'tickets.matchLearner'>, acting: Acting): Promise<HandlerResult<'tickets.matchLearner'>>
  /** Drafts are an operator's own and no act: they are not audited. */
  saveDraft(input: Input<'tickets.saveDraft'>, acting: Acting): Promise<HandlerResult<'tickets.saveDraft'>>
  addNote(input: Input<'tickets.addNote'>, acting: Acting): Promise<HandlerResult<'tickets.addNote'>>
  /** Entry, outgoing mail, state and audit entry in one transaction. */
  reply(input: Input<'tickets.reply'>, acting: Acting): Promise<HandlerResult<'tickets.reply'>>
  /** Takes up tickets that came in with a folder; answers how many. */
  takeUp(acting: Acting, signal?: AbortSignal): Promise<number>
  readonly undoings: readonly Undoing[]
}

type TicketPorts = Pick<ServicePorts, 'unitOfWork' | 'clock' | 'ids'>
type Changeable = 'not_found' | 'stale' | 'ticket_closed'

const cleanText = (text: string): string => text.normalize('NFC').replaceAll('\r\n', '\n').trim()
const oneLine = (text: string): string => text.normalize('NFC').replace(/[\p{Cc}\s]+/gu, ' ').trim()

async function viewpointOf({ portals }: Repositories, acting: Acting, now: Instant): Promise<TicketViewpoint> {
  const profiles = await portals.list()
  const dayEnds = Object.fromEntries(profiles.map((profile) => [profile.key, endOfDayIn(civilDateIn(now, profile.zone.value), profile.zone.value)]))
  return { operator: acting.actor, now, dayEnds }
}

/** The ticket if it is there, still has that version, and is not closed. */
async function changeable({ tickets }: Repositories, id: string, version: number): Promise<Result<Ticket, Changeable>> {
  const ticket = await tickets.find(recordNumber('ticket', id) ?? -1)
  if (ticket === undefined) return refuse('not_found')
  if (ticket.version !== version) return refuse('stale')
  return ticket.status === 'closed' ? refuse('ticket_closed') : ok(ticket)
}

/** When the reply is due after the ticket has entered its present state. */
async function dueOf({ tickets, portals }: Repositories, ticket: Ticket, now: Instant): Promise<Instant | null> {
  const periods = (await tickets.listPeriods([ticket.id])).get(ticket.id) ?? []
  return promiseOf(ticket, periods, await portals.find(ticket.portal), now)?.dueAt ?? null
}

async function write(
  { tickets, audit }: Repositories,
  ticket: Ticket,
  changes: TicketChanges,
  { operation, at, acting, values }: { readonly operation: string; readonly at: Instant; readonly acting: Acting; readonly values: { readonly before: AuditValues; readonly after: AuditValues } },
): Promise<Result<number, 'stale'>> {
  const version = await tickets.update(ticket.id, ticket.version, changes, at)
  if (version === 'stale') return refuse('stale')
  await audit.append({ at, operation, entity: 'ticket', entityId: ticket.id, learnerId: changes.learnerId ?? ticket.learnerId, reason: '', ...values }, acting)
  return ok(version)
}

export function createTicketService(ports: TicketPorts): TicketService {
  const { unitOfWork, clock, ids } = ports
  const settling = createTicketSettling(ports)

  /** Changes one field of a ticket with its audit entry. */
  function changeOne(input: { readonly id: string; readonly version: number }, operation: string, acting: Acting, decide: (ticket: Ticket, repositories: Repositories) => Promise<Result<TicketChanges, 'not_found'>>): Promise<Result<{ version: number }, Changeable>> {
    return unitOfWork.run(async (repositories): Promise<Result<{ version: number }, Changeable>> => {
      const found = await changeable(repositories, input.id, input.version)
      if (!found.ok) return found
      const ticket = found.value
      const decided = await decide(ticket, repositories)
      if (!decided.ok) return decided
      const after = Object.fromEntries(Object.entries(decided.value))
      const before = Object.fromEntries(Object.entries(ticket).filter(([field]) => field in after))
      const version = await write(repositories, ticket, decided.value, { operation, at: clock.now(), acting, values: { before: auditable(before), after: auditable(after) } })
      return version.ok ? ok({ version: version.value }) : version
    })
  }

  return {
    counts(acting) {
      return unitOfWork.read(async (repositories) => {
        const views = await repositories.tickets.countViews(await viewpointOf(repositories, acting, clock.now()))
        return ok({ views: { ...views }, channels: { ...(await repositories.tickets.countChannels()) } })
      })
    },
    list(input, acting) {
      return unitOfWork.read(async (repositories) => {
        const { tickets, portals } = repositories
        const now = clock.now()
        const page = { ...input, ...(await viewpointOf(repositories, acting, now)) }
        const found = await tickets.list(page)
        const profiles = await portals.list()
        const periods = await tickets.listPeriods(found.map((ticket) => ticket.id))
        const rows = found.map((ticket) => ticketRowViewOf(ticket, periods.get(ticket.id) ?? [], profiles.find((profile) => profile.key === ticket.portal), now))
        return ok({ total: await tickets.countOf(page), rows })
      })
    },
    open(input, acting) {
      return unitOfWork.read(async (repositories): Promise<HandlerResult<'tickets.open'>> => {
        const { tickets, portals, learners, finder } = repositories
        const ticket = await tickets.find(recordNumber('ticket', input.id) ?? -1)
        if (ticket === undefined) return refuse('not_found')
        const now = clock.now()
        const name = ticket.learnerId === null ? nameInAddress(ticket.fromEmail) : ''
        const near = name === '' ? [] : await finder.find({ text: name, limit: 5, portal: ticket.portal, today: civilDateIn(now, 'UTC') })
        const draftOf = (kind: 'reply' | 'note'): ReturnType<typeof tickets.findDraft> => tickets.findDraft(ticket.id, acting.actor, kind)
        return ok(
          ticketFullViewOf({
            ticket,
            portal: await portals.find(ticket.portal),
            periods: (await tickets.listPeriods([ticket.id])).get(ticket.id) ?? [],
            entries: await tickets.listEntries(ticket.id),
            learner: ticket.learnerId === null ? undefined : await learners.find(ticket.learnerId),
            drafts: { reply: await draftOf('reply'), note: await draftOf('note') },
            near: near.flatMap((found) => (found.kind === 'learner' ? [found] : [])),
            operator: acting.actor,
            now,
          }),
        )
      })
    },
    create(input, acting) {
      return unitOfWork.run(async (repositories): Promise<HandlerResult<'tickets.create'>> => {
        const { tickets, portals, learners, numberSeries, audit } = repositories
        const at = clock.now()
        const portal = await portals.find(input.portal)
        if (portal === undefined) return refuse('field_malformed', { field: 'portal' })
        const learner = input.learnerId === null ? undefined : await learners.find(recordNumber('learner', input.learnerId) ?? -1)
        if (input.learnerId !== null && learner === undefined) return refuse('not_found')
        const subject = oneLine(input.subject)
        const body = cleanText(input.body)
        const fromEmail = input.fromEmail.trim()
        if (subject === '') return refuse('field_missing', { field: 'subject' })
        if (body === '') return refuse('field_missing', { field: 'body' })
        if (fromEmail !== '' && !isMailAddress(fromEmail)) return refuse('field_malformed', { field: 'fromEmail' })
        const year = civilDateIn(at, portal.zone.value).slice(0, 4)
        const externalId = `DT${year}-${String(await numberSeries.take(`ticket-${year}`, 1)).padStart(6, '0')}`
        const id = await tickets.add({ externalId, portal: portal.key, channel: input.channel, receivedAt: at, fromEmail, subject, body, sourceLearnerId: learner?.id ?? null })
        const dueAt = promiseOf({ receivedAt: at }, [], portal, at)?.dueAt ?? null
        const work = { status: 'open', operator: acting.actor, heldBy: '', learnerId: learner?.id ?? null, matchedBy: learner === undefined ? '' : 'by_hand', dueAt, updatedAt: at } as const
        await tickets.begin(id, work, acting.actor, at)
        await audit.append({ at, operation: 'tickets.create', entity: 'ticket', entityId: id, learnerId: learner?.id ?? null, reason: '', before: {}, after: { externalId, channel: input.channel, subject } }, acting)
        return ok({ id: recordId('ticket', id), externalId })
      })
    },
    changeStatus(input, acting) {
      return unitOfWork.run(async (repositories): Promise<HandlerResult<'tickets.changeStatus'>> => {
        const found = await changeable(repositories, input.id, input.version)
        if (!found.ok) return found
        const ticket = found.value
        const heldBy = input.status === 'on_hold' ? oneLine(input.heldBy ?? '') : ''
        const step = judgeTicketStep(ticket.status, input.status, heldBy)
        if (step.kind === 'refused') return refuse(step.code, step.code === 'hold_contact_missing' ? { field: 'heldBy' } : {})
        const at = clock.now()
        await repositories.tickets.enterStatus(ticket.id, input.status, at, acting.actor)
        const changes = { status: input.status, heldBy, dueAt: await dueOf(repositories, ticket, at) }
        const values = { before: { status: ticket.status, heldBy: ticket.heldBy }, after: { status: input.status, heldBy } }
        const version = await write(repositories, ticket, changes, { operation: 'tickets.changeStatus', at, acting, values })
        return version.ok ? ok({ version: version.value }) : version
      })
    },
    assign: (input, acting) => changeOne(input, 'tickets.assign', acting, () => Promise.resolve(ok({ operator: oneLine(input.operator) }))),
    matchLearner(input, acting) {
      return changeOne(input, 'tickets.matchLearner', acting, async (_ticket, { learners }) => {
        if (input.learnerId === null) return ok({ learnerId: null, matchedBy: '' })
        const learner = await learners.find(recordNumber('learner', input.learnerId) ?? -1)
        return learner === undefined ? refuse('not_found') : ok({ learnerId: learner.id, matchedBy: 'by_hand' })
      })
    },
    saveDraft(input, acting) {
      return unitOfWork.run(async ({ tickets }): Promise<HandlerResult<'tickets.saveDraft'>> => {
        const ticket = await tickets.find(recordNumber('ticket', input.id) ?? -1)
        if (ticket === undefined) return refuse('not_found')
        const kept = await tickets.findDraft(ticket.id, acting.actor, input.draft)
        if ((kept?.revision ?? 0) > input.revision) return refuse('stale')
        const draft = { body: input.body.normalize('NFC').replaceAll('\r\n', '\n'), savedAt: clock.now(), revision: input.revision + 1 }
        await tickets.keepDraft(ticket.id, acting.actor, input.draft, draft)
        return ok({ savedAt: draft.savedAt, revision: draft.revision })
      })
    },
    addNote(input, acting) {
      return unitOfWork.run(async (repositories): Promise<HandlerResult<'tickets.addNote'>> => {
        const found = await changeable(repositories, input.id, input.version)
        if (!found.ok) return found
        const body = cleanText(input.body)
        if (body === '') return refuse('field_missing', { field: 'body' })
        const at = clock.now()
        const entry = await repositories.tickets.addEntry(found.value.id, { kind: 'note', at, author: acting.actor, address: '', subject: '', body, outboxId: null })
        await clearDraft(repositories, found.value, acting, 'note', at)
        const version = await write(repositories, found.value, {}, { operation: 'tickets.addNote', at, acting, values: { before: {}, after: { entry } } })
        return version.ok ? ok({ version: version.value }) : version
      })
    },
    reply(input, acting) {
      return unitOfWork.run(async (repositories): Promise<HandlerResult<'tickets.reply'>> => {
        const { tickets, learners, portals, settings, outbox } = repositories
        const found = await changeable(repositories, input.id, input.version)
        if (!found.ok) return found
        const ticket = found.value
        const body = cleanText(input.body)
        if (body === '') return refuse('field_missing', { field: 'body' })
        const learner = ticket.learnerId === null ? undefined : await learners.find(ticket.learnerId)
        const to = (input.to === 'sender' ? ticket.fromEmail : (learner?.email ?? '')).trim()
        if (!isMailAddress(to)) return refuse(to === '' ? 'field_missing' : 'field_malformed', { field: 'to' })
        const at = clock.now()
        const mailSettings = await readMailSettings(settings)
        const portal = await portals.find(ticket.portal)
        const subject = /^re:/i.test(ticket.subject) ? ticket.subject : `Re: ${ticket.subject}`
        const outboxId = await outbox.add({
          learnerId: ticket.learnerId,
          kind: 'other',
          to,
          portal: ticket.portal,
          subject: oneLine(subject),
          body,
          state: 'queued',
          messageId: newMessageId(ids, senderOf(portal, mailSettings)),
          createdAt: at,
          createdBy: acting.actor,
          heldUntil: holdEnd(at, mailSettings, acting),
        })
        await tickets.addEntry(ticket.id, { kind: 'reply', at, author: acting.actor, address: to, subject: oneLine(subject), body, outboxId })
        await clearDraft(repositories, ticket, acting, 'reply', at)
        if (ticket.status !== input.then) await tickets.enterStatus(ticket.id, input.then, at, acting.actor)
        const changes = { status: input.then, heldBy: '', dueAt: await dueOf(repositories, ticket, at), ...(ticket.operator === '' ? { operator: acting.actor } : {}) }
        const values = { before: { status: ticket.status }, after: { status: input.then, message: outboxId } }
        const version = await write(repositories, ticket, changes, { operation: 'tickets.reply', at, acting, values })
        return version.ok ? ok({ version: version.value, messageId: recordId('message', outboxId) }) : version
      })
    },
    takeUp: (acting, signal) => settling.takeUp(acting, signal),
    undoings: ticketUndoings(dueOf),
  }
}

async function clearDraft({ tickets }: Repositories, ticket: Ticket, acting: Acting, kind: 'reply' | 'note', at: Instant): Promise<void> {
  await tickets.keepDraft(ticket.id, acting.actor, kind, { body: '', savedAt: at, revision: 0 })
}

/** Values as the audit keeps them: texts, numbers and nothing. */
function auditable(values: Readonly<Record<string, unknown>>): AuditValues {
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [field, typeof value === 'string' || typeof value === 'number' ? value : null]))
}

