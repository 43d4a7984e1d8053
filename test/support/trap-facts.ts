import type { Profession } from '@shared/model/field-codes'
import type { ActivityFacts, CourseFacts, EnrolmentFacts, LearnerFacts } from '@shared/policy/diagnosis-facts'

/** A learner of that profession with nothing else on record. */
export function learnerFactsOf(profession: Profession): LearnerFacts {
  return {
    id: 'lrn_1', givenName: 'Ada', familyName: 'Okafor', email: 'ada@clinic.example', alternateEmails: [], npi: null, nabpEprofileId: null, licenceState: null,
    licenceNumber: null, board: null, boardId: null, status: 'active', profession, birthMonthDay: null, linkedSites: [],
  }
}

/** One enrolment in one activity; what a test is about is given, all else is not known or not required. */
export function courseFactsOf(given: { readonly activity?: Partial<ActivityFacts>; readonly enrolment?: Partial<EnrolmentFacts> }): CourseFacts {
  const activity: ActivityFacts = {
    id: 'act_1', delivery: 'enduring', expiresOn: null, endsAt: null, pretestRequired: false, posttestRequired: false, evaluationRequired: false, passPercent: null,
    maxAttempts: null, completionDays: null, claimDays: null, hasEventCode: false, sessions: [],
    credits: [{ creditType: 'ama_pra_1', maxAmount: 100, step: null, accreditationNumber: null, pharmacologyAmount: null }],
    ...given.activity,
  }
  const enrolment: EnrolmentFacts = {
    id: 'enr_1', registeredAt: '2026-01-01T12:00:00.000Z', pretestAt: null, attemptsUsed: null, bestPercent: null, passedAt: null, evaluatedAt: null, eventCodeEnteredAt: null,
    attendedAt: null, segmentsDone: null, segmentsTotal: null, earned: [], claims: [],
    ...given.enrolment,
  }
  return { activity, enrolments: [enrolment], otherRecords: [], exceptions: [] }
}
