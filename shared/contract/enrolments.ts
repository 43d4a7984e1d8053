import { z } from 'zod'
import { civilDateSchema } from '../model/civil-date'
import { instantSchema } from '../model/instant'
import { enrolmentCorrectionRefusals } from '../policy/enrolment-correction'
import { recordIdSchema, textSchema, type Operation } from './operation'

/** A session as dialogs and lists show it; its code is given only by an act of its own (C8). */
export const eventSessionViewSchema = z.object({
  /** The session's identifier, or its activity's where that is held once. */
  id: recordIdSchema,
  activityId: recordIdSchema,
  title: z.string(),
  startsAt: instantSchema,
  endsAt: instantSchema,
  location: z.string(),
  hasCode: z.boolean(),
})
export type EventSessionView = z.infer<typeof eventSessionViewSchema>

/** An enrolment as it is corrected: days in the portal's zone. */
export const enrolmentProgressViewSchema = z.object({
  id: recordIdSchema,
  version: z.number().int(),
  learnerId: recordIdSchema,
  learnerName: z.string(),
  activityId: recordIdSchema,
  activityTitle: z.string(),
  zone: z.string(),
  today: civilDateSchema,
  registeredOn: civilDateSchema,
  expiresOn: civilDateSchema.nullable(),
  pretestOn: civilDateSchema.nullable(),
  passedOn: civilDateSchema.nullable(),
  evaluatedOn: civilDateSchema.nullable(),
  attendedOn: civilDateSchema.nullable(),
  eventCodeEnteredAt: instantSchema.nullable(),
  attemptsUsed: z.number().int().nullable(),
  bestPercent: z.number().int().nullable(),
  segmentsDone: z.number().int().nullable(),
  segmentsTotal: z.number().int().nullable(),
  requires: z.object({ pretest: z.boolean(), posttest: z.boolean(), evaluation: z.boolean(), eventCode: z.boolean() }),
  passMark: z.number().int().nullable(),
  live: z.boolean(),
  /** Sessions of a series, by start. */
  sessions: z.array(eventSessionViewSchema),
})
export type EnrolmentProgressView = z.infer<typeof enrolmentProgressViewSchema>

const daySchema = civilDateSchema.nullable().optional()
const numberSchema = z.number().nullable().optional()

/** What is corrected: a value left out stays, null takes it off the record. */
export const enrolmentChangesSchema = z.strictObject({
  pretestOn: daySchema,
  passedOn: daySchema,
  evaluatedOn: daySchema,
  attendedOn: daySchema,
  /** Attendance of one session of a series. */
  sessionId: recordIdSchema.optional(),
  eventCode: textSchema(100).nullable().optional(),
  attemptsUsed: numberSchema,
  bestPercent: numberSchema,
  segmentsDone: numberSchema,
  segmentsTotal: numberSchema,
})

/** Whether a learner may be told a session's code, and on what that rests. */
export const givingVerdictSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('entitled'), because: z.enum(['attendance_on_record', 'registered_before']), rows: z.array(z.string()), nextStep: z.string() }),
  z.object({
    kind: z.literal('refused'),
    code: z.enum(['account_not_active', 'not_enrolled', 'session_not_begun', 'registered_after_session', 'event_code_expired']),
    rows: z.array(z.string()),
    nextStep: z.string(),
  }),
])
export type GivingVerdictView = z.infer<typeof givingVerdictSchema>

const givingRefusals = ['account_not_active', 'not_enrolled', 'session_not_begun', 'registered_after_session', 'event_code_expired'] as const

export const enrolmentOperations = {
  'enrolments.progress': {
    kind: 'query',
    role: 'agent',
    input: z.strictObject({ id: recordIdSchema }),
    output: enrolmentProgressViewSchema,
    errors: ['not_found'],
    reads: ['enrolments', 'activities', 'learners'],
  },
  'enrolments.correct': {
    kind: 'command',
    role: 'agent',
    input: z.strictObject({ id: recordIdSchema, version: z.number().int(), changes: enrolmentChangesSchema, reason: textSchema(2000) }),
    output: z.object({ version: z.number().int(), entryId: recordIdSchema }),
    errors: ['not_found', 'stale', ...enrolmentCorrectionRefusals],
    reads: [],
  },
  /** Sessions by half-remembered title, date or room, each with the verdict for this learner (C7, C8); the code is not among it. */
  'eventCodes.find': {
    kind: 'query',
    role: 'agent',
    input: z.strictObject({ learnerId: recordIdSchema, question: textSchema(200), activityId: recordIdSchema.optional() }),
    output: z.object({
      learnerName: z.string(),
      zone: z.string(),
      sessions: z.array(eventSessionViewSchema.extend({ matchedBy: z.array(z.enum(['title', 'date', 'room', 'code'])), verdict: givingVerdictSchema })),
    }),
    errors: ['not_found'],
    reads: ['enrolments', 'activities', 'learners'],
  },
  /** Tells the code of a session to an agent who gives it to the learner: audited, refused to whom it is not due (C8). */
  'eventCodes.give': {
    kind: 'command',
    role: 'agent',
    input: z.strictObject({ learnerId: recordIdSchema, sessionId: recordIdSchema }),
    output: z.object({ code: z.string(), auditId: recordIdSchema }),
    errors: ['not_found', ...givingRefusals],
    reads: [],
  },
} as const satisfies Record<string, Operation>
