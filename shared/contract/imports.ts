import { z } from 'zod'
import { instantSchema } from '../model/instant'
import { emptySchema, pageSchema, recordIdSchema, textSchema, type Operation } from './operation'

/** Files of an exchange folder, in the order in which they are taken in. */
export const exchangeFiles = [
  'learners.csv',
  'activities.csv',
  'activity_credits.csv',
  'sessions.csv',
  'packages.csv',
  'package_activities.csv',
  'discount_codes.csv',
  'orders.csv',
  'order_lines.csv',
  'memberships.csv',
  'enrolments.csv',
  'earned_credits.csv',
  'claims.csv',
  'reports.csv',
  'messages.csv',
  'tickets.csv',
] as const
export type ExchangeFile = (typeof exchangeFiles)[number]

export const importStates = ['running', 'cancelling', 'cancelled', 'finished', 'failed', 'interrupted'] as const

export const importFileViewSchema = z.object({
  file: z.string(),
  state: z.enum(['waiting', 'reading', 'taken_in', 'not_read', 'missing']),
  bytesRead: z.number().int(),
  bytesTotal: z.number().int(),
  rows: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  refused: z.number().int(),
  conflicts: z.number().int(),
})
export type ImportFileView = z.infer<typeof importFileViewSchema>

export const importViewSchema = z.object({
  id: recordIdSchema,
  folder: z.string(),
  dryRun: z.boolean(),
  state: z.enum(importStates),
  actor: z.string(),
  startedAt: instantSchema,
  finishedAt: instantSchema.nullable(),
  milliseconds: z.number().int(),
  files: z.array(importFileViewSchema),
  notices: z.array(z.object({ file: z.string(), code: z.string(), detail: z.string() })),
  failure: z.string().nullable(),
  certificatesFrozen: z.number().int(),
  /** It ended before its end and can go on behind its last finished chunk. */
  resumable: z.boolean(),
})
export type ImportView = z.infer<typeof importViewSchema>

/** A row that was not taken in: where it stands, what stood there, why, and how to mend it. `line` is null for a whole file. */
export const refusalViewSchema = z.object({
  id: recordIdSchema,
  file: z.string(),
  line: z.number().int().nullable(),
  column: z.string(),
  value: z.string(),
  reason: z.string(),
  /** The learner or activity on this desk that the row is about, to be looked at beside it; null where it names none. */
  about: z.object({ kind: z.enum(['learner', 'activity']), id: recordIdSchema }).nullable(),
})
export type RefusalView = z.infer<typeof refusalViewSchema>

export const conflictViewSchema = z.object({
  id: recordIdSchema,
  file: z.string(),
  externalId: z.string(),
  label: z.string(),
  column: z.string(),
  deskValue: z.string(),
  sourceValue: z.string(),
  formerSourceValue: z.string(),
  decision: z.enum(['open', 'keep_desk', 'take_source']),
  /** The import that brought the platform's value. */
  importId: recordIdSchema,
  importedAt: instantSchema,
})
export type ConflictView = z.infer<typeof conflictViewSchema>

export const importOperations = {
  /** Opens the system's folder dialog; null when it was closed. */
  'imports.chooseFolder': { kind: 'command', role: 'coordinator', input: emptySchema, output: z.object({ folder: z.string().nullable() }), errors: [], reads: [] },
  'imports.start': {
    kind: 'command',
    role: 'coordinator',
    input: z.strictObject({ folder: textSchema(4000), dryRun: z.boolean() }),
    output: z.object({ importId: recordIdSchema }),
    errors: ['folder_missing', 'folder_has_no_exchange_file', 'import_running'],
    reads: [],
  },
  /** Goes on with an import that ended early; refused when the folder's files are other ones now. */
  'imports.resume': {
    kind: 'command',
    role: 'coordinator',
    input: z.strictObject({ importId: recordIdSchema }),
    output: z.object({ importId: recordIdSchema }),
    errors: ['not_found', 'not_resumable', 'folder_missing', 'folder_changed', 'import_running'],
    reads: [],
  },
  'imports.cancel': { kind: 'command', role: 'coordinator', input: z.strictObject({ importId: recordIdSchema }), output: emptySchema, errors: ['not_found', 'not_running'], reads: [] },
  'imports.list': { kind: 'query', role: 'agent', input: z.strictObject({ ...pageSchema.shape }), output: z.object({ total: z.number().int(), rows: z.array(importViewSchema) }), errors: [], reads: ['imports'] },
  'imports.open': { kind: 'query', role: 'agent', input: z.strictObject({ importId: recordIdSchema }), output: importViewSchema, errors: ['not_found'], reads: ['imports'] },
  'imports.refusals': {
    kind: 'query',
    role: 'agent',
    input: z.strictObject({ importId: recordIdSchema, ...pageSchema.shape }),
    output: z.object({ total: z.number().int(), rows: z.array(refusalViewSchema) }),
    errors: ['not_found'],
    reads: ['imports'],
  },
  'imports.conflicts': {
    kind: 'query',
    role: 'agent',
    input: z.strictObject({ ...pageSchema.shape, openOnly: z.boolean(), importId: recordIdSchema.optional() }),
    output: z.object({ total: z.number().int(), rows: z.array(conflictViewSchema) }),
    errors: [],
    reads: ['imports'],
  },
  'imports.decideConflict': {
    kind: 'command',
    role: 'coordinator',
    input: z.strictObject({ conflictId: recordIdSchema, decision: z.enum(['keep_desk', 'take_source']) }),
    /** The history entry by which it can be undone. */
    output: z.object({ entryId: recordIdSchema }),
    errors: ['not_found', 'already_decided', 'field_malformed'],
    reads: [],
  },
  /** Saves the refused rows as an exchange folder to mend and import again. */
  'imports.saveRefused': {
    kind: 'command',
    role: 'coordinator',
    input: z.strictObject({ importId: recordIdSchema }),
    output: z.object({ saved: z.boolean(), folder: z.string().nullable(), files: z.number().int() }),
    errors: ['not_found', 'write_failed', 'disk_full'],
    reads: [],
  },
} as const satisfies Record<string, Operation>
