import type { ExchangeFile } from '@shared/contract/imports'
import type { RecordKey } from '../ports/repositories/exchange-columns'

type CellOf = (column: string) => string

/**
 * The columns that name a record. `acpe` may repeat with another UAN, so there the UAN belongs to the key.
 * Lines of an order have no key; they are the first, second, … of their order, counted by the reader.
 */
export function keyOf(file: ExchangeFile, cell: CellOf): RecordKey {
  switch (file) {
    case 'activity_credits.csv':
      return [cell('activity_id'), cell('credit_type'), cell('credit_type') === 'acpe' ? cell('accreditation_number') : '']
    case 'package_activities.csv':
      return [cell('package_id'), cell('activity_id')]
    case 'discount_codes.csv':
      return [cell('portal'), cell('code')]
    case 'order_lines.csv':
      return [cell('order_id')]
    case 'reports.csv':
      return [cell('claim_id'), cell('body')]
    case 'learners.csv':
    case 'activities.csv':
    case 'sessions.csv':
    case 'packages.csv':
    case 'orders.csv':
    case 'memberships.csv':
    case 'enrolments.csv':
    case 'earned_credits.csv':
    case 'claims.csv':
    case 'messages.csv':
    case 'tickets.csv':
      return [cell('external_id')]
  }
}

/** The column a repeated key is told at, and the words for it. */
export function keyColumnOf(file: ExchangeFile): string {
  switch (file) {
    case 'activity_credits.csv':
      return 'credit_type'
    case 'package_activities.csv':
      return 'activity_id'
    case 'discount_codes.csv':
      return 'code'
    case 'order_lines.csv':
      return 'order_id'
    case 'reports.csv':
      return 'body'
    case 'learners.csv':
    case 'activities.csv':
    case 'sessions.csv':
    case 'packages.csv':
    case 'orders.csv':
    case 'memberships.csv':
    case 'enrolments.csv':
    case 'earned_credits.csv':
    case 'claims.csv':
    case 'messages.csv':
    case 'tickets.csv':
      return 'external_id'
  }
}

/** One text for a key, for maps; the parts cannot run into each other. */
export function keyText(key: RecordKey): string {
  return key.length === 1 ? (key[0] ?? '') : JSON.stringify(key)
}
