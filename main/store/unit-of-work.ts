import type { Knex } from 'knex'
import type { Topic } from '@shared/contract'
import type { Result } from '@shared/model/result'
import type { Repositories, UnitOfWork } from '../ports/unit-of-work'
import type { MarkTopic } from './mark-topic'
import { createActivityRepository } from './repositories/activity-repository'
import { createCertificateRepository } from './repositories/certificate-repository'
import { createClaimActRepository } from './repositories/claim-act-repository'
import { createClaimRepository } from './repositories/claim-repository'
import { createEnrolmentRepository } from './repositories/enrolment-repository'
import { createDiscountCodeRepository } from './repositories/discount-code-repository'
import { createEventSessionRepository } from './repositories/event-session-repository'
import { createExceptionRepository } from './repositories/exception-repository'
import { createNumberSeriesRepository } from './repositories/number-series-repository'
import { createOrderRepository } from './repositories/order-repository'
import { createReceiptRepository } from './repositories/receipt-repository'
import { createReportRepository } from './repositories/report-repository'
import { createTranscriptRepository } from './repositories/transcript-repository'
import { createAuditRepository } from './repositories/audit-repository'
import { createExchangeRepository } from './repositories/exchange-repository'
import { createImportRepository } from './repositories/import-repository'
import { createActivityListRepository } from './repositories/activity-list-repository'
import { createDeskStatusRepository } from './repositories/desk-status-repository'
import { createDiagnosisRepository } from './repositories/diagnosis-repository'
import { createFinderRepository } from './repositories/finder-repository'
import { createLearnerRecordRepository } from './repositories/learner-record-repository'
import { createLearnerRepository } from './repositories/learner-repository'
import { createOutboxRepository } from './repositories/outbox-repository'
import { createRecordCheckRepository } from './repositories/record-check-repository'
import { createRecordScanRepository } from './repositories/record-scan-repository'
import { createReferenceRepository } from './repositories/reference-repository'
import { createResetRepository } from './repositories/reset-repository'
import { createPlaybookRepository } from './repositories/playbook-repository'
import { createPortalRepository } from './repositories/portal-repository'
import { createSettingRepository } from './repositories/setting-repository'
import { createSigningKeyRepository } from './repositories/signing-key-repository'
import { createTicketRepository } from './repositories/ticket-repository'

function repositoriesOn(connection: Knex, mark: MarkTopic): Repositories {
  return {
    activities: createActivityRepository(connection),
    certificates: createCertificateRepository(connection, mark),
    claimActs: createClaimActRepository(connection, mark),
    claims: createClaimRepository(connection, mark),
    enrolments: createEnrolmentRepository(connection, mark),
    discountCodes: createDiscountCodeRepository(connection),
    eventSessions: createEventSessionRepository(connection),
    exceptions: createExceptionRepository(connection, mark),
    numberSeries: createNumberSeriesRepository(connection),
    orders: createOrderRepository(connection),
    receipts: createReceiptRepository(connection, mark),
    reports: createReportRepository(connection, mark),
    transcripts: createTranscriptRepository(connection, mark),
    audit: createAuditRepository(connection, mark),
    exchange: createExchangeRepository(connection, mark),
    imports: createImportRepository(connection, mark),
    activityList: createActivityListRepository(connection),
    deskStatus: createDeskStatusRepository(connection),
    diagnoses: createDiagnosisRepository(connection),
    finder: createFinderRepository(connection),
    learnerRecords: createLearnerRecordRepository(connection),
    learners: createLearnerRepository(connection, mark),
    outbox: createOutboxRepository(connection, mark),
    recordChecks: createRecordCheckRepository(connection, mark),
    recordScan: createRecordScanRepository(connection),
    references: createReferenceRepository(connection),
    resets: createResetRepository(connection, mark),
    portals: createPortalRepository(connection, mark),
    playbooks: createPlaybookRepository(connection),
    settings: createSettingRepository(connection, mark),
    signingKeys: createSigningKeyRepository(connection),
    tickets: createTicketRepository(connection, mark),
  }
}

/** Units of work over the one connection; a second one waits until the first has ended. */
export function createUnitOfWork(knex: Knex, publish: (topics: readonly Topic[]) => void, copies: Pick<UnitOfWork, 'rehearse' | 'copyTo'>): UnitOfWork {
  return {
    async run<Answer extends Result<unknown>>(work: (repositories: Repositories) => Promise<Answer>): Promise<Answer> {
      const changed = new Set<Topic>()
      const transaction = await knex.transaction()
      let answer: Answer
      try {
        answer = await work(repositoriesOn(transaction, (topic) => changed.add(topic)))
        await (answer.ok ? transaction.commit() : transaction.rollback())
      } catch (error) {
        if (!transaction.isCompleted()) await transaction.rollback()
        throw error
      }
      if (answer.ok && changed.size > 0) publish([...changed])
      return answer
    },
    async read<Value>(work: (repositories: Repositories) => Promise<Value>): Promise<Value> {
      const transaction = await knex.transaction()
      try {
        return await work(repositoriesOn(transaction, () => undefined))
      } finally {
        await transaction.rollback()
      }
    },
    ...copies,
  }
}
