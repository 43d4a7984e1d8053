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
  const handlers = createHandlers(desk.services, preferenceService, { chooseFolder: () => Promise.resolve(null), saveFile: () => Promise.resolve(null) })
  const usual: DispatchParts = {
    handlers: () => Promise.resolve(handlers),
    session: () => ({ acting: desk.acting, roles: ['agent', 'coordinator', 'supervisor'] }),
    ids: randomIds,
    log: { info: () => undefined, fault: (event, fault, facts = {}) => void faults.push({ event, message: fault instanceof Error ? fault.message : String(fault), facts }) },
    checksOutput: true,
  }
  return { desk, faults, door: (parts = {}) => createDispatch({ ...usual, ...parts }) }
}
