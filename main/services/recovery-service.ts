import type { HandlerResult, Input } from '@shared/contract'
import { ok, refuse } from '@shared/model/result'
import type { Acting } from '../ports/acting'
import type { ServicePorts } from '../ports/service-ports'
import type { StoreKeeper } from '../ports/store-keeper'
import { viewOfBackup } from './backup-service'
import { prepareRestored } from './restore-preparation'

/** What can be done while the store cannot be opened, and from the settings while it is. */
export interface RecoveryService {
  state(): Promise<HandlerResult<'recovery.state'>>
  tryAgain(): Promise<HandlerResult<'recovery.tryAgain'>>
  restore(input: Input<'recovery.restore'>, acting: Acting): Promise<HandlerResult<'recovery.restore'>>
  saveReadable(): Promise<HandlerResult<'recovery.saveReadable'>>
  quit(): HandlerResult<'recovery.quit'>
}

export function createRecoveryService({ clock, backups, dialogs, surroundings }: Pick<ServicePorts, 'clock' | 'backups' | 'dialogs' | 'surroundings'>, keeper: StoreKeeper): RecoveryService {
  /** The back-up to be restored, and the hash it must still have. */
  async function chosen(name: string | null): Promise<{ readonly name: string; readonly path: string; readonly sha256: string | undefined } | 'closed' | undefined> {
    if (name === null) {
      const path = await dialogs.chooseFile('Choose a back-up')
      return path === null ? 'closed' : { name: 'a file outside the data folder', path, sha256: undefined }
    }
    const path = await backups.pathOf(name)
    const shelved = (await backups.list()).find((backup) => backup.name === name)
    return path === undefined || shelved === undefined ? undefined : { name, path, sha256: shelved.sha256 ?? undefined }
  }

  return {
    async state() {
      return ok({ problem: await keeper.problem(), dataFolder: surroundings.dataFolder, backups: (await backups.list()).map(viewOfBackup) })
    },
    async tryAgain() {
      return ok({ problem: await keeper.problem() })
    },
    async restore({ name }, acting) {
      const backup = await chosen(name)
      if (backup === 'closed') return ok({ restored: false, mailToDecide: 0, formerKeptAs: null })
      if (backup === undefined) return refuse('not_found')
      let mailToDecide = 0
      const restored = await keeper.restore({
        path: backup.path,
        expectedSha256: backup.sha256,
        prepare: async (unitOfWork, found) => {
          mailToDecide = await prepareRestored(unitOfWork, clock, acting, { name: backup.name, ...found })
        },
      })
      return restored.ok ? ok({ restored: true, mailToDecide, formerKeptAs: restored.value.formerKeptAs }) : restored
    },
    async saveReadable() {
      const folder = await dialogs.chooseFolder('Choose a folder for what can be read')
      if (folder === null) return ok({ saved: false, folder: null, rows: 0, tables: 0, unreadable: 0 })
      const saved = await keeper.saveReadable(folder)
      return saved.ok ? ok({ saved: true, folder, ...saved.value }) : saved
    },
    quit() {
      keeper.quit()
      return ok({})
    },
  }
}
