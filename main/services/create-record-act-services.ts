import type { ServicePorts } from '../ports/service-ports'
import { createDiscountCodeService, type DiscountCodeService } from './discount-code-service'
import { createEnrolmentService, type EnrolmentService } from './enrolment-service'
import { createEventCodeService, type EventCodeService } from './event-code-service'
import { createExceptionService, type ExceptionService } from './exception-service'
import { createNameChangeService, type NameChangeService } from './name-change-service'
import { createProfessionChangeService, type ProfessionChangeService } from './profession-change-service'
import type { Undoing } from './undoing'

/** The acts on enrolments and people, and the exceptions ledger. */
export interface RecordActServices {
  readonly exceptions: ExceptionService
  readonly enrolments: EnrolmentService
  readonly eventCodes: EventCodeService
  readonly names: NameChangeService
  readonly professions: ProfessionChangeService
  readonly discountCodes: DiscountCodeService
}

/** Builds them, with the ways back that the history needs. */
export function createRecordActServices(ports: ServicePorts): { readonly services: RecordActServices; readonly undoings: readonly Undoing[] } {
  const services: RecordActServices = {
    exceptions: createExceptionService(ports),
    enrolments: createEnrolmentService(ports),
    eventCodes: createEventCodeService(ports),
    names: createNameChangeService(ports),
    professions: createProfessionChangeService(ports),
    discountCodes: createDiscountCodeService(ports),
  }
  return { services, undoings: [...services.exceptions.undoings, services.enrolments.undoing, services.names.undoing, services.professions.undoing] }
}
