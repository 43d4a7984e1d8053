/** The kinds of record a verdict can point at. */
export const evidenceRecordKinds = ['learner', 'activity', 'enrolment', 'earned_credit', 'claim', 'certificate', 'membership', 'report', 'exception', 'portal'] as const
export type EvidenceRecordKind = (typeof evidenceRecordKinds)[number]

/** Which value of which record a verdict rests on. `field` is the column's name of the exchange format, `value` as it is written there. */
export interface Evidence {
  readonly recordKind: EvidenceRecordKind
  /** The record's identifier, as the facts gave it. */
  readonly record: string
  readonly field: string
  /** Null: not known. */
  readonly value: string | null
}
