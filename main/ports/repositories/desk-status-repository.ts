import type { HomeRowView } from '@shared/contract/desk'
import type { Instant } from '@shared/model/instant'

/** How much the desk holds and what of it waits. */
export interface DeskCounts {
  readonly learners: number
  readonly activities: number
  readonly claims: number
  readonly tickets: number
  readonly ticketsWithoutLearner: number
  /** Queued or held back. */
  readonly mailWaiting: number
  /** Failed, bounced, or of unknown fate. */
  readonly mailFailed: number
  readonly drafts: number
  readonly openConflicts: number
  /** Identifiers that fail their check, in learners and activities. */
  readonly flagged: number
  /** Findings of the whole-record checker that say something is wrong and that nobody accepted. */
  readonly checkFindings: number
}

export interface LastImport {
  readonly id: number
  readonly state: string
  readonly at: Instant
  readonly refused: number
}

/** A span of time: from its first instant until before its end. */
export interface Span {
  readonly from: Instant
  readonly before: Instant
}

/** A row of the home page as stored: `email` is masked above the store where it stands in for a name. */
export interface WaitingRow {
  readonly kind: HomeRowView['kind']
  readonly state: string
  readonly at: Instant | null
  readonly who: string
  readonly email: string
  readonly what: string
  readonly learnerId: number | null
  readonly recordId: number
}

export interface DeskStatusRepository {
  hasLearners(): Promise<boolean>
  counts(): Promise<DeskCounts>
  lastImport(): Promise<LastImport | undefined>
  countClaims(span: Span): Promise<number>
  /** Credit types changed at the desk, those taken back not counted. */
  countCorrections(span: Span): Promise<number>
  /** Tickets and mail that wait for the desk, oldest first. */
  listWaiting(limit: number): Promise<readonly WaitingRow[]>
  /** Mail that did not arrive, fields to decide, identifiers that fail their check, an import that broke off. */
  listFailing(limit: number): Promise<readonly WaitingRow[]>
  /** What was done last: imports and mail handed over, newest first. */
  listRecent(limit: number): Promise<readonly WaitingRow[]>
}
