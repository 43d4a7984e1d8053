import type { Instant } from '@shared/model/instant'
import type { LearnerStatus, Profession } from '@shared/model/field-codes'

/** A learner as the store keeps it, without the platform's last cells. */
export interface Learner {
  readonly id: number
  readonly externalId: string
  readonly version: number
  readonly portal: string
  readonly email: string
  readonly givenName: string
  readonly familyName: string
  readonly certificateName: string
  readonly credentials: string
  readonly profession: Profession
  readonly specialty: string
  readonly alternateEmails: readonly string[]
  readonly linkedSites: readonly string[]
  readonly npi: string
  readonly nabpEprofileId: string
  readonly birthMonthDay: string
  readonly licenceState: string
  readonly licenceNumber: string
  readonly board: string
  readonly boardId: string
  readonly newsletters: readonly string[]
  readonly status: LearnerStatus
  readonly registeredAt: Instant
}

/** The fields an edit may touch. */
export type LearnerFields = Omit<Learner, 'id' | 'externalId' | 'version' | 'portal' | 'linkedSites' | 'registeredAt'>

export interface LearnerRepository {
  find(id: number): Promise<Learner | undefined>
  findByExternalId(externalId: string): Promise<Learner | undefined>
  /** Learners whose own address this is, in any portal. */
  listByEmail(email: string): Promise<readonly Learner[]>
  /** The learner of that portal who signs in with the address, or who has it as a further one. */
  findEmailOwner(portal: string, email: string, exceptId: number): Promise<Learner | undefined>
  /**
   * Writes the given fields if the row still has that version, keeps a former name or address to be found by,
   * and answers the new version; `stale` when somebody changed the row meanwhile.
   */
  update(id: number, version: number, fields: Partial<LearnerFields>, at: Instant): Promise<number | 'stale'>
}
