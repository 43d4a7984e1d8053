import { recordNumber } from '@shared/model/record-id'
import type { Instant } from '@shared/model/instant'
import type { AccountFacts, CourseFacts } from '@shared/policy/diagnosis-facts'
import type { Evidence } from '@shared/policy/evidence'
import type { DesignatedActivity } from '../ports/repositories/activity-repository'
import type { ClaimSource } from '../ports/repositories/claim-repository'
import type { Learner } from '../ports/repositories/learner-repository'
import type { Repositories } from '../ports/unit-of-work'

/** A learner with the facts their claims are decided from: those of the diagnosis. */
export interface Claimant {
  readonly learner: Learner
  readonly account: AccountFacts
  readonly courses: readonly CourseFacts[]
}

/** Loads a learner with every course, or with one activity alone, enrolled or not; nothing when either is unknown. */
export async function loadClaimant({ learners, diagnoses }: Repositories, learnerId: string, activityId: string | null, now: Instant): Promise<Claimant | undefined> {
  const number = recordNumber('learner', learnerId) ?? -1
  const learner = await learners.find(number)
  const record = activityId === null ? await diagnoses.find(number) : await diagnoses.findWithActivity(number, recordNumber('activity', activityId) ?? -1)
  if (learner === undefined || record === undefined) return undefined
  if (record.portal === undefined) throw new Error(`there is no portal profile ${learner.portal}`)
  return { learner, account: { now, portal: record.portal, learner: record.learner, memberships: record.memberships }, courses: record.courses }
}

/** The activity of a course as paper needs it. */
export async function activityOf({ activities }: Repositories, activityId: string): Promise<DesignatedActivity> {
  const activity = await activities.findDesignated(recordNumber('activity', activityId) ?? -1)
  if (activity === undefined) throw new Error(`there is no activity ${activityId}`)
  return activity
}

/** The number behind an identifier that the facts gave. */
export function storedNumber(kind: 'enrolment' | 'earnedCredit', id: string): number {
  const number = recordNumber(kind, id)
  if (number === undefined) throw new Error(`${id} is no ${kind}`)
  return number
}

/** A claim that is not made yet, as far as its certificate reads it: for a specimen. */
export async function unmadeClaim({ enrolments }: Repositories, learner: Learner, enrolmentId: number, claim: Pick<ClaimSource['claim'], 'creditType' | 'amount' | 'claimedAt'>): Promise<ClaimSource> {
  const enrolment = await enrolments.find(enrolmentId)
  if (enrolment === undefined) throw new Error(`there is no enrolment ${String(enrolmentId)}`)
  return {
    learner,
    enrolment,
    claim: { ...claim, id: 0, externalId: '', version: 1, enrolmentId, state: 'active', supersededByClaimId: null, certificateNumber: '', certificateName: '' },
  }
}

/** Evidence as it crosses the bridge. */
export function evidenceView(evidence: readonly Evidence[]): { record: string; field: string; value: string | null }[] {
  return evidence.map(({ record, field, value }) => ({ record, field, value }))
}

/** A refusal of a policy as it crosses the bridge. */
export function barredView<Code extends string>(refused: { readonly code: Code; readonly rows: readonly string[]; readonly evidence: readonly Evidence[]; readonly nextStep: string }): {
  code: Code
  rows: string[]
  evidence: { record: string; field: string; value: string | null }[]
  nextStep: string
} {
  return { code: refused.code, rows: [...refused.rows], evidence: evidenceView(refused.evidence), nextStep: refused.nextStep }
}
