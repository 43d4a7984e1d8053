import { z } from 'zod'
import { civilDateSchema } from './civil-date'
import { creditTypeSchema, professionSchema } from './field-codes'
import { amountFactSchema, labelledValueSchema, paperHeadFields, printedCreditSchema, printedNameSchema, styledTextSchema } from './paper-snapshot'

/** Credit for those the type is for; participation for others at an AMA activity (section 1.3, trap T8). */
export const certificateForms = ['credit', 'participation'] as const
export type CertificateForm = (typeof certificateForms)[number]
export const certificateFormSchema = z.enum(certificateForms)

const sentenceFields = {
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
  /** "including 1.50 pharmacology hours", else empty. */
  inside: z.string(),
  note: styledTextSchema,
  signatory: z.object({ name: z.string(), title: z.string() }).readonly(),
  statements: z.array(z.object({ label: z.string(), text: styledTextSchema }).readonly()).readonly(),
  record: z.array(labelledValueSchema).readonly(),
} as const

const creditFactFields = {
  form: certificateFormSchema,
  creditType: creditTypeSchema,
  amount: amountFactSchema,
  maximum: amountFactSchema,
  profession: professionSchema,
  earnedOn: civilDateSchema,
  activity: z.string(),
  replaces: z.string().nullable(),
  statementVersions: z.array(z.string()).readonly(),
} as const

/** The first layout: landscape, one credit, no mark of proof. */
export const firstCertificateSchema = z
  .object({
    kind: z.literal('certificate'),
    template: z.literal('certificate/1'),
    ...sentenceFields,
    credits: z.array(printedCreditSchema).min(1).readonly(),
    facts: z.object(creditFactFields).readonly(),
  })
  .readonly()

export const paperOrientations = ['landscape', 'portrait'] as const
export type PaperOrientation = (typeof paperOrientations)[number]

/** Topics with their values beneath a claim (M6, M24); `total` stands last. */
export const printedTopicsSchema = z
  .object({
    label: z.string(),
    rows: z.array(z.object({ topic: z.string(), amount: z.string() }).readonly()).min(1).readonly(),
    total: z.object({ label: z.string(), amount: z.string() }).readonly(),
  })
  .readonly()
export type PrintedTopics = z.infer<typeof printedTopicsSchema>

const achievementFactsSchema = z
  .object({ form: z.literal('achievement'), earnedOn: civilDateSchema, activity: z.string(), statementVersions: z.array(z.string()).readonly() })
  .readonly()
const creditFactsSchema = z
  .object({
    ...creditFactFields,
    beside: z.array(z.object({ creditType: creditTypeSchema, amount: amountFactSchema, maximum: amountFactSchema }).readonly()).readonly(),
  })
  .readonly()

/** The second layout: either way up, several credits or none, topics, and room for the mark that proves it. */
export const secondCertificateSchema = z
  .object({
    kind: z.literal('certificate'),
    template: z.literal('certificate/2'),
    ...sentenceFields,
    orientation: z.enum(paperOrientations),
    /** None on a certificate of achievement, which states no credit. */
    credits: z.array(printedCreditSchema).readonly(),
    topics: printedTopicsSchema.nullable(),
    /** Whom to ask about a record: the provider's address on the web, else its name. */
    checkedBy: z.string(),
    facts: z.union([creditFactsSchema, achievementFactsSchema]),
  })
  .readonly()

/** Schema of a certificate as it was frozen at issue: every printed string is final. Layouts once published stay. */
export const certificateSnapshotSchema = z.union([firstCertificateSchema, secondCertificateSchema])
export type FirstCertificate = z.infer<typeof firstCertificateSchema>
export type SecondCertificate = z.infer<typeof secondCertificateSchema>
export type CertificateSnapshot = FirstCertificate | SecondCertificate
