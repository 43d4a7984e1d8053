import type { ServicePorts } from '../ports/service-ports'
import { createConflictService, type ConflictService } from './conflict-service'
import { createOpeningService, type OpeningService } from './import-opening'
import { createRefusedRowService, type RefusedRowService } from './import-refused-rows'
import { createImportService, type ImportService } from './import-service'

/** The use cases of the exchange import. */
export interface ImportServices {
  readonly imports: ImportService
  readonly conflicts: ConflictService
  readonly refusedRows: RefusedRowService
  readonly opening: OpeningService
}

/** What the import uses of what services are given. */
export type ImportPorts = Pick<ServicePorts, 'unitOfWork' | 'clock' | 'log' | 'exchange' | 'pace' | 'dialogs' | 'files' | 'sampleFolder'>

/** Wires the import; part of `createServices`. */
export function createImportServices(ports: ImportPorts): ImportServices {
  const imports = createImportService(ports)
  return {
    imports,
    conflicts: createConflictService(ports),
    refusedRows: createRefusedRowService(ports),
    opening: createOpeningService(ports, imports),
  }
}
