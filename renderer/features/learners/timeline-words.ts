import type { TimelineEntry } from './api'
import { fieldWords } from './record-words'

const words: Readonly<Record<TimelineEntry['kind'], string>> = {
  registered_account: 'Account made', enrolled: 'Registered', pretest: 'Pre-test done', passed: 'Post-test passed', evaluated: 'Evaluation sent',
  attended: 'Attended', claimed: 'Claimed', certificate_issued: 'Certificate issued', certificate_superseded: 'Certificate superseded',
  certificate_voided: 'Certificate voided', ordered: 'Bought', refunded: 'Refunded', receipt_issued: 'Receipt issued', message: 'Mail',
  reported: 'Reported', edited: 'Edited', ticket: 'Wrote to the desk',
}

/** What happened, in a few words: "Certificate issued", "Edited: E-mail". */
export function happenedWords(entry: TimelineEntry): string {
  if (entry.kind === 'edited') return `Edited: ${entry.title.split(', ').map(fieldWords).join(', ')}`
  return words[entry.kind]
}

/** What it happened to: the activity, the order, the mail; for an edit how it was done. */
export function subjectWords(entry: TimelineEntry): string {
  return entry.kind === 'edited' ? entry.detail : entry.title
}
