import { instantOf } from '@shared/model/instant'
import type { AccountFacts, ActivityFacts, ClaimFacts, CourseFacts, EnrolmentFacts, LearnerFacts } from '@shared/policy/diagnosis-facts'
import { portalForTests } from './portal-for-tests'

/** The instant of a text with an offset. */
export function at(text: string): string {
  return instantOf(Date.parse(text))
}

const learner: LearnerFacts = {
  id: 'lrn_1',
  givenName: 'Anna',
  familyName: 'Berg',
  email: 'anna.berg@example.org',
  alternateEmails: [],
  npi: null,
  nabpEprofileId: null,
  licenceState: 'MD',
  licenceNumber: 'D74774',
  board: null,
  boardId: null,
  status: 'active',
  profession: 'physician',
  birthMonthDay: '0229',
  linkedSites: [],
}
const activity: ActivityFacts = {
  id: 'act_1',
  delivery: 'enduring',
  expiresOn: '2027-06-08',
  endsAt: null,
  pretestRequired: false,
  posttestRequired: true,
  evaluationRequired: true,
  passPercent: 70,
  maxAttempts: null,
  completionDays: null,
  claimDays: null,
  hasEventCode: false,
  sessions: [],
  credits: [{ creditType: 'ama_pra_1', maxAmount: 125, step: 25, accreditationNumber: null, pharmacologyAmount: null }],
}
const enrolment: EnrolmentFacts = {
  id: 'enr_1',
  registeredAt: at('2026-09-01T15:00:00-04:00'),
  pretestAt: null,
  attemptsUsed: 1,
  bestPercent: 80,
  passedAt: at('2026-11-05T15:00:00-05:00'),
  evaluatedAt: at('2026-11-05T15:09:00-05:00'),
  eventCodeEnteredAt: null,
  attendedAt: null,
  segmentsDone: null,
  segmentsTotal: null,
  earned: [],
  claims: [],
}

/** A claim of the activity of `courseFor`. */
export const claimFacts: ClaimFacts = {
  id: 'clm_1',
  creditType: 'ama_pra_1',
  amount: 125,
  claimedAt: at('2026-11-06T15:00:00-05:00'),
  state: 'active',
  professionAtClaim: 'physician',
  certificateNumber: 'CD2026-000001',
  answeredFor: true,
  reports: [],
}

/** A physician of that portal on the sample's day. */
export function accountFor(portal: Parameters<typeof portalForTests>[0], more: Partial<LearnerFacts> = {}): AccountFacts {
  return { now: at('2026-11-20T15:00:00-05:00'), portal: portalForTests(portal), learner: { ...learner, ...more }, memberships: [] }
}

/** An activity with everything done in it but the claim; null leaves the enrolment out. */
export function courseFor(of: Partial<EnrolmentFacts> | null, ofActivity: Partial<ActivityFacts> = {}): CourseFacts {
  return { activity: { ...activity, ...ofActivity }, enrolments: of === null ? [] : [{ ...enrolment, ...of }], otherRecords: [], exceptions: [] }
}
