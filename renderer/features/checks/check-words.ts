import type { PageAct, TabTarget } from '../../bridge/navigation'
import { columnWords } from '../../words/field-words'
import type { Finding, FindingKind } from './api'

/** What a finding of the kind says, as a sentence over its evidence. */
export const kindSentences: Readonly<Record<FindingKind, string>> = {
  required_step_missing: 'Credit was claimed, but the record lacks a step the activity requires',
  more_than_designated: 'More credit was claimed than the activity was designated for',
  same_credit_twice: 'The same credit was claimed twice',
  expired_but_claimed_later: 'The credit was claimed after the activity had expired',
  certificate_without_claim: 'A certificate is in force whose claim no longer stands',
  two_live_certificates: 'Two certificates are in force for one claim',
  void_but_reported: 'An outside body was told of a claim that no longer stands',
  identifier_shared: 'One identifier stands in two records',
  identifier_malformed: 'An identifier does not pass its check',
}

/** Why an identifier does not pass, beside the field's name. */
const faultWords: Readonly<Record<string, string>> = {
  check_digit: 'the check digit does not fit',
  not_ten_digits: 'not ten digits',
  first_digit: 'does not begin with 1 or 2',
  not_six_to_ten_digits: 'not six to ten digits',
  not_four_digits: 'not four digits, month and day',
  no_such_day: 'no such day',
  not_a_state: 'no such state',
  state_missing: 'its state is missing',
  number_missing: 'its number is missing',
  not_a_board: 'no such board',
  board_missing: 'its board is missing',
  uan_missing: 'no universal activity number',
  uan_legacy: 'the universal activity number has the old form',
  uan_malformed: 'no universal activity number has this form',
}

/** One line of evidence: which field of which record, and what stands there. */
export function evidenceWords({ field, value }: Finding['evidence'][number]): string {
  return `${columnWords(field)}: ${value === null ? 'none on record' : (faultWords[value] ?? value)}`
}

/** A finding in one line, for the list. */
export function findingWords(finding: Finding): string {
  if (finding.kind === 'identifier_malformed') return finding.evidence.map(evidenceWords).join(' · ')
  if (finding.kind === 'identifier_shared') return `${columnWords(finding.evidence[0]?.field ?? '')} also in ${finding.evidence.slice(1).map((one) => one.record).join(', ')}`
  return finding.activity?.title ?? finding.evidence.map(evidenceWords).join(' · ')
}

/** The verb of the finding's fix as a button says it, and where it is done. */
export function fixPlace(finding: Finding): { readonly verb: string; readonly target: TabTarget; readonly title: string; readonly act?: PageAct } | undefined {
  const { learner, activity, claim, fix } = finding
  const claimed = claim === null ? {} : { subject: claim.id }
  if (learner === null) return activity === null ? undefined : { verb: 'Open activity', target: { kind: 'activity', id: activity.id }, title: activity.title }
  const open = { target: { kind: 'learner', id: learner.id }, title: learner.name } as const
  switch (fix) {
    case 'change_credit_type':
      return { ...open, verb: 'Change credit type…', act: { verb: 'change-credit', ...claimed } }
    case 'edit_identifiers':
      return { ...open, verb: 'Edit identifiers…', act: { verb: 'edit' } }
    case 'compare_records':
      return { ...open, verb: 'Open first record' }
    case 'correct_progress':
    case 'change_amount':
    case 'void_claim':
    case 'end_certificate':
    case 'withdraw_report':
      return { ...open, verb: 'Open claim', act: { verb: 'show', ...claimed } }
    case 'correct_designation':
      return activity === null ? { ...open, verb: 'Open record' } : { verb: 'Open activity', target: { kind: 'activity', id: activity.id }, title: activity.title }
  }
}

/** The fix the desk does in one act, as its dialog is titled and its button says. */
export const ownFixWords: Readonly<Partial<Record<Finding['fix'], { readonly title: string; readonly verb: string; readonly happens: string }>>> = {
  end_certificate: { title: 'Take the certificate out of force', verb: 'Void certificate', happens: 'The certificate becomes void. It stays on file, can still be printed as void, and whoever verifies it is told so.' },
  withdraw_report: { title: 'Withdraw the report', verb: 'Queue withdrawal', happens: 'A withdrawal is queued for the outside body. Nothing about the claim or its certificate changes.' },
}
