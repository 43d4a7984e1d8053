import { z } from 'zod'
import { civilDateSchema } from './civil-date'
import { creditTypeSchema } from './field-codes'
import { amountFactSchema, labelledValueSchema, paperHeadFields, printedNameSchema, styledTextSchema } from './paper-snapshot'

/** Schema of a transcript as it was frozen when made. */
export const transcriptSnapshotSchema = z
  .object({
    kind: z.literal('transcript'),
    template: z.literal('transcript/1'),
    ...paperHeadFields,
    name: printedNameSchema,
    degrees: z.string(),
    /** Period, learner identifier, issued. */
    record: z.array(labelledValueSchema).max(3).readonly(),
    totalsLabel: z.string(),
    totalsRemark: z.string(),
    /** One per credit type; types are never added together. */
    totals: z.array(z.object({ amount: z.string(), phrase: styledTextSchema, records: z.string() }).readonly()).readonly(),
    columns: z.object({ date: z.string(), activity: z.string(), credit: z.string(), type: z.string() }).readonly(),
    rows: z
      .array(
        z
          .object({
            date: z.string(),
            title: z.string(),
            detail: z.string(),
            amount: z.string(),
            type: styledTextSchema,
            typeDetail: z.string(),
          })
          .readonly(),
      )
      .readonly(),
    closing: z.string(),
    contact: z.string(),
    facts: z
      .object({
        from: civilDateSchema.nullable(),
        to: civilDateSchema.nullable(),
        totals: z.array(z.object({ creditType: creditTypeSchema, amount: amountFactSchema, records: z.number().int() }).readonly()).readonly(),
      })
      .readonly(),
  })
  .readonly()
export type TranscriptSnapshot = z.infer<typeof transcriptSnapshotSchema>
