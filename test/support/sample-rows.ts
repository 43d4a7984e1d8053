import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import type { Knex } from 'knex'
import { parseCreditAmount } from '@shared/model/credit-amount'
import { parseInstant } from '@shared/model/instant'
import { parseMoney } from '@shared/model/money'
import { foldEmail, foldForSearch } from '@shared/policy/name-folding'

type Cells = Readonly<Record<string, string>>
type Row = Record<string, string | number | null>

const folder = join(import.meta.dirname, '../../resources/sample')

/** The rows of one file of the sample, as text. */
export function sampleCells(file: string): readonly Cells[] {
  return Papa.parse<Record<string, string>>(readFileSync(join(folder, file), 'utf8'), { header: true, skipEmptyLines: true }).data
}

const number = (text: string | undefined): number | null => (text === undefined || text === '' ? null : Number(text))
const instant = (text: string | undefined): string | null => (text === undefined || text === '' ? null : (parseInstant(text) ?? null))
const orNull = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text)
const list = (text: string | undefined): string => JSON.stringify((text ?? '').split(';').filter((item) => item !== ''))
const yes = (text: string | undefined): number => (text === 'yes' ? 1 : 0)

const plainColumns = [
  'portal', 'email', 'given_name', 'family_name', 'certificate_name', 'credentials', 'profession', 'specialty', 'npi', 'nabp_eprofile_id',
  'birth_month_day', 'licence_state', 'licence_number', 'board', 'board_id', 'status',
] as const

/**
 * Writes the sample's rows straight into the tables, for tests that read: the folder's own way in is the importer's
 * and is tested there. Every numbered claim gets a plain certificate.
 */
export async function writeSampleRows(knex: Knex): Promise<void> {
  const ids = new Map<string, number>()
  const idOf = (kind: string, externalId: string | undefined): number | null => ids.get(`${kind} ${externalId ?? ''}`) ?? null
  const write = async (table: string, rows: readonly Row[]): Promise<void> => {
    for (let start = 0; start < rows.length; start += 100) await knex(table).insert(rows.slice(start, start + 100))
  }
  /** Writes rows that others point at; the first row gets the number 1. */
  const writeKeyed = async (table: string, cells: readonly Cells[], rowOf: (cell: Cells) => Row): Promise<void> => {
    await write(table, cells.map((cell, index) => {
      ids.set(`${table} ${cell.external_id ?? ''}`, index + 1)
      return { id: index + 1, external_id: cell.external_id ?? '', ...rowOf(cell) }
    }))
  }

  const learners = sampleCells('learners.csv')
  await writeKeyed('learners', learners, (cell) => ({
    ...Object.fromEntries(plainColumns.map((column) => [column, cell[column] ?? ''])),
    email_folded: foldEmail(cell.email ?? ''),
    name_folded: foldForSearch(`${cell.family_name ?? ''} ${cell.given_name ?? ''}`),
    linked_sites: list(cell.linked_sites),
    newsletters: list(cell.newsletters),
    registered_at: instant(cell.registered_at),
  }))
  await write('learner_emails', learners.flatMap((cell) =>
    (cell.alternate_emails ?? '').split(';').filter((email) => email !== '').map((email) => ({ learner_id: idOf('learners', cell.external_id), email, email_folded: foldEmail(email), kind: 'alternate' })),
  ))
  await writeKeyed('activities', sampleCells('activities.csv'), (cell) => ({
    portal: cell.portal ?? '', title: cell.title ?? '', title_folded: foldForSearch(cell.title ?? ''), accreditor: cell.accreditor ?? '',
    joint_provider: cell.joint_provider ?? '', format: cell.format ?? '', delivery: cell.delivery ?? '', release_on: orNull(cell.release_date),
    expires_on: orNull(cell.expiration_date), starts_at: instant(cell.starts_at), ends_at: instant(cell.ends_at), location: cell.location ?? '',
    minutes: number(cell.minutes), pretest_required: yes(cell.pretest_required), posttest_required: yes(cell.posttest_required),
    evaluation_required: yes(cell.evaluation_required), pass_percent: number(cell.pass_percent), max_attempts: cell.max_attempts ?? '',
    target_professions: list(cell.target_professions), topics: list(cell.topics), event_code: cell.event_code ?? '', source_url: cell.source_url ?? '',
    fee: cell.fee === '' ? null : (parseMoney(cell.fee ?? '') ?? null), currency: cell.currency ?? '', mobile: cell.mobile ?? '', app: cell.app ?? '',
    downloads: list(cell.downloads), question_count: number(cell.question_count), short_code: cell.short_code ?? '', instructor: cell.instructor ?? '',
    achievement: cell.achievement ?? '', completion_days: number(cell.completion_days), claim_days: number(cell.claim_days), capacity: number(cell.capacity),
  }))
  await write('activity_credits', sampleCells('activity_credits.csv').map((cell) => ({
    activity_id: idOf('activities', cell.activity_id), credit_type: cell.credit_type ?? '',
    designation_key: cell.credit_type === 'acpe' ? (cell.accreditation_number ?? '') : '',
    max_amount: parseCreditAmount(cell.max_amount ?? '') ?? 0, step: parseCreditAmount(cell.step ?? '') ?? null,
    accreditation_number: cell.accreditation_number ?? '', pharmacology_amount: parseCreditAmount(cell.pharmacology_amount ?? '') ?? null,
  })))
  await writeKeyed('sessions', sampleCells('sessions.csv'), (cell) => ({
    activity_id: idOf('activities', cell.activity_id), starts_at: instant(cell.starts_at), ends_at: instant(cell.ends_at), location: cell.location ?? '', event_code: cell.event_code ?? '',
  }))
  await writeKeyed('orders', sampleCells('orders.csv'), (cell) => ({
    learner_id: idOf('learners', cell.learner_id), portal: cell.portal ?? '', placed_at: instant(cell.placed_at), status: cell.status ?? '', currency: cell.currency ?? '',
    discount_code: cell.discount_code ?? '', discount: parseMoney(cell.discount ?? '') ?? 0, tax: parseMoney(cell.tax ?? '') ?? 0, total: parseMoney(cell.total ?? '') ?? 0,
    paid_with: cell.paid_with ?? '', card_last4: cell.card_last4 ?? '', refunded: parseMoney(cell.refunded ?? '') ?? 0, refunded_at: instant(cell.refunded_at),
    billing_name: cell.billing_name ?? '', billing_address: cell.billing_address ?? '',
  }))
  await write('order_lines', sampleCells('order_lines.csv').map((cell, index) => ({
    order_id: idOf('orders', cell.order_id), position: index, kind: cell.kind ?? '', item_id: cell.item_id ?? '', description: cell.description ?? '',
    quantity: number(cell.quantity), unit_price: parseMoney(cell.unit_price ?? '') ?? 0,
  })))
  await writeKeyed('memberships', sampleCells('memberships.csv'), (cell) => ({ learner_id: idOf('learners', cell.learner_id), plan: cell.plan ?? '', starts_on: cell.starts_on ?? '', ends_on: cell.ends_on ?? '' }))
  const enrolments = sampleCells('enrolments.csv')
  await writeKeyed('enrolments', enrolments, (cell) => ({
    learner_id: idOf('learners', cell.learner_id), activity_id: idOf('activities', cell.activity_id), order_id: idOf('orders', cell.order_id), registered_at: instant(cell.registered_at),
    pretest_at: instant(cell.pretest_at), attempts_used: number(cell.attempts_used), best_percent: number(cell.best_percent), passed_at: instant(cell.passed_at),
    evaluated_at: instant(cell.evaluated_at), event_code_entered_at: instant(cell.event_code_entered_at), attended_at: instant(cell.attended_at),
    segments_done: number(cell.segments_done), segments_total: number(cell.segments_total),
  }))
  await writeKeyed('earned_credits', sampleCells('earned_credits.csv'), (cell) => ({
    enrolment_id: idOf('enrolments', cell.enrolment_id), topic: cell.topic ?? '', credit_type: cell.credit_type ?? '', amount: parseCreditAmount(cell.amount ?? '') ?? 0, earned_at: instant(cell.earned_at),
  }))
  const claims = sampleCells('claims.csv')
  await writeKeyed('claims', claims, (cell) => ({
    enrolment_id: idOf('enrolments', cell.enrolment_id), credit_type: cell.credit_type ?? '', amount: parseCreditAmount(cell.amount ?? '') ?? 0, claimed_at: instant(cell.claimed_at),
    status: cell.status || 'active', certificate_number: cell.certificate_number ?? '', certificate_name: cell.certificate_name ?? '',
  }))
  const learnerOf = new Map(enrolments.map((cell) => [cell.external_id, cell.learner_id]))
  await knex('certificate_contexts').insert({ id: 1, sha256: '0'.repeat(64), facts: '{}' })
  await write('certificates', claims.filter((cell) => cell.certificate_number !== '').map((cell) => ({
    number: cell.certificate_number ?? '', claim_id: idOf('claims', cell.external_id), learner_id: idOf('learners', learnerOf.get(cell.enrolment_id)), state: cell.status === 'superseded' ? 'superseded' : 'current',
    origin: 'platform', credit_type: cell.credit_type ?? '', amount: parseCreditAmount(cell.amount ?? '') ?? 0, printed_name: cell.certificate_name || 'as on file', form: 'credit',
    issued_at: instant(cell.claimed_at), context_id: 1, facts: '{}', template_version: '1',
  })))
  await write('reports', sampleCells('reports.csv').map((cell) => ({ claim_id: idOf('claims', cell.claim_id), body: cell.body ?? '', state: cell.state ?? '', at: instant(cell.at), message: cell.message ?? '' })))
  await writeKeyed('platform_messages', sampleCells('messages.csv'), (cell) => ({ learner_id: idOf('learners', cell.learner_id), kind: cell.kind ?? '', sent_at: instant(cell.sent_at), to: cell.to ?? '', state: cell.state || 'unknown' }))
  await writeKeyed('tickets', sampleCells('tickets.csv'), (cell) => ({
    portal: cell.portal ?? '', channel: cell.channel ?? '', received_at: instant(cell.received_at), from_email: cell.from_email ?? '', learner_id: idOf('learners', cell.learner_id), subject: cell.subject ?? '', body: cell.body ?? '',
  }))
}
