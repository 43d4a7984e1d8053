import { z } from 'zod'
import { currencySchema, minorUnitsSchema } from './money'
import { labelledValueSchema, paperHeadFields } from './paper-snapshot'

/** A sum beneath the lines of a receipt: "Discount", "STUDENT20", "−29.80". */
export const printedSumSchema = z.object({ label: z.string(), detail: z.string(), amount: z.string() }).readonly()
export type PrintedSum = z.infer<typeof printedSumSchema>

/** Schema of a receipt as it was frozen when first issued. */
export const receiptSnapshotSchema = z
  .object({
    kind: z.literal('receipt'),
    template: z.literal('receipt/1'),
    ...paperHeadFields,
    issued: labelledValueSchema,
    parties: z.array(z.object({ label: z.string(), lines: z.array(z.string()).readonly() }).readonly()).max(3).readonly(),
    columns: z.object({ description: z.string(), quantity: z.string(), unitPrice: z.string(), amount: z.string() }).readonly(),
    lines: z
      .array(
        z.object({ description: z.string(), detail: z.string(), quantity: z.string(), unitPrice: z.string(), amount: z.string() }).readonly(),
      )
      .min(1)
      .readonly(),
    sums: z.array(printedSumSchema).readonly(),
    total: z.object({ label: z.string(), amount: z.string() }).readonly(),
    /** What happened to the money afterwards, up to the date of issue. */
    afterwards: z.array(printedSumSchema).readonly(),
    balance: z.string(),
    closing: z.array(z.string()).readonly(),
    facts: z
      .object({ order: z.string(), currency: currencySchema, total: minorUnitsSchema, refunded: minorUnitsSchema, kept: minorUnitsSchema })
      .readonly(),
  })
  .readonly()
export type ReceiptSnapshot = z.infer<typeof receiptSnapshotSchema>
