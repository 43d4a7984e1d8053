import type { FindingCode } from './finding-codes'

/** The one act a finding calls for; a window puts a button on it. */
export const agentActs = [
  'create_account',
  'unlock_account',
  'reopen_account',
  'open_other_record',
  'send_reset',
  'explain',
  'grant_exception',
  'renew_membership',
  'find_event_code',
  'correct_progress',
  'edit_identifiers',
  'edit_profile',
  'claim_for_learner',
  'change_credit_type',
  'print_certificate',
  'send_report',
  'correct_report',
] as const
export type AgentAct = (typeof agentActs)[number]

export interface Advice {
  readonly agentAct: AgentAct
  readonly agentCan: string
  readonly learnerCan: string
}

const advice: Readonly<Record<FindingCode, Advice>> = {
  no_account: {
    agentAct: 'create_account',
    agentCan: 'Look for the learner under another e-mail or by name; if there is no record, create the account.',
    learnerCan: 'Try the other addresses they use, or register: it takes the required fields only.',
  },
  account_locked: { agentAct: 'unlock_account', agentCan: 'Check who is asking, unlock the account and send a reset.', learnerCan: 'Wait for the reset and sign in with it.' },
  account_closed: { agentAct: 'reopen_account', agentCan: 'Check who is asking and reopen the account; its credit is still there.', learnerCan: 'Ask for the account to be reopened.' },
  wrong_email: {
    agentAct: 'open_other_record',
    agentCan: 'Open the other record, check that it is the same person, and correct the e-mail or link the accounts.',
    learnerCan: 'Sign in with the address they registered with.',
  },
  activity_expired: {
    agentAct: 'explain',
    agentCan: 'Say that the activity’s certification has ended: it is not extended for anybody. Offer a current activity on the subject.',
    learnerCan: 'Choose a current activity.',
  },
  completion_window_closed: {
    agentAct: 'grant_exception',
    agentCan: 'Look for an exception in the course materials; with an approver’s word, grant more time on record.',
    learnerCan: 'Ask for more time, saying why. Registering again does not start the time anew.',
  },
  claim_window_closed: {
    agentAct: 'grant_exception',
    agentCan: 'Refuse, or pass it on: some exceptions exist. With an approver’s word, grant a late claim on record.',
    learnerCan: 'Ask for an exception, saying why.',
  },
  unclaimed_credit_lapsed: { agentAct: 'explain', agentCan: 'Show the day the credit lapsed and what is still claimable.', learnerCan: 'Claim what is left before its own last day.' },
  attempts_exhausted: {
    agentAct: 'grant_exception',
    agentCan: 'Quote the limit; with an approver’s word, grant one more attempt on record.',
    learnerCan: 'Ask for another attempt, or take another activity.',
  },
  membership_inactive: { agentAct: 'renew_membership', agentCan: 'Send the link to renew. Credit that has not lapsed is claimable as soon as the membership is active.', learnerCan: 'Renew the membership, then claim.' },
  not_enrolled: {
    agentAct: 'explain',
    agentCan: 'Check the activity’s title and the purchases with the learner, then point to the activity.',
    learnerCan: 'Register for the activity, or name the address they registered with.',
  },
  event_code_required: {
    agentAct: 'find_event_code',
    agentCan: 'Find the session and, if the learner was there, give or enter its code.',
    learnerCan: 'Enter the code announced at the session: it opens the claim and the evaluation.',
  },
  segments_incomplete: { agentAct: 'correct_progress', agentCan: 'Name the open segment; if its status did not update, correct it with a reason.', learnerCan: 'Finish the open segment; they open in order.' },
  pretest_missing: { agentAct: 'correct_progress', agentCan: 'Say that the pre-test is open; if it was taken, enter it with the evidence.', learnerCan: 'Take the pre-test.' },
  posttest_missing: { agentAct: 'correct_progress', agentCan: 'Point to the post-test at the foot of the material.', learnerCan: 'Take the post-test.' },
  posttest_not_passed: { agentAct: 'explain', agentCan: 'Quote the best score, the pass mark and the tries left.', learnerCan: 'Take the post-test again.' },
  evaluation_missing: { agentAct: 'correct_progress', agentCan: 'Send the learner to the evaluation; if it was filled in, enter it with the evidence.', learnerCan: 'Fill in the evaluation.' },
  nabp_id_missing: { agentAct: 'edit_identifiers', agentCan: 'Ask for the NABP e-Profile ID and enter it.', learnerCan: 'Enter the e-Profile ID; without one, register with NABP first.' },
  birth_month_day_missing: { agentAct: 'edit_identifiers', agentCan: 'Ask for the birth month and day and enter them as MMDD.', learnerCan: 'Enter month and day as four digits: 7 February is 0207.' },
  licence_missing: { agentAct: 'edit_identifiers', agentCan: 'Ask for the state and number of the licence and enter them.', learnerCan: 'Enter the state and number of the licence.' },
  credit_type_not_offered: { agentAct: 'explain', agentCan: 'Say which credit the activity was designated for; nothing can be added after the event.', learnerCan: 'Choose an activity designated for the credit they need.' },
  credit_type_not_for_profession: {
    agentAct: 'edit_profile',
    agentCan: 'Check profession and board in the profile; for a claim already made, change its type to one open to them.',
    learnerCan: 'Correct the profession in the profile, or ask for a type open to it.',
  },
  not_claimed: { agentAct: 'claim_for_learner', agentCan: 'Walk the learner through the claim, or claim on their behalf.', learnerCan: 'Claim the credit: choose the type, then view the certificate.' },
  certificate_of_participation: {
    agentAct: 'explain',
    agentCan: 'Explain that AMA credit is awarded to physicians; others get a certificate of participation by the profession in the profile.',
    learnerCan: 'Check the profession in the profile, and ask their board what it accepts.',
  },
  board_reported: { agentAct: 'explain', agentCan: 'Give the day by which the points are reported, and the state of the report.', learnerCan: 'Nothing: the provider reports the points.' },
  board_self_report: { agentAct: 'print_certificate', agentCan: 'Send the certificate.', learnerCan: 'Report the credit to the board with the certificate, and check what it accepts.' },
  report_due: { agentAct: 'send_report', agentCan: 'Give the day by which it is reported; it is an upload, not a paper.', learnerCan: 'Look in the body’s own system after that day.' },
  report_overdue: { agentAct: 'send_report', agentCan: 'Send the report now and say so.', learnerCan: 'Look in the body’s own system a day after it was sent.' },
  report_rejected: { agentAct: 'correct_report', agentCan: 'Compare name, identifier and birth day with what the body has, correct them and send again.', learnerCan: 'Confirm name, identifier and birth day as the body has them.' },
  sister_site_sign_in: { agentAct: 'send_reset', agentCan: 'Say that the sister site’s sign-in opens this account too, and send a reset if it is forgotten.', learnerCan: 'Sign in with the address and password of the sister site.' },
  ok: { agentAct: 'print_certificate', agentCan: 'Confirm, and send what was asked for again.', learnerCan: 'Open the certificate in the history of credits.' },
}

/** What the agent and the learner can do about a finding: our words, promising nothing the rules do not (H26, T29). */
export function adviceOn(code: FindingCode): Advice {
  return advice[code]
}
