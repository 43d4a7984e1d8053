import type { CourseFacts, LearnerFacts } from '@shared/policy/diagnosis-facts'
import type { MembershipFacts } from '@shared/policy/membership'
import type { PortalProfile } from '@shared/portals/portal-profile'

/** A learner's record as the diagnosis reads it; every identifier in it is the store's own (`enr_12`). */
export interface DiagnosisRecord {
  readonly learnerId: number
  /** The rules of the learner's portal; undefined when neither the desk nor the console has them. */
  readonly portal: PortalProfile | undefined
  readonly learner: LearnerFacts
  readonly memberships: readonly MembershipFacts[]
  readonly courses: readonly CourseFacts[]
  /** How people and exchange folders name a record, by the store's own identifier; a record without such a name is left out. */
  readonly names: ReadonlyMap<string, string>
  /** Titles of the activities. */
  readonly titles: ReadonlyMap<string, string>
}

/**
 * Loads the facts of diagnoses. Exceptions that stand are in them, withdrawn ones are not; a report is this store's to
 * answer for when the claim was made here, or when this store was told to report it.
 */
export interface DiagnosisRepository {
  /** A learner with every activity they are enrolled in; nothing when there is no such learner. */
  find(learnerId: number): Promise<DiagnosisRecord | undefined>
  /**
   * A learner with that activity alone, enrolled or not; no course when there is no such activity. Without an enrolment,
   * the portal's other records that are enrolled and could be the same person are with it (C4, C6).
   */
  findWithActivity(learnerId: number, activityId: number): Promise<DiagnosisRecord | undefined>
  /** The next learners after that number, each as `find` answers them: a whole record is read in steps of flat memory. */
  listAfter(learnerId: number, limit: number): Promise<readonly DiagnosisRecord[]>
}
