import { z } from 'zod'
import { ticketChannels, ticketStatuses } from '../model/field-codes'
import { instantSchema } from '../model/instant'
import { emptySchema, pageSchema, recordIdSchema, textSchema, type Operation } from './operation'

/** The views every desk has, with their counts beside them. */
export const ticketViews = ['due_today', 'overdue', 'mine', 'unassigned', 'waiting_on_learner', 'on_hold', 'solved', 'all_open'] as const
export type TicketView = (typeof ticketViews)[number]

const ticketStatusSchema = z.enum(ticketStatuses)
const ticketChannelSchema = z.enum(ticketChannels)

/** Where the promise stands: when the reply is due, and office minutes used, left and late. */
export const promiseViewSchema = z.object({
  state: z.enum(['running', 'paused', 'overdue']),
  dueAt: instantSchema.nullable(),
  promisedMinutes: z.number().int(),
  usedMinutes: z.number().int(),
  leftMinutes: z.number().int(),
  lateMinutes: z.number().int(),
})
export type PromiseView = z.infer<typeof promiseViewSchema>

export const ticketRowViewSchema = z.object({
  id: recordIdSchema,
  externalId: z.string(),
  portal: z.string(),
  portalName: z.string(),
  zone: z.string(),
  channel: ticketChannelSchema,
  subject: z.string(),
  /** The learner's name; else the address, masked; else empty. */
  from: z.string(),
  learnerId: recordIdSchema.nullable(),
  status: ticketStatusSchema,
  operator: z.string(),
  heldBy: z.string(),
  receivedAt: instantSchema,
  hasDraft: z.boolean(),
  promise: promiseViewSchema,
})
export type TicketRowView = z.infer<typeof ticketRowViewSchema>

/** One line of the calculation behind the due moment. */
export const clockLineViewSchema = z.object({
  kind: z.enum(['counted', 'night', 'weekend', 'holiday', 'waiting_on_learner', 'on_hold', 'solved']),
  from: instantSchema,
  until: instantSchema,
  minutes: z.number().int(),
  name: z.string(),
})

export const ticketEntryViewSchema = z.object({
  id: z.number().int(),
  kind: z.enum(['message', 'reply', 'note', 'status', 'record']),
  at: instantSchema,
  author: z.string(),
  address: z.string(),
  subject: z.string(),
  body: z.string(),
  messageId: recordIdSchema.nullable(),
  status: ticketStatusSchema.nullable(),
})
export type TicketEntryView = z.infer<typeof ticketEntryViewSchema>

const draftViewSchema = z.object({ body: z.string(), savedAt: instantSchema, revision: z.number().int() })

export const ticketViewSchema = ticketRowViewSchema.extend({
  version: z.number().int(),
  fromEmail: z.string(),
  matchedBy: z.enum(['none', 'source', 'address', 'by_hand']),
  /** Whether the ticket came from another address than those of its learner. */
  otherAddress: z.boolean(),
  officeHours: z.object({ weekdays: z.array(z.number().int()), opensAt: z.string(), closesAt: z.string(), businessDays: z.number().int(), rows: z.array(z.string()) }),
  clock: z.array(clockLineViewSchema),
  entries: z.array(ticketEntryViewSchema),
  drafts: z.object({ reply: draftViewSchema.nullable(), note: draftViewSchema.nullable() }),
  /** Learners it may be from, when nobody matches for certain; never chosen silently. */
  nearMatches: z.array(z.object({ learnerId: recordIdSchema, name: z.string(), emailMasked: z.string(), why: z.string() })),
  /** Where a reply may go: to who wrote, and to the account's own address. */
  replyAddresses: z.object({ sender: z.string(), account: z.string() }),
  greeting: z.string(),
  signature: z.string(),
})
export type TicketFullView = z.infer<typeof ticketViewSchema>

const ticketKey = { id: recordIdSchema, version: z.number().int() }
const written = z.object({ version: z.number().int() })
const changeErrors = ['not_found', 'stale', 'ticket_closed'] as const
/** Refusals of a change of state. */
export const ticketStepRefusals = ['ticket_status_same', 'ticket_never_new_again', 'hold_contact_missing'] as const

export const ticketOperations = {
  'tickets.counts': {
    kind: 'query',
    role: 'agent',
    input: emptySchema,
    output: z.object({ views: z.record(z.enum(ticketViews), z.number().int()), channels: z.record(ticketChannelSchema, z.number().int()) }),
    errors: [],
    reads: ['tickets'],
  },
  'tickets.list': {
    kind: 'query',
    role: 'agent',
    input: z.strictObject({ ...pageSchema.shape, view: z.enum(ticketViews), channel: ticketChannelSchema.optional() }),
    output: z.object({ total: z.number().int(), rows: z.array(ticketRowViewSchema) }),
    errors: [],
    reads: ['tickets', 'learners', 'settings'],
  },
  'tickets.open': { kind: 'query', role: 'agent', input: z.strictObject({ id: recordIdSchema }), output: ticketViewSchema, errors: ['not_found'], reads: ['tickets', 'learners', 'messages', 'settings', 'audit'] },
  /** A phone call, or a ticket on a learner's behalf. */
  'tickets.create': {
    kind: 'command',
    role: 'agent',
    input: z.strictObject({ portal: textSchema(64), channel: ticketChannelSchema, learnerId: recordIdSchema.nullable(), fromEmail: textSchema(320), subject: textSchema(400), body: textSchema(50_000) }),
    output: z.object({ id: recordIdSchema, externalId: z.string() }),
    errors: ['not_found', 'field_missing', 'field_malformed'],
    reads: [],
  },
  'tickets.changeStatus': {
    kind: 'command',
    role: 'agent',
    input: z.strictObject({ ...ticketKey, status: ticketStatusSchema, heldBy: textSchema(200).optional() }),
    output: written,
    errors: [...changeErrors, ...ticketStepRefusals],
    reads: [],
  },
  /** Takes the ticket, or lets it go. */
  'tickets.assign': { kind: 'command', role: 'agent', input: z.strictObject({ ...ticketKey, operator: textSchema(200) }), output: written, errors: [...changeErrors], reads: [] },
  'tickets.matchLearner': { kind: 'command', role: 'agent', input: z.strictObject({ ...ticketKey, learnerId: recordIdSchema.nullable() }), output: written, errors: [...changeErrors], reads: [] },
  /** Keeps what is being typed. `stale` when the same operator's other window saved a later one. */
  'tickets.saveDraft': {
    kind: 'command',
    role: 'agent',
    input: z.strictObject({ id: recordIdSchema, draft: z.enum(['reply', 'note']), body: textSchema(50_000), revision: z.number().int() }),
    output: z.object({ savedAt: instantSchema, revision: z.number().int() }),
    errors: ['not_found', 'stale'],
    reads: [],
  },
  'tickets.addNote': { kind: 'command', role: 'agent', input: z.strictObject({ ...ticketKey, body: textSchema(50_000) }), output: written, errors: [...changeErrors, 'field_missing'], reads: [] },
  /** The reply goes to the outbox, where it can be held back for some seconds; the ticket goes on as told. */
  'tickets.reply': {
    kind: 'command',
    role: 'agent',
    input: z.strictObject({ ...ticketKey, to: z.enum(['sender', 'account']), body: textSchema(50_000), then: z.enum(['open', 'pending', 'solved']) }),
    output: z.object({ version: z.number().int(), messageId: recordIdSchema }),
    errors: [...changeErrors, 'field_missing', 'field_malformed'],
    reads: [],
  },
} as const satisfies Record<string, Operation>
