import type { ServicePorts } from '../ports/service-ports'
import { createEnrolmentService, type EnrolmentService } from './enrolment-service'
import { createEventCodeService, type EventCodeService } from './event-code-service'
import { createExceptionService, type ExceptionService } from './exception-service'
import type { Undoing } from './undoing'

/** The acts on enrolments and people, and the exceptions ledger. */
export interface RecordActServices {
  readonly exceptions: ExceptionService
  readonly enrolments: EnrolmentService
  readonly eventCodes: EventCodeService
}

/** Builds them, with the ways back that the history needs. */
export function createRecordActServices(ports: ServicePorts): { readonly services: RecordActServices; readonly undoings: readonly Undoing[] } {
  const services: RecordActServices = {
    exceptions: createExceptionService(ports),
    enrolments: createEnrolmentService(ports),
    eventCodes: createEventCodeService(ports),
  }
  return { services, undoings: [...services.exceptions.undoings, services.enrolments.undoing] }
}
