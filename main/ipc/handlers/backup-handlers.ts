import type { backupOperations, recoveryOperations } from '@shared/contract/backups'
import type { BackupService } from '../../services/backup-service'
import type { RecoveryService } from '../../services/recovery-service'
import type { HandlersOf } from './handler'

export function backupHandlers(backups: BackupService): HandlersOf<typeof backupOperations> {
  return {
    'backups.list': () => backups.list(),
    'backups.make': (_input, acting) => backups.make(acting),
    'backups.saveCopy': (_input, acting) => backups.saveCopy(acting),
  }
}

/** These answer whether the store is open or not. */
export function recoveryHandlers(recovery: RecoveryService): HandlersOf<typeof recoveryOperations> {
  return {
    'recovery.state': () => recovery.state(),
    'recovery.tryAgain': () => recovery.tryAgain(),
    'recovery.restore': (input, acting) => recovery.restore(input, acting),
    'recovery.saveReadable': () => recovery.saveReadable(),
    'recovery.quit': () => Promise.resolve(recovery.quit()),
  }
}
