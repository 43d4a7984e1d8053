import type { CivilDate } from '@shared/model/civil-date'
import type { ActivityFormat } from '@shared/model/field-codes'

export interface PackagedActivity {
  readonly title: string
  readonly expiresOn: CivilDate | null
}

/** What playbooks read beside the learner's record and the diagnosis. */
export interface PlaybookRepository {
  /** The activities of the packages in an order, soonest to expire first, those without a last day at the end (H43, H44). */
  listPackaged(orderId: number): Promise<readonly PackagedActivity[]>
  /** Titles of a portal's activities of these forms that have not expired by that day, three at most; live ones only while they are to come. */
  listCurrentTitles(query: { readonly portal: string; readonly formats: readonly ActivityFormat[]; readonly today: CivilDate }): Promise<readonly string[]>
}
