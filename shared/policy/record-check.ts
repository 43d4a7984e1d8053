import type { CivilDate } from '../model/civil-date'
import type { Evidence } from './evidence'

/** What the whole-record checker can find, gravest first. */
export const recordCheckKinds = [
  'required_step_missing',
  'more_than_designated',
  'same_credit_twice',
  'expired_but_claimed_later',
  'certificate_without_claim',
  'two_live_certificates',
  'void_but_reported',
  'identifier_shared',
  'identifier_malformed',
] as const
export type RecordCheckKind = (typeof recordCheckKinds)[number]

/** The one act that cures a finding; a window leads to it. */
export const recordCheckFixes = [
  'correct_progress',
  'change_amount',
  'change_credit_type',
  'void_claim',
  'end_certificate',
  'withdraw_report',
  'edit_identifiers',
  'correct_designation',
  'compare_records',
] as const
export type RecordCheckFix = (typeof recordCheckFixes)[number]

/** A fault of the record: what it is, what shows it, and the act that cures it. */
export interface RecordCheckVerdict {
  readonly kind: RecordCheckKind
  readonly rows: readonly string[]
  readonly evidence: readonly Evidence[]
  /** The day that decides, where one does. */
  readonly date: CivilDate | null
  readonly fix: RecordCheckFix
}

const rowsOf: Readonly<Record<RecordCheckKind, readonly string[]>> = {
  required_step_missing: ['H20', 'H35', 'C7', 'P9', 'P20'],
  more_than_designated: ['T2', 'H34'],
  same_credit_twice: ['T17'],
  expired_but_claimed_later: ['H43', 'P26', 'T23'],
  certificate_without_claim: ['H28', 'T2'],
  two_live_certificates: ['T9', 'H32'],
  void_but_reported: ['T9', '3.1'],
  identifier_shared: ['T21', 'C6'],
  identifier_malformed: ['1.5', 'T16'],
}

/**
 * Whether a finding says that something is wrong, or that an entry should be looked at when the learner is next spoken
 * to: an identifier that fails its check is taken in as text and flagged, and bars nothing by itself (exchange format).
 */
export function gravityOf(kind: RecordCheckKind): 'wrong' | 'to_look_at' {
  return kind === 'identifier_malformed' ? 'to_look_at' : 'wrong'
}

/** A verdict with the rows of its kind; `rows` replaces them where another row says it better. */
export function recordCheckVerdict(
  kind: RecordCheckKind,
  more: { readonly evidence: readonly Evidence[]; readonly fix: RecordCheckFix; readonly date?: CivilDate | null; readonly rows?: readonly string[] },
): RecordCheckVerdict {
  return { kind, rows: more.rows ?? rowsOf[kind], evidence: more.evidence, date: more.date ?? null, fix: more.fix }
}

const advice: Readonly<Record<RecordCheckFix, string>> = {
  correct_progress: 'Look for proof that the step was done and enter it with a reason; without proof, void the claim.',
  change_amount: 'Change the amount to what was designated; the certificate is superseded.',
  change_credit_type: 'Change the claim to a credit the activity was designated for, or void it.',
  void_claim: 'Keep the claim that is right and void the other, with the reason.',
  end_certificate: 'Take the certificate out of force; it stays on file and can still be printed as void.',
  withdraw_report: 'Queue the withdrawal, so that the body hears that the claim no longer stands.',
  edit_identifiers: 'Ask the learner for the number at the next contact and correct it; nothing is barred meanwhile.',
  correct_designation: 'Ask the accreditor for the number and correct it with the activity; the old one stays on what was printed.',
  compare_records: 'Open both records: one person twice, or a number typed into the wrong record.',
}

/** What the agent can do about a finding: our words. */
export function adviceOnFix(fix: RecordCheckFix): string {
  return advice[fix]
}
