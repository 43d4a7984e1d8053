import { z } from 'zod'
import { certificateStates, claimStates, creditTypeSchema, deliveries, exceptionKinds, learnerStatusSchema, professionSchema, reportingBodies, reportStates } from '@shared/model/field-codes'
import type { AttemptLimit } from '@shared/policy/attempts'

const text = z.string()
const whole = z.number().int()
const maybeText = text.nullable()
const maybeWhole = whole.nullable()
const flag = whole.transform((value) => value === 1)
/** An empty text is "not known". */
const known = text.transform((value) => (value === '' ? null : value))

function attemptLimitOf(value: string): AttemptLimit | null {
  if (value === '') return null
  return value === 'unlimited' ? value : Number(value)
}

const claimRow = z.object({
  id: whole,
  externalId: text,
  creditType: creditTypeSchema,
  amount: whole,
  claimedAt: text,
  state: z.enum(claimStates),
  platformNumber: known,
  certificate: z.object({ number: text, state: z.enum(certificateStates), profession: professionSchema.nullable() }).nullable(),
  answeredFor: flag,
  takes: z.array(z.object({ earnedCreditId: whole, amount: whole })),
  reports: z.array(z.object({ body: z.enum(reportingBodies), state: z.enum(reportStates), at: text, message: known })),
})

const enrolmentRow = z.object({
  id: whole,
  externalId: text,
  registeredAt: text,
  pretestAt: maybeText,
  attemptsUsed: maybeWhole,
  bestPercent: maybeWhole,
  passedAt: maybeText,
  evaluatedAt: maybeText,
  eventCodeEnteredAt: maybeText,
  attendedAt: maybeText,
  segmentsDone: maybeWhole,
  segmentsTotal: maybeWhole,
  earned: z.array(z.object({ id: whole, externalId: text, topic: text, creditType: creditTypeSchema, amount: whole, earnedAt: text })),
  claims: z.array(claimRow),
})

const activityRow = z.object({
  delivery: z.enum(deliveries),
  expiresOn: maybeText,
  endsAt: maybeText,
  pretestRequired: flag,
  posttestRequired: flag,
  evaluationRequired: flag,
  passPercent: maybeWhole,
  maxAttempts: text.transform(attemptLimitOf),
  completionDays: maybeWhole,
  claimDays: maybeWhole,
  hasEventCode: flag,
  sessions: z.array(z.object({ startsAt: text, endsAt: text })),
  credits: z.array(z.object({ creditType: creditTypeSchema, maxAmount: whole, step: maybeWhole, accreditationNumber: known, pharmacologyAmount: maybeWhole })),
})

const courseRow = z.object({
  id: whole,
  externalId: text,
  title: text,
  activity: activityRow,
  enrolments: z.array(enrolmentRow),
  exceptions: z.array(z.object({ id: whole, kind: z.enum(exceptionKinds), approvedBy: text, untilOn: maybeText, attempts: whole })),
})
export type CourseRow = z.infer<typeof courseRow>

const person = {
  id: whole,
  externalId: text,
  givenName: text,
  familyName: text,
  email: text,
  alternateEmails: z.array(text),
  npi: known,
  nabpEprofileId: known,
  licenceState: known,
  licenceNumber: known,
  board: known,
  boardId: known,
}

/** The document that the statements of a learner's facts build. */
export const diagnosisRowSchema = z.object({
  learner: z.object({ ...person, portal: text, status: learnerStatusSchema, profession: professionSchema, birthMonthDay: known, linkedSites: z.array(text) }),
  portalProfile: maybeText,
  memberships: z.array(z.object({ id: whole, externalId: text, plan: text, startsOn: text, endsOn: text })),
  courses: z.array(courseRow),
})
export type DiagnosisRow = z.infer<typeof diagnosisRowSchema>

/** The document of another record that may be the same person. */
export const otherRecordRowSchema = z.object({ ...person, enrolmentId: whole, enrolmentExternalId: text, registeredAt: text })
export type OtherRecordRow = z.infer<typeof otherRecordRowSchema>
