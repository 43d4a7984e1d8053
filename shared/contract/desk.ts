import { z } from 'zod'
import { foundKinds } from '../model/field-codes'
import { instantSchema } from '../model/instant'
import { emptySchema, pageSchema, recordIdSchema, textSchema, type Operation } from './operation'

/** One hit of the finder, as `desk find` promises it, and where it leads in the window. */
export const foundViewSchema = z.object({
  kind: z.enum(foundKinds),
  id: recordIdSchema,
  externalId: z.string(),
  label: z.string(),
  detail: z.string(),
  portal: z.string(),
  /** The learner whose record opens; null for an activity, a session, or a ticket that fits no learner. */
  learnerId: recordIdSchema.nullable(),
  /** The activity whose page opens: its own, or that of a session; null for all others. */
  activityId: recordIdSchema.nullable(),
  /** What else the row matched on: a former name, an alternate address, a UAN. Empty when the label shows it. */
  matched: z.string(),
})
export type FoundView = z.infer<typeof foundViewSchema>

export const homeRowViewSchema = z.object({
  kind: z.enum(['ticket', 'mail', 'conflict', 'flagged', 'import', 'finding']),
  state: z.string(),
  at: instantSchema.nullable(),
  who: z.string(),
  what: z.string(),
  learnerId: recordIdSchema.nullable(),
  recordId: recordIdSchema.nullable(),
})
export type HomeRowView = z.infer<typeof homeRowViewSchema>

export const deskOperations = {
  /** What the shell needs: is there a desk yet, who sits here, what waits. */
  'desk.status': {
    kind: 'query',
    role: 'agent',
    input: emptySchema,
    output: z.object({
      started: z.boolean(),
      sample: z.boolean(),
      name: z.string(),
      operator: z.string(),
      now: instantSchema,
      clockIsFixed: z.boolean(),
      learners: z.number().int(),
      activities: z.number().int(),
      claims: z.number().int(),
      mailWaiting: z.number().int(),
      mailFailed: z.number().int(),
      drafts: z.number().int(),
      openConflicts: z.number().int(),
      lastImport: z.object({ id: recordIdSchema, state: z.string(), at: instantSchema, refused: z.number().int() }).nullable(),
      lastBackupAt: instantSchema.nullable(),
      portals: z.array(
        z.object({ key: z.string(), name: z.string(), shortName: z.string(), zone: z.string(), opensMinute: z.number().int(), closesMinute: z.number().int(), weekdays: z.array(z.number().int()) }),
      ),
    }),
    errors: [],
    reads: ['desk', 'learners', 'activities', 'claims', 'messages', 'imports', 'settings'],
  },
  /** Takes the sample records in; the import it starts shows its progress. */
  'desk.openSample': { kind: 'command', role: 'supervisor', input: emptySchema, output: z.object({ importId: recordIdSchema }), errors: ['desk_not_empty', 'import_running'], reads: [] },
  'desk.startEmpty': { kind: 'command', role: 'supervisor', input: emptySchema, output: emptySchema, errors: [], reads: [] },
  'desk.home': {
    kind: 'query',
    role: 'agent',
    input: emptySchema,
    output: z.object({
      figures: z.object({
        ticketsWaiting: z.number().int(),
        ticketsWithoutLearner: z.number().int(),
        mailWaiting: z.number().int(),
        failing: z.number().int(),
        drafts: z.number().int(),
        conflicts: z.number().int(),
        /** Identifiers that came in with a failing check: taken in, to be looked at. */
        flagged: z.number().int(),
        /** What the whole-record checker says is wrong and nobody accepted; counted in `failing` too. */
        checkFindings: z.number().int(),
        claimsThisWeek: z.number().int(),
        correctionsToday: z.number().int(),
      }),
      waiting: z.array(homeRowViewSchema),
      failing: z.array(homeRowViewSchema),
      recent: z.array(homeRowViewSchema),
      claimsByWeek: z.array(z.object({ weekOf: z.string(), claims: z.number().int(), corrections: z.number().int() })),
    }),
    errors: [],
    reads: ['desk', 'learners', 'claims', 'messages', 'imports', 'tickets', 'audit', 'checks'],
  },
  'find.search': {
    kind: 'query',
    role: 'agent',
    input: z.strictObject({ text: textSchema(400), limit: z.number().int().min(1).max(100), portal: textSchema(100).optional() }),
    output: z.object({ hits: z.array(foundViewSchema) }),
    errors: [],
    reads: ['learners', 'activities', 'certificates', 'orders', 'receipts', 'tickets'],
  },
  'activities.list': {
    kind: 'query',
    role: 'agent',
    input: z.strictObject({ ...pageSchema.shape, portal: textSchema(100).optional(), text: textSchema(400).optional(), expired: z.boolean().optional() }),
    output: z.object({
      total: z.number().int(),
      rows: z.array(
        z.object({
          id: recordIdSchema,
          externalId: z.string(),
          title: z.string(),
          portalName: z.string(),
          portalShortName: z.string(),
          format: z.string(),
          delivery: z.string(),
          expiresOn: z.string().nullable(),
          startsAt: instantSchema.nullable(),
          expired: z.boolean(),
          credits: z.string(),
          claims: z.number().int(),
        }),
      ),
    }),
    errors: [],
    reads: ['activities', 'claims'],
  },
  'activities.open': {
    kind: 'query',
    role: 'agent',
    input: z.strictObject({ id: recordIdSchema }),
    output: z.object({
      id: recordIdSchema,
      externalId: z.string(),
      title: z.string(),
      portalName: z.string(),
      zone: z.string(),
      fields: z.array(z.object({ field: z.string(), value: z.string() })),
      credits: z.array(z.object({ creditType: z.string(), maximumAmount: z.number().int(), step: z.number().int().nullable(), accreditationNumber: z.string(), pharmacologyAmount: z.number().int().nullable() })),
      sessions: z.array(z.object({ id: recordIdSchema, externalId: z.string(), startsAt: instantSchema, endsAt: instantSchema, location: z.string(), eventCode: z.string() })),
      enrolments: z.number().int(),
      claims: z.number().int(),
    }),
    errors: ['not_found'],
    reads: ['activities', 'enrolments', 'claims'],
  },
} as const satisfies Record<string, Operation>
