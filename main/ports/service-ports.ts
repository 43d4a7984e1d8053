import type { Clock } from './clock'
import type { Ids } from './ids'
import type { Log } from './log'
import type { UnitOfWork } from './unit-of-work'

/** What every service may be given beside the unit of work; a service names the ones it uses. */
export interface ServicePorts {
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
}
