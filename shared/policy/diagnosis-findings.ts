import type { CivilDate } from '../model/civil-date'
import type { CreditAmount } from '../model/credit-amount'
import type { CreditType, ReportingBody } from '../model/field-codes'
import type { Instant } from '../model/instant'
import { adviceOn, type AgentAct } from './diagnosis-advice'
import type { Evidence, EvidenceRecordKind } from './evidence'
import { findingCodes, type FindingCode } from './finding-codes'
import type { ReportStanding } from './report-route'

export interface Finding {
  readonly code: FindingCode
  readonly rows: readonly string[]
  readonly evidence: readonly Evidence[]
  /** The day that decides: a last day, a due day; null where none does. */
  readonly date: CivilDate | null
  readonly agentAct: AgentAct
  readonly agentCan: string
  readonly learnerCan: string
  /** The activity it is about; null for the account. */
  readonly activityId: string | null
}

/** The rows of each code, as section 0 lists them. */
const rowsOf: Readonly<Record<FindingCode, readonly string[]>> = {
  no_account: ['H16', 'C4'],
  account_locked: [],
  account_closed: [],
  wrong_email: ['C6', 'C4'],
  activity_expired: ['H43', 'P26'],
  completion_window_closed: ['P24'],
  claim_window_closed: ['C9'],
  unclaimed_credit_lapsed: ['M8'],
  attempts_exhausted: ['H21', 'P8'],
  membership_inactive: ['M1'],
  not_enrolled: ['C6', 'H42'],
  event_code_required: ['C7', 'C8'],
  segments_incomplete: ['P3', 'P20'],
  pretest_missing: ['H20', 'H35'],
  posttest_missing: ['H20', 'H35'],
  posttest_not_passed: ['H21', 'P7'],
  evaluation_missing: ['H35', 'P9'],
  nabp_id_missing: ['P11', 'P13'],
  birth_month_day_missing: ['P11', 'P12'],
  licence_missing: ['P11'],
  credit_type_not_offered: ['H32'],
  credit_type_not_for_profession: ['H32', 'T8'],
  not_claimed: ['H27', 'H35'],
  certificate_of_participation: ['H37'],
  board_reported: ['C16', 'M25'],
  board_self_report: ['C17', 'M26'],
  report_due: ['P14', 'P16'],
  report_overdue: ['P14', 'P16'],
  report_rejected: ['P14', 'P16'],
  sister_site_sign_in: ['H17'],
  ok: ['H28'],
}

/** A finding with its rows and advice; `rows` replaces those of the code where the portal's own row says it. */
export function finding(
  code: FindingCode,
  more: { readonly evidence: readonly Evidence[]; readonly date?: CivilDate | null; readonly activityId?: string | null; readonly rows?: readonly string[] },
): Finding {
  return {
    code,
    rows: more.rows ?? rowsOf[code],
    evidence: more.evidence,
    date: more.date ?? null,
    ...adviceOn(code),
    activityId: more.activityId ?? null,
  }
}

/** The findings in the order of section 0; equal codes keep the order they came in. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const place = new Map(findingCodes.map((code, index) => [code, index]))
  return [...findings].sort((one, other) => (place.get(one.code) ?? 0) - (place.get(other.code) ?? 0))
}

/** Evidence from one record: which field, which value. */
export function evidenceFrom(recordKind: EvidenceRecordKind, record: string): (field: string, value: string | number | null) => Evidence {
  return (field, value) => ({ recordKind, record, field, value: value === null ? null : String(value) })
}

/** What a learner may claim today, in the portal's default type where that is possible. */
export interface Claimable {
  readonly creditType: CreditType
  readonly amount: CreditAmount
}

/** A report of a claim to an outside body; `dueOn` is null for a body the portal's routes do not name. */
export interface ReportLine {
  readonly claimId: string
  readonly body: ReportingBody
  readonly dueOn: CivilDate | null
  readonly state: ReportStanding
}

export const stepNames = [
  'registration',
  'pretest',
  'segments',
  'event_code',
  'posttest',
  'evaluation',
  'identifiers',
  'membership',
  'claim',
  'certificate',
  'report',
] as const

/** `later`: waits for a step before it; `closed`: can no longer be done. */
export const stepStates = ['done', 'open', 'later', 'closed', 'not_required'] as const

/** A rung of the ladder from registration to report. */
export interface Step {
  readonly step: (typeof stepNames)[number]
  readonly state: (typeof stepStates)[number]
  /** When it was done. */
  readonly at: Instant | null
  /** The last day for it, or the day it is due. */
  readonly lastOn: CivilDate | null
  /** The figures beside it: score and pass mark, segments, what is missing. */
  readonly evidence: readonly Evidence[]
}

/** What a diagnosis answers. Without an activity there are no steps. */
export interface Diagnosis {
  readonly findings: readonly Finding[]
  readonly steps: readonly Step[] | null
  readonly claimable: Claimable | null
  readonly reports: readonly ReportLine[]
}
