import { z } from 'zod'
import { instantSchema } from '../model/instant'
import { messageKinds, messageStates, shownMessageStates } from '../model/field-codes'
import { emptySchema, pageSchema, recordIdSchema, textSchema, type Operation } from './operation'

/** A row of the outbox; the address is masked in lists. */
export const outboxRowViewSchema = z.object({
  id: recordIdSchema,
  version: z.number().int(),
  learnerId: recordIdSchema.nullable(),
  learnerName: z.string(),
  toMasked: z.string(),
  kind: z.enum(messageKinds),
  subject: z.string(),
  state: z.enum(shownMessageStates),
  attempts: z.number().int(),
  lastAnswer: z.string(),
  createdAt: instantSchema,
  heldUntil: instantSchema.nullable(),
  nextAttemptAt: instantSchema.nullable(),
  handedOverAt: instantSchema.nullable(),
})
export type OutboxRowView = z.infer<typeof outboxRowViewSchema>

export const outboxMessageViewSchema = outboxRowViewSchema.extend({
  to: z.string(),
  /** The text as it will go; a secret is never in it, it shows as `[secret]`. */
  body: z.string(),
  attachments: z.array(z.string()),
})
export type OutboxMessageView = z.infer<typeof outboxMessageViewSchema>

const messageErrors = ['not_found', 'stale', 'message_state_wrong'] as const

export const messageOperations = {
  'outbox.list': {
    kind: 'query',
    role: 'agent',
    input: z.strictObject({ ...pageSchema.shape, state: z.enum(shownMessageStates).optional() }),
    output: z.object({ total: z.number().int(), counts: z.partialRecord(z.enum(shownMessageStates), z.number().int()), rows: z.array(outboxRowViewSchema), smtpConfigured: z.boolean() }),
    errors: [],
    reads: ['messages', 'settings'],
  },
  'outbox.open': { kind: 'query', role: 'agent', input: z.strictObject({ id: recordIdSchema }), output: outboxMessageViewSchema, errors: ['not_found'], reads: ['messages'] },
  'outbox.editDraft': {
    kind: 'command',
    role: 'agent',
    input: z.strictObject({ id: recordIdSchema, version: z.number().int(), subject: textSchema(400), body: textSchema(50_000) }),
    output: z.object({ version: z.number().int() }),
    errors: [...messageErrors, 'field_missing'],
    reads: [],
  },
  /** A draft becomes queued. */
  'outbox.queue': { kind: 'command', role: 'agent', input: z.strictObject({ id: recordIdSchema, version: z.number().int() }), output: emptySchema, errors: [...messageErrors], reads: [] },
  /** A waiting message is held back, or a held one goes on. */
  'outbox.hold': { kind: 'command', role: 'agent', input: z.strictObject({ id: recordIdSchema, version: z.number().int(), hold: z.boolean() }), output: emptySchema, errors: [...messageErrors], reads: [] },
  /** Hands over everything waiting now, past any hold or back-off; drafts stay. */
  'outbox.sendNow': { kind: 'command', role: 'agent', input: emptySchema, output: z.object({ handedOver: z.number().int(), failed: z.number().int(), waiting: z.number().int() }), errors: ['smtp_not_configured', 'secrets_unreadable'], reads: [] },
  'resets.preview': {
    kind: 'query',
    role: 'agent',
    input: z.strictObject({ learnerId: recordIdSchema }),
    output: z.object({
      toMasked: z.string(),
      style: z.enum(['one_time_link', 'temporary_password']),
      lifetimeMinutes: z.number().int(),
      accountStatus: z.string(),
      /** The last reset mail, whoever sent it (H11). */
      last: z.object({ at: instantSchema, toMasked: z.string(), state: z.enum(messageStates), lastAnswer: z.string() }).nullable(),
      smtpConfigured: z.boolean(),
      subject: z.string(),
      body: z.string(),
    }),
    errors: ['not_found'],
    reads: ['messages', 'learners', 'settings'],
  },
  'resets.send': {
    kind: 'command',
    role: 'agent',
    input: z.strictObject({ learnerId: recordIdSchema }),
    output: z.object({ messageId: recordIdSchema, toMasked: z.string(), state: z.enum(messageStates) }),
    errors: ['not_found', 'account_closed', 'reset_too_soon'],
    reads: [],
  },
} as const satisfies Record<string, Operation>
