import type { Refusal } from '@shared/model/result'
import { claimCodeSentences } from './claim-code-sentences'
import type { CommandCode } from './command-codes'

type Facts = NonNullable<Refusal['facts']>

const written = (facts: Facts, name: string, otherwise: string): string => {
  const fact = facts[name]
  return fact === undefined || fact === null || fact === '' ? otherwise : String(fact)
}

/** A sentence for every code, and what to do about it; exhaustive by type. */
const sentences: Readonly<Record<CommandCode, string | ((facts: Facts, field: string) => string)>> = {
  // The command line itself.
  wrong_use: (facts) => written(facts, 'sentence', 'That is not how this command is used. See desk --help.'),
  internal: (facts) => `Something in the program went wrong. Look up incident ${written(facts, 'incident', 'without a number')} in logs/desk.log of the data folder.`,
  invalid_input: (_facts, field) => `${field === '' ? 'A value' : field} does not have the form that is asked for. See desk COMMAND --help.`,
  not_allowed: 'This needs a role you do not have.',
  unknown_operation: 'There is no such operation.',
  ambiguous: (facts) => `That e-mail stands in more than one portal. Name the learner by identifier instead: ${written(facts, 'learners', 'desk find lists them')}.`,
  not_found: 'There is no such record in this data folder. Check the identifier, or look for it with desk find.',
  amount_malformed: 'The amount is no decimal with at most two places, such as 1.25.',
  date_malformed: 'The date is no day written YYYY-MM-DD.',
  // The surroundings.
  store_in_use: 'Another window or command has this data folder. Close it, or wait until it has ended, and try again.',
  store_damaged: 'The store in this data folder is damaged. Leave it as it is and restore the newest backup.',
  store_unreadable: 'The data folder cannot be read or written. Check that it exists, is a folder, and is yours.',
  store_unavailable: 'The store could not be opened.',
  database_too_new: 'A newer version of the program has written this data folder. Update the program; the folder was not touched.',
  backup_damaged: 'That back-up is damaged or was altered: it does not read through, or its hash is another one. Nothing was changed; take another back-up.',
  not_a_store: 'That file is no back-up of a desk. Nothing was changed.',
  nothing_readable: 'Nothing of the store can be read any more. Restore a back-up.',
  disk_full: 'The disk is full. Nothing was half written; make room and try again.',
  write_failed: 'The file could not be written. Check that its folder exists and is yours.',
  secrets_unreadable: 'The sealed secrets cannot be opened: the key is missing or another one, or the file was altered. Nothing was overwritten; give the right DESK_KEY or key file, or remove secrets.sealed and enter the secrets again.',
  // Records.
  stale: 'Somebody changed the record meanwhile. Look at it again, then repeat.',
  field_missing: (_facts, field) => `${field === '' ? 'A field' : field} must not be empty.`,
  field_malformed: (facts, field) => `${field === '' ? 'The value' : field} is malformed${written(facts, 'expected', '') === '' ? '' : `: ${written(facts, 'expected', '')}`}.`,
  email_taken: 'Another learner of that portal signs in with this e-mail.',
  reason_missing: 'A reason is required: give one with --reason.',
  ticket_status_same: 'The ticket is in that state already.',
  ticket_never_new_again: 'A ticket is new only once.',
  ticket_closed: 'The ticket is closed and stays as it is.',
  hold_contact_missing: 'A ticket on hold needs the name of the contact who has it.',
  // Exceptions.
  not_enrolled: 'The learner is not enrolled in that activity. Look under their other addresses.',
  activity_expired: 'The activity has expired: it is not extended for a learner.',
  limit_not_set: 'No rule there sets that limit, so there is nothing to set aside.',
  exception_without_effect: 'That exception would change nothing.',
  exception_withdrawn: 'That exception was withdrawn already.',
  exception_used: 'That exception has been used; take back what was done by it first.',
  date_in_past: 'That day has gone by. Name today or a later day.',
  date_after_expiry: 'That day is after the last day of the activity, which is never extended.',
  number_out_of_range: (facts, field) => `${field === '' ? 'The number' : field} is not within its bounds. ${written(facts, 'next', '')}`.trim(),
  // Enrolments and event codes.
  date_in_future: 'That day has not come yet.',
  date_before_registration: 'That day is before the learner registered.',
  below_pass_mark: 'That score is below the pass mark.',
  claim_rests_on_it: 'An active claim rests on that step; void or correct the claim first.',
  nothing_changed: 'Nothing differs from the record.',
  event_code_wrong: 'No session of that activity has that code.',
  event_code_of_other_session: 'That code belongs to another session of the series.',
  session_not_begun: 'That session has not begun.',
  event_code_expired: 'The time to claim that session is over; only a late claim on record opens it again.',
  account_not_active: 'The account is locked or closed; open it first.',
  registered_after_session: 'The learner registered only after that session and no attendance is on record.',
  // Names.
  names_frozen: 'That portal never changes the name on a certificate already issued.',
  names_at_preview_only: 'That portal settles the name at the preview; a certificate that was made keeps it.',
  record_kept_elsewhere: 'The official record is kept in CPE Monitor or CME Passport.',
  certificate_not_in_force: 'A chosen certificate is no longer in force.',
  name_on_it_already: 'A chosen certificate bears that name already.',
  // Claims and paper.
  credit_type_not_offered: 'The activity does not offer that credit type.',
  credit_type_not_for_profession: 'This profession may not claim that credit type.',
  same_credit_type: 'The claim already has that credit type.',
  amount_not_claimable: 'That amount cannot be claimed: it is above the maximum, not a multiple of the step, or not positive.',
  report_not_correctable: 'The report to the outside body can no longer be corrected.',
  claim_not_active: 'The claim is no longer active.',
  ...claimCodeSentences,
  name_not_printable: 'The name holds letters that no font of this version prints, so nothing was printed.',
  text_not_printable: (_facts, field) => `${field === '' ? 'A text' : field} holds a character that no font of this version prints, so nothing was printed.`,
  text_too_long: (_facts, field) => `${field === '' ? 'A text' : field} is longer than the paper holds, so nothing was printed. Shorten it in the record.`,
  certificate_bytes_damaged: 'The stored document no longer matches its hash and was not given out. Restore it from a backup.',
  order_not_paid: 'The order is not paid, so there is no receipt for it.',
  order_without_lines: 'The order has no lines, so there is nothing to put on a receipt. Import its order_lines.csv.',
  order_does_not_add_up: 'The lines, discount and tax of the order do not come to its total, so no receipt was issued. Check the order on the platform.',
  period_reversed: 'The period ends before it begins.',
  no_printer: 'There is no printer.',
  no_reader: 'There is no program that opens PDF files.',
  not_undoable: 'That act cannot be undone.',
  already_undone: 'That act was already undone.',
  playbook_not_for_portal: 'That question belongs to another portal.',
  later_work_depends: 'Later work depends on that act; undo the later work first.',
  altered: (facts) => `This is not what was issued: it was altered, or its mark was copied from another paper. ${written(facts, 'answers', '')}.`,
  superseded: (facts) => `The certificate is genuine and no longer in force: ${written(facts, 'supersededBy', 'another one')} took its place. ${written(facts, 'answers', '')}.`,
  void: (facts) => `The certificate is genuine and void. ${written(facts, 'answers', '')}.`,
  not_ours: 'No key of this desk signed this, and it does not stand in its archive. Ask the provider it names.',
  not_checked: (facts) => `Not everything could be checked, so it does not count as genuine. ${written(facts, 'answers', '')}. Compare the paper with what is signed, or check the PDF itself.`,
  file_not_checkable: 'The file is neither a PDF nor a PNG or JPEG picture with a QR code that can be read. Take the picture straight on and close, or check the number.',
  // Imports.
  folder_missing: 'There is no such folder.',
  folder_changed: 'The folder holds other files than when that import began. Import it from the beginning.',
  not_resumable: 'That import cannot go on where it stopped. Import the folder from the beginning.',
  folder_has_no_exchange_file: 'The folder holds none of the files of an exchange folder.',
  import_running: 'An import is running; wait until it has ended.',
  not_running: 'It is not running any more.',
  already_decided: 'That conflict is already decided.',
  desk_not_empty: 'The desk already holds records.',
  // Portals' rules.
  profile_malformed: (facts, field) => `${field === '' ? 'A value' : field} of the portal’s rules cannot stand: ${written(facts, 'problem', 'it does not have the form that is asked for')}.`,
  portal_key_fixed: 'A portal keeps its key: records name it.',
  // The whole-record checker.
  check_running: 'A check is running already; wait until it has ended.',
  finding_not_open: 'That finding does not stand any more, or somebody accepted it.',
  not_fixable_here: 'The desk cannot put that right in one act; do it in the record.',
  // Mail and settings.
  message_state_wrong: 'The message is in a state that does not allow this.',
  account_closed: 'The account is closed. Reopen it first if the learner may have it back.',
  reset_too_soon: (facts) => `A reset was sent less than a minute ago. Wait ${written(facts, 'secondsLeft', '60')} seconds, and have the learner look in the junk folder meanwhile.`,
  smtp_not_configured: 'No mail server is set, so mail waits in the outbox. Set smtp.url with desk settings smtp.url smtp://user:password@host:587',
  smtp_failed: (facts) => `The mail server did not take the message: ${written(facts, 'answer', 'no answer')}.`,
  tls_required: 'Passwords and mail leave this machine only over TLS. Use smtps://, or smtp:// with a server that offers STARTTLS.',
  unknown_setting: 'There is no such setting. desk settings lists them all.',
  audit_chain_broken: (facts) => `The audit chain is broken at entry ${written(facts, 'entry', '?')}: that entry or the one before it was altered. ${written(facts, 'verified', '0')} entries before it hold. Compare with a backup.`,
}

/** What a person reads about a refusal or a fault. */
export function sentenceOf(refusal: Refusal<CommandCode>): string {
  const sentence = sentences[refusal.code]
  return typeof sentence === 'string' ? sentence : sentence(refusal.facts ?? {}, refusal.field ?? '')
}
