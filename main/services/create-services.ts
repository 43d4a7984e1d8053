import type { ServicePorts } from '../ports/service-ports'
import { createImportServices, type ImportServices } from './create-import-services'
import { createHistoryService, type HistoryService } from './history-service'
import { createLearnerRecordService, type LearnerRecordService } from './learner-record-service'
import { createLearnerService, type LearnerService } from './learner-service'

/** Every use case of the desk; the window, the command line and the tests enter here. */
export interface Services extends ImportServices {
  readonly learnerRecords: LearnerRecordService
  readonly learners: LearnerService
  readonly history: HistoryService
}

/** Wires the services: no container, no context that knows everything; a service receives what it uses. */
export function createServices(ports: ServicePorts): Services {
  const learners = createLearnerService(ports)
  const history = createHistoryService(ports, [learners.undoing])
  return { ...createImportServices(ports), learnerRecords: createLearnerRecordService(ports), learners, history }
}
