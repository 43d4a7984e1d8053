import type { Result } from '@shared/model/result'
import type { CopyProblem, StoreCopy } from './store-copy'
import type { ActivityRepository } from './repositories/activity-repository'
import type { CertificateRepository } from './repositories/certificate-repository'
import type { ClaimActRepository } from './repositories/claim-act-repository'
import type { ClaimRepository } from './repositories/claim-repository'
import type { EnrolmentRepository } from './repositories/enrolment-repository'
import type { DiscountCodeRepository } from './repositories/discount-code-repository'
import type { EventSessionRepository } from './repositories/event-session-repository'
import type { ExceptionRepository } from './repositories/exception-repository'
import type { NumberSeriesRepository } from './repositories/number-series-repository'
import type { OrderRepository } from './repositories/order-repository'
import type { ReceiptRepository } from './repositories/receipt-repository'
import type { ReportRepository } from './repositories/report-repository'
import type { TranscriptRepository } from './repositories/transcript-repository'
import type { AuditRepository } from './repositories/audit-repository'
import type { ExchangeRepository } from './repositories/exchange-repository'
import type { ImportRepository } from './repositories/import-repository'
import type { ActivityListRepository } from './repositories/activity-list-repository'
import type { DiagnosisRepository } from './repositories/diagnosis-repository'
import type { DeskStatusRepository } from './repositories/desk-status-repository'
import type { FinderRepository } from './repositories/finder-repository'
import type { LearnerRecordRepository } from './repositories/learner-record-repository'
import type { LearnerRepository } from './repositories/learner-repository'
import type { OutboxRepository } from './repositories/outbox-repository'
import type { RecordCheckRepository, RecordScanRepository } from './repositories/record-check-repository'
import type { ReferenceRepository } from './repositories/reference-repository'
import type { ResetRepository } from './repositories/reset-repository'
import type { PlaybookRepository } from './repositories/playbook-repository'
import type { PortalRepository } from './repositories/portal-repository'
import type { SettingRepository } from './repositories/setting-repository'
import type { SigningKeyRepository } from './repositories/signing-key-repository'
import type { TicketRepository } from './repositories/ticket-repository'

/** Everything a unit of work can read and write; a service picks what it uses. */
export interface Repositories {
  readonly activities: ActivityRepository
  readonly certificates: CertificateRepository
  readonly claimActs: ClaimActRepository
  readonly claims: ClaimRepository
  readonly enrolments: EnrolmentRepository
  readonly discountCodes: DiscountCodeRepository
  readonly eventSessions: EventSessionRepository
  readonly exceptions: ExceptionRepository
  readonly numberSeries: NumberSeriesRepository
  readonly orders: OrderRepository
  readonly receipts: ReceiptRepository
  readonly reports: ReportRepository
  readonly transcripts: TranscriptRepository
  readonly audit: AuditRepository
  readonly exchange: ExchangeRepository
  readonly imports: ImportRepository
  readonly activityList: ActivityListRepository
  readonly deskStatus: DeskStatusRepository
  readonly diagnoses: DiagnosisRepository
  readonly finder: FinderRepository
  readonly learnerRecords: LearnerRecordRepository
  readonly learners: LearnerRepository
  readonly outbox: OutboxRepository
  readonly recordChecks: RecordCheckRepository
  readonly recordScan: RecordScanRepository
  readonly references: ReferenceRepository
  readonly resets: ResetRepository
  readonly playbooks: PlaybookRepository
  readonly portals: PortalRepository
  readonly settings: SettingRepository
  readonly signingKeys: SigningKeyRepository
  readonly tickets: TicketRepository
}

/**
 * One transaction: `run` commits when the work answers `ok`, rolls back on a refusal or a throw, and publishes the
 * topics of what was written after the commit. Inside it, await the repositories only: no network, dialog or paper.
 */
export interface UnitOfWork {
  run<Answer extends Result<unknown>>(work: (repositories: Repositories) => Promise<Answer>): Promise<Answer>
  /** Reads at one moment in time; anything written inside is a bug and is rolled back. */
  read<Value>(work: (repositories: Repositories) => Promise<Value>): Promise<Value>
  /** Makes a copy of the store as it is now, for a dry run. */
  rehearse(): Promise<Rehearsal>
  /** Writes the store as it is at one moment into a file of its own, read through before it takes that name. */
  copyTo(file: string): Promise<Result<StoreCopy, CopyProblem>>
}

/** A copy of the store to try something on; what is written there never reaches the desk. */
export interface Rehearsal {
  readonly unitOfWork: UnitOfWork
  discard(): Promise<void>
}
