import type { CivilDate } from '@shared/model/civil-date'
import type { Instant } from '@shared/model/instant'
import type { Evidence } from '@shared/policy/evidence'
import type { RecordCheckFix, RecordCheckKind, RecordCheckVerdict } from '@shared/policy/record-check'
import type { CheckedIdentifiers, SharedIdentifierFacts } from '@shared/policy/record-check-identifiers'
import type { ClaimGroupFacts, StandingClaimFacts, TwinClaimFacts, TwinFacts } from '@shared/policy/record-check-claims'
import type { CheckedCertificateFacts, CheckedReportFacts } from '@shared/policy/record-check-papers'

/** Whose and what a suspect is about, as numbers of the store. */
export interface SuspectPlace {
  readonly learnerId: number | null
  readonly activityId: number | null
  readonly claimId: number | null
}

/** A record that may be at fault: the database narrowed, the policy decides. */
export interface Suspect<Facts> {
  readonly place: SuspectPlace
  readonly facts: Facts
}

/** Numbers of a table's rows: above `after`, up to and with `to`. */
export interface NumberRange {
  readonly after: number
  readonly to: number
}

export const checkedTables = ['claims', 'learners', 'certificates', 'reports', 'activity_credits'] as const
export type CheckedTable = (typeof checkedTables)[number]

type WithoutPortal<Facts> = Omit<Facts, 'portal'> & { readonly portalKey: string }

/** A set of activities that give one content in two ways, by number. */
export interface Twins {
  readonly content: string
  readonly activityIds: readonly number[]
}

/**
 * Reads what the whole-record checker judges: set by set, a range of numbers at a time, so that memory stays flat and
 * other work has its turn between two ranges. What is answered is always at least what the policy would object to.
 */
export interface RecordScanRepository {
  /** The highest number in each table; a table without rows has 0. */
  lastNumbers(): Promise<Readonly<Record<CheckedTable, number>>>
  /** Standing claims that lack a step or were made after the expiry; of `by_topic` portals the day of the first credit beside it. */
  listClaimSuspects(range: NumberRange): Promise<readonly Suspect<WithoutPortal<StandingClaimFacts>>[]>
  /** Standing claims by learner, activity and type that exceed the designation or stand more than once, for learners of the range. */
  listClaimGroups(range: NumberRange): Promise<readonly Suspect<WithoutPortal<ClaimGroupFacts>>[]>
  /** Every activity as far as twins can be told. */
  listActivitiesForTwins(): Promise<readonly TwinFacts[]>
  /** Standing claims of one type in more than one activity of a content, for learners of the range; days are of the activity's portal's zone, which `zoneOf` names. */
  listTwinClaims(range: NumberRange, twins: readonly Twins[], zoneOf: (portal: string) => string): Promise<readonly Suspect<TwinClaimFacts>[]>
  listCertificateSuspects(range: NumberRange): Promise<readonly Suspect<CheckedCertificateFacts>[]>
  listReportSuspects(range: NumberRange): Promise<readonly Suspect<CheckedReportFacts>[]>
  /** Every learner of the range that has an identifier. */
  listIdentifiers(range: NumberRange): Promise<readonly Suspect<CheckedIdentifiers>[]>
  listActivityNumbers(range: NumberRange): Promise<readonly Suspect<{ readonly activityId: string; readonly accreditationNumber: string }>[]>
  /** Identifiers that stand in more than one record, in order, after `after`; `next` is null at the end. */
  listSharedIdentifiers(
    field: SharedIdentifierFacts['field'],
    after: readonly [string, string],
    limit: number,
  ): Promise<{ readonly suspects: readonly (Suspect<SharedIdentifierFacts> & { readonly otherLearnerId: number | null })[]; readonly next: readonly [string, string] | null }>
}

export const recordCheckStates = ['running', 'cancelling', 'cancelled', 'finished', 'failed', 'interrupted'] as const
export type RecordCheckState = (typeof recordCheckStates)[number]

/** How far a run is: parts done of all, and what it found so far. */
export interface RecordCheckProgress {
  readonly done: number
  readonly total: number
  readonly found: number
  readonly learners: number
  readonly claims: number
}

export interface RecordCheckRun {
  readonly id: number
  readonly state: RecordCheckState
  readonly actor: string
  readonly startedAt: Instant
  readonly finishedAt: Instant | null
  readonly milliseconds: number
  readonly progress: RecordCheckProgress
}

/** A verdict with its place and the key that tells it from every other. */
export interface FoundFault extends SuspectPlace {
  readonly key: string
  readonly otherLearnerId: number | null
  readonly verdict: RecordCheckVerdict
}

export interface CheckFinding {
  readonly id: number
  readonly version: number
  readonly key: string
  readonly kind: RecordCheckKind
  readonly fix: RecordCheckFix
  readonly rows: readonly string[]
  readonly evidence: readonly Evidence[]
  readonly date: CivilDate | null
  readonly learnerId: number | null
  readonly learnerExternalId: string
  readonly learnerName: string
  readonly activityId: number | null
  readonly activityExternalId: string
  readonly activityTitle: string
  readonly portal: string
  readonly claimId: number | null
  readonly claimExternalId: string
  readonly otherLearnerId: number | null
  readonly firstSeenAt: Instant
  readonly lastSeenAt: Instant
  readonly goneAt: Instant | null
  /** Null unless somebody accepted what is seen now. */
  readonly accepted: { readonly at: Instant; readonly by: string; readonly reason: string } | null
}

export const findingStates = ['open', 'accepted', 'gone'] as const
export type FindingState = (typeof findingStates)[number]

export interface FindingChoice {
  readonly state: FindingState
  readonly kind?: RecordCheckKind | undefined
  readonly learnerId?: number | undefined
  readonly portal?: string | undefined
}

/** Runs of the checker and what they found. */
export interface RecordCheckRepository {
  createRun(run: { readonly actor: string; readonly startedAt: Instant; readonly progress: RecordCheckProgress }): Promise<number>
  saveProgress(id: number, progress: RecordCheckProgress, milliseconds: number): Promise<void>
  setState(id: number, state: RecordCheckState, end?: { readonly finishedAt: Instant; readonly milliseconds: number }): Promise<void>
  /** Marks runs that a crash or a quit left behind. */
  interruptRunning(at: Instant): Promise<number>
  latestRun(): Promise<RecordCheckRun | undefined>
  /** The last run that went through to its end. */
  latestFinished(): Promise<RecordCheckRun | undefined>
  /** Keeps what a part of a run found: new ones begin, known ones were seen again, gone ones are back. */
  keep(runId: number, at: Instant, faults: readonly FoundFault[]): Promise<void>
  /** What a run that went to its end did not see again is gone. */
  settleGone(runId: number, at: Instant): Promise<number>
  find(id: number): Promise<CheckFinding | undefined>
  list(choice: FindingChoice, page: { readonly offset: number; readonly limit: number }): Promise<readonly CheckFinding[]>
  count(choice: FindingChoice): Promise<number>
  /** Open and accepted findings by kind; kinds without any are absent. */
  countByKind(): Promise<readonly { readonly kind: RecordCheckKind; readonly open: number; readonly accepted: number }[]>
  accept(finding: CheckFinding, acceptance: { readonly at: Instant; readonly by: string; readonly reason: string }): Promise<void>
  reopen(finding: CheckFinding): Promise<void>
  markGone(finding: CheckFinding, at: Instant): Promise<void>
  bringBack(finding: CheckFinding): Promise<void>
}
