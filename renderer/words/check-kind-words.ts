import type { RecordCheckKind } from '@shared/policy/record-check'

/** What the whole-record checker can find, as lists name it. */
export const checkKindWords: Readonly<Record<RecordCheckKind, string>> = {
  required_step_missing: 'Claimed without a step',
  more_than_designated: 'More than designated',
  same_credit_twice: 'Same credit twice',
  expired_but_claimed_later: 'Claimed after expiry',
  certificate_without_claim: 'Certificate without claim',
  two_live_certificates: 'Two certificates in force',
  void_but_reported: 'Void but reported',
  identifier_shared: 'Identifier in two records',
  identifier_malformed: 'Identifier to look at',
}
