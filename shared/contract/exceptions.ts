import { z } from 'zod'
import { civilDateSchema } from '../model/civil-date'
import { exceptionKinds } from '../model/field-codes'
import { instantSchema } from '../model/instant'
import { recordIdSchema, textSchema, type Operation } from './operation'

/** Refusals of an exception; that it is never given for an expired activity is one of them (T23). */
export const exceptionRefusals = [
  'not_enrolled',
  'activity_expired',
  'limit_not_set',
  'exception_without_effect',
  'field_missing',
  'date_in_past',
  'date_after_expiry',
  'number_out_of_range',
  'reason_missing',
] as const

/** A rule set aside for one learner, in force or withdrawn. */
export const exceptionViewSchema = z.object({
  id: recordIdSchema,
  version: z.number().int(),
  activityId: recordIdSchema,
  activityTitle: z.string(),
  kind: z.enum(exceptionKinds),
  ruleRow: z.string(),
  reason: z.string(),
  approver: z.string(),
  untilOn: civilDateSchema.nullable(),
  attempts: z.number().int(),
  createdAt: instantSchema,
  createdBy: z.string(),
  withdrawn: z.object({ at: instantSchema, by: z.string(), reason: z.string() }).nullable(),
})
export type ExceptionView = z.infer<typeof exceptionViewSchema>

/** One kind of exception beside its verdict; refused kinds stay visible with the reason. */
export const exceptionOptionViewSchema = z.object({
  kind: z.enum(exceptionKinds),
  rows: z.array(z.string()),
  nextStep: z.string(),
  verdict: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('allowed'),
      ruleRow: z.string(),
      /** The last day without the exception; null where nothing has started to count. */
      lastOn: civilDateSchema.nullable(),
      /** Tries as they stand; null for the other kinds. */
      attempts: z.number().int().nullable(),
      latestOn: civilDateSchema.nullable(),
    }),
    z.object({ kind: z.literal('refused'), code: z.enum(exceptionRefusals), detail: z.string() }),
  ]),
})
export type ExceptionOptionView = z.infer<typeof exceptionOptionViewSchema>

export const exceptionOperations = {
  'exceptions.ofLearner': {
    kind: 'query',
    role: 'agent',
    input: z.strictObject({ learnerId: recordIdSchema }),
    output: z.object({ inForce: z.number().int(), entries: z.array(exceptionViewSchema) }),
    errors: ['not_found'],
    reads: ['enrolments', 'activities'],
  },
  'exceptions.options': {
    kind: 'query',
    role: 'agent',
    input: z.strictObject({ learnerId: recordIdSchema, activityId: recordIdSchema }),
    output: z.object({ learnerName: z.string(), activityTitle: z.string(), today: civilDateSchema, options: z.array(exceptionOptionViewSchema) }),
    errors: ['not_found'],
    reads: ['enrolments', 'activities', 'claims', 'learners'],
  },
  'exceptions.grant': {
    kind: 'command',
    role: 'agent',
    input: z.strictObject({
      learnerId: recordIdSchema,
      activityId: recordIdSchema,
      kind: z.enum(exceptionKinds),
      untilOn: civilDateSchema.optional(),
      attempts: z.number().optional(),
      approver: textSchema(200),
      reason: textSchema(2000),
    }),
    output: z.object({ exceptionId: recordIdSchema, entryId: recordIdSchema }),
    errors: ['not_found', ...exceptionRefusals],
    reads: [],
  },
  'exceptions.withdraw': {
    kind: 'command',
    role: 'agent',
    input: z.strictObject({ exceptionId: recordIdSchema, version: z.number().int(), reason: textSchema(2000) }),
    output: z.object({ entryId: recordIdSchema }),
    errors: ['not_found', 'stale', 'reason_missing', 'exception_withdrawn', 'exception_used'],
    reads: [],
  },
} as const satisfies Record<string, Operation>
