import type { HandlerResult } from '@shared/contract'
import { ok, refuse } from '@shared/model/result'
import type { Acting } from '../ports/acting'
import type { ServicePorts } from '../ports/service-ports'
import type { ImportService } from './import-service'

/** Settings that say how this desk began: `empty` or `sample`; missing until a person chose. */
export const deskStartedSetting = 'desk.started'

export interface OpeningService {
  /** First start: takes the sample records in; refused when there are records already. */
  openSample(acting: Acting): Promise<HandlerResult<'desk.openSample'>>
  /** First start: a desk without records. Chosen again it changes nothing. */
  startEmpty(acting: Acting): Promise<HandlerResult<'desk.startEmpty'>>
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
      await unitOfWork.run(async ({ settings, exchange, audit }) => {
        await settings.put(deskStartedSetting, 'sample')
        await audit.append({ at: clock.now(), operation: 'desk.openSample', entity: 'desk', entityId: null, learnerId: null, reason: '', before: {}, after: { started: 'sample' } }, acting)
        exchange.announce(['desk'])
        return ok(null)
      })
      return started
    },
    startEmpty(acting) {
      return unitOfWork.run(async ({ settings, exchange, audit }) => {
        if ((await settings.find(deskStartedSetting)) !== undefined) return ok({})
        await settings.put(deskStartedSetting, 'empty')
        await audit.append({ at: clock.now(), operation: 'desk.startEmpty', entity: 'desk', entityId: null, learnerId: null, reason: '', before: {}, after: { started: 'empty' } }, acting)
        exchange.announce(['desk'])
        return ok({})
      })
    },
  }
}
