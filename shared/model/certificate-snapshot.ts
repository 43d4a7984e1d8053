import { z } from 'zod'
import { civilDateSchema } from './civil-date'
import { creditTypeSchema, professionSchema } from './field-codes'
import { amountFactSchema, labelledValueSchema, paperHeadFields, printedCreditSchema, printedNameSchema, styledTextSchema } from './paper-snapshot'

/** Credit for those the type is for; participation for others at an AMA activity (section 1.3, trap T8). */
export const certificateForms = ['credit', 'participation'] as const
export type CertificateForm = (typeof certificateForms)[number]
export const certificateFormSchema = z.enum(certificateForms)

/** Schema of a certificate as it was frozen at issue: every printed string is final. */
export const certificateSnapshotSchema = z
  .object({
    kind: z.literal('certificate'),
    template: z.literal('certificate/1'),
    ...paperHeadFields,
    /** "Northfield Medical Education certifies that" */
    certifies: z.string(),
    name: printedNameSchema,
    degrees: z.string(),
    /** "participated in the enduring activity" */
    participated: z.string(),
    activityTitle: z.string(),
    activityLine: z.string(),
    /** "and is awarded" */
    awarded: z.string(),
    credits: z.array(printedCreditSchema).min(1).readonly(),
    /** "including 1.50 pharmacology hours", else empty. */
    inside: z.string(),
    note: styledTextSchema,
    signatory: z.object({ name: z.string(), title: z.string() }).readonly(),
    statements: z.array(z.object({ label: z.string(), text: styledTextSchema }).readonly()).readonly(),
    record: z.array(labelledValueSchema).readonly(),
    facts: z
      .object({
        form: certificateFormSchema,
        creditType: creditTypeSchema,
        amount: amountFactSchema,
        maximum: amountFactSchema,
        profession: professionSchema,
        earnedOn: civilDateSchema,
        activity: z.string(),
        replaces: z.string().nullable(),
        statementVersions: z.array(z.string()).readonly(),
      })
      .readonly(),
  })
  .readonly()
export type CertificateSnapshot = z.infer<typeof certificateSnapshotSchema>
