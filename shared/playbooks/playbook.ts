import { z } from 'zod'
import { findingCodes } from '../policy/finding-codes'
import { isFactName } from './fact-names'

/** What the desk can do about an answer; a window puts a button on those it has a dialog or page for. */
export const playbookActs = [
  'send_reset',
  'edit_profile',
  'edit_identifiers',
  'unlock_account',
  'reopen_account',
  'create_account',
  'open_other_record',
  'claim_for_learner',
  'claim_in_aggregate',
  'change_credit_type',
  'change_name',
  'print_certificate',
  'issue_transcript',
  'issue_receipt',
  'grant_exception',
  'renew_membership',
  'find_event_code',
  'correct_progress',
  'correct_report',
  'show_activity',
  'show_courses',
  'show_credits',
  'show_purchases',
  'show_messages',
  'show_history',
] as const
export type PlaybookAct = (typeof playbookActs)[number]

export const playbookFamilies = ['account', 'sign_in', 'claiming', 'tests', 'certificates', 'courses', 'purchases', 'meetings', 'accrual', 'reporting', 'classroom', 'desk'] as const
export type PlaybookFamily = (typeof playbookFamilies)[number]

export const factNameSchema = z.string().refine(isFactName, { error: (issue) => `no such fact: ${String(issue.input)}` })
const rowSchema = z.string().regex(/^[HCMP]\d{1,2}$/, { error: 'a row is written H32' })

const conditionSchema = z.union([
  /** The first finding is one of these. */
  z.strictObject({ finding: z.array(z.enum(findingCodes)).min(1).readonly() }),
  /** Some finding is one of these. */
  z.strictObject({ found: z.array(z.enum(findingCodes)).min(1).readonly() }),
  z.strictObject({ fact: factNameSchema, known: z.boolean() }),
  z.strictObject({ fact: factNameSchema, is: z.array(z.string()).min(1).readonly() }),
])
export type Condition = z.infer<typeof conditionSchema>

const sentenceSchema = z.string().min(3).max(900).refine((text) => !/\s{2}|^\s|\s$/.test(text), { error: 'has blanks that would show' })

const branchSchema = z.strictObject({
  /** All must hold; the first branch whose conditions hold applies. */
  when: z.array(conditionSchema).readonly(),
  /** Which answer applies, for the agent. */
  says: sentenceSchema,
  /** The facts shown as proof. */
  evidence: z.array(factNameSchema).readonly(),
  act: z.enum(playbookActs).nullable(),
  /** Whether the certificate in force goes with the reply. */
  attaches: z.literal('certificate').optional(),
  /** The reply's paragraphs between greeting and signature. `{fact}` is filled; `[…{fact}…]` falls away where the fact is unknown. */
  reply: z.array(sentenceSchema).min(1).readonly(),
})
export type Branch = z.infer<typeof branchSchema>

export const playbookSchema = z.strictObject({
  id: z.string().regex(/^[a-z_]+\.[a-z_]+$/),
  family: z.enum(playbookFamilies),
  /** The question as an agent reads it. */
  title: z.string().min(5).max(80),
  rows: z.array(rowSchema).min(1).readonly(),
  /** Keys of the portals it is for; any portal, a fifth too, where the rule does not depend on one. */
  portals: z.union([z.literal('any'), z.array(z.string()).min(1).readonly()]),
  /** `record`: reads one learner's record. `information`: the same for everybody, answered at once. */
  kind: z.enum(['record', 'information']),
  /** What beside the learner it is asked about; where none is named, an activity is one with something open, a claim the latest. */
  about: z.enum(['account', 'activity', 'claim', 'order']),
  /** The subject of the reply. */
  subject: sentenceSchema,
  /** The question in learners' own words. */
  phrasings: z.array(z.string().min(5).max(160)).min(3).readonly(),
  branches: z.array(branchSchema).min(1).readonly(),
})
export type Playbook = z.infer<typeof playbookSchema>

/** A place in a sentence that a fact fills, and whether the sentence can do without it. */
export interface Slot {
  readonly fact: string
  readonly optional: boolean
}

/** The slots of a sentence in their order. */
export function slotsOf(text: string): readonly Slot[] {
  return text.split(/(\[[^[\]]*\])/).flatMap((part) => {
    const optional = part.startsWith('[')
    return [...part.matchAll(/\{(\w*)\}/g)].map((match) => ({ fact: match[1] ?? '', optional }))
  })
}
