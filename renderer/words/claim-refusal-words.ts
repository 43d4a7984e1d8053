import type { Code } from '@shared/contract'
import { withFact, type Words } from './refusal-shape'
import { dayWords } from './time-words'

type ClaimMethod = 'claims.changeCreditType' | 'claims.changeAmount' | 'claims.claimForLearner' | 'claims.claimAggregate' | 'claims.addPastCredit' | 'claims.void' | 'claims.specimen'
/** Codes of claims whose words stand elsewhere, because other operations answer with them too. */
type Shared = Code<'learners.edit'> | Code<'paper.print'> | 'account_closed' | 'period_reversed' | 'activity_expired' | 'not_enrolled' | 'date_in_future' | 'date_before_registration'

/** What an act on a claim was refused for; the detail, where main gives one, is the rule's own next step. */
export const claimRefusalWords: Readonly<Record<Exclude<Code<ClaimMethod>, Shared>, Words>> = {
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
  claim_not_active: { happened: 'This claim is no longer the active one.', next: 'Open the claim that replaced it.' },
  same_amount: { happened: 'The claim has this amount already.', next: 'Enter another amount, or close the dialog.' },
  claimed_by_topic: { happened: 'This claim was made topic by topic, so its amount is their sum.', next: 'Void the whole claim and claim the right topics again.' },
  already_claimed: { happened: 'This credit is claimed already.', next: 'Print its certificate again, or correct the claim.' },
  credit_earned_by_topic: { happened: 'Credit of this course waits topic by topic.', next: 'Use Claim accrued credit and choose the topics.' },
  nothing_earned: { happened: 'Nothing was earned in this course yet.', next: 'The learner takes a topic first; then it can be claimed.' },
  nothing_picked: { happened: 'No topic is picked, or one is picked twice.', next: 'Pick at least one topic; each course once, as one credit type.' },
  not_claimable: {
    happened: withFact('detail', (detail) => `There is no such certificate to show. ${detail}`, 'There is no such certificate to show: it could not be claimed so.'),
    next: 'Choose a type and an amount that can be claimed.',
  },
  wrong_email: { happened: 'Another record of the same person is enrolled, this one is not.', next: 'Open the other record and claim there, or link the accounts.' },
  completion_window_closed: { happened: withFact('date', (on) => `The time to complete was over after ${dayWords(on)}.`, 'The time to complete is over.'), next: 'With an approver’s word, grant more time on record.' },
  claim_window_closed: { happened: withFact('date', (on) => `The time to claim was over after ${dayWords(on)}.`, 'The time to claim is over.'), next: 'With an approver’s word, grant a late claim on record.' },
  unclaimed_credit_lapsed: { happened: 'This credit was earned too long ago.', next: 'Leave it out; later credit can still be claimed.' },
  attempts_exhausted: { happened: 'No tries are left.', next: 'With an approver’s word, grant one more attempt on record.' },
  membership_inactive: { happened: 'The membership that a claim needs is not active.', next: 'Credit can be claimed as soon as the membership is renewed.' },
  event_code_required: { happened: 'The event code of the session was not entered.', next: 'Find the session and, if the learner was there, enter its code.' },
  segments_incomplete: { happened: 'A segment of the course is open.', next: 'The learner finishes it; if its status did not update, correct it with a reason.' },
  pretest_missing: { happened: 'The pre-test was not taken.', next: 'The learner takes it; if it was taken, enter it with the evidence.' },
  posttest_missing: { happened: 'The post-test was not taken.', next: 'Point the learner to the post-test at the foot of the material.' },
  posttest_not_passed: { happened: 'The post-test was not passed yet.', next: 'The learner takes it again while tries are left.' },
  evaluation_missing: { happened: 'The evaluation was not filled in.', next: 'Send the learner to it; if it was filled in, enter it with the evidence.' },
  nabp_id_missing: { happened: 'The NABP e-Profile ID is missing or malformed.', next: 'Enter it in the profile; it is six to ten digits.' },
  birth_month_day_missing: { happened: 'The birth month and day are missing or malformed.', next: 'Enter them in the profile as four digits: 7 February is 0207.' },
  licence_missing: { happened: 'The state or number of the licence is missing.', next: 'Enter both in the profile.' },
  date_after_activity: { happened: withFact('date', (on) => `The activity had ended by then, on ${dayWords(on)}.`, 'The activity had ended by then.'), next: 'A live activity is attended by its last day: enter the day as the proof shows it.' },
  proof_missing: { happened: 'The proof is not named.', next: 'Enter its number, or where it is kept.' },
}
