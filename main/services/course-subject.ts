import type { Instant } from '@shared/model/instant'
import { recordId } from '@shared/model/record-id'
import type { AccountFacts, CourseFacts } from '@shared/policy/diagnosis-facts'
import type { Repositories } from '../ports/unit-of-work'
import { accountOf } from './diagnosis-service'

/** A learner and one activity, as the rules read them. */
export interface CourseSubject {
  readonly account: AccountFacts
  readonly course: CourseFacts
  readonly learnerName: string
  readonly activityTitle: string
}

/** Loads a learner with one activity, enrolled or not; nothing when either is not there. */
export async function loadCourse(
  { diagnoses }: Pick<Repositories, 'diagnoses'>,
  ids: { readonly learnerId: number; readonly activityId: number },
  now: Instant,
): Promise<CourseSubject | undefined> {
  const record = await diagnoses.findWithActivity(ids.learnerId, ids.activityId)
  const course = record?.courses[0]
  if (record === undefined || course === undefined) return undefined
  const { learner } = record
  return {
    account: accountOf(record, now),
    course,
    learnerName: `${learner.givenName} ${learner.familyName}`.trim(),
    activityTitle: record.titles.get(recordId('activity', ids.activityId)) ?? '',
  }
}
