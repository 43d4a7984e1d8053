import type { Knex } from 'knex'
import { withinOneEdit } from '@shared/policy/one-edit'
import { preparedRows } from '../prepared-statements'
import type { Candidate } from './candidate'
import { after } from './query-text'
import { allOf, rowsMatching, wholeWord, wordBeginning, type WordMatch } from './word-match'

const perWay = 40
/** A name is looked up along the index under each word as the first, up to so many words. */
const rotations = 4

const inPortal = '(? is null or learners.portal = ?)'
const named = 'learners.id, learners.name_folded as name'

const rangeArm = `select * from (select ${named} from learners where learners.name_folded >= ? and learners.name_folded < ? and ${inPortal} order by learners.name_folded limit ${String(perWay)})`
const matchArm = `select * from (select ${named} from (${rowsMatching('learner_name_search')}) found join learners on learners.id = found.id where ${inPortal} limit ${String(perWay)})`
const rangeStatement = Array.from({ length: rotations }, () => rangeArm).join(' union all ')
const matchStatement = matchArm
const formerStatement = `select learner_names.learner_id as id, learner_names.name as name from (${rowsMatching('former_name_search')}) found
  join learner_names on learner_names.id = found.id join learners on learners.id = learner_names.learner_id where ${inPortal} limit ${String(perWay)}`

interface Named {
  readonly id: number
  readonly name: string
}

const namedOf = (rows: readonly Record<string, unknown>[]): readonly Named[] => rows.map((row) => ({ id: Number(row.id), name: String(row.name) }))

/** The words begun at each place: the last is perhaps still being typed, and any may stand first on file. */
function rotated(words: readonly string[]): readonly string[] {
  const all = words.map((_, place) => [...words.slice(place), ...words.slice(0, place)].join(' '))
  return Array.from({ length: rotations }, (_, place) => all[place] ?? '\u{10ffff}')
}

const cut = (name: string): readonly string[] => name.split(/[^\p{L}\p{N}\p{Co}]+/u)

/** How well a name fits: words that stand in it whole count before begun ones, those before any with a typo. */
function fit(name: string, words: readonly string[]): number {
  const own = cut(name)
  const ill = words.map((word) => (own.includes(word) ? 0 : own.some((candidate) => candidate.startsWith(word)) ? 2 : own.some((candidate) => withinOneEdit(candidate, word)) ? 3 : 4))
  // At equal fit a family name, which stands first, comes before a given one.
  return ill.reduce((sum, each) => sum + each, words.some((word) => name.startsWith(word)) ? 0 : 1)
}

const byFit = (found: readonly Named[], words: readonly string[]): readonly (Named & { readonly fit: number })[] =>
  found
    .map((each) => ({ ...each, fit: fit(each.name, words) }))
    .sort((left, right) => left.fit - right.fit || (left.name < right.name ? -1 : left.name > right.name ? 1 : left.id - right.id))

export interface NameHits {
  /** Learners in whose name every word stands or begins, best first. */
  readonly learners: readonly Candidate[]
  /** How many of them have every word whole. */
  readonly whole: number
}

/** Learners by the words of their name in any order, each whole or begun. */
export async function findByName(connection: Knex, words: readonly string[], limit: number, portal: string | null): Promise<NameHits> {
  if (words.length === 0) return { learners: [], whole: 0 }
  const ask = async (statement: string, match: WordMatch): Promise<readonly Named[]> => namedOf(await preparedRows(connection, statement, [match, portal, portal]))
  const ranges = namedOf(await preparedRows(connection, rangeStatement, rotated(words).flatMap((text) => [text, after(text), portal, portal])))
  const whole = await ask(matchStatement, allOf(words.map(wholeWord)))
  const begun = ranges.length + whole.length < limit ? await ask(matchStatement, allOf(words.map(wordBeginning))) : []
  const former = await ask(formerStatement, allOf(words.map(wordBeginning)))
  const byId = new Map([...ranges, ...whole, ...begun].map((found) => [found.id, found]))
  const ranked = byFit([...byId.values()], words)
  return {
    learners: [
      ...ranked.map(({ id }): Candidate => ({ kind: 'learner', id, matched: '' })),
      ...former.filter(({ id }) => !byId.has(id)).map(({ id, name }): Candidate => ({ kind: 'learner', id, matched: name })),
    ],
    whole: ranked.filter((found) => found.fit < 2).length,
  }
}

/** Learners whose name fits a match of the word index, the nearest to the words first; for words with typos. */
export async function findByMatch(connection: Knex, match: WordMatch, words: readonly string[], portal: string | null): Promise<readonly Candidate[]> {
  const current = namedOf(await preparedRows(connection, matchStatement, [match, portal, portal]))
  const former = namedOf(await preparedRows(connection, formerStatement, [match, portal, portal]))
  return [
    ...byFit(current, words).map(({ id }): Candidate => ({ kind: 'learner', id, matched: '' })),
    ...former.map(({ id, name }): Candidate => ({ kind: 'learner', id, matched: name })),
  ]
}
