import { z } from 'zod'
import { instantSchema } from '../model/instant'
import { checkAnswers, checkedStatuses, checkVerdicts } from '../policy/verification'
import { textSchema, type Operation } from './operation'

/** The most bytes of a file that is checked: photographs of a page stay well below. */
export const mostCheckedBytes = 30_000_000

const provenFactsSchema = z.object({
  number: z.string(),
  name: z.string(),
  activity: z.string(),
  credit: z.string(),
  amount: z.string(),
  earnedOn: z.string(),
  issuedOn: z.string(),
})

/** What a check found, each answer apart. */
export const checkedPaperSchema = z.object({
  verdict: z.enum(checkVerdicts),
  signature: z.enum(checkAnswers),
  content: z.enum(checkAnswers),
  status: z.enum(checkedStatuses),
  /** The records the status was looked up in are this desk's, as of this instant. */
  asOf: instantSchema,
  supersededBy: z.string().nullable(),
  /** What the signature vouches for, to be compared with the paper; nothing where it is not good. */
  signed: provenFactsSchema.nullable(),
  /** The code printed beside the QR code of the certificate on record. */
  code: z.string().nullable(),
})
export type CheckedPaper = z.infer<typeof checkedPaperSchema>

export const verificationOperations = {
  /** Checks a PDF or a picture of a page; changes nothing. */
  'verification.checkFile': {
    kind: 'command',
    role: 'agent',
    input: z.strictObject({ fileBase64: z.string().max(Math.ceil(mostCheckedBytes / 3) * 4) }),
    output: checkedPaperSchema,
    errors: ['file_not_checkable'],
    reads: [],
  },
  /** Checks what the archive holds under a number; a certificate never printed is printed first. */
  'verification.checkNumber': {
    kind: 'command',
    role: 'agent',
    input: z.strictObject({ number: textSchema(200) }),
    output: checkedPaperSchema,
    errors: ['not_found'],
    reads: [],
  },
} as const satisfies Record<string, Operation>
