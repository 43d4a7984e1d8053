import { isCivilDate, type CivilDate } from '@shared/model/civil-date'
import { ok, refuse, type Result } from '@shared/model/result'
import { requiredOption, requiredWord, type DeskCommand } from '../command'
import { writePaperFile } from '../paper-file'

function dayOf(options: Readonly<Record<string, string>>, name: string): Result<CivilDate | null, 'date_malformed'> {
  const written = options[name]
  if (written === undefined) return ok(null)
  return isCivilDate(written) ? ok(written) : refuse('date_malformed', { field: name })
}

/** `desk transcript LEARNER [--from DATE --to DATE] --out FILE`: the certificates in force of a period (C13, C14). */
export const transcriptCommand: DeskCommand = {
  name: 'transcript',
  summary: 'Print a transcript of the certificates in force; both days of the period count.',
  words: [{ name: 'LEARNER', required: true }],
  options: [
    { name: 'from', value: 'DATE' },
    { name: 'to', value: 'DATE' },
    { name: 'out', value: 'FILE', required: true },
  ],
  async run(call) {
    const learner = await call.services.references.resolve('learner', requiredWord(call, 'LEARNER'))
    if (!learner.ok) return learner
    const from = dayOf(call.options, 'from')
    if (!from.ok) return from
    const to = dayOf(call.options, 'to')
    if (!to.ok) return to
    const issued = await call.services.transcripts.issue({ learnerId: learner.value, fromOn: from.value, toOn: to.value }, call.acting)
    if (!issued.ok) return issued
    const { number, sha256 } = issued.value
    const printed = await call.services.transcripts.print(number, call.acting)
    if (!printed.ok) return printed
    const file = await writePaperFile(requiredOption(call, 'out'), printed.value.bytes)
    if (!file.ok) return file
    return ok({ value: { number, file: file.value, sha256 }, text: `Transcript ${number} is in ${file.value}.\nSHA-256 ${sha256}` })
  },
}
