import { z } from 'zod'
import { civilDateSchema } from '../model/civil-date'
import { creditAmountSchema } from '../model/credit-amount'
import { creditTypeSchema, reportingBodies } from '../model/field-codes'
import { instantSchema } from '../model/instant'
import { agentActs } from '../policy/diagnosis-advice'
import { stepNames, stepStates } from '../policy/diagnosis-findings'
import { evidenceRecordKinds } from '../policy/evidence'
import { findingCodes } from '../policy/finding-codes'
import { reportStandings } from '../policy/report-route'
import { recordIdSchema, type Operation } from './operation'

/** Which value of which record a finding rests on; licence and birth day are masked. */
export const evidenceViewSchema = z.object({
  recordKind: z.enum(evidenceRecordKinds),
  /** The store's own identifier; of a portal its key. */
  record: z.string(),
  /** The record as people and exchange folders name it. */
  name: z.string(),
  /** The column's name of the exchange format. */
  field: z.string(),
  /** As the exchange format writes it, instants in UTC; null is "not known". */
  value: z.string().nullable(),
})
export type EvidenceView = z.infer<typeof evidenceViewSchema>

const namedActivitySchema = z.object({ id: recordIdSchema, externalId: z.string(), title: z.string() })

/** One thing a diagnosis says, with what it rests on and what both sides can do about it. */
export const findingViewSchema = z.object({
  code: z.enum(findingCodes),
  /** Rows of domain.md. */
  rows: z.array(z.string()),
  evidence: z.array(evidenceViewSchema),
  /** The day that decides: a last day, a due day. */
  date: civilDateSchema.nullable(),
  agentAct: z.enum(agentActs),
  agentCan: z.string(),
  learnerCan: z.string(),
  /** The activity it is about; null for the account. */
  activity: namedActivitySchema.nullable(),
})
export type FindingView = z.infer<typeof findingViewSchema>

/** A rung of the ladder from registration to report, with the figures beside it. */
export const diagnosisStepViewSchema = z.object({
  step: z.enum(stepNames),
  state: z.enum(stepStates),
  at: instantSchema.nullable(),
  /** The last day for it, or the day it is due. */
  lastOn: civilDateSchema.nullable(),
  evidence: z.array(evidenceViewSchema),
})
export type DiagnosisStepView = z.infer<typeof diagnosisStepViewSchema>

/** What the record says about a learner, or about a learner and one activity, in the order of section 0; never empty. */
export const diagnosisViewSchema = z.object({
  findings: z.array(findingViewSchema),
  /** The ladder; null without an activity. */
  steps: z.array(diagnosisStepViewSchema).nullable(),
  /** What may be claimed today in the portal's default type. */
  claimable: z.object({ creditType: creditTypeSchema, amount: creditAmountSchema }).nullable(),
  reports: z.array(z.object({ claimId: recordIdSchema, body: z.enum(reportingBodies), dueOn: civilDateSchema.nullable(), state: z.enum(reportStandings) })),
})
export type DiagnosisView = z.infer<typeof diagnosisViewSchema>

const reads = ['learners', 'activities', 'enrolments', 'claims', 'certificates', 'settings'] as const

export const diagnosisOperations = {
  'diagnosis.ofLearner': {
    kind: 'query',
    role: 'agent',
    input: z.strictObject({ id: recordIdSchema }),
    output: diagnosisViewSchema,
    errors: ['not_found'],
    reads,
  },
  'diagnosis.ofActivity': {
    kind: 'query',
    role: 'agent',
    input: z.strictObject({ id: recordIdSchema, activityId: recordIdSchema }),
    output: diagnosisViewSchema,
    errors: ['not_found'],
    reads,
  },
} as const satisfies Record<string, Operation>
