import type { Knex } from 'knex'
import { preparedRows } from '../prepared-statements'
import type { Candidate } from './candidate'
import { numbersIn, rowsMatching, type WordMatch } from './word-match'

const perKind = 40

// Those still open first, then the newest: most questions are about what runs.
const titleStatement = `select activities.id from (${rowsMatching('activity_title_search')}) found join activities on activities.id = found.id
  where (? is null or activities.portal = ?)
  order by activities.expires_on is null or activities.expires_on >= ? desc, activities.title_folded, activities.id limit ${String(perKind)}`
const subjectStatement = `select tickets.id from (${rowsMatching('ticket_subject_search')}) found join tickets on tickets.id = found.id
  where (? is null or tickets.portal = ?) order by tickets.received_at desc, tickets.id desc limit ${String(perKind)}`
const ticketsOfStatement = `select tickets.id from tickets where tickets.learner_id in ${numbersIn} order by tickets.received_at desc, tickets.id desc limit ${String(perKind)}`

const candidates = (kind: 'activity' | 'ticket', rows: readonly Record<string, unknown>[]): readonly Candidate[] => rows.map((row) => ({ kind, id: Number(row.id), matched: '' }))

/** Activities whose title fits; `today` parts the open ones from the expired. */
export async function findByTitle(connection: Knex, match: WordMatch, today: string, portal: string | null): Promise<readonly Candidate[]> {
  return candidates('activity', await preparedRows(connection, titleStatement, [match, portal, portal, today]))
}

/** Tickets whose subject fits, newest first. */
export async function findBySubject(connection: Knex, match: WordMatch, portal: string | null): Promise<readonly Candidate[]> {
  return candidates('ticket', await preparedRows(connection, subjectStatement, [match, portal, portal]))
}

/** Tickets of the learners found, newest first. */
export async function findTicketsOf(connection: Knex, learners: readonly number[]): Promise<readonly Candidate[]> {
  return candidates('ticket', await preparedRows(connection, ticketsOfStatement, [JSON.stringify(learners)]))
}
