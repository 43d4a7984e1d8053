import { z } from 'zod'
import { civilDateSchema } from '../model/civil-date'
import { instantSchema } from '../model/instant'
import { recordCheckFixes, recordCheckKinds } from '../policy/record-check'
import { emptySchema, pageSchema, recordIdSchema, textSchema, type Operation } from './operation'

/** A fault the whole-record checker found, and where it is. */
export const checkFindingViewSchema = z.object({
  id: recordIdSchema,
  version: z.number().int(),
  kind: z.enum(recordCheckKinds),
  gravity: z.enum(['wrong', 'to_look_at']),
  rows: z.array(z.string()),
  evidence: z.array(z.object({ record: z.string(), recordKind: z.string(), field: z.string(), value: z.string().nullable() })),
  date: civilDateSchema.nullable(),
  fix: z.enum(recordCheckFixes),
  agentCan: z.string(),
  /** Whether the desk can do the fix itself, in one act; otherwise it is done in the record. */
  fixableHere: z.boolean(),
  learner: z.object({ id: recordIdSchema, externalId: z.string(), name: z.string() }).nullable(),
  otherLearnerId: recordIdSchema.nullable(),
  activity: z.object({ id: recordIdSchema, externalId: z.string(), title: z.string() }).nullable(),
  claim: z.object({ id: recordIdSchema, externalId: z.string() }).nullable(),
  portal: z.string(),
  firstSeenAt: instantSchema,
  lastSeenAt: instantSchema,
  goneAt: instantSchema.nullable(),
  accepted: z.object({ at: instantSchema, by: z.string(), reason: z.string() }).nullable(),
})
export type CheckFindingView = z.infer<typeof checkFindingViewSchema>

const runViewSchema = z.object({
  id: recordIdSchema,
  state: z.enum(['running', 'cancelling', 'cancelled', 'finished', 'failed', 'interrupted']),
  actor: z.string(),
  startedAt: instantSchema,
  finishedAt: instantSchema.nullable(),
  milliseconds: z.number().int(),
  done: z.number().int(),
  total: z.number().int(),
  found: z.number().int(),
  learners: z.number().int(),
  claims: z.number().int(),
})
export type CheckRunView = z.infer<typeof runViewSchema>

const findingInput = { findingId: recordIdSchema, version: z.number().int() } as const

export const checkOperations = {
  /** The last run and how many findings of each kind stand. */
  'checks.overview': {
    kind: 'query',
    role: 'agent',
    input: emptySchema,
    output: z.object({
      latest: runViewSchema.nullable(),
      /** When a run last went through to its end. */
      completeAt: instantSchema.nullable(),
      kinds: z.array(z.object({ kind: z.enum(recordCheckKinds), gravity: z.enum(['wrong', 'to_look_at']), open: z.number().int(), accepted: z.number().int() })),
    }),
    errors: [],
    reads: ['checks'],
  },
  'checks.list': {
    kind: 'query',
    role: 'agent',
    input: z.strictObject({ ...pageSchema.shape, state: z.enum(['open', 'accepted', 'gone']), kind: z.enum(recordCheckKinds).optional(), portal: textSchema(100).optional(), learnerId: recordIdSchema.optional() }),
    output: z.object({ total: z.number().int(), rows: z.array(checkFindingViewSchema) }),
    errors: [],
    reads: ['checks', 'learners', 'activities'],
  },
  'checks.start': { kind: 'command', role: 'agent', input: emptySchema, output: z.object({ runId: recordIdSchema }), errors: ['check_running'], reads: [] },
  'checks.cancel': { kind: 'command', role: 'agent', input: emptySchema, output: emptySchema, errors: ['not_running'], reads: [] },
  /** The finding is right and stays as it is: remembered until what it rests on changes. */
  'checks.accept': {
    kind: 'command',
    role: 'agent',
    input: z.strictObject({ ...findingInput, reason: textSchema(2000) }),
    output: z.object({ entryId: recordIdSchema }),
    errors: ['not_found', 'stale', 'reason_missing', 'finding_not_open'],
    reads: [],
  },
  /** Does the fix that needs no further word: ends the certificate, or queues the withdrawal of the report. */
  'checks.fix': {
    kind: 'command',
    role: 'agent',
    input: z.strictObject({ ...findingInput, reason: textSchema(2000) }),
    output: z.object({ entryId: recordIdSchema }),
    errors: ['not_found', 'stale', 'reason_missing', 'finding_not_open', 'not_fixable_here'],
    reads: [],
  },
} as const satisfies Record<string, Operation>
