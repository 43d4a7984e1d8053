/** Kinds of record that scripts name by the store's own identifier or by the exchange folder's key. */
export const referredKinds = ['learner', 'activity', 'enrolment', 'claim', 'order'] as const
export type ReferredKind = (typeof referredKinds)[number]

/** Finds a record by what people and scripts call it. */
export interface ReferenceRepository {
  exists(kind: ReferredKind, id: number): Promise<boolean>
  /** The record with that key of the exchange folder. */
  findByExternalId(kind: ReferredKind, externalId: string): Promise<number | undefined>
  /** Learners who sign in with that address, in any portal. */
  listLearnersBySignInAddress(email: string): Promise<readonly number[]>
  /** Learners who have it as a further address. */
  listLearnersByFurtherAddress(email: string): Promise<readonly number[]>
}
