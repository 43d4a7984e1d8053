import type { ClaimBarrier, ClaimRefusal } from '@shared/policy/claim-eligibility'
import type { AggregateRefusal } from '@shared/policy/aggregate-claim'
import type { AmountChangeRefusal } from '@shared/policy/claim-amount'
import type { PastCreditRefusal } from '@shared/policy/past-credit'

/** Codes of claims that other acts answer with too; their sentences stand with those. */
type Shared = 'account_closed' | 'credit_type_not_offered' | 'credit_type_not_for_profession' | 'amount_not_claimable' | 'report_not_correctable' | 'claim_not_active' | 'reason_missing' | 'period_reversed' | 'activity_expired' | 'not_enrolled' | 'date_in_future' | 'date_before_registration'
type ClaimCode = Exclude<ClaimBarrier | ClaimRefusal | AggregateRefusal | AmountChangeRefusal | PastCreditRefusal, Shared> | 'not_claimable'

/** What a refused act on a claim is told as on the command line. */
export const claimCodeSentences: Readonly<Record<ClaimCode, string>> = {
  same_amount: 'The claim already has that amount.',
  claimed_by_topic: 'The claim was made topic by topic; void it and claim the right topics again.',
  already_claimed: 'That credit is claimed already.',
  credit_earned_by_topic: 'Credit of that course waits topic by topic; claim it in the window.',
  nothing_earned: 'Nothing was earned in that course yet.',
  nothing_picked: 'No topic is picked, or one is picked twice.',
  not_claimable: 'It cannot be claimed so, so there is no certificate to show.',
  wrong_email: 'Another record of the same person is enrolled; look it up with desk find.',
  completion_window_closed: 'The time to complete is over.',
  claim_window_closed: 'The time to claim is over; a late claim needs an exception on record.',
  unclaimed_credit_lapsed: 'The credit was earned too long ago.',
  attempts_exhausted: 'No tries are left.',
  membership_inactive: 'The membership that a claim needs is not active.',
  event_code_required: 'The event code of the session was not entered.',
  segments_incomplete: 'A segment of the course is open.',
  pretest_missing: 'The pre-test was not taken.',
  posttest_missing: 'The post-test was not taken.',
  posttest_not_passed: 'The post-test was not passed yet.',
  evaluation_missing: 'The evaluation was not filled in.',
  nabp_id_missing: 'The NABP e-Profile ID is missing or malformed.',
  birth_month_day_missing: 'The birth month and day are missing or malformed; 7 February is 0207.',
  licence_missing: 'The state or number of the licence is missing.',
  date_after_activity: 'The activity had ended by that day.',
  proof_missing: 'The proof is not named.',
}
