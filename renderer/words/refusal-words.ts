import type { Code, Method } from '@shared/contract'
import type { Refusal } from '@shared/model/result'
import { claimRefusalWords } from './claim-refusal-words'
import { laterWords } from './later-words'
import { withFact, type Facts, type Words } from './refusal-shape'

type AnyCode = { [M in Method]: Code<M> }[Method]

/** One entry for every code an operation can answer with; a new code without words does not compile. */
export const refusalWords: Readonly<Record<AnyCode, Words>> = {
  ...claimRefusalWords,
  invalid_input: { happened: 'The desk could not read what was sent.', next: 'Nothing was changed. Check the marked field and try again.' },
  not_allowed: { happened: 'Your role does not allow this.', next: 'Nothing was changed. A coordinator or a supervisor can do it.' },
  unknown_operation: { happened: 'This window asks for something the desk does not know.', next: 'Nothing was changed. Close the window and start CME Desk again.' },
  store_unavailable: { happened: 'The record store does not answer.', next: 'What was saved is safe. Wait a moment and try again; if it lasts, restart CME Desk.' },
  internal: { happened: 'Something failed inside the desk.', next: 'Nothing half done was kept. Try again; if it happens again, copy the code and pass it on.' },
  not_found: { happened: 'This record is not in the store.', next: 'It may have been merged or taken back. Find it again with Ctrl K.' },
  stale: { happened: 'Somebody changed this record meanwhile.', next: 'Nothing was overwritten. Look at the new values, then do it again.' },
  reason_missing: { happened: 'A reason is missing.', next: 'Say why; it is kept in the history.' },
  credit_type_not_offered: { happened: 'The activity was not designated for this credit type.', next: 'Choose one of the types it offers.' },
  credit_type_not_for_profession: {
    happened: withFact('detail', (detail) => `This credit type is not for this learner. ${detail}`, 'This credit type is not for the profession on the profile.'),
    next: 'Choose an allowed type, or put the profession right first.',
  },
  same_credit_type: { happened: 'The claim has this credit type already.', next: 'Choose another type, or close the dialog.' },
  amount_not_claimable: {
    happened: withFact('detail', (detail) => `This amount cannot be claimed here. ${detail}`, 'This amount cannot be claimed here.'),
    next: 'Enter an amount within the designation and its step.',
  },
  report_not_correctable: {
    happened: withFact('detail', (detail) => `The report of this claim can no longer be corrected. ${detail}`, 'The report of this claim can no longer be corrected.'),
    next: 'Ask the outside body to put it right.',
  },
  profile_malformed: {
    happened: (facts) => (typeof facts.problem === 'string' && facts.problem !== '' ? `A value of the portal’s rules cannot stand: ${facts.problem}.` : 'A value of the portal’s rules cannot stand.'),
    next: 'Nothing was saved. Put the marked value right, then save again.',
  },
  portal_key_fixed: { happened: 'A portal keeps its key.', next: 'Records name their portal by it. Add another portal instead.' },
  check_running: { happened: 'A check is running already.', next: 'Watch it on the Checks page, or wait until it has ended.' },
  finding_not_open: { happened: 'This finding does not stand any more.', next: 'Somebody accepted it, or the fault is gone. Look at the list again.' },
  not_fixable_here: { happened: 'The desk cannot put this right in one act.', next: 'Open the record and do it there.' },
  claim_not_active: { happened: 'This claim is no longer the active one.', next: 'Open the claim that replaced it.' },
  not_enrolled: { happened: 'The learner is not enrolled in this activity.', next: 'Look for the enrolment under the learner’s other addresses.' },
  activity_expired: { happened: 'This activity has expired; its certification ended for everybody.', next: 'It is not extended for a learner. Offer a current activity on the subject.' },
  limit_not_set: { happened: 'No rule here sets this limit, so there is nothing to set aside.', next: 'Look at the first finding: something else stands in the way.' },
  exception_without_effect: { happened: 'This exception would change nothing.', next: withFact('next', (next) => next, 'Check the step and the last day; perhaps none is needed.') },
  exception_withdrawn: { happened: 'This exception was withdrawn already.', next: 'The ledger shows when, by whom and why.' },
  exception_used: { happened: 'This exception has been used.', next: withFact('next', (next) => next, 'Take back what was done by it first.') },
  date_in_past: { happened: 'This day has gone by.', next: 'Choose today or a later day.' },
  date_after_expiry: { happened: 'This day is after the activity’s own last day.', next: 'Choose a day no later than that: an activity is never extended for a learner.' },
  number_out_of_range: { happened: 'This number is not within the bounds.', next: withFact('next', (next) => next, 'Enter a number within the bounds named beside the field.') },
  date_in_future: { happened: 'This day has not come yet.', next: withFact('next', (next) => next, 'Enter a day that has come.') },
  date_before_registration: { happened: 'This day is before the learner registered.', next: withFact('next', (next) => next, 'Check the day, and look for an earlier registration under another address.') },
  below_pass_mark: { happened: 'This score is below the pass mark.', next: withFact('next', (next) => next, 'Enter the score they passed with, or take the pass off.') },
  claim_rests_on_it: { happened: 'An active claim rests on this step.', next: 'Void or correct the claim first.' },
  nothing_changed: { happened: 'Nothing differs from the record.', next: 'Change a value, or close the dialog.' },
  event_code_wrong: { happened: 'No session of this activity has that code.', next: 'Find the session by title, date or room and compare the code.' },
  event_code_of_other_session: { happened: 'This code belongs to another session of the series.', next: 'Choose that session, if the learner was there.' },
  session_not_begun: { happened: 'This session has not begun; its code is announced there.', next: 'Wait until it has begun.' },
  event_code_expired: { happened: 'The time to claim this session is over, and with it its code.', next: 'Only a late claim on record opens it again.' },
  account_not_active: { happened: 'The account is locked or closed, so nothing is given to it.', next: 'Make sure who is asking and open the account first.' },
  registered_after_session: { happened: 'The learner registered only after this session, and no attendance is on record.', next: 'Ask for the sign-in sheet; if they were there, enter the attendance first.' },
  names_frozen: { happened: 'This portal never changes the name on a certificate already issued.', next: 'Change the name for future certificates only.' },
  names_at_preview_only: { happened: 'This portal settles the name at the preview; a certificate that was made keeps it.', next: 'Change the name for future certificates only.' },
  record_kept_elsewhere: { happened: 'The official record is kept in CPE Monitor or CME Passport, not here.', next: 'Change the name for future certificates, and have it put right there.' },
  certificate_not_in_force: { happened: 'One of the chosen certificates is no longer in force.', next: 'Choose among those in force.' },
  name_on_it_already: { happened: withFact('number', (number) => `${number} bears this name already.`, 'A chosen certificate bears this name already.'), next: 'Leave it out and save again.' },
  name_not_printable: {
    happened: (facts) => {
      const { character, script } = facts
      if (typeof character !== 'string' || character === '') return script === 'empty' ? 'The name for certificates is empty.' : 'The name has letters the desk cannot print yet.'
      return `The name has a letter the desk cannot print yet: ${character}${typeof script === 'string' && script !== '' ? ` (${script})` : ''}.`
    },
    next: 'Nothing was issued. Enter the name for certificates in another script, then print.',
  },
  certificate_bytes_damaged: { happened: withFact('number', (number) => `The file of ${number} is damaged: its checksum no longer fits.`, 'This document’s file is damaged: its checksum no longer fits.'), next: 'The record is whole. Restore the file from a back-up before you send it.' },
  no_reader: { happened: 'No program for PDF files was found.', next: 'Save the file instead and open it elsewhere.' },
  no_printer: { happened: 'The system offers no printer.', next: 'Save the file instead, or connect a printer and try again.' },
  write_failed: {
    happened: withFact('path', (path) => `The file could not be written to ${path}.`, 'The file could not be written.'),
    next: 'Nothing was lost. Choose another folder.',
  },
  disk_full: { happened: 'The disk is full.', next: 'Nothing was lost. Free some space or choose another disk, then try again.' },
  secrets_unreadable: {
    happened: 'The sealed passwords cannot be opened: their key is missing or another one.',
    next: 'Put the key file or DESK_KEY back, or set the password anew. Nothing was reset.',
  },
  text_not_printable: {
    happened: withFact('field', (field) => `A character in ${field} is in no font on file.`, 'A character of the text is in no font on file.'),
    next: 'Correct the activity or the order at its source and import again.',
  },
  text_too_long: {
    happened: withFact('field', (field) => `The text of ${field} is too long for the paper.`, 'A text is too long for the paper.'),
    next: 'Shorten it at its source and import again. Nothing is ever cut.',
  },
  file_not_checkable: {
    happened: 'This file is neither a PDF nor a picture with a QR code that can be read.',
    next: 'Take the picture straight on and close to the code, or check the number printed on the paper.',
  },
  order_without_lines: { happened: 'This order has no lines, so a receipt could not say what was bought.', next: 'Import its order_lines.csv, then issue the receipt.' },
  order_does_not_add_up: {
    happened: 'The lines, discount and tax of this order do not add up to its total.',
    next: 'Put the order right at its source and import again. A receipt must add up.',
  },
  order_not_paid: { happened: withFact('order', (order) => `Order ${order} is not paid, so it has no receipt.`, 'This order is not paid, so it has no receipt.'), next: 'A receipt can be issued once the payment has arrived.' },
  period_reversed: { happened: 'The period ends before it begins.', next: 'Exchange the two days.' },
  field_missing: { happened: 'A field is empty that must be filled.', next: 'Fill the marked field.' },
  field_malformed: {
    happened: withFact('owner', (owner) => `This value belongs to another record already: ${owner}.`, 'A field does not have the form it needs.'),
    next: withFact('expected', (expected) => `Needed is ${expected}.`, 'Put the marked field right; nothing was changed.'),
  },
  email_taken: {
    happened: withFact('externalId', (externalId) => `Another learner of this portal has this address: ${externalId}.`, 'Another learner of this portal has this address.'),
    next: 'Open that record and compare; one person may have two accounts.',
  },
  ticket_status_same: { happened: 'The ticket is in this state already.', next: 'Choose another state, or leave it as it is.' },
  ticket_never_new_again: { happened: 'A ticket is new only once.', next: 'Choose Open; the promise clock goes on in both.' },
  ticket_closed: { happened: 'This ticket is closed.', next: 'Closed tickets stay as they are. Open a new one for what came later.' },
  hold_contact_missing: { happened: 'A ticket on hold is with somebody outside the desk, and nobody is named.', next: 'Name the contact who has it, then put it on hold.' },
  not_undoable: { happened: 'This act has no way back.', next: 'Put the value right by hand; the history keeps both.' },
  already_undone: { happened: 'This was already taken back.', next: 'The history shows when and by whom.' },
  later_work_depends: { happened: (facts) => laterWords(facts).happened, next: (facts) => laterWords(facts).next },
  playbook_not_for_portal: {
    happened: withFact('portal', (portal) => `${portal} has no rule for this question.`, 'This question belongs to another portal.'),
    next: 'Choose one of the questions offered for this learner.',
  },
  message_state_wrong: { happened: 'This message has moved on and can no longer be changed so.', next: 'Look at its new state in the outbox.' },
  smtp_not_configured: { happened: 'No mail server is set.', next: 'Mail waits safely in the outbox. Set the server under Settings, Mail.' },
  smtp_failed: {
    happened: withFact('answer', (answer) => `The mail server refused or was not reached: ${answer.replace(/\.$/, '')}.`, 'The mail server could not be reached or refused.'),
    next: 'Check address, name and password of the server, then send the test again.',
  },
  tls_required: { happened: 'This address would send the password in clear.', next: 'Use smtps:// or a server that offers STARTTLS.' },
  account_closed: { happened: 'This account is closed.', next: 'Open the account again first, if the learner asked for it.' },
  reset_too_soon: {
    happened: 'A reset was sent only just now.',
    next: withFact('secondsLeft', (seconds) => `Let the learner look for it, in the spam folder too. Another can go in ${seconds} seconds.`, 'Let the learner look for it, in the spam folder too, before you send another.'),
  },
  desk_not_empty: { happened: 'This desk has records already.', next: 'The sample can only be opened on an empty desk.' },
  import_running: { happened: 'An import is running.', next: 'Wait for it or cancel it, then start this one.' },
  backup_damaged: { happened: 'This back-up is damaged: it does not read through, or its checksum is another one.', next: 'Nothing was changed. Choose an older back-up.' },
  not_a_store: { happened: 'This file is no back-up of a desk.', next: 'Nothing was changed. Choose a file that CME Desk has written.' },
  database_too_new: { happened: 'A newer CME Desk has written this.', next: 'Nothing was changed. Install the newer version, or choose an older back-up.' },
  store_in_use: { happened: 'Another window or command has this desk.', next: 'Nothing was changed. Close it, then try again.' },
  store_damaged: { happened: 'The record store does not read through, so no copy of it was kept.', next: 'Restore the last good back-up; what is there now is kept beside it.' },
  nothing_readable: { happened: 'Nothing of the store can be read any more.', next: 'Open the last good back-up.' },
  folder_changed: { happened: 'The folder holds other files than when this import began.', next: 'Nothing was mixed. Import the folder from the beginning; rows that are in already count as unchanged.' },
  not_resumable: { happened: 'This import cannot go on where it stopped.', next: 'Import the folder from the beginning; rows that are in already count as unchanged.' },
  folder_missing: { happened: 'This folder is not there.', next: 'Choose the folder again; a drive may be disconnected.' },
  folder_has_no_exchange_file: { happened: 'No exchange file is in this folder.', next: 'Choose the folder that holds learners.csv and its neighbours.' },
  not_running: { happened: 'This import is not running.', next: 'Its result stands on its page.' },
  already_decided: { happened: 'This conflict was already decided.', next: 'Look at the learner’s history for the decision.' },
}

const resetOfClosed: Words = { happened: 'This account is closed, so it gets no reset.', next: 'Open the account again first, if the learner asked for it.' }

/** Operations for which a code means something more precise. */
const preciseWords: { readonly [M in Method]?: Partial<Record<Code<M>, Words>> } = {
  'history.undo': { not_found: { happened: 'This entry is not in the history.', next: 'Open the learner’s history and look for the act there.' } },
  'claims.changeAmount': {
    stale: { happened: 'Somebody changed this claim meanwhile.', next: 'Nothing was written. Close the dialog and look at the claim as it is now.' },
    reason_missing: { happened: 'Say why the amount changes.', next: 'The reason is kept with the claim and both certificates.' },
  },
  'claims.void': { stale: { happened: 'Somebody changed this claim meanwhile.', next: 'Nothing was written. Close the dialog and look at the claim as it is now.' } },
  'claims.addPastCredit': { period_reversed: { happened: 'The credit was claimed before it was completed.', next: 'Enter the day of the claim as the proof shows it; it cannot precede the completion.' } },
  'claims.changeCreditType': {
    stale: { happened: 'Somebody changed this claim meanwhile.', next: 'Nothing was written. Close the dialog and look at the claim as it is now.' },
    reason_missing: { happened: 'Say why the credit type changes.', next: 'The reason is kept with the claim and both certificates.' },
  },
  'playbooks.draftReply': { stale: { happened: 'The record changed since this reply was drafted.', next: 'Nothing was put into the outbox. Read the answer as it is now, then draft the reply.' } },
  'settings.sendTest': { field_malformed: { happened: 'This is not an e-mail address.', next: 'Write it like name@example.org.' } },
  'resets.send': { account_closed: resetOfClosed, not_found: { happened: 'This learner is not in the store.', next: 'Find the learner again with Ctrl K.' } },
  'outbox.editDraft': { stale: { happened: 'Somebody changed this draft meanwhile.', next: 'Your text is still here. Copy it, reload the draft and enter it again.' } },
}

/** A refusal in words. */
export interface RefusalSentence {
  readonly happened: string
  readonly next: string
  /** The code, with the incident where there is one: shown last, small, to copy. */
  readonly code: string
}

const nothing: Facts = {}

/** What happened, in a sentence, for a refusal known by its code alone: beside an option or under a field. */
export function refusalWordsOf<M extends Method>(method: M, code: Code<M>): string {
  return refusalSentence(method, { code }).happened
}

/** The words for a refusal of that operation: what happened, what to do next, the code. */
export function refusalSentence<M extends Method>(method: M, refusal: Refusal<Code<M>>): RefusalSentence {
  const precise: Partial<Record<string, Words>> = preciseWords[method] ?? {}
  const code: AnyCode = refusal.code
  const words = precise[code] ?? refusalWords[code]
  const facts = refusal.facts ?? nothing
  const incident = facts.incident
  return {
    happened: typeof words.happened === 'string' ? words.happened : words.happened(facts),
    next: typeof words.next === 'string' ? words.next : words.next(facts),
    code: incident === undefined || incident === null ? refusal.code : `${refusal.code} · ${String(incident)}`,
  }
}
