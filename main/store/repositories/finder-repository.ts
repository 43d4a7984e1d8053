import type { Knex } from 'knex'
import type { FinderRepository } from '../../ports/repositories/finder-repository'
import { distinct, type Candidate } from '../search/candidate'
import { findByLearnerAndActivity } from '../search/combined-search'
import { readFound } from '../search/found-records'
import { findByKey, findByKeyBeginning } from '../search/key-search'
import { findByMatch, findByName } from '../search/name-search'
import { readQuery, type QueryText } from '../search/query-text'
import { findBySubject, findByTitle, findTicketsOf } from '../search/title-search'
import { matchInside, matchWithTypos } from '../search/typo-search'
import { allOf, wordBeginning } from '../search/word-match'

/** Below so many hits the words are tried with typos too. */
const few = 10
const shortestKey = 5
const shortestBeginning = 3

interface Scope {
  readonly limit: number
  readonly portal: string | null
  readonly today: string
}

/** Learners first, but never so many that nothing else is seen. */
function shared(learners: readonly Candidate[], others: readonly Candidate[], limit: number): readonly Candidate[] {
  const room = Math.max(limit - others.length, Math.ceil((limit * 2) / 3))
  return [...learners.slice(0, room), ...others, ...learners.slice(room)]
}

export function createFinderRepository(connection: Knex): FinderRepository {
  async function byWords(query: QueryText, { limit, portal, today }: Scope): Promise<readonly Candidate[]> {
    const { words } = query
    if (words.length === 0) return []
    const begun = allOf(words.map(wordBeginning))
    const named = await findByName(connection, words, limit, portal)
    const titled = await findByTitle(connection, begun, today, portal)
    const tickets = await findBySubject(connection, begun, portal)
    const combined = await findByLearnerAndActivity(connection, words, today, portal)
    const nearest = named.learners.slice(0, few).map((learner) => learner.id)
    const theirs = named.learners.length <= few && nearest.length > 0 ? await findTicketsOf(connection, nearest) : []
    const direct = shared(named.learners, [...titled, ...theirs, ...tickets], limit)
    // Words of a learner beside words of an activity mean that pair, unless they are somebody's whole name or a title.
    return distinct(named.whole > 0 || titled.length > 0 ? [...direct, ...combined.pairs] : [...combined.pairs, ...direct, ...combined.sides])
  }

  async function loosely(query: QueryText, { portal, today }: Scope): Promise<readonly Candidate[]> {
    const typos = await matchWithTypos(connection, query.words)
    const near = typos === undefined ? [] : [...(await findByMatch(connection, typos, query.words, portal)), ...(await findByTitle(connection, typos, today, portal))]
    if (near.length > 0) return near
    const inside = await matchInside(connection, query.words)
    return inside === undefined ? [] : [...(await findByMatch(connection, inside, query.words, portal)), ...(await findByTitle(connection, inside, today, portal))]
  }

  async function candidatesFor(query: QueryText, scope: Scope): Promise<readonly Candidate[]> {
    const keyed = await findByKey(connection, query)
    // A whole number or address names its record; words in names would only be noise beside it.
    if (keyed.length > 0 && query.keyLike && query.compact.length >= shortestKey) return keyed
    const singleWord = !query.raw.includes(' ')
    const beginnings = singleWord && query.raw.length >= shortestBeginning ? await findByKeyBeginning(connection, query) : []
    const worded = await byWords(query, scope)
    const found = distinct(query.keyLike ? [...keyed, ...beginnings, ...worded] : [...keyed, ...worded, ...beginnings])
    if (found.length >= Math.min(few, scope.limit)) return found
    return [...found, ...(await loosely(query, scope))]
  }

  return {
    async find({ text, limit, portal, today }) {
      const query = readQuery(text)
      if (query === undefined) return []
      const within = portal ?? null
      const candidates = distinct(await candidatesFor(query, { limit, portal: within, today }))
      // Some may be of another portal: those are read too and left out before the limit counts.
      const read = await readFound(connection, within === null ? candidates.slice(0, limit) : candidates, within)
      return read.slice(0, limit)
    },
  }
}
