import { z } from 'zod'
import { creditAmountSchema } from '../model/credit-amount'
import { creditTypeSchema, professionSchema } from '../model/field-codes'
import { amountChangeRefusals } from '../policy/claim-amount'
import { recordIdSchema, textSchema, type Operation } from './operation'

/** Refusals of a credit change, as `desk correct-credit` promises them. */
export const creditChangeRefusals = [
  'credit_type_not_offered',
  'credit_type_not_for_profession',
  'same_credit_type',
  'reason_missing',
  'amount_not_claimable',
  'report_not_correctable',
  'claim_not_active',
] as const
export type CreditChangeRefusal = (typeof creditChangeRefusals)[number]

/** One credit type beside the claim: allowed with its amount, or refused with its reason; refused ones stay visible. */
export const creditOptionViewSchema = z.object({
  creditType: creditTypeSchema,
  verdict: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('current'), form: z.enum(['credit', 'participation']) }),
    z.object({
      kind: z.literal('allowed'),
      form: z.enum(['credit', 'participation']),
      newAmount: creditAmountSchema,
      maximumAmount: creditAmountSchema,
      step: creditAmountSchema,
      fixed: z.boolean(),
    }),
    z.object({ kind: z.literal('refused'), code: z.enum(creditChangeRefusals), detail: z.string() }),
  ]),
  rows: z.array(z.string()),
})
export type CreditOptionView = z.infer<typeof creditOptionViewSchema>

/** A mail as it would be drafted; nothing is sent. */
export const draftedMailSchema = z.object({ toMasked: z.string(), subject: z.string(), body: z.string() })

/** What a correction means for the bodies that were told. */
export const reportCorrectionSchema = z.object({ kind: z.enum(['none', 'correction_queued', 'not_correctable']), body: z.string().nullable(), lastOn: z.string().nullable() })

export const creditChangePreviewSchema = z.object({
  claimId: recordIdSchema,
  claimVersion: z.number().int(),
  claimExternalId: z.string(),
  learnerId: recordIdSchema,
  learnerName: z.string(),
  profession: professionSchema,
  activityTitle: z.string(),
  creditType: creditTypeSchema,
  amount: creditAmountSchema,
  certificateNumber: z.string().nullable(),
  options: z.array(creditOptionViewSchema),
  /** The claim window, for information only: a correction is no new claim. */
  windowClosesOn: z.string().nullable(),
  report: reportCorrectionSchema,
  /** The drafted mail for the chosen type, or null while none is chosen. */
  mail: draftedMailSchema.nullable(),
})
export type CreditChangePreview = z.infer<typeof creditChangePreviewSchema>

/** What a correction of a claim answers. */
const correctedSchema = z.object({
  claimId: recordIdSchema,
  oldCertificate: z.string().nullable(),
  newCertificate: z.string(),
  draftId: recordIdSchema,
  entryId: recordIdSchema,
})

export const claimOperations = {
  'claims.previewCreditChange': {
    kind: 'query',
    role: 'agent',
    input: z.strictObject({ claimId: recordIdSchema, to: creditTypeSchema.optional(), amount: creditAmountSchema.optional() }),
    output: creditChangePreviewSchema,
    errors: ['not_found'],
    reads: ['claims', 'certificates', 'learners', 'activities'],
  },
  'claims.changeCreditType': {
    kind: 'command',
    role: 'agent',
    input: z.strictObject({
      claimId: recordIdSchema,
      claimVersion: z.number().int(),
      to: creditTypeSchema,
      amount: creditAmountSchema.optional(),
      reason: textSchema(2000),
    }),
    output: correctedSchema,
    errors: ['not_found', 'stale', ...creditChangeRefusals],
    reads: [],
  },
  /** What the amount may become; `refusal` is about the amount asked, or about the claim when none can be changed. */
  'claims.previewAmountChange': {
    kind: 'query',
    role: 'agent',
    input: z.strictObject({ claimId: recordIdSchema, amount: creditAmountSchema.optional() }),
    output: z.object({
      claimId: recordIdSchema,
      claimVersion: z.number().int(),
      creditType: creditTypeSchema,
      amount: creditAmountSchema,
      certificateNumber: z.string().nullable(),
      range: z.object({ greatestAmount: creditAmountSchema, step: creditAmountSchema, fixed: z.boolean() }).nullable(),
      refusal: z.object({ code: z.enum(amountChangeRefusals), field: z.string(), rows: z.array(z.string()), nextStep: z.string() }).nullable(),
      report: reportCorrectionSchema,
      mail: draftedMailSchema.nullable(),
    }),
    errors: ['not_found'],
    reads: ['claims', 'certificates', 'learners', 'activities'],
  },
  'claims.changeAmount': {
    kind: 'command',
    role: 'agent',
    input: z.strictObject({ claimId: recordIdSchema, claimVersion: z.number().int(), amount: creditAmountSchema, reason: textSchema(2000) }),
    output: correctedSchema,
    errors: ['not_found', 'stale', ...amountChangeRefusals],
    reads: [],
  },
} as const satisfies Record<string, Operation>
