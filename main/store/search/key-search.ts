import type { Knex } from 'knex'
import { foundKinds, type FoundKind } from '@shared/model/field-codes'
import { recordNumber, type RecordKind } from '@shared/model/record-id'
import { maskEmail, maskIdentifier } from '@shared/policy/name-folding'
import { preparedRows } from '../prepared-statements'
import type { Candidate } from './candidate'
import { after, type QueryText } from './query-text'

/** How a matched value is told: in full, or so that it can be recognised but not copied. */
type Telling = 'nothing' | 'full' | 'address' | 'identifier'

interface KeyArm {
  readonly kind: FoundKind
  /** A query of `id` and `matched`; its `?` are `bindings`. */
  readonly sql: string
  readonly bindings: (query: QueryText) => readonly string[]
  readonly telling: Telling
  /** What the value is, said before it. */
  readonly name: string
}

const limitPerArm = 20

const codeFolded = (column: string): string =>
  `replace(replace(replace(replace(replace(upper(${column}), ' ', ''), '-', ''), 'O', '0'), 'I', '1'), 'L', '1')`
const compactColumn = (column: string): string => `replace(replace(upper(${column}), '-', ''), ' ', '')`

const asTyped = (query: QueryText): readonly string[] => [query.raw, query.upper]
const none = "'' as matched"

const arm = (kind: FoundKind, sql: string, bindings: KeyArm['bindings'], telling: Telling = 'nothing', name = ''): KeyArm => ({ kind, sql, bindings, telling, name })

/** Exact keys, each through an index of its own. */
const exactArms: readonly KeyArm[] = [
  arm('certificate', `select id, ${none} from certificates where number in (?, ?)`, asTyped),
  arm('learner', `select id, ${none} from learners where email_folded = ?`, (query) => [query.email]),
  arm('learner', 'select learner_id as id, email as matched from learner_emails where email_folded = ?', (query) => [query.email], 'address'),
  arm('learner', `select id, ${none} from learners where external_id in (?, ?)`, asTyped),
  arm('order', `select id, ${none} from orders where external_id in (?, ?)`, asTyped),
  arm('receipt', `select id, ${none} from receipts where number in (?, ?)`, asTyped),
  arm('activity', `select id, ${none} from activities where external_id in (?, ?)`, asTyped),
  arm('ticket', `select id, ${none} from tickets where external_id in (?, ?)`, asTyped),
  arm('session', `select id, ${none} from sessions where external_id in (?, ?)`, asTyped),
  arm('certificate', 'select certificates.id, claims.external_id as matched from claims join certificates on certificates.claim_id = claims.id where claims.external_id in (?, ?)', asTyped, 'full', 'claim'),
  arm('learner', 'select learner_id as id, external_id as matched from enrolments where external_id in (?, ?)', asTyped, 'full', 'enrolment'),
  arm('learner', 'select learner_id as id, number as matched from transcripts where number in (?, ?)', asTyped, 'full', 'transcript'),
  arm('learner', `select id, npi as matched from learners where npi = ? and npi <> ''`, (query) => [query.digits], 'identifier', 'NPI'),
  arm('learner', `select id, nabp_eprofile_id as matched from learners where nabp_eprofile_id = ? and nabp_eprofile_id <> ''`, (query) => [query.digits], 'identifier', 'e-Profile ID'),
  arm('learner', `select id, licence_number as matched from learners where licence_number in (?, ?, ?) and licence_number <> ''`, (query) => [query.raw, query.upper, query.compact], 'identifier', 'licence'),
  arm('learner', `select id, licence_number as matched from learners where licence_number = ? and licence_state = ? and licence_number <> ''`, (query) => [query.licenceNumber, query.licenceState], 'identifier', 'licence'),
  arm('learner', `select id, board_id as matched from learners where board_id = ? and board_id <> ''`, (query) => [query.raw], 'identifier', 'board ID'),
  arm('session', `select id, event_code as matched from sessions where ${codeFolded('event_code')} = ? and event_code <> ''`, (query) => [query.code], 'full', 'event code'),
  arm('activity', `select id, event_code as matched from activities where ${codeFolded('event_code')} = ? and event_code <> ''`, (query) => [query.code], 'full', 'event code'),
  arm('activity', `select id, short_code as matched from activities where short_code in (?, ?) and short_code <> ''`, asTyped, 'full', 'short code'),
  arm('activity', `select activity_id as id, accreditation_number as matched from activity_credits where ${compactColumn('accreditation_number')} = ? and accreditation_number <> ''`, (query) => [query.compact], 'full', 'accreditation number'),
  arm('ticket', `select id, from_email as matched from tickets where lower(from_email) = ? and from_email <> ''`, (query) => [query.email], 'address'),
]

const from = (pick: (query: QueryText) => string): KeyArm['bindings'] => (query) => [pick(query), after(pick(query))]

/** Beginnings of keys, for what is still being typed. */
const prefixArms: readonly KeyArm[] = [
  arm('learner', `select id, ${none} from learners where email_folded >= ? and email_folded < ? order by email_folded`, from((query) => query.email)),
  arm('learner', 'select learner_id as id, email as matched from learner_emails where email_folded >= ? and email_folded < ? order by email_folded', from((query) => query.email), 'address'),
  arm('certificate', `select id, ${none} from certificates where number >= ? and number < ? order by number`, from((query) => query.upper)),
  arm('learner', `select id, ${none} from learners where external_id >= ? and external_id < ? order by external_id`, from((query) => query.upper)),
  arm('order', `select id, ${none} from orders where external_id >= ? and external_id < ? order by external_id`, from((query) => query.upper)),
  arm('receipt', `select id, ${none} from receipts where number >= ? and number < ? order by number`, from((query) => query.upper)),
  arm('ticket', `select id, ${none} from tickets where external_id >= ? and external_id < ? order by external_id`, from((query) => query.upper)),
  arm('activity', `select id, ${none} from activities where external_id >= ? and external_id < ? order by external_id`, from((query) => query.upper)),
  arm('activity', `select activity_id as id, accreditation_number as matched from activity_credits where ${compactColumn('accreditation_number')} >= ? and ${compactColumn('accreditation_number')} < ? and accreditation_number <> ''`, from((query) => query.compact), 'full', 'accreditation number'),
]

const statementOf = (arms: readonly KeyArm[]): string =>
  arms.map(({ sql }, place) => `select ${String(place)} as place, id, matched from (${sql} limit ${String(limitPerArm)})`).join(' union all ')
const exactStatement = statementOf(exactArms)
const prefixStatement = statementOf(prefixArms)

function tell({ telling, name }: KeyArm, matched: string): string {
  switch (telling) {
    case 'nothing':
      return ''
    case 'full':
      return `${name} ${matched}`.trim()
    case 'address':
      return maskEmail(matched)
    case 'identifier':
      return `${name} ${maskIdentifier(matched)}`.trim()
  }
}

async function ask(connection: Knex, statement: string, arms: readonly KeyArm[], query: QueryText): Promise<readonly Candidate[]> {
  const rows = await preparedRows(connection, statement, arms.flatMap((each) => each.bindings(query)))
  return rows.flatMap((row) => {
    const found = arms[Number(row.place)]
    return found === undefined ? [] : [{ kind: found.kind, id: Number(row.id), matched: tell(found, String(row.matched)) }]
  })
}

const ownKinds: readonly FoundKind[] = foundKinds

/** The store's own identifier, `lrn_12`. */
function byOwnId(query: QueryText): readonly Candidate[] {
  const text = query.raw.toLowerCase()
  return ownKinds.flatMap((kind) => {
    const id = recordNumber(kind satisfies RecordKind, text)
    return id === undefined ? [] : [{ kind, id, matched: '' }]
  })
}

/** Records whose number, address or code this is, best kind of key first. */
export async function findByKey(connection: Knex, query: QueryText): Promise<readonly Candidate[]> {
  return [...byOwnId(query), ...(await ask(connection, exactStatement, exactArms, query))]
}

/** Records one of whose numbers or addresses begins so. */
export function findByKeyBeginning(connection: Knex, query: QueryText): Promise<readonly Candidate[]> {
  return ask(connection, prefixStatement, prefixArms, query)
}
