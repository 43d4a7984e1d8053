import type { FindingCode } from '@shared/policy/finding-codes'
import type { Tone } from '../ui/tone'

interface FindingWords {
  readonly title: string
  readonly tone: Tone
}

const findings: Readonly<Record<FindingCode, FindingWords>> = {
  no_account: { title: 'No account under this e-mail', tone: 'error' },
  account_locked: { title: 'The account is locked', tone: 'error' },
  account_closed: { title: 'The account is closed', tone: 'error' },
  wrong_email: { title: 'Registered under another record', tone: 'error' },
  activity_expired: { title: 'The activity has expired', tone: 'error' },
  completion_window_closed: { title: 'The time to complete is over', tone: 'error' },
  claim_window_closed: { title: 'The time to claim is over', tone: 'error' },
  unclaimed_credit_lapsed: { title: 'Earned credit has lapsed', tone: 'error' },
  attempts_exhausted: { title: 'No tries are left', tone: 'error' },
  membership_inactive: { title: 'The membership is not active', tone: 'error' },
  not_enrolled: { title: 'Not registered for this activity', tone: 'error' },
  event_code_required: { title: 'The event code is missing', tone: 'warning' },
  segments_incomplete: { title: 'A course segment is open', tone: 'warning' },
  pretest_missing: { title: 'The pre-test is missing', tone: 'warning' },
  posttest_missing: { title: 'The post-test has not been tried', tone: 'warning' },
  posttest_not_passed: { title: 'The post-test is not passed yet', tone: 'warning' },
  evaluation_missing: { title: 'The evaluation is missing', tone: 'warning' },
  nabp_id_missing: { title: 'The e-Profile ID is missing', tone: 'warning' },
  birth_month_day_missing: { title: 'Birth month and day are missing', tone: 'warning' },
  licence_missing: { title: 'The licence is missing', tone: 'warning' },
  credit_type_not_offered: { title: 'The activity offers no credit', tone: 'error' },
  credit_type_not_for_profession: { title: 'The credit is not open to this profession', tone: 'error' },
  not_claimed: { title: 'Everything is done except the claim', tone: 'warning' },
  certificate_of_participation: { title: 'Claimed, participation form on file', tone: 'success' },
  board_reported: { title: 'The provider reports the points to the board', tone: 'success' },
  board_self_report: { title: 'The learner reports this credit', tone: 'neutral' },
  report_due: { title: 'The report is still to come', tone: 'neutral' },
  report_overdue: { title: 'The report is overdue', tone: 'error' },
  report_rejected: { title: 'The report was rejected', tone: 'error' },
  sister_site_sign_in: { title: 'A sister site’s sign-in opens this account', tone: 'neutral' },
  ok: { title: 'Nothing stands in the way', tone: 'success' },
}

/** A finding in a few words. */
export function findingTitle(code: FindingCode): string {
  return findings[code].title
}

/** How grave a finding is: red cannot be cured by the learner, amber is still to be done. */
export function findingTone(code: FindingCode): Tone {
  return findings[code].tone
}
