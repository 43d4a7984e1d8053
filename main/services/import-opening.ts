import type { HandlerResult } from '@shared/contract'
import { ok, refuse } from '@shared/model/result'
import type { Acting } from '../ports/acting'
import type { ServicePorts } from '../ports/service-ports'
import type { ImportService } from './import-service'

export interface OpeningService {
  /** First start: takes the sample records in; refused when there are records already. The import shows its progress. */
  openSample(acting: Acting): Promise<HandlerResult<'desk.openSample'>>
}

export function createOpeningService(
  { unitOfWork, clock, sampleFolder }: Pick<ServicePorts, 'unitOfWork' | 'clock' | 'sampleFolder'>,
  imports: ImportService,
): OpeningService {
  return {
    async openSample(acting) {
      const empty = await unitOfWork.read(({ exchange }) => exchange.isEmpty())
      if (!empty) return refuse('desk_not_empty')
      const started = await imports.start({ folder: sampleFolder, dryRun: false }, acting)
      if (!started.ok) {
        if (started.error.code === 'import_running') return refuse('import_running')
        throw new Error(`the sample is not where it belongs: ${started.error.code}`)
      }
      await unitOfWork.run(async ({ settings, audit, exchange }) => {
        const at = clock.now()
        await settings.put('desk.started', at)
        await settings.put('desk.sample', at)
        await audit.append({ at, operation: 'desk.openSample', entity: 'desk', entityId: null, learnerId: null, reason: '', before: {}, after: { started: at } }, acting)
        exchange.announce(['desk'])
        return ok(null)
      })
      return started
    },
  }
}
