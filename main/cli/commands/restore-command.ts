import { basename, resolve } from 'node:path'
import { ok } from '@shared/model/result'
import { prepareRestored } from '../../services/restore-preparation'
import { restoreStore } from '../../store/restore-store'
import { requiredWord, type FolderCommand } from '../command'

/** `desk restore FILE`: puts a back-up in the store's place; the store there now is kept beside. */
export const restoreCommand: FolderCommand = {
  name: 'restore',
  summary: 'Put a back-up in the place of the store; what is there now is kept in its backups folder.',
  words: [{ name: 'FILE', required: true }],
  options: [],
  async runOnFolder(call) {
    const file = resolve(call.workingFolder, requiredWord(call, 'FILE'))
    let mailToDecide = 0
    const restored = await restoreStore({
      folder: call.folder,
      backup: file,
      clock: call.clock,
      prepare: async (unitOfWork, found) => {
        mailToDecide = await prepareRestored(unitOfWork, call.clock, call.acting, { name: basename(file), ...found })
      },
    })
    if (!restored.ok) return restored
    const { sha256, auditEntries, formerKeptAs } = restored.value
    const former = formerKeptAs === null ? 'There was no store before.' : `The former store is kept as backups/${formerKeptAs}.`
    const mail = mailToDecide === 0 ? '' : `\n${String(mailToDecide)} messages waited in it and may have been sent since: decide them in the outbox.`
    return ok({ value: { file, sha256, auditEntries, formerKeptAs, mailToDecide }, text: `Restored with ${String(auditEntries)} audit entries. ${former}${mail}` })
  },
}
