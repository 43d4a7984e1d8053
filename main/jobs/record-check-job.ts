import { addDays, type CivilDate } from '@shared/model/civil-date'
import { wallClockIn, type Instant } from '@shared/model/instant'
import type { Acting } from '../ports/acting'
import type { Clock } from '../ports/clock'
import type { Log } from '../ports/log'
import type { RecordCheckService } from '../services/record-check-service'

/** Checks the whole record once a night while the desk is open, and in the morning where it was closed. */
export interface RecordCheckJob {
  start(): void
  /** Cancels a check under way, which ends within one part. */
  stop(): Promise<void>
}

export interface RecordCheckJobParts {
  readonly recordChecks: Pick<RecordCheckService, 'runToEnd' | 'lastComplete' | 'deskZone'>
  readonly clock: Clock
  readonly log: Log
  readonly operatingSystemUser: string
  readonly everyMilliseconds?: number
  /** From the start of the desk to the first look: the first screens go first. */
  readonly firstAfterMilliseconds?: number
}

const nightHour = 3

/** The day whose night has passed by then: today from three o'clock on, else yesterday. */
function nightOf(instant: Instant, zone: string): CivilDate {
  const wall = wallClockIn(instant, zone)
  return wall.hour >= nightHour ? wall.date : addDays(wall.date, -1)
}

/** Whether a check is due: none came to its end since the last three o'clock in the zone. */
export function isCheckDue(now: Instant, lastComplete: Instant | null, zone: string): boolean {
  return lastComplete === null || nightOf(lastComplete, zone) < nightOf(now, zone)
}

export function createRecordCheckJob(parts: RecordCheckJobParts): RecordCheckJob {
  const { recordChecks, clock, log, operatingSystemUser, everyMilliseconds = 600_000, firstAfterMilliseconds = 60_000 } = parts
  const acting: Acting = { actor: 'record check', operatingSystemUser, via: 'job' }
  const stopping = new AbortController()
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()

  async function look(): Promise<void> {
    try {
      if (!isCheckDue(clock.now(), await recordChecks.lastComplete(), await recordChecks.deskZone())) return
      const run = await recordChecks.runToEnd(acting, stopping.signal)
      if (run.ok) log.info('record_checked', { state: run.value.state, found: run.value.progress.found, milliseconds: run.value.milliseconds })
    } catch (fault) {
      log.fault('record_check_failed', fault)
    }
  }

  function later(milliseconds: number): void {
    if (stopping.signal.aborted) return
    timer = setTimeout(() => {
      running = look().finally(() => later(everyMilliseconds))
    }, milliseconds)
    // A check that is due some day keeps no process alive.
    timer.unref()
  }

  return {
    start() {
      // Nights do not pass where the clock stands still.
      if (clock.standsStill !== true) later(firstAfterMilliseconds)
    },
    async stop() {
      stopping.abort()
      clearTimeout(timer)
      await running
    },
  }
}
