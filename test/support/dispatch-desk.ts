import { refuse } from '@shared/model/result'
import { nodePorts } from '../../main/adapters/node-ports'
import { fixedClock } from '../../main/adapters/system-clock'
import { windowlessPorts } from '../../main/adapters/windowless-ports'
import { recoveryHandlers } from '../../main/ipc/handlers/backup-handlers'
import type { StoreKeeper } from '../../main/ports/store-keeper'
import { createRecoveryService } from '../../main/services/recovery-service'
import { sampleNow } from './temporary-desk'
import { randomIds } from '../../main/adapters/random-ids'
import { createDispatch, type Dispatch, type DispatchParts } from '../../main/ipc/dispatch'
import { createHandlers } from '../../main/ipc/handlers'
import { createPreferenceService } from '../../main/services/preference-service'
import { openSampleDesk } from './sample-desk'
import type { TemporaryDesk } from './temporary-desk'

/** A fault that was logged, with what was noted beside it. */
export interface LoggedFault {
  readonly event: string
  readonly message: string
  readonly facts: Readonly<Record<string, unknown>>
}

/** The sample desk behind the one door, as the window has it. */
export interface DispatchDesk {
  readonly desk: TemporaryDesk
  readonly faults: LoggedFault[]
  /** The door, with parts put in place of the usual ones. */
  door(parts?: Partial<DispatchParts>): Dispatch
}

/** Opens the sample with every handler on it; preferences are kept in memory, the system's dialogs are closed at once. */
export async function openDispatchDesk(): Promise<DispatchDesk> {
  const desk = await openSampleDesk()
  const faults: LoggedFault[] = []
  let preferences: unknown
  const preferenceService = createPreferenceService({ read: () => preferences, write: (next) => (preferences = next) }, () => undefined)
  const ports = nodePorts({ folder: desk.folder, clock: fixedClock(sampleNow), log: { info: () => undefined, fault: () => undefined }, environment: {} })
  // The store is open here; what replaces it is tested behind the window's own keeper.
  const keeper: StoreKeeper = { problem: () => Promise.resolve(null), restore: () => Promise.resolve(refuse('store_in_use')), saveReadable: () => Promise.resolve(refuse('store_in_use')), quit: () => undefined }
  const handlers = createHandlers(desk.services, preferenceService, windowlessPorts.dialogs, recoveryHandlers(createRecoveryService(ports, keeper)))
  const usual: DispatchParts = {
    handlers: () => Promise.resolve(handlers),
    session: () => ({ acting: desk.acting, roles: ['agent', 'coordinator', 'supervisor'] }),
    ids: randomIds,
    log: { info: () => undefined, fault: (event, fault, facts = {}) => void faults.push({ event, message: fault instanceof Error ? fault.message : String(fault), facts }) },
    checksOutput: true,
  }
  return { desk, faults, door: (parts = {}) => createDispatch({ ...usual, ...parts }) }
}
