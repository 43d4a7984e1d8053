import { z } from 'zod'
import { playbookActs, playbookFamilies } from '../playbooks/playbook'
import { recordIdSchema, textSchema, type Operation } from './operation'

/** A playbook as a line to choose. */
export const playbookLineSchema = z.object({
  id: z.string(),
  title: z.string(),
  family: z.enum(playbookFamilies),
  kind: z.enum(['record', 'information']),
  rows: z.array(z.string()),
  /** Keys of the portals it is for; empty: any. */
  portals: z.array(z.string()),
})
export type PlaybookLine = z.infer<typeof playbookLineSchema>

/** A piece of a sentence; `fact` says what of the record it was filled from, in words. */
const pieceSchema = z.object({ text: z.string(), fact: z.string().nullable() })

const choiceSchema = z.object({ id: recordIdSchema, name: z.string(), detail: z.string() })

/** What the act is done with; only those the act needs are there. */
const actSchema = z.object({
  act: z.enum(playbookActs),
  learnerId: recordIdSchema,
  activityId: recordIdSchema.nullable(),
  claimId: recordIdSchema.nullable(),
  certificateNumber: z.string().nullable(),
  orderNumber: z.string().nullable(),
})
export type PlaybookActView = z.infer<typeof actSchema>

export const playbookAnswerSchema = z.object({
  playbook: playbookLineSchema,
  portal: z.object({ key: z.string(), name: z.string() }),
  /** Whom it is answered for; null for information given to nobody in particular. */
  learner: z.object({ id: recordIdSchema, name: z.string(), emailMasked: z.string() }).nullable(),
  /** What it was answered about, and what else of the record it could be about. */
  about: z.object({ kind: z.enum(['account', 'activity', 'claim', 'order']), chosen: recordIdSchema.nullable(), choices: z.array(choiceSchema) }),
  /** A question about a record that nobody is named for yet: there is no answer until a learner is chosen. */
  needsLearner: z.boolean(),
  answer: z
    .object({
      /** Which branch applies, counted from 1, of how many. */
      branch: z.number().int(),
      branches: z.number().int(),
      /** The code of the finding it rests on, where one decides. */
      finding: z.string().nullable(),
      says: z.array(pieceSchema),
      /** What the record says; a null value is not on file. */
      evidence: z.array(z.object({ fact: z.string(), label: z.string(), value: z.string().nullable(), record: z.string() })),
      act: actSchema.nullable(),
      reply: z.object({ subject: z.string(), paragraphs: z.array(z.array(pieceSchema)), text: z.string(), attachments: z.array(z.string()) }),
    })
    .nullable(),
})
export type PlaybookAnswer = z.infer<typeof playbookAnswerSchema>

const askInput = {
  playbookId: textSchema(80),
  learnerId: recordIdSchema.optional(),
  /** Only without a learner: whose rules the information follows. */
  portal: textSchema(100).optional(),
  /** What it is about: an activity, a claim or an order of the learner. */
  aboutId: recordIdSchema.optional(),
}

export const playbookOperations = {
  'playbooks.search': {
    kind: 'query',
    role: 'agent',
    input: z.strictObject({ text: textSchema(400), portal: textSchema(100).optional(), limit: z.number().int().min(1).max(50) }),
    output: z.object({ hits: z.array(playbookLineSchema) }),
    errors: [],
    reads: [],
  },
  'playbooks.ask': {
    kind: 'query',
    role: 'agent',
    input: z.strictObject(askInput),
    output: playbookAnswerSchema,
    errors: ['not_found', 'playbook_not_for_portal'],
    reads: ['learners', 'activities', 'enrolments', 'claims', 'certificates', 'orders', 'receipts', 'messages', 'settings'],
  },
  /** Puts the reply into the outbox as a draft; `shown` is the text the agent saw, so that no other text is written. */
  'playbooks.draftReply': {
    kind: 'command',
    role: 'agent',
    input: z.strictObject({ ...askInput, learnerId: recordIdSchema, shown: textSchema(20_000) }),
    output: z.object({ draftId: recordIdSchema, toMasked: z.string(), entryId: recordIdSchema }),
    errors: ['not_found', 'playbook_not_for_portal', 'stale'],
    reads: [],
  },
} as const satisfies Record<string, Operation>
