import type { FoundKind, LearnerStatus, MessageKind, Profession, ShownMessageState } from '@shared/model/field-codes'

export const professionWords: Readonly<Record<Profession, string>> = {
  physician: 'Physician',
  physician_assistant: 'Physician assistant',
  nurse_practitioner: 'Nurse practitioner',
  nurse: 'Nurse',
  pharmacist: 'Pharmacist',
  pharmacy_technician: 'Pharmacy technician',
  psychologist: 'Psychologist',
  dentist: 'Dentist',
  student: 'Student',
  other: 'Other profession',
}

export const learnerStatusWords: Readonly<Record<LearnerStatus, string>> = { active: 'Active', locked: 'Locked', closed: 'Closed' }

export const messageKindWords: Readonly<Record<MessageKind, string>> = {
  reset: 'Password reset',
  confirmation: 'Confirmation',
  access: 'Access',
  receipt: 'Receipt',
  certificate: 'Certificate',
  other: 'Message',
}

export const messageStateWords: Readonly<Record<ShownMessageState, string>> = {
  draft: 'Draft',
  queued: 'Waiting',
  held: 'Held back',
  handed_over: 'Handed over',
  failed: 'Failed',
  bounced: 'Bounced',
  unknown: 'Unknown',
  replaced: 'Replaced',
}

/** What a state of the outbox means, for a person who asks. */
export const messageStateMeaning: Readonly<Record<ShownMessageState, string>> = {
  draft: 'Written, not sent. It goes only when somebody queues it.',
  queued: 'Goes at the next try, once the hold has passed and a mail server is set.',
  held: 'Held back by hand. It stays until somebody lets it go.',
  handed_over: 'The mail server took it. That it reached the learner is not known here.',
  failed: 'Every try was refused. Look at the last answer, put the address or the server right, queue it again.',
  bounced: 'It came back: the learner’s server refused it.',
  unknown: 'The line broke after the message was sent. It may have arrived; look before you send it again.',
  replaced: 'A newer reset took its place before this one arrived. Nothing is left to do.',
}

export const foundKindWords: Readonly<Record<FoundKind, string>> = {
  learner: 'Learners',
  activity: 'Activities',
  certificate: 'Certificates',
  order: 'Orders',
  receipt: 'Receipts',
  ticket: 'Tickets',
  session: 'Sessions',
}

const columns: Readonly<Record<string, string>> = {
  email: 'E-mail',
  npi: 'NPI',
  nabp_eprofile_id: 'e-Profile ID',
  certificate_name: 'Name on certificates',
  board_id: 'Board ID',
}

/** A column of an exchange file as people call it; any other is its own name, spaced. */
export function columnWords(column: string): string {
  const spaced = column.replaceAll('_', ' ')
  return columns[column] ?? `${spaced.charAt(0).toUpperCase()}${spaced.slice(1)}`
}
