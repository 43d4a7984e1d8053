import type { Branch } from './playbook'

/** Asks which activity is meant, where the record names none. */
export const askWhichActivity = {
  when: [{ fact: 'activity', known: false }],
  says: 'No activity is on this record: ask which one is meant',
  evidence: ['email', 'account_status'],
  act: 'show_courses',
  reply: [
    'Thank you for writing to us. We find no activity under the address you wrote from.',
    'Please tell us the title of the activity, roughly when you took part, and any other e-mail address you may have registered with. With that we can look it up at once.',
  ],
} as const satisfies Branch

/** What bars the account itself. */
const accountBarred = [
  {
    when: [{ finding: ['account_locked'] }],
    says: 'The account is locked',
    evidence: ['account_status', 'email'],
    act: 'unlock_account',
    reply: [
      'Your account with {portal} is locked at the moment, so nothing in it can be opened or claimed.',
      'As soon as we have checked that it is you who is asking, we unlock it and send a reset to the address on file. Everything you earned is still there.',
    ],
  },
  {
    when: [{ finding: ['account_closed'] }],
    says: 'The account is closed',
    evidence: ['account_status', 'email'],
    act: 'reopen_account',
    reply: ['Your account with {portal} was closed. What you earned is still on record.', 'If you would like to use it again, answer this message; we check who is asking and reopen it.'],
  },
] as const satisfies readonly Branch[]

/** Why there is no enrolment to speak of. */
const notHere = [
  {
    when: [{ finding: ['wrong_email'] }],
    says: 'Registered under another address: {other_record}',
    evidence: ['activity', 'email', 'other_record'],
    act: 'open_other_record',
    reply: [
      'Credit is tied to the e-mail address you registered with. For {activity} we find a registration under another address that may be yours: {other_record}.',
      'Please sign in with that address. If you would rather keep the one you wrote from, confirm that both are yours and we put it right.',
    ],
  },
  {
    when: [{ finding: ['not_enrolled'] }],
    says: 'Not registered for {activity} under any address we can tell',
    evidence: ['activity', 'email', 'other_emails'],
    act: 'show_activity',
    reply: [
      'We find no registration for {activity} under your address.',
      'Please check the title with us, and tell us any other address you may have used. If you have not registered yet, you can still do so[ until {expires_on}].',
    ],
  },
] as const satisfies readonly Branch[]

/** What can no longer be cured. */
const over = [
  {
    when: [{ finding: ['activity_expired'] }],
    says: '{activity} expired on {expires_on} and nothing was claimed',
    evidence: ['expires_on', 'registered_on', 'passed_on', 'evaluated_on'],
    act: 'show_activity',
    reply: [
      '{activity} expired on {expires_on}, and no credit had been claimed by then.',
      'An activity is certified for credit until its expiration date only. After that date we cannot give credit for it, and we are not able to extend it for anyone. I am sorry that this is not the answer you hoped for.',
      'If you tell us the subject you need, we gladly point you to a current activity.',
    ],
  },
  {
    when: [{ finding: ['completion_window_closed'] }],
    says: 'The time to complete ended on {complete_by}',
    evidence: ['registered_on', 'complete_by', 'completion_days', 'expires_on'],
    act: 'grant_exception',
    reply: [
      'The time to complete {activity} counts from your first registration on {registered_on} and ended on {complete_by}. Registering again does not start it anew.',
      'Some courses note an exception in their materials. If you believe one applies to you, tell us which and why, and we pass it on for a decision.',
    ],
  },
  {
    when: [{ finding: ['claim_window_closed'] }],
    says: 'The time to claim ended on {claim_closed_on}',
    evidence: ['attended_on', 'passed_on', 'claim_closed_on', 'claim_days'],
    act: 'grant_exception',
    reply: [
      'Credit for {activity} could be claimed until {claim_closed_on}[, {claim_days} after the activity]. That day has passed, so the claim is closed.',
      'Only an exception that is already on record could change this, and we find none for you.',
    ],
  },
  {
    when: [{ finding: ['unclaimed_credit_lapsed'] }],
    says: 'Earned credit lapsed on {lapsed_on}',
    evidence: ['lapsed_on', 'retention', 'claimable', 'first_lapse_on'],
    act: 'show_credits',
    reply: [
      'Credit you earn waits for you[ for {retention}] and then lapses. Some of yours for {activity} lapsed on {lapsed_on} and can no longer be claimed.',
      '[Still waiting for you: {claimable}. Please claim it in good time: {how_to_claim}.]',
    ],
  },
  {
    when: [{ finding: ['attempts_exhausted'] }],
    says: 'No tries are left: {attempt_limit} allowed',
    evidence: ['attempts_used', 'attempt_limit', 'best_score', 'pass_mark'],
    act: 'grant_exception',
    reply: [
      'The post-test of {activity} allows {attempt_limit}, and they are used up[; your best score was {best_score}][, the pass mark is {pass_mark}].',
      'We cannot reopen the test ourselves. If you tell us the circumstances, we put your case to the person who decides about a further try. Whether it is granted is not ours to promise.',
    ],
  },
  {
    when: [{ finding: ['membership_inactive'] }],
    says: 'Claiming needs an active {plan_needed} membership',
    evidence: ['membership', 'membership_until', 'claimable', 'first_lapse_on'],
    act: 'renew_membership',
    reply: [
      'To claim credit with {portal} you need an active {plan_needed} membership[; yours ended on {membership_until}].',
      'You can renew it at {web}. As soon as it is active, you can claim whatever has not lapsed[; the first of your credit lapses on {first_lapse_on}].',
    ],
  },
] as const satisfies readonly Branch[]

/** What is still to be done before the claim. */
const open = [
  {
    when: [{ finding: ['event_code_required'] }],
    says: 'The event code has not been entered',
    evidence: ['activity', 'registered_on', 'attended_on', 'code_entered_on', 'last_session'],
    act: 'find_event_code',
    reply: [
      '{activity} asks for the event code that was given out during the session. Entering it opens the claim and the evaluation.',
      'If you no longer have it, tell us which session you attended; once we have your attendance confirmed, we can help you with the code.[ The claim is open until {claim_by}.]',
    ],
  },
  {
    when: [{ finding: ['segments_incomplete'] }],
    says: 'A segment is open: {segments} done',
    evidence: ['segments', 'registered_on', 'complete_by'],
    act: 'correct_progress',
    reply: [
      'In {activity} {segments} are done. The segments open in order: the next becomes available when the one before it is finished.',
      'Please close the segment’s window but leave the classroom window open; the status then updates by itself. If a segment you finished still shows as open, tell us and we look into it.[ You have until {complete_by}.]',
    ],
  },
  {
    when: [{ finding: ['pretest_missing'] }],
    says: 'The pre-test is still to be taken',
    evidence: ['registered_on', 'pretest_on', 'pretest_rule', 'claim_by'],
    act: 'correct_progress',
    reply: ['{activity} begins with a short pre-test, and yours is not on record yet. Please open the activity again and take it; the other steps follow.[ You can do so until {claim_by}.]'],
  },
  {
    when: [{ finding: ['posttest_missing'] }],
    says: 'The post-test is still to be taken',
    evidence: ['registered_on', 'passed_on', 'attempts_used', 'claim_by'],
    act: 'correct_progress',
    reply: ['For {activity} the post-test is still open. You find its button at the foot of the page, after the material[; the pass mark is {pass_mark}].', 'Once it is passed, the remaining steps open for you.[ You have until {claim_by}.]'],
  },
  {
    when: [{ finding: ['posttest_not_passed'] }],
    says: 'The post-test is not passed yet[: {best_score}, pass mark {pass_mark}]',
    evidence: ['best_score', 'pass_mark', 'attempts_used', 'attempts_left', 'claim_by'],
    act: 'show_courses',
    reply: ['You have taken the post-test of {activity}, and it is not passed yet[: your best score is {best_score}][, the pass mark is {pass_mark}].', 'You can take it again[: {attempts_left}][, until {claim_by}].'],
  },
  {
    when: [{ finding: ['evaluation_missing'] }],
    says: 'The evaluation is still missing',
    evidence: ['passed_on', 'attended_on', 'evaluated_on', 'claim_by'],
    act: 'correct_progress',
    reply: ['You are nearly there: for {activity} only the evaluation is missing.[ You passed the post-test on {passed_on}.] It opens from the same page, takes a few minutes and is required for credit.', 'Once it is sent, {how_to_claim}.[ Please do so by {claim_by}.]'],
  },
  {
    when: [{ finding: ['nabp_id_missing', 'birth_month_day_missing', 'licence_missing'] }],
    says: 'An identifier the credit needs is missing[: {missing_identifiers}]',
    evidence: ['profession', 'e_profile_id', 'birth_day', 'licence'],
    act: 'edit_identifiers',
    reply: [
      'Before this credit can be given, something is missing in your profile[: {missing_identifiers}].',
      'Please enter it under {where_account}. The birth date is written as four digits, month then day: 7 February is 0207. If you have no NABP e-Profile ID yet, please register with NABP first.',
    ],
  },
  {
    when: [{ finding: ['credit_type_not_offered', 'credit_type_not_for_profession'] }, { fact: 'claimed_on', known: false }],
    says: 'Nothing here can be claimed by this profession: {profession}',
    evidence: ['profession', 'credits_offered', 'board'],
    act: 'edit_profile',
    reply: [
      'None of the credit this activity was designated for is open to the profession in your profile, which says {profession}.[ It was designated for {credits_offered}.]',
      'If the profession is wrong, correct it under {where_account} and try again. Credit cannot be added to an activity after the event.',
    ],
  },
  {
    when: [{ finding: ['not_claimed'] }],
    says: 'Everything is done except the claim',
    evidence: ['passed_on', 'attended_on', 'evaluated_on', 'claimable', 'claim_by', 'exception'],
    act: 'claim_for_learner',
    reply: [
      '[You passed the post-test on {passed_on}. ]Everything for {activity} is done; only the claim is missing[, and it is open until {claim_by}].',
      'To get your credit, {how_to_claim}. If you get stuck, tell us where, and we walk you through it.',
    ],
  },
] as const satisfies readonly Branch[]

const claimed = [
  {
    when: [{ fact: 'official_record', known: true }, { fact: 'claimed_on', known: true }],
    says: 'Claimed; the official record is the one in {official_record}',
    evidence: ['credit', 'claimed_on', 'report_body', 'report_due_on', 'report_state'],
    act: 'show_credits',
    reply: [
      'Your credit[ of {credit}][ for {activity}] is on record since {claimed_on}.',
      'The official record is not a paper from us but your entry in {official_record}[; it is due there by {report_due_on}].',
    ],
  },
  {
    when: [{ fact: 'certificate_number', known: true }, { fact: 'certificate_form', is: ['participation'] }],
    says: 'Claimed, with the participation form: {certificate_number}',
    evidence: ['credit', 'claimed_on', 'certificate_number', 'certificate_form', 'profession'],
    act: 'print_certificate',
    attaches: 'certificate',
    reply: [
      'Your claim is on record[ since {claimed_on}][ for {activity}]. Your certificate is number {certificate_number}, a certificate of participation, because AMA credit is awarded to physicians and your profile says otherwise.',
      'You find it under {where_certificates}, and we attach it here.',
    ],
  },
  {
    when: [{ fact: 'certificate_number', known: true }],
    says: 'Claimed, certificate {certificate_number} on file',
    evidence: ['credit', 'claimed_on', 'certificate_number', 'certificate_name'],
    act: 'print_certificate',
    attaches: 'certificate',
    reply: ['All is well: your claim[ of {credit}][ for {activity}] went through[ on {claimed_on}]. The certificate is number {certificate_number}.', 'You find it under {where_certificates}, where you can open, save or print it at any time.'],
  },
  {
    when: [{ fact: 'claimed_on', known: true }],
    says: 'Claimed on {claimed_on}, no certificate of ours on file',
    evidence: ['credit', 'claimed_on', 'report_body', 'report_state'],
    act: 'show_credits',
    reply: ['Your claim[ of {credit}][ for {activity}] was made on {claimed_on} and is on record.', 'If you need anything more for it, answer this message.[ Its official record is the one at {report_body}.]'],
  },
] as const satisfies readonly Branch[]

/** Nothing bars and nothing is open. */
const nothingOpen = {
  when: [],
  says: 'Nothing is open, and nothing is waiting to be claimed',
  evidence: ['account_status', 'activity', 'registered_on'],
  act: 'show_courses',
  reply: ['We looked through your record: nothing is blocked, and nothing is waiting to be claimed at the moment.', 'If you miss something, please name its title and roughly when you took part, and we look again.'],
} as const satisfies Branch

/** Where somebody stands on the way to a certificate, branch by branch in the order of the findings (section 0). */
export const standing: readonly Branch[] = [...accountBarred, askWhichActivity, ...notHere, ...over, ...open, ...claimed, nothingOpen]

/** The same once it is clear which activity is meant. */
export const standingInActivity: readonly Branch[] = [...accountBarred, ...notHere, ...over, ...open, ...claimed, nothingOpen]

/** The same without what is claimed already: for questions about getting there. */
export const onTheWay: readonly Branch[] = [...accountBarred, askWhichActivity, ...notHere, ...over, ...open]

/** What bars the account or is over, before a question about a claim can be answered. */
export const barredOrOver: readonly Branch[] = [...accountBarred, ...notHere, ...over]
