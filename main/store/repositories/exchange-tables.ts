import type { ExchangeFile } from '@shared/contract/imports'
import { formatMoney, parseMoney } from '@shared/model/money'
import { foldEmail, foldForSearch } from '@shared/policy/name-folding'
import { exchangeColumns, type Cells, type ColumnKind, type ExchangeColumn, type RecordKey } from '../../ports/repositories/exchange-columns'

export type StoredValue = string | number | null

/** How a cell is kept: `nullable` text is null when empty, `hundredths` an integer, `emails` rows of their own. */
type Shape = 'text' | 'nullable' | 'integer' | 'hundredths' | 'list' | 'flag' | 'reference' | 'emails'

export interface StoredColumn {
  readonly column: string
  readonly stored: string
  readonly shape: Shape
  readonly to?: ExchangeFile
}

/** One part of a record's key as the store looks it up; `via` names the table whose external id stands in the file. */
export interface KeyPart {
  readonly stored: string
  readonly via?: string
  readonly whole?: true
}

export interface ExchangeTable {
  readonly table: string
  readonly columns: readonly StoredColumn[]
  readonly key: readonly KeyPart[]
  /** Columns that follow from the others. */
  readonly derived: (cells: Cells, key: RecordKey) => Readonly<Record<string, StoredValue>>
}

const names: Readonly<Record<ExchangeFile, string>> = {
  'learners.csv': 'learners',
  'activities.csv': 'activities',
  'activity_credits.csv': 'activity_credits',
  'sessions.csv': 'sessions',
  'packages.csv': 'packages',
  'package_activities.csv': 'package_activities',
  'discount_codes.csv': 'discount_codes',
  'orders.csv': 'orders',
  'order_lines.csv': 'order_lines',
  'memberships.csv': 'memberships',
  'enrolments.csv': 'enrolments',
  'earned_credits.csv': 'earned_credits',
  'claims.csv': 'claims',
  'reports.csv': 'reports',
  'messages.csv': 'platform_messages',
  'tickets.csv': 'tickets',
}

/** The table of a file's records. */
export function tableNameOf(file: ExchangeFile): string {
  return names[file]
}

function shapeOf(kind: ColumnKind): Shape {
  switch (kind) {
    case 'text':
    case 'identifier':
    case 'key':
    case 'portal':
    case 'code':
    case 'email':
    case 'currency':
    case 'attempts':
    case 'card_digits':
      return 'text'
    case 'list':
      return 'list'
    case 'email_list':
      return 'emails'
    case 'date':
    case 'instant':
      return 'nullable'
    case 'money':
    case 'amount':
      return 'hundredths'
    case 'whole':
    case 'percent':
      return 'integer'
    case 'yes_no':
      return 'flag'
    case 'reference':
      return 'reference'
  }
}

// The schema calls a calendar day `…_on` and says of which kind a referenced record is.
const storedNames: Readonly<Record<string, string>> = { release_date: 'release_on', expiration_date: 'expires_on', superseded_by: 'superseded_by_claim_id' }

function storedColumn(column: ExchangeColumn): StoredColumn {
  return {
    column: column.name,
    stored: storedNames[column.name] ?? column.name,
    shape: shapeOf(column.kind),
    ...(column.to === undefined ? {} : { to: column.to }),
  }
}

const byExternalId: readonly KeyPart[] = [{ stored: 'external_id' }]

function keyPartsOf(file: ExchangeFile): readonly KeyPart[] {
  switch (file) {
    case 'activity_credits.csv':
      return [{ stored: 'activity_id', via: 'activities' }, { stored: 'credit_type' }, { stored: 'designation_key' }]
    case 'package_activities.csv':
      return [{ stored: 'package_id', via: 'packages' }, { stored: 'activity_id', via: 'activities' }]
    case 'discount_codes.csv':
      return [{ stored: 'portal' }, { stored: 'code' }]
    case 'order_lines.csv':
      return [{ stored: 'order_id', via: 'orders' }, { stored: 'position', whole: true }]
    case 'reports.csv':
      return [{ stored: 'claim_id', via: 'claims' }, { stored: 'body' }]
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
      return byExternalId
  }
}

const cell = (cells: Cells, column: string): string => cells[column] ?? ''

/** The folded name by which a learner is found: family name first. */
export function foldedName(cells: Cells): string {
  return foldForSearch(`${cell(cells, 'family_name')} ${cell(cells, 'given_name')}`)
}

function derivedOf(file: ExchangeFile): ExchangeTable['derived'] {
  if (file === 'learners.csv') return (cells) => ({ email_folded: foldEmail(cell(cells, 'email')), name_folded: foldedName(cells) })
  if (file === 'activities.csv') return (cells) => ({ title_folded: foldForSearch(cell(cells, 'title')) })
  if (file === 'activity_credits.csv') return (_cells, key) => ({ designation_key: key[2] ?? '' })
  if (file === 'order_lines.csv') return (_cells, key) => ({ position: Number(key[1]) })
  return () => ({})
}

const made = new Map<ExchangeFile, ExchangeTable>()

/** Where and how the records of a file are kept. */
export function exchangeTableOf(file: ExchangeFile): ExchangeTable {
  const known = made.get(file)
  if (known !== undefined) return known
  const table = { table: names[file], columns: exchangeColumns[file].map(storedColumn), key: keyPartsOf(file), derived: derivedOf(file) }
  made.set(file, table)
  return table
}

/** A canonical cell as it is kept; references and addresses of their own are the caller's. */
export function toStored(shape: Shape, text: string): StoredValue {
  switch (shape) {
    case 'text':
      return text
    case 'nullable':
      return text === '' ? null : text
    case 'integer':
      return text === '' ? null : Number(text)
    case 'hundredths':
      return parseMoney(text) ?? null
    case 'list':
      return JSON.stringify(text === '' ? [] : text.split(';'))
    case 'flag':
      return text === 'yes' ? 1 : 0
    case 'reference':
    case 'emails':
      throw new Error('not a column of its own')
  }
}

function listText(value: unknown): string {
  const items: unknown = JSON.parse(typeof value === 'string' ? value : '[]')
  return Array.isArray(items) ? items.map(String).join(';') : ''
}

/** What is kept, as a canonical cell. */
export function fromStored(shape: Shape, value: unknown): string {
  if (value === null || value === undefined) return ''
  switch (shape) {
    case 'text':
    case 'nullable':
    case 'reference':
    case 'emails':
      return typeof value === 'string' ? value : ''
    case 'integer':
      return String(Number(value))
    case 'hundredths':
      return formatMoney(Number(value))
    case 'list':
      return listText(value)
    case 'flag':
      return Number(value) === 1 ? 'yes' : 'no'
  }
}
