import { judgeBirthMonthDay, judgeEprofileId, judgeLicence, judgeNpi } from '../policy/identifiers'
import { missingIdentifiers } from '../policy/diagnosis-requirements'
import { maskEmail, maskIdentifier } from '../policy/name-folding'
import type { MessageKind, ShownMessageState } from '../model/field-codes'
import type { SaidFacts, Said } from './facts-portal'
import type { PlaybookSubject } from './playbook-subject'
import { countInWords, instantDayInWords, listInWords, professionInWords, textOrNothing } from './words'

const identifierWords = { nabp_eprofile_id: 'your NABP e-Profile ID', birth_month_day: 'month and day of your birth', licence: 'state and number of your licence' } as const
const boards: Readonly<Record<string, string>> = {
  abim: 'American Board of Internal Medicine',
  abp: 'American Board of Pediatrics',
  aba: 'American Board of Anesthesiology',
  abo: 'American Board of Ophthalmology',
  abohns: 'American Board of Otolaryngology – Head and Neck Surgery',
  abpath: 'American Board of Pathology',
  abs: 'American Board of Surgery',
}
const statusWords = { active: 'active', locked: 'locked', closed: 'closed' } as const
const messageWords: Readonly<Record<ShownMessageState, string>> = {
  draft: 'not sent yet',
  queued: 'waiting to be sent',
  held: 'held back',
  handed_over: 'handed over to the mail server',
  failed: 'not taken by the mail server',
  bounced: 'returned as undeliverable',
  unknown: 'nobody knows whether it arrived',
  replaced: 'a newer one took its place',
}

/** What an e-mail address looks like when it is named to somebody: never whole. */
export const addressInWords = (address: string): string => maskEmail(address)

function lastMail(subject: PlaybookSubject, kinds: readonly MessageKind[]): { readonly on: Said; readonly to: Said; readonly state: Said } {
  const last = subject.learner?.messages.find((message) => kinds.includes(message.kind) && message.state !== 'draft')
  if (last === undefined) return { on: undefined, to: undefined, state: undefined }
  return { on: instantDayInWords(last.at, subject.portal.zone.value), to: addressInWords(last.to), state: [messageWords[last.state], last.state] }
}

/** Who asks, as far as the record knows; addresses and identifiers masked. */
export function learnerFacts(subject: PlaybookSubject): SaidFacts {
  const { account, learner } = subject
  if (account === null || learner === null) return {}
  const person = account.learner
  const reset = lastMail(subject, ['reset'])
  const confirmation = lastMail(subject, ['confirmation', 'receipt'])
  const access = lastMail(subject, ['access'])
  const missing = missingIdentifiers(account)
  const troubled = [
    ...(person.npi !== null && judgeNpi(person.npi).kind === 'malformed' ? ['NPI'] : []),
    ...(person.nabpEprofileId !== null && judgeEprofileId(person.nabpEprofileId).kind === 'malformed' ? ['NABP e-Profile ID'] : []),
    ...(person.birthMonthDay !== null && judgeBirthMonthDay(person.birthMonthDay).kind === 'malformed' ? ['birth month and day'] : []),
    ...(person.licenceNumber !== null && judgeLicence(person.licenceState, person.licenceNumber).kind === 'malformed' ? ['licence'] : []),
  ]
  const shown = (identifier: string | null): string | undefined => (textOrNothing(identifier) === undefined ? undefined : maskIdentifier(identifier ?? ''))
  return {
    email: addressInWords(person.email),
    account_status: [statusWords[person.status], person.status],
    profession: [professionInWords[person.profession], person.profession],
    specialty: textOrNothing(learner.specialty),
    printed_name: textOrNothing(learner.printedName),
    other_emails: person.alternateEmails.length === 0 ? undefined : listInWords(person.alternateEmails.map(addressInWords)),
    sister_sites: person.linkedSites.length === 0 ? undefined : listInWords(person.linkedSites),
    newsletters: learner.newsletters.length === 0 ? undefined : listInWords(learner.newsletters),
    board: person.board === null ? undefined : [boards[person.board] ?? person.board, person.board],
    e_profile_id: shown(person.nabpEprofileId),
    birth_day: textOrNothing(person.birthMonthDay) === undefined ? undefined : [maskIdentifier(person.birthMonthDay ?? ''), judgeBirthMonthDay(person.birthMonthDay).kind],
    licence: shown(person.licenceNumber) === undefined ? undefined : `${person.licenceState ?? ''} ${shown(person.licenceNumber) ?? ''}`.trim(),
    identifier_trouble: troubled.length === 0 ? undefined : listInWords(troubled),
    missing_identifiers: missing.length === 0 ? undefined : listInWords(missing.map((identifier) => identifierWords[identifier])),
    certificates_on_file: learner.activeClaims === 0 ? undefined : countInWords(learner.activeClaims, 'claim'),
    last_reset_on: reset.on,
    last_reset_to: reset.to,
    last_reset_state: reset.state,
    last_confirmation_on: confirmation.on,
    last_confirmation_to: confirmation.to,
    last_access_on: access.on,
    last_access_to: access.to,
  }
}
