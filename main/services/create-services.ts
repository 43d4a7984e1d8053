import type { ServicePorts } from '../ports/service-ports'
import { createPaperServices, type PaperServices } from './create-paper-services'
import { claimActUndoings } from './claim-act-undoing'
import { createActivityCatalogueService, type ActivityCatalogueService } from './activity-catalogue-service'
import { createBackupService, type BackupService } from './backup-service'
import { createDeskStatusService, type DeskStatusService } from './desk-status-service'
import { createDiagnosisService, type DiagnosisService } from './diagnosis-service'
import { createFindService, type FindService } from './find-service'
import { createImportServices, type ImportServices } from './create-import-services'
import { createRecordActServices, type RecordActServices } from './create-record-act-services'
import { createHistoryService, type HistoryService } from './history-service'
import { createLearnerRecordService, type LearnerRecordService } from './learner-record-service'
import { createLearnerService, type LearnerService } from './learner-service'
import { createOutboxService, type OutboxService } from './outbox-service'
import { createPortalService, type PortalService } from './portal-service'
import { createRecordCheckService, type RecordCheckService } from './record-check-service'
import { recordCheckUndoings } from './record-check-fixing'
import { createPlaybookService, type PlaybookService } from './playbook-service'
import { createReferenceService, type ReferenceService } from './reference-service'
import { createResetService, type ResetService } from './reset-service'
import { createSettingService, type SettingService } from './setting-service'
import { createTicketService, type TicketService } from './ticket-service'

/** Every use case of the desk; the window, the command line and the tests enter here. */
export interface Services extends PaperServices, ImportServices, RecordActServices {
  readonly activityCatalogue: ActivityCatalogueService
  readonly backups: BackupService
  readonly deskStatus: DeskStatusService
  readonly diagnoses: DiagnosisService
  readonly find: FindService
  readonly learnerRecords: LearnerRecordService
  readonly learners: LearnerService
  readonly history: HistoryService
  readonly portals: PortalService
  readonly recordChecks: RecordCheckService
  readonly playbooks: PlaybookService
  readonly references: ReferenceService
  readonly outbox: OutboxService
  readonly resets: ResetService
  readonly settings: SettingService
  readonly tickets: TicketService
}

/** Wires the services: no container, no context that knows everything; a service receives what it uses. */
export function createServices(ports: ServicePorts): Services {
  const playbooks = createPlaybookService(ports)
  const learners = createLearnerService(ports)
  const paper = createPaperServices(ports)
  const portals = createPortalService(ports)
  const imports = createImportServices(ports)
  const tickets = createTicketService(ports)
  const recordActs = createRecordActServices(ports)
  const history = createHistoryService(ports, [
    playbooks.undoing,
    learners.undoing,
    imports.conflicts.undoing,
    ...paper.claims.undoings,
    ...claimActUndoings,
    paper.claimVoids.undoing,
    ...recordActs.undoings,
    ...tickets.undoings,
    ...recordCheckUndoings,
    portals.undoing,
  ])
  return {
    ...paper,
    ...imports,
    ...recordActs.services,
    learnerRecords: createLearnerRecordService(ports),
    learners,
    history,
    portals,
    recordChecks: createRecordCheckService(ports),
    playbooks,
    references: createReferenceService(ports),
    outbox: createOutboxService({ ...ports, attachmentOf: (number) => paper.paper.attachmentOf(number) }),
    resets: createResetService(ports),
    settings: createSettingService(ports),
    tickets,
    activityCatalogue: createActivityCatalogueService(ports),
    backups: createBackupService(ports),
    deskStatus: createDeskStatusService(ports),
    diagnoses: createDiagnosisService(ports),
    find: createFindService(ports),
  }
}
