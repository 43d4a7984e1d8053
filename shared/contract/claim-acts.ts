import { z } from 'zod'
import { civilDateSchema } from '../model/civil-date'
import { creditAmountSchema } from '../model/credit-amount'
import { creditTypeSchema, exceptionKinds, professionSchema, reportingBodies } from '../model/field-codes'
import { instantSchema } from '../model/instant'
import { aggregateRefusals } from '../policy/aggregate-claim'
import { claimBarriers, claimRefusals } from '../policy/claim-eligibility'
import { claimVoidRefusals } from '../policy/claim-void'
import { pastCreditProofs, pastCreditRefusals } from '../policy/past-credit'
import { creditOptionViewSchema, draftedMailSchema } from './claims'
import { recordIdSchema, textSchema, type Operation } from './operation'

/** The refusals of an aggregate claim: what bars a course, or what is wrong with the picks. */
const aggregateCodes = [...claimBarriers, ...aggregateRefusals] as const

/** Evidence of a verdict: which record, which value. */
const evidenceSchema = z.array(z.object({ record: z.string(), field: z.string(), value: z.string().nullable() }))

/** Why something cannot be claimed: code and rows, what it rests on, and what to do about it. */
const barredSchema = <Code extends readonly [string, ...string[]]>(codes: Code) =>
  z.object({ code: z.enum(codes), rows: z.array(z.string()), evidence: evidenceSchema, nextStep: z.string() })

const formSchema = z.enum(['credit', 'participation'])
const pickSchema = z.strictObject({
  activityId: recordIdSchema,
  creditType: creditTypeSchema,
  topics: z.array(z.strictObject({ earnedCreditId: recordIdSchema, amount: creditAmountSchema })).max(500),
})
export type PickView = z.infer<typeof pickSchema>

/** What a claim on the learner's behalf would be (H27). */
export const claimPreviewSchema = z.object({
  learnerId: recordIdSchema,
  learnerName: z.string(),
  profession: professionSchema,
  activityId: recordIdSchema,
  activityTitle: z.string(),
  /** What stands before any claim, in the order of the diagnosis; empty when it may be claimed. */
  barriers: z.array(barredSchema(claimRefusals)),
  /** Exceptions on record without which it could not be claimed (C10, P8, P25). */
  exceptions: z.array(z.object({ id: z.string(), kind: z.enum(exceptionKinds), approvedBy: z.string(), untilOn: civilDateSchema.nullable() })),
  options: z.array(creditOptionViewSchema),
  defaultType: creditTypeSchema.nullable(),
  chosen: z
    .object({
      creditType: creditTypeSchema,
      amount: creditAmountSchema,
      greatestAmount: creditAmountSchema,
      form: formSchema,
      pharmacology: z.object({ amount: creditAmountSchema, exact: z.boolean() }).nullable(),
      rows: z.array(z.string()),
    })
    .nullable(),
  /** Why the chosen type and amount cannot be claimed; null while they can. */
  refusal: barredSchema(claimRefusals).nullable(),
  windowClosesOn: civilDateSchema.nullable(),
  report: z.object({ kind: z.enum(['provider', 'learner', 'nobody']), body: z.enum(reportingBodies).nullable(), dueOn: civilDateSchema.nullable() }).nullable(),
  mail: draftedMailSchema.nullable(),
})

/** Credit that accrued by topic, and what the picks would make of it (M4–M15). */
export const aggregatePreviewSchema = z.object({
  learnerId: recordIdSchema,
  learnerName: z.string(),
  membership: z.object({ state: z.enum(['not_required', 'active', 'inactive']), plan: z.string().nullable(), endsOn: civilDateSchema.nullable() }),
  courses: z.array(
    z.object({
      activityId: recordIdSchema,
      activityTitle: z.string(),
      barriers: z.array(barredSchema(claimRefusals)),
      topics: z.array(
        z.object({
          earnedCreditId: recordIdSchema,
          topic: z.string(),
          creditType: creditTypeSchema,
          left: creditAmountSchema,
          earnedAt: instantSchema,
          lastOn: civilDateSchema.nullable(),
          state: z.enum(['claimable', 'lapsed', 'earned_after_expiry', 'barred']),
        }),
      ),
      types: z.array(z.object({ creditType: creditTypeSchema, form: formSchema, greatestAmount: creditAmountSchema, step: creditAmountSchema, whole: pickSchema })),
    }),
  ),
  /** The certificates the picks would make; null without picks or where they are refused. */
  certificates: z
    .array(z.object({ activityId: recordIdSchema, activityTitle: z.string(), creditType: creditTypeSchema, form: formSchema, amount: creditAmountSchema, topics: z.array(z.object({ topic: z.string(), amount: creditAmountSchema })) }))
    .nullable(),
  refusal: barredSchema(aggregateCodes).extend({ activityId: recordIdSchema.nullable() }).nullable(),
  mail: draftedMailSchema.nullable(),
})

/** What a past credit of an activity could be (C12). */
export const pastCreditPreviewSchema = z.object({
  learnerId: recordIdSchema,
  activityId: recordIdSchema,
  activityTitle: z.string(),
  /** Days before this one are refused: the enrolment's, else the account's registration. */
  registeredOn: civilDateSchema,
  expiresOn: civilDateSchema.nullable(),
  enrolled: z.boolean(),
  types: z.array(z.object({ creditType: creditTypeSchema, form: formSchema, greatestAmount: creditAmountSchema, step: creditAmountSchema, fixed: z.boolean() })),
})

/** What voiding does, to this claim and to those of the same act (M23). */
export const voidPreviewSchema = z.object({
  claimVersion: z.number().int(),
  claims: z.array(z.object({ claimId: recordIdSchema, activityTitle: z.string(), creditType: creditTypeSchema, amount: creditAmountSchema, certificateNumber: z.string().nullable() })),
  withdrawals: z.array(z.object({ claimId: recordIdSchema, body: z.enum(reportingBodies) })),
  refusal: barredSchema(claimVoidRefusals).nullable(),
  mail: draftedMailSchema.nullable(),
})

const madeSchema = z.object({
  claims: z.array(z.object({ claimId: recordIdSchema, certificate: z.string() })),
  draftId: recordIdSchema,
  entryId: recordIdSchema,
})
const reads = ['claims', 'certificates', 'enrolments', 'learners', 'activities'] as const
const paperErrors = ['name_not_printable', 'text_not_printable', 'text_too_long'] as const

export const claimActOperations = {
  'claims.previewClaim': {
    kind: 'query',
    role: 'agent',
    input: z.strictObject({ learnerId: recordIdSchema, activityId: recordIdSchema, creditType: creditTypeSchema.optional(), amount: creditAmountSchema.optional() }),
    output: claimPreviewSchema,
    errors: ['not_found'],
    reads: [...reads],
  },
  /** Claims on the learner's behalf, by the rules of the diagnosis, and issues the certificate (H27, C5–C9, P9). */
  'claims.claimForLearner': {
    kind: 'command',
    role: 'agent',
    input: z.strictObject({ learnerId: recordIdSchema, activityId: recordIdSchema, creditType: creditTypeSchema, amount: creditAmountSchema.optional(), reason: textSchema(2000) }),
    output: madeSchema,
    errors: ['not_found', ...claimRefusals],
    reads: [],
  },
  'claims.previewAggregate': {
    kind: 'query',
    role: 'agent',
    input: z.strictObject({ learnerId: recordIdSchema, picks: z.array(pickSchema).max(200).optional() }),
    output: aggregatePreviewSchema,
    errors: ['not_found'],
    reads: [...reads],
  },
  /** Claims picked topics of several courses in one act: all of it or none, one certificate per course title (M5, M13, M23). */
  'claims.claimAggregate': {
    kind: 'command',
    role: 'agent',
    input: z.strictObject({ learnerId: recordIdSchema, picks: z.array(pickSchema).max(200), reason: textSchema(2000) }),
    output: madeSchema,
    errors: ['not_found', ...aggregateCodes],
    reads: [],
  },
  'claims.previewPastCredit': {
    kind: 'query',
    role: 'agent',
    input: z.strictObject({ learnerId: recordIdSchema, activityId: recordIdSchema }),
    output: pastCreditPreviewSchema,
    errors: ['not_found'],
    reads: [...reads],
  },
  /** Adds a credit of the past on its proof (C12), by the rules of the day it was claimed. */
  'claims.addPastCredit': {
    kind: 'command',
    role: 'agent',
    input: z.strictObject({
      learnerId: recordIdSchema,
      activityId: recordIdSchema,
      creditType: creditTypeSchema,
      amount: creditAmountSchema,
      completedOn: civilDateSchema,
      claimedOn: civilDateSchema,
      proof: z.enum(pastCreditProofs),
      proofReference: textSchema(500),
      reason: textSchema(2000),
    }),
    output: madeSchema,
    errors: ['not_found', ...pastCreditRefusals],
    reads: [],
  },
  'claims.previewVoid': {
    kind: 'query',
    role: 'agent',
    input: z.strictObject({ claimId: recordIdSchema }),
    output: voidPreviewSchema,
    errors: ['not_found'],
    reads: [...reads],
  },
  /** Takes a claim out of force, with those of the same act; certificates are void and kept, reports withdrawn (T9, M23). */
  'claims.void': {
    kind: 'command',
    role: 'agent',
    input: z.strictObject({ claimId: recordIdSchema, claimVersion: z.number().int(), reason: textSchema(2000) }),
    output: z.object({ certificates: z.array(z.string()), draftId: recordIdSchema, entryId: recordIdSchema }),
    errors: ['not_found', 'stale', ...claimVoidRefusals],
    reads: [],
  },
  /** The paper an act would make, marked as a specimen; nothing is stored and no number taken. */
  'claims.specimen': {
    kind: 'query',
    role: 'agent',
    input: z.discriminatedUnion('of', [
      z.strictObject({ of: z.literal('claim'), learnerId: recordIdSchema, activityId: recordIdSchema, creditType: creditTypeSchema, amount: creditAmountSchema.optional() }),
      z.strictObject({ of: z.literal('aggregate'), learnerId: recordIdSchema, pick: pickSchema }),
      z.strictObject({ of: z.literal('amount'), claimId: recordIdSchema, amount: creditAmountSchema }),
    ]),
    output: z.object({ bytesBase64: z.string() }),
    errors: ['not_found', 'not_claimable', ...paperErrors],
    reads: [...reads],
  },
} as const satisfies Record<string, Operation>
