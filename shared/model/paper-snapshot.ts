import { z } from 'zod'
import { creditAmountSchema } from './credit-amount'
import { instantSchema } from './instant'

/**
 * How a run of a line is set: `superscript` is the italic trade mark sign, raised where the type is large.
 */
export const runStyles = ['regular', 'italic', 'strong', 'superscript'] as const
export type RunStyle = (typeof runStyles)[number]

/** Text of one style; a line or a paragraph is a list of them. */
export const styledRunSchema = z.object({ text: z.string(), style: z.enum(runStyles) }).readonly()
export type StyledRun = z.infer<typeof styledRunSchema>

export const styledTextSchema = z.array(styledRunSchema).readonly()
export type StyledText = z.infer<typeof styledTextSchema>

/**
 * The font families paper is set in: `source` the two Source families, `wide` Noto Serif for rare Latin and polytonic
 * Greek, the others by script; `han_rare` completes `han`.
 */
export const paperFamilies = [
  'source', 'wide', 'han', 'han_rare', 'japanese', 'korean', 'traditional', 'hebrew', 'arabic', 'devanagari', 'armenian', 'thai',
] as const
export type PaperFamily = (typeof paperFamilies)[number]

/** A name with the font family of each stretch, frozen with it: fonts added later do not move an old name. */
export const printedNameSchema = z
  .object({
    text: z.string().min(1),
    runs: z.array(z.object({ text: z.string(), family: z.enum(paperFamilies) }).readonly()).readonly(),
  })
  .readonly()
export type PrintedName = z.infer<typeof printedNameSchema>

/** Who issues the paper, as its head shows them; `accent` is the colour really used. */
export const printedProviderSchema = z
  .object({
    name: z.string().min(1),
    addressLine: z.string(),
    accent: z.string().regex(/^#[0-9a-f]{6}$/),
    logoLetter: z.string(),
  })
  .readonly()
export type PrintedProvider = z.infer<typeof printedProviderSchema>

/** A label with its value and a smaller line beneath, which may be empty. */
export const labelledValueSchema = z.object({ label: z.string(), value: z.string(), detail: z.string() }).readonly()
export type LabelledValue = z.infer<typeof labelledValueSchema>

/** An amount with its phrase and a remark, which may be empty. */
export const printedCreditSchema = z.object({ amount: z.string(), phrase: styledTextSchema, remark: z.string() }).readonly()
export type PrintedCredit = z.infer<typeof printedCreditSchema>

export const paperSizes = ['letter', 'a4'] as const
export type PaperSize = (typeof paperSizes)[number]

/** What every snapshot carries beside its own fields. */
export const paperHeadFields = {
  fonts: z.string(),
  size: z.enum(paperSizes),
  issuedAt: instantSchema,
  provider: printedProviderSchema,
  title: z.string().min(1),
  number: z.object({ label: z.string(), value: z.string() }).readonly(),
  /** "Specimen, sample data. Not issued." on previews, else empty. */
  specimen: z.string(),
} as const

/** Hundredths of credit, kept beside the printed text so that programs need not read the text. */
export const amountFactSchema = creditAmountSchema
