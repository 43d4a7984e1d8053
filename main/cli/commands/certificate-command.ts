import { ok } from '@shared/model/result'
import { requiredOption, requiredWord, type DeskCommand } from '../command'
import { writePaperFile } from '../paper-file'

/** `desk certificate NUMBER --out FILE`: prints a certificate, in force or not, with the bytes of its first print (H31). */
export const certificateCommand: DeskCommand = {
  name: 'certificate',
  summary: 'Print a certificate to a PDF file; the same bytes each time.',
  words: [{ name: 'NUMBER', required: true }],
  options: [{ name: 'out', value: 'FILE', required: true }],
  async run(call) {
    const printed = await call.services.certificates.print(requiredWord(call, 'NUMBER'), call.acting)
    if (!printed.ok) return printed
    const { number, state, sha256, identicalToIssue, restored } = printed.value.view
    const file = await writePaperFile(requiredOption(call, 'out'), printed.value.bytes)
    if (!file.ok) return file
    const repaired = restored ? ' The stored bytes had been altered; they were drawn again from the frozen snapshot, to the same hash.' : ''
    return ok({
      value: { number, state, file: file.value, sha256, identicalToIssue },
      text: `Certificate ${number} (${state}) is in ${file.value}.\nSHA-256 ${sha256}${repaired}`,
    })
  },
}
