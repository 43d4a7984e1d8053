import { instantOf } from '@shared/model/instant'
import type { DesignatedCredit } from '@shared/policy/designated-credit'
import type { AccountFacts, ActivityFacts, ClaimFacts, CourseFacts, EarnedCreditFacts, EnrolmentFacts, LearnerFacts } from '@shared/policy/diagnosis-facts'
import { portalForTests } from './portal-for-tests'

/** An instant written with an offset, as the store keeps it. */
export function at(text: string): string {
  return instantOf(Date.parse(text))
}

const learner: LearnerFacts = {
  id: 'L-1', givenName: 'Ana', familyName: 'Silva', email: 'ana@example.org', alternateEmails: [], npi: null, nabpEprofileId: '0122845',
  licenceState: 'MD', licenceNumber: 'D74774', board: null, boardId: null, status: 'active', profession: 'physician', birthMonthDay: '0207', linkedSites: [],
}

const activity: ActivityFacts = {
  id: 'A-1', delivery: 'enduring', expiresOn: '2027-06-08', endsAt: null, pretestRequired: false, posttestRequired: true, evaluationRequired: true,
  passPercent: 70, maxAttempts: null, completionDays: null, claimDays: null, hasEventCode: false, sessions: [],
  credits: [designated('ama_pra_1', 125), designated('aapa_1', 125), designated('ancc', 116, 1, 50)],
}

const done: EnrolmentFacts = {
  id: 'E-1', registeredAt: at('2026-11-01T15:00:00-05:00'), pretestAt: null, attemptsUsed: 1, bestPercent: 80,
  passedAt: at('2026-11-05T15:00:00-05:00'), evaluatedAt: at('2026-11-05T15:09:00-05:00'), eventCodeEnteredAt: null, attendedAt: null,
  segmentsDone: null, segmentsTotal: null, earned: [], claims: [],
}

/** A designation; what is not named is usual. */
export function designated(creditType: DesignatedCredit['creditType'], maxAmount: number, step: number | null = 25, pharmacologyAmount: number | null = null, accreditationNumber: string | null = null): DesignatedCredit {
  return { creditType, maxAmount, step, accreditationNumber, pharmacologyAmount }
}

/** A physician of portal H on the sample's day, but for what is named. */
export function accountFacts(portal: Parameters<typeof portalForTests>[0] = 'haymarket-mycme', more: Partial<LearnerFacts> = {}, rest: Partial<AccountFacts> = {}): AccountFacts {
  return { now: at('2026-11-20T15:00:00-05:00'), portal: portalForTests(portal), learner: { ...learner, ...more }, memberships: [], ...rest }
}

/** A member of portal M. */
export function memberFacts(more: Partial<LearnerFacts> = {}, rest: Partial<AccountFacts> = {}): AccountFacts {
  return accountFacts('med-challenger', more, { memberships: [{ id: 'MB-1', plan: 'premium', startsOn: '2026-01-01', endsOn: '2026-12-31' }], ...rest })
}

/** An activity with everything done and nothing claimed, but for what is named; null: not enrolled. */
export function courseFacts(enrolment: Partial<EnrolmentFacts> | null = {}, of: Partial<ActivityFacts> = {}, more: Partial<CourseFacts> = {}): CourseFacts {
  return { activity: { ...activity, ...of }, enrolments: enrolment === null ? [] : [{ ...done, ...enrolment }], otherRecords: [], exceptions: [], ...more }
}

/** A claim in force. */
export function claimFacts(more: Partial<ClaimFacts> = {}): ClaimFacts {
  return {
    id: 'C-1', creditType: 'ama_pra_1', amount: 125, claimedAt: at('2026-11-06T15:00:00-05:00'), state: 'active', professionAtClaim: 'physician',
    certificateNumber: 'X-1', answeredFor: false, reports: [], ...more,
  }
}

/** A topic earned in portal M. */
export function earnedFacts(id: string, amount: number, earnedAt: string, more: Partial<EarnedCreditFacts> = {}): EarnedCreditFacts {
  return { id, topic: `topic ${id}`, creditType: 'ama_pra_1', amount, earnedAt: at(earnedAt), ...more }
}

/** A course of portal M: no test, no evaluation, credit by topic. */
export function topicCourse(id: string, earned: readonly EarnedCreditFacts[], more: Partial<EnrolmentFacts> = {}, of: Partial<ActivityFacts> = {}): CourseFacts {
  return courseFacts(
    { id: `E-${id}`, passedAt: null, evaluatedAt: null, attemptsUsed: null, bestPercent: null, earned, ...more },
    { id, posttestRequired: false, evaluationRequired: false, credits: [designated('ama_pra_1', 4000), designated('acep_1', 4000)], ...of },
  )
}
