import { userInfo } from 'node:os'
import { ok, type Result } from '@shared/model/result'
import { createFileLog } from '../adapters/file-log'
import { nodePorts } from '../adapters/node-ports'
import { fixedClock, systemClock } from '../adapters/system-clock'
import type { Acting } from '../ports/acting'
import type { Clock } from '../ports/clock'
import type { Log } from '../ports/log'
import { createServices, type Services } from '../services/create-services'
import type { StoreProblem } from '../store/connection'
import { openStore } from '../store/open-store'
import type { FrameArguments } from './arguments'

/** A desk that is this process's own until it is closed. */
export interface DeskForCli {
  readonly services: Services
  readonly clock: Clock
  readonly acting: Acting
  readonly log: Log
  close(): Promise<void>
}

/** Who is logged in at the machine; a user without a name in the system's list is known by number. */
export function operatingSystemUser(): string {
  try {
    return userInfo().username
  } catch {
    return `uid ${String(process.getuid?.() ?? 'unknown')}`
  }
}

/** The call's own clock. */
export function clockFor(frame: FrameArguments): Clock {
  return frame.now === undefined ? systemClock : fixedClock(frame.now)
}

/** Who acts, as the audit names it. */
export function actingForCli(frame: FrameArguments): Acting {
  const user = operatingSystemUser()
  return { actor: frame.as ?? user, operatingSystemUser: user, via: 'cli' }
}

/** Opens the folder's store, settles what a crash left in flight, and wires the services. */
export async function openDeskForCli(folder: string, frame: FrameArguments, environment: NodeJS.ProcessEnv): Promise<Result<DeskForCli, StoreProblem>> {
  const clock = clockFor(frame)
  const opened = await openStore(folder, clock)
  if (!opened.ok) return opened
  const store = opened.value
  const log = createFileLog(folder)
  try {
    const services = createServices({ ...nodePorts({ folder, clock, log, environment }), unitOfWork: store.unitOfWork })
    await services.outbox.settleInterrupted()
    await services.imports.recover()
    await services.recordChecks.recover()
    return ok({
      services,
      clock,
      log,
      acting: actingForCli(frame),
      close: () => store.close(),
    })
  } catch (error) {
    await store.close()
    throw error
  }
}
