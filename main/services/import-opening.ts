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
  startEmpty(): Promise<HandlerResult<'desk.startEmpty'>>
}

export function createOpeningService(
  { unitOfWork, sampleFolder }: Pick<ServicePorts, 'unitOfWork' | 'sampleFolder'>,
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
      await unitOfWork.run(async ({ settings, exchange }) => {
        await settings.put(deskStartedSetting, 'sample')
        exchange.announce(['desk'])
        return ok(null)
      })
      return started
    },
    startEmpty() {
      return unitOfWork.run(async ({ settings, exchange }) => {
        if ((await settings.find(deskStartedSetting)) === undefined) await settings.put(deskStartedSetting, 'empty')
        exchange.announce(['desk'])
        return ok({})
      })
    },
  }
}
