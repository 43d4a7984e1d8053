import type { Topic } from '@shared/contract'
import type { ExchangeFile } from '@shared/contract/imports'
import { parseMoney } from '@shared/model/money'
import { judgeBirthMonthDay, judgeBoard, judgeEprofileId, judgeLicence, judgeNpi, readUniversalActivityNumber, type IdentifierVerdict } from '@shared/policy/identifiers'
import type { Cells } from '../ports/repositories/exchange-columns'

const cell = (cells: Cells, column: string): string => cells[column] ?? ''

/** A rule between cells of one row that does not hold; each cell is well formed by itself. */
export function rowFault(file: ExchangeFile, cells: Cells): { readonly column: string; readonly reason: string } | undefined {
  if (file === 'activity_credits.csv') {
    const most = parseMoney(cell(cells, 'max_amount'))
    const pharmacology = parseMoney(cell(cells, 'pharmacology_amount'))
    // T4: pharmacology is inside the total, never added to it.
    if (most !== undefined && pharmacology !== undefined && pharmacology > most) {
      return { column: 'pharmacology_amount', reason: `More than the ${cell(cells, 'max_amount')} designated; it is inside the total.` }
    }
  }
  if (file === 'claims.csv' && cell(cells, 'superseded_by') !== '' && cell(cells, 'superseded_by') === cell(cells, 'external_id')) {
    return { column: 'superseded_by', reason: 'A claim is not superseded by itself.' }
  }
  return undefined
}

/** The file an order line's item must be in, by the kind of line; a plan or a number of seats is no record. */
export function itemFileOf(file: ExchangeFile, cells: Cells): ExchangeFile | undefined {
  if (file !== 'order_lines.csv' || cell(cells, 'item_id') === '') return undefined
  if (cell(cells, 'kind') === 'activity') return 'activities.csv'
  return cell(cells, 'kind') === 'package' ? 'packages.csv' : undefined
}

/** The record's kind as conflicts, flags and the audit name it. */
export function entityOf(file: ExchangeFile): string {
  switch (file) {
    case 'learners.csv':
      return 'learner'
    case 'activities.csv':
      return 'activity'
    case 'activity_credits.csv':
      return 'activity_credit'
    case 'sessions.csv':
      return 'session'
    case 'packages.csv':
      return 'package'
    case 'package_activities.csv':
      return 'package_activity'
    case 'discount_codes.csv':
      return 'discount_code'
    case 'orders.csv':
      return 'order'
    case 'order_lines.csv':
      return 'order_line'
    case 'memberships.csv':
      return 'membership'
    case 'enrolments.csv':
      return 'enrolment'
    case 'earned_credits.csv':
      return 'earned_credit'
    case 'claims.csv':
      return 'claim'
    case 'reports.csv':
      return 'report'
    case 'messages.csv':
      return 'platform_message'
    case 'tickets.csv':
      return 'ticket'
  }
}

/** What the window reads anew when a file's records were written. */
export function topicsOf(file: ExchangeFile): readonly Topic[] {
  switch (file) {
    case 'learners.csv':
    case 'memberships.csv':
      return ['learners']
    case 'activities.csv':
    case 'activity_credits.csv':
    case 'sessions.csv':
    case 'packages.csv':
    case 'package_activities.csv':
      return ['activities']
    case 'discount_codes.csv':
    case 'orders.csv':
    case 'order_lines.csv':
      return ['orders']
    case 'enrolments.csv':
    case 'earned_credits.csv':
      return ['enrolments']
    case 'claims.csv':
      return ['claims', 'certificates']
    case 'reports.csv':
      return ['claims']
    case 'messages.csv':
      return ['messages']
    case 'tickets.csv':
      return ['tickets']
  }
}

/** How a person recognises the record in a list of conflicts. */
export function labelOf(file: ExchangeFile, cells: Cells, externalId: string): string {
  switch (file) {
    case 'learners.csv':
      return `${cell(cells, 'given_name')} ${cell(cells, 'family_name')}`
    case 'activities.csv':
    case 'packages.csv':
      return cell(cells, 'title')
    case 'tickets.csv':
      return cell(cells, 'subject')
    case 'claims.csv':
      return cell(cells, 'certificate_number') === '' ? externalId : cell(cells, 'certificate_number')
    default:
      return externalId
  }
}

/** Identifiers that are kept as text although their check fails (1.5), by column, with what is wrong. */
export function flagsOf(file: ExchangeFile, cells: Cells): readonly { readonly field: string; readonly code: string }[] {
  const of = (column: string): string => cell(cells, column)
  const flag = (field: string, verdict: IdentifierVerdict): readonly { field: string; code: string }[] => (verdict.kind === 'malformed' ? [{ field, code: verdict.fault }] : [])
  if (file === 'learners.csv') {
    return [
      ...flag('npi', judgeNpi(of('npi'))),
      ...flag('nabp_eprofile_id', judgeEprofileId(of('nabp_eprofile_id'))),
      ...flag('birth_month_day', judgeBirthMonthDay(of('birth_month_day'))),
      ...flag('licence_number', judgeLicence(of('licence_state'), of('licence_number'))),
      ...flag('board_id', judgeBoard(of('board'), of('board_id'))),
    ]
  }
  // 1.4: an ACPE designation without a UAN or with one of another form is kept and flagged.
  if (file === 'activity_credits.csv' && of('credit_type') === 'acpe') {
    if (of('accreditation_number') === '') return [{ field: 'accreditation_number', code: 'uan_missing' }]
    const number = readUniversalActivityNumber(of('accreditation_number'))
    if (number.kind !== 'current') return [{ field: 'accreditation_number', code: number.kind === 'legacy' ? 'uan_legacy' : 'uan_malformed' }]
  }
  return []
}

/** Columns of a claim that its certificate says; a change of one supersedes the certificate. */
export const printedClaimColumns: readonly string[] = ['enrolment_id', 'credit_type', 'amount', 'claimed_at', 'certificate_number', 'certificate_name', 'status']
