/**
 * What a diagnosis says, in the order it says it (section 0): what bars the account, what can no longer be cured, what is
 * still to be done, what follows the claim. `sister_site_sign_in` bars nothing and never precedes an activity's finding.
 */
export const findingCodes = [
  'no_account',
  'account_locked',
  'account_closed',
  'wrong_email',
  'activity_expired',
  'completion_window_closed',
  'claim_window_closed',
  'unclaimed_credit_lapsed',
  'attempts_exhausted',
  'membership_inactive',
  'not_enrolled',
  'event_code_required',
  'segments_incomplete',
  'pretest_missing',
  'posttest_missing',
  'posttest_not_passed',
  'evaluation_missing',
  'nabp_id_missing',
  'birth_month_day_missing',
  'licence_missing',
  'credit_type_not_offered',
  'credit_type_not_for_profession',
  'not_claimed',
  'certificate_of_participation',
  'board_reported',
  'board_self_report',
  'report_due',
  'report_overdue',
  'report_rejected',
  'sister_site_sign_in',
  'ok',
] as const
export type FindingCode = (typeof findingCodes)[number]
