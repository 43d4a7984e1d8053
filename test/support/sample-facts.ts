import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import Papa from 'papaparse'
import { z } from 'zod'
import { parseCreditAmount } from '@shared/model/credit-amount'
import { boards, claimStates, creditTypeSchema, deliveries, learnerStatusSchema, professionSchema, reportingBodies, reportStates } from '@shared/model/field-codes'
import { parseInstant } from '@shared/model/instant'
import type { AccountFacts, ActivityFacts, ClaimFacts, CourseFacts, EnrolmentFacts, LearnerFacts } from '@shared/policy/diagnosis-facts'
import type { CreditChangeFacts } from '@shared/policy/credit-change'
import { portalProfileOf } from '@shared/portals/portal-profiles'

const root = resolve(import.meta.dirname, '../..')

type Row = Readonly<Record<string, string>>

function readRows(file: string): readonly Row[] {
  return Papa.parse<Row>(readFileSync(resolve(root, file), 'utf8'), { header: true, skipEmptyLines: true }).data
}

function sample(file: string): readonly Row[] {
  return readRows(`resources/sample/${file}.csv`)
}

/** The cell's text, "" where the column is missing. */
function cell(row: Row, column: string): string {
  return row[column] ?? ''
}

const text = (row: Row, column: string): string | null => cell(row, column) || null
const list = (row: Row, column: string): readonly string[] => cell(row, column).split(';').filter((one) => one !== '')
const wholeNumber = (row: Row, column: string): number | null => (cell(row, column) === '' ? null : Number(cell(row, column)))
const instant = (row: Row, column: string): string | null => parseInstant(cell(row, column)) ?? null

function neededInstant(row: Row, column: string): string {
  const read = instant(row, column)
  if (read === null) throw new Error(`${column} is not an instant: ${cell(row, column)}`)
  return read
}

function amount(row: Row, column: string): number {
  const read = parseCreditAmount(cell(row, column))
  if (read === undefined) throw new Error(`${column} is not an amount: ${cell(row, column)}`)
  return read
}

const optionalAmount = (row: Row, column: string): number | null => (cell(row, column) === '' ? null : amount(row, column))

const files = {
  learners: sample('learners'),
  activities: sample('activities'),
  credits: sample('activity_credits'),
  enrolments: sample('enrolments'),
  earned: sample('earned_credits'),
  claims: sample('claims'),
  reports: sample('reports'),
  memberships: sample('memberships'),
  sessions: sample('sessions'),
}

function named(rows: readonly Row[], id: string): Row {
  const found = rows.find((row) => row.external_id === id)
  if (found === undefined) throw new Error(`no row ${id}`)
  return found
}

/** The sample's clock (its README). */
export const sampleNow = '2026-11-20T20:00:00.000Z'

/** The lines of the scenario file. */
export const scenarios: readonly { readonly scenario: string; readonly learnerId: string; readonly activityId: string; readonly claimId: string; readonly expected: string }[] = readRows(
  'test/support/scenarios.csv',
).map((row) => ({
  scenario: cell(row, 'scenario'),
  learnerId: cell(row, 'learner_id'),
  activityId: cell(row, 'activity_id'),
  claimId: cell(row, 'claim_id'),
  expected: cell(row, 'expected'),
}))

function learnerFacts(row: Row): LearnerFacts {
  return {
    id: cell(row, 'external_id'),
    givenName: cell(row, 'given_name'),
    familyName: cell(row, 'family_name'),
    email: cell(row, 'email'),
    alternateEmails: list(row, 'alternate_emails'),
    npi: text(row, 'npi'),
    nabpEprofileId: text(row, 'nabp_eprofile_id'),
    licenceState: text(row, 'licence_state'),
    licenceNumber: text(row, 'licence_number'),
    board: z.enum(boards).nullable().parse(text(row, 'board')),
    boardId: text(row, 'board_id'),
    status: learnerStatusSchema.parse(cell(row, 'status')),
    profession: professionSchema.parse(cell(row, 'profession')),
    birthMonthDay: text(row, 'birth_month_day'),
    linkedSites: list(row, 'linked_sites'),
  }
}

/** The account of a learner of the sample, at the sample's clock unless another is given. */
export function sampleAccount(learnerId: string, now: string = sampleNow): AccountFacts {
  const row = named(files.learners, learnerId)
  const portal = portalProfileOf(cell(row, 'portal'))
  if (portal === undefined) throw new Error(`no portal ${cell(row, 'portal')}`)
  return {
    now,
    portal,
    learner: learnerFacts(row),
    memberships: files.memberships
      .filter((membership) => membership.learner_id === learnerId)
      .map((membership) => ({ id: cell(membership, 'external_id'), plan: cell(membership, 'plan'), startsOn: cell(membership, 'starts_on'), endsOn: cell(membership, 'ends_on') })),
  }
}

function activityFacts(row: Row): ActivityFacts {
  const id = cell(row, 'external_id')
  const sessions = files.sessions.filter((session) => session.activity_id === id)
  const attempts = cell(row, 'max_attempts')
  return {
    id,
    delivery: z.enum(deliveries).parse(cell(row, 'delivery')),
    expiresOn: text(row, 'expiration_date'),
    endsAt: instant(row, 'ends_at'),
    pretestRequired: cell(row, 'pretest_required') === 'yes',
    posttestRequired: cell(row, 'posttest_required') === 'yes',
    evaluationRequired: cell(row, 'evaluation_required') === 'yes',
    passPercent: wholeNumber(row, 'pass_percent'),
    maxAttempts: attempts === 'unlimited' ? attempts : wholeNumber(row, 'max_attempts'),
    completionDays: wholeNumber(row, 'completion_days'),
    claimDays: wholeNumber(row, 'claim_days'),
    hasEventCode: cell(row, 'event_code') !== '' || sessions.some((session) => cell(session, 'event_code') !== ''),
    sessions: sessions.map((session) => ({ startsAt: neededInstant(session, 'starts_at'), endsAt: neededInstant(session, 'ends_at') })),
    credits: files.credits
      .filter((credit) => credit.activity_id === id)
      .map((credit) => ({
        creditType: creditTypeSchema.parse(cell(credit, 'credit_type')),
        maxAmount: amount(credit, 'max_amount'),
        step: optionalAmount(credit, 'step'),
        accreditationNumber: text(credit, 'accreditation_number'),
        pharmacologyAmount: optionalAmount(credit, 'pharmacology_amount'),
      })),
  }
}

/** Claims as an import leaves them: the profession of today is the one then, and no report is this store's to answer for. */
function claimFacts(row: Row, learner: LearnerFacts): ClaimFacts {
  const id = cell(row, 'external_id')
  return {
    id,
    creditType: creditTypeSchema.parse(cell(row, 'credit_type')),
    amount: amount(row, 'amount'),
    claimedAt: neededInstant(row, 'claimed_at'),
    // What came in with a folder names no topics that it takes.
    takes: [],
    state: z.enum(claimStates).parse(cell(row, 'status') || 'active'),
    professionAtClaim: learner.profession,
    certificateNumber: text(row, 'certificate_number'),
    answeredFor: false,
    reports: files.reports
      .filter((report) => report.claim_id === id)
      .map((report) => ({ body: z.enum(reportingBodies).parse(cell(report, 'body')), state: z.enum(reportStates).parse(cell(report, 'state')), at: neededInstant(report, 'at'), message: text(report, 'message') })),
  }
}

function enrolmentFacts(row: Row, learner: LearnerFacts): EnrolmentFacts {
  const id = cell(row, 'external_id')
  return {
    id,
    registeredAt: neededInstant(row, 'registered_at'),
    pretestAt: instant(row, 'pretest_at'),
    attemptsUsed: wholeNumber(row, 'attempts_used'),
    bestPercent: wholeNumber(row, 'best_percent'),
    passedAt: instant(row, 'passed_at'),
    evaluatedAt: instant(row, 'evaluated_at'),
    eventCodeEnteredAt: instant(row, 'event_code_entered_at'),
    attendedAt: instant(row, 'attended_at'),
    segmentsDone: wholeNumber(row, 'segments_done'),
    segmentsTotal: wholeNumber(row, 'segments_total'),
    earned: files.earned
      .filter((earned) => earned.enrolment_id === id)
      .map((earned) => ({ id: cell(earned, 'external_id'), topic: cell(earned, 'topic'), creditType: creditTypeSchema.parse(cell(earned, 'credit_type')), amount: amount(earned, 'amount'), earnedAt: neededInstant(earned, 'earned_at') })),
    claims: files.claims.filter((claim) => claim.enrolment_id === id).map((claim) => claimFacts(claim, learner)),
  }
}

/** An activity of the sample as that learner has it, enrolled or not. */
export function sampleCourse(learnerId: string, activityId: string): CourseFacts {
  const own = named(files.learners, learnerId)
  const learner = learnerFacts(own)
  const here = files.enrolments.filter((row) => row.activity_id === activityId)
  return {
    activity: activityFacts(named(files.activities, activityId)),
    enrolments: here.filter((row) => row.learner_id === learnerId).map((row) => enrolmentFacts(row, learner)),
    otherRecords: here
      .filter((row) => row.learner_id !== learnerId)
      .map((row) => ({ row, other: named(files.learners, cell(row, 'learner_id')) }))
      .filter(({ other }) => other.portal === own.portal)
      .map(({ row, other }) => ({ ...learnerFacts(other), enrolmentId: cell(row, 'external_id'), registeredAt: neededInstant(row, 'registered_at') })),
    exceptions: [],
  }
}

/** Every activity the learner is enrolled in. */
export function sampleCourses(learnerId: string): readonly CourseFacts[] {
  const activities = new Set(files.enrolments.filter((row) => row.learner_id === learnerId).map((row) => cell(row, 'activity_id')))
  return [...activities].map((activityId) => sampleCourse(learnerId, activityId))
}

/** The learners of the sample, by identifier. */
export const sampleLearnerIds: readonly string[] = files.learners.map((row) => cell(row, 'external_id'))

/** What a change of a claim's credit type is decided from. */
export function sampleCreditChange(claimId: string): CreditChangeFacts {
  const enrolment = named(files.enrolments, cell(named(files.claims, claimId), 'enrolment_id'))
  const learnerId = cell(enrolment, 'learner_id')
  const account = sampleAccount(learnerId)
  const course = sampleCourse(learnerId, cell(enrolment, 'activity_id'))
  for (const { attendedAt, passedAt, evaluatedAt, claims } of course.enrolments) {
    const claim = claims.find((one) => one.id === claimId)
    if (claim !== undefined) {
      return { now: account.now, portal: account.portal, learner: account.learner, activity: course.activity, claim: { ...claim, attendedAt, passedAt, evaluatedAt } }
    }
  }
  throw new Error(`no claim ${claimId}`)
}
