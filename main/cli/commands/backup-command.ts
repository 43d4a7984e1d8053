import { resolve } from 'node:path'
import { ok } from '@shared/model/result'
import { requiredWord, type DeskCommand } from '../command'

/** `desk backup FILE`: a copy of the store, read through before it is called one. */
export const backupCommand: DeskCommand = {
  name: 'backup',
  summary: 'Copy the whole store into a file, read through and checked; restore takes it back.',
  words: [{ name: 'FILE', required: true }],
  options: [],
  async run(call) {
    const file = resolve(call.workingFolder, requiredWord(call, 'FILE'))
    const copied = await call.services.backups.copyTo(file, call.acting)
    if (!copied.ok) return copied
    const { sha256, bytes, auditEntries } = copied.value
    return ok({ value: { file, sha256, bytes, auditEntries }, text: `${file}\nSHA-256 ${sha256}\nWhole and checked, with ${String(auditEntries)} audit entries.` })
  },
}
