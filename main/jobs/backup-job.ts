import type { Acting } from '../ports/acting'
import type { Log } from '../ports/log'
import type { BackupService } from '../services/backup-service'

/** Makes the scheduled back-ups while the window has the desk. */
export interface BackupJob {
  start(): void
  /** Waits for the back-up under way: half of one is none. */
  stop(): Promise<void>
}

export interface BackupJobParts {
  readonly backups: Pick<BackupService, 'makeIfDue'>
  readonly log: Log
  readonly operatingSystemUser: string
  /** Milliseconds between two looks at the schedule. */
  readonly everyMilliseconds?: number
}

export function createBackupJob({ backups, log, operatingSystemUser, everyMilliseconds = 60_000 }: BackupJobParts): BackupJob {
  const acting: Acting = { actor: 'CME Desk', operatingSystemUser, via: 'job' }
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  let stopped = false

  async function look(): Promise<void> {
    try {
      const made = await backups.makeIfDue(acting)
      if (!made.ok) log.info('backup_not_made', { code: made.error.code })
      else if (made.value) log.info('backup_made')
    } catch (error) {
      log.fault('backup_failed', error)
    }
  }

  function later(): void {
    if (stopped) return
    timer = setTimeout(() => {
      running = look().finally(later)
    }, everyMilliseconds)
  }

  return {
    start: later,
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
