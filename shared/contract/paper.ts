import { z } from 'zod'
import { certificateStates, creditTypeSchema } from '../model/field-codes'
import { civilDateSchema } from '../model/civil-date'
import { creditAmountSchema } from '../model/credit-amount'
import { instantSchema } from '../model/instant'
import { creditChangeRefusals } from './claims'
import { recordIdSchema, textSchema, type Operation } from './operation'

export const paperKinds = ['certificate', 'receipt', 'transcript'] as const
export type PaperKind = (typeof paperKinds)[number]

/** A printed document: its bytes are in the store and the same each time. */
export const paperViewSchema = z.object({
  kind: z.enum(paperKinds),
  number: z.string(),
  title: z.string(),
  state: z.enum([...certificateStates, 'issued']),
  issuedAt: instantSchema,
  sha256: z.string(),
  /** Whether the bytes are those of the first print; others are never handed out. */
  identicalToIssue: z.boolean(),
  /** Whether the stored bytes had been altered and were drawn again, to the same hash. */
  restored: z.boolean(),
  supersededBy: z.string().nullable(),
  fileName: z.string(),
})
export type PaperView = z.infer<typeof paperViewSchema>

const paperSchema = z.strictObject({ kind: z.enum(paperKinds), number: textSchema(200) })
const paperErrors = ['not_found', 'name_not_printable', 'text_not_printable', 'text_too_long', 'certificate_bytes_damaged'] as const

export const paperOperations = {
  /** Renders and keeps the bytes at first print; the same bytes ever after. */
  'paper.print': {
    kind: 'command',
    role: 'agent',
    input: paperSchema,
    output: paperViewSchema.extend({ bytesBase64: z.string() }),
    errors: [...paperErrors],
    reads: [],
  },
  /** The paper a credit change would make, marked as a specimen; nothing is stored. */
  'paper.previewCreditChange': {
    kind: 'query',
    role: 'agent',
    input: z.strictObject({ claimId: recordIdSchema, to: creditTypeSchema, amount: creditAmountSchema.optional() }),
    output: z.object({ bytesBase64: z.string() }),
    errors: ['not_found', 'name_not_printable', 'text_not_printable', 'text_too_long', ...creditChangeRefusals],
    reads: ['claims', 'certificates', 'learners', 'activities'],
  },
  /** Opens the stored bytes in the system's PDF reader, from a temporary copy. */
  'paper.open': { kind: 'command', role: 'agent', input: paperSchema, output: z.object({ opened: z.boolean() }), errors: [...paperErrors, 'no_reader'], reads: [] },
  /** Saves the stored bytes where the person chooses; `saved` is false when the dialog was closed. */
  'paper.save': {
    kind: 'command',
    role: 'agent',
    input: paperSchema,
    output: z.object({ saved: z.boolean(), path: z.string().nullable(), sha256: z.string() }),
    errors: [...paperErrors, 'write_failed', 'disk_full'],
    reads: [],
  },
  /** Sends the stored bytes to a printer through the system's print dialog. */
  'paper.toPrinter': { kind: 'command', role: 'agent', input: paperSchema, output: z.object({ printed: z.boolean() }), errors: [...paperErrors, 'no_printer'], reads: [] },
  /** Numbers and freezes the receipt of a paid order at its first issue; later calls answer the same receipt (H45). */
  'receipts.issue': {
    kind: 'command',
    role: 'agent',
    input: z.strictObject({ orderId: recordIdSchema }),
    output: paperViewSchema,
    errors: [...paperErrors, 'order_not_paid', 'order_without_lines', 'order_does_not_add_up'],
    reads: [],
  },
  /** Freezes a transcript of a period and gives it a number (C13, C14). */
  'transcripts.issue': {
    kind: 'command',
    role: 'agent',
    input: z.strictObject({ learnerId: recordIdSchema, fromOn: civilDateSchema.nullable(), toOn: civilDateSchema.nullable() }),
    output: paperViewSchema,
    errors: [...paperErrors, 'period_reversed'],
    reads: [],
  },
} as const satisfies Record<string, Operation>
