import { z } from 'zod'
import {
  certificateStates,
  claimStates,
  creditTypeSchema,
  learnerStatusSchema,
  messageKinds,
  shownMessageStates,
  orderLineKinds,
  orderStatuses,
  paymentMeans,
  professionSchema,
  reportStates,
  reportingBodies,
} from '../model/field-codes'
import { civilDateSchema } from '../model/civil-date'
import { instantSchema } from '../model/instant'
import { creditAmountSchema } from '../model/credit-amount'
import { minorUnitsSchema } from '../model/money'
import { pageSchema, recordIdSchema, textSchema, type Operation } from './operation'

/** A learner in a list: the e-mail is masked there (look: masked data). */
export const learnerRowViewSchema = z.object({
  id: recordIdSchema,
  externalId: z.string(),
  name: z.string(),
  credentials: z.string(),
  profession: professionSchema,
  specialty: z.string(),
  portal: z.string(),
  portalName: z.string(),
  portalShortName: z.string(),
  emailMasked: z.string(),
  status: learnerStatusSchema,
  claims: z.number().int(),
  lastClaimAt: instantSchema.nullable(),
})
export type LearnerRowView = z.infer<typeof learnerRowViewSchema>

/** Something about the record that needs somebody: shown in the header that never scrolls away. */
export const warningViewSchema = z.object({
  code: z.enum(['locked', 'closed', 'identifier_flagged', 'import_conflict', 'mail_failed', 'possible_duplicate']),
  field: z.string().nullable(),
  detail: z.string(),
})

/** The person: who they are and how they sign in. Licence and birth day are masked until shown (audited). */
export const learnerViewSchema = z.object({
  id: recordIdSchema,
  externalId: z.string(),
  version: z.number().int(),
  portal: z.string(),
  portalName: z.string(),
  zone: z.string(),
  email: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  certificateName: z.string(),
  credentials: z.string(),
  profession: professionSchema,
  specialty: z.string(),
  alternateEmails: z.array(z.string()),
  formerNames: z.array(z.object({ name: z.string(), untilAt: instantSchema })),
  formerEmails: z.array(z.object({ email: z.string(), untilAt: instantSchema })),
  linkedSites: z.array(z.string()),
  npi: z.string(),
  nabpEprofileId: z.string(),
  birthMonthDayMasked: z.string(),
  licenceState: z.string(),
  licenceNumberMasked: z.string(),
  board: z.string(),
  boardId: z.string(),
  newsletters: z.array(z.string()),
  status: learnerStatusSchema,
  registeredAt: instantSchema,
  warnings: z.array(warningViewSchema),
})
export type LearnerView = z.infer<typeof learnerViewSchema>

export const certificateViewSchema = z.object({
  id: recordIdSchema,
  claimId: recordIdSchema,
  number: z.string(),
  state: z.enum(certificateStates),
  creditType: creditTypeSchema,
  amount: creditAmountSchema,
  name: z.string(),
  form: z.enum(['credit', 'participation']).nullable(),
  issuedAt: instantSchema,
  issuedBy: z.string(),
  reason: z.string(),
  supersededBy: z.string().nullable(),
  replaces: z.string().nullable(),
  /** SHA-256 of the stored bytes; null until first print. */
  sha256: z.string().nullable(),
  /** Why it cannot be printed yet (a script no font of ours writes), or null. */
  refusal: z.object({ code: z.string(), facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])) }).nullable(),
})
export type CertificateView = z.infer<typeof certificateViewSchema>

export const claimViewSchema = z.object({
  id: recordIdSchema,
  externalId: z.string(),
  version: z.number().int(),
  enrolmentId: recordIdSchema,
  activityId: recordIdSchema,
  activityExternalId: z.string(),
  activityTitle: z.string(),
  creditType: creditTypeSchema,
  amount: creditAmountSchema,
  maximumAmount: creditAmountSchema.nullable(),
  claimedAt: instantSchema,
  completedOn: civilDateSchema.nullable(),
  state: z.enum(claimStates),
  certificateNumber: z.string().nullable(),
  certificates: z.array(certificateViewSchema),
  reports: z.array(z.object({ body: z.enum(reportingBodies), state: z.enum(reportStates), at: instantSchema, message: z.string() })),
})
export type ClaimView = z.infer<typeof claimViewSchema>

/** One rung of the way to a certificate, for the courses view. */
export const stepViewSchema = z.object({
  step: z.enum(['registered', 'pretest', 'posttest', 'evaluation', 'event_code', 'segments', 'claim', 'certificate']),
  state: z.enum(['done', 'not_required', 'here', 'later']),
  at: instantSchema.nullable(),
  detail: z.string(),
})

export const enrolmentViewSchema = z.object({
  id: recordIdSchema,
  externalId: z.string(),
  activityId: recordIdSchema,
  activityExternalId: z.string(),
  activityTitle: z.string(),
  format: z.string(),
  delivery: z.string(),
  registeredAt: instantSchema,
  expiresOn: civilDateSchema.nullable(),
  attemptsUsed: z.number().int().nullable(),
  maximumAttempts: z.number().int().nullable(),
  bestPercent: z.number().int().nullable(),
  passPercent: z.number().int().nullable(),
  passedAt: instantSchema.nullable(),
  evaluatedAt: instantSchema.nullable(),
  steps: z.array(stepViewSchema),
  /** Claims in force. */
  claimIds: z.array(recordIdSchema),
  earned: z.array(z.object({ topic: z.string(), creditType: creditTypeSchema, amount: creditAmountSchema, earnedAt: instantSchema })),
})
export type EnrolmentView = z.infer<typeof enrolmentViewSchema>

export const orderViewSchema = z.object({
  id: recordIdSchema,
  externalId: z.string(),
  placedAt: instantSchema,
  status: z.enum(orderStatuses),
  currency: z.string(),
  discountCode: z.string(),
  discount: minorUnitsSchema,
  tax: minorUnitsSchema,
  total: minorUnitsSchema,
  refunded: minorUnitsSchema,
  refundedAt: instantSchema.nullable(),
  paidWith: z.enum(paymentMeans).nullable(),
  cardLast4: z.string(),
  billingName: z.string(),
  billingAddress: z.string(),
  lines: z.array(
    z.object({ kind: z.enum(orderLineKinds), description: z.string(), quantity: z.number().int(), unitPrice: minorUnitsSchema }),
  ),
  receipts: z.array(z.object({ number: z.string(), issuedAt: instantSchema, sha256: z.string() })),
})
export type OrderView = z.infer<typeof orderViewSchema>

/** A mail to this learner: the desk's own, or one the platform sent earlier. */
export const messageViewSchema = z.object({
  id: recordIdSchema,
  origin: z.enum(['desk', 'platform']),
  kind: z.enum(messageKinds),
  subject: z.string(),
  to: z.string(),
  state: z.enum(shownMessageStates),
  at: instantSchema,
  attempts: z.number().int(),
  lastAnswer: z.string(),
})
export type MessageView = z.infer<typeof messageViewSchema>

export const membershipViewSchema = z.object({ plan: z.string(), startsOn: civilDateSchema, endsOn: civilDateSchema })

/** The timeline of the overview, newest first; words are the renderer's. */
export const timelineEntryViewSchema = z.object({
  at: instantSchema,
  kind: z.enum([
    'registered_account',
    'enrolled',
    'pretest',
    'passed',
    'evaluated',
    'attended',
    'claimed',
    'certificate_issued',
    'certificate_superseded',
    'certificate_voided',
    'ordered',
    'refunded',
    'receipt_issued',
    'message',
    'reported',
    'edited',
    'ticket',
  ]),
  title: z.string(),
  detail: z.string(),
  recordId: recordIdSchema.nullable(),
})
export type TimelineEntryView = z.infer<typeof timelineEntryViewSchema>

export const learnerRecordViewSchema = z.object({
  learner: learnerViewSchema,
  claims: z.array(claimViewSchema),
  enrolments: z.array(enrolmentViewSchema),
  orders: z.array(orderViewSchema),
  messages: z.array(messageViewSchema),
  memberships: z.array(membershipViewSchema),
  tickets: z.array(
    z.object({ id: recordIdSchema, externalId: z.string(), channel: z.string(), receivedAt: instantSchema, subject: z.string() }),
  ),
  timeline: z.array(timelineEntryViewSchema),
  historyCount: z.number().int(),
})
export type LearnerRecordView = z.infer<typeof learnerRecordViewSchema>

/** Who, when, what, why: one audit entry of a learner, with its undo where one exists. */
export const historyEntryViewSchema = z.object({
  id: recordIdSchema,
  at: instantSchema,
  actor: z.string(),
  via: z.enum(['window', 'cli', 'job']),
  operation: z.string(),
  entity: z.string(),
  reason: z.string(),
  changes: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
  undo: z.discriminatedUnion('state', [
    z.object({ state: z.literal('possible') }),
    z.object({ state: z.literal('none') }),
    z.object({ state: z.literal('undone'), at: instantSchema, actor: z.string() }),
    z.object({ state: z.literal('blocked'), by: z.string(), operation: z.string(), at: instantSchema }),
  ]),
})
export type HistoryEntryView = z.infer<typeof historyEntryViewSchema>

/** The fields of a learner that an agent may edit; each one given is changed, the others stay. */
export const learnerChangesSchema = z.strictObject({
  givenName: textSchema(200).optional(),
  familyName: textSchema(200).optional(),
  certificateName: textSchema(400).optional(),
  credentials: textSchema(200).optional(),
  email: textSchema(320).optional(),
  alternateEmails: z.array(textSchema(320)).max(20).optional(),
  profession: professionSchema.optional(),
  specialty: textSchema(200).optional(),
  npi: textSchema(40).optional(),
  nabpEprofileId: textSchema(40).optional(),
  birthMonthDay: textSchema(10).optional(),
  licenceState: textSchema(10).optional(),
  licenceNumber: textSchema(60).optional(),
  board: textSchema(40).optional(),
  boardId: textSchema(60).optional(),
  status: learnerStatusSchema.optional(),
  newsletters: z.array(textSchema(100)).max(50).optional(),
})
export type LearnerChanges = z.infer<typeof learnerChangesSchema>

export const maskedFields = ['birthMonthDay', 'licenceNumber'] as const

export const learnerOperations = {
  'learners.list': {
    kind: 'query',
    role: 'agent',
    input: z.strictObject({
      ...pageSchema.shape,
      portal: textSchema(100).optional(),
      profession: professionSchema.optional(),
      status: learnerStatusSchema.optional(),
      sort: z.enum(['name', 'last_claim', 'registered']).optional(),
    }),
    output: z.object({ total: z.number().int(), rows: z.array(learnerRowViewSchema) }),
    errors: [],
    reads: ['learners', 'claims'],
  },
  'learners.open': {
    kind: 'query',
    role: 'agent',
    input: z.strictObject({ id: recordIdSchema }),
    output: learnerRecordViewSchema,
    errors: ['not_found'],
    reads: ['learners', 'claims', 'certificates', 'enrolments', 'orders', 'receipts', 'messages', 'tickets', 'imports', 'audit'],
  },
  'learners.history': {
    kind: 'query',
    role: 'agent',
    input: z.strictObject({ id: recordIdSchema, ...pageSchema.shape }),
    output: z.object({ total: z.number().int(), entries: z.array(historyEntryViewSchema) }),
    errors: ['not_found'],
    reads: ['audit'],
  },
  'learners.emailOwner': {
    kind: 'query',
    role: 'agent',
    input: z.strictObject({ portal: textSchema(100), email: textSchema(320), exceptId: recordIdSchema }),
    output: z.object({ owner: z.object({ id: recordIdSchema, externalId: z.string(), name: z.string() }).nullable() }),
    errors: [],
    reads: ['learners'],
  },
  'learners.edit': {
    kind: 'command',
    role: 'agent',
    input: z.strictObject({
      id: recordIdSchema,
      version: z.number().int(),
      changes: learnerChangesSchema,
      reason: textSchema(2000),
    }),
    /** `flagged`: identifiers that still fail their check; `sharedWith`: other learners who have one that was entered. */
    output: z.object({ version: z.number().int(), entryId: recordIdSchema.nullable(), flagged: z.array(z.string()), sharedWith: z.array(z.object({ field: z.string(), externalId: z.string() })) }),
    errors: ['not_found', 'stale', 'field_missing', 'field_malformed', 'email_taken', 'reason_missing'],
    reads: [],
  },
  'learners.showMasked': {
    kind: 'command',
    role: 'agent',
    input: z.strictObject({ id: recordIdSchema, field: z.enum(maskedFields) }),
    output: z.object({ value: z.string() }),
    errors: ['not_found'],
    reads: [],
  },
  'history.undo': {
    kind: 'command',
    role: 'agent',
    input: z.strictObject({ entryId: recordIdSchema, reason: textSchema(2000) }),
    output: z.object({ entryId: recordIdSchema, learnerId: recordIdSchema.nullable() }),
    errors: ['not_found', 'not_undoable', 'already_undone', 'later_work_depends'],
    reads: [],
  },
} as const satisfies Record<string, Operation>
