import type { Knex } from 'knex'
import { formsOf, withinOneEdit } from '@shared/policy/one-edit'
import { preparedRows } from '../prepared-statements'
import { allOf, anyOf, wholeWord, wordBeginning, type WordMatch } from './word-match'

/** A shorter word has too many neighbours to be a typo of one of them. */
const shortest = 4
const mostNeighbours = 24
const mostHolding = 20

const neighbourStatement = `select distinct search_words.word as word from search_word_forms join search_words on search_words.id = search_word_forms.word_id
  where search_word_forms.form in (select value from json_each(?))`
const knownStatement = 'select word from search_words where word in (select value from json_each(?))'
const holdingStatement = `select word from search_words where instr(word, ?) > 1 limit ${String(mostHolding)}`

async function wordsFrom(connection: Knex, statement: string, binding: string): Promise<readonly string[]> {
  return (await preparedRows(connection, statement, [binding])).map((row) => String(row.word))
}

/** Words on file that are one typo away from this one. */
async function neighboursOf(connection: Knex, word: string): Promise<readonly string[]> {
  if (word.length < shortest) return []
  const alike = await wordsFrom(connection, neighbourStatement, JSON.stringify(formsOf(word)))
  return alike.filter((candidate) => candidate !== word && withinOneEdit(candidate, word)).slice(0, mostNeighbours)
}

/** The word as two that are on file: `bendavid` for Ben-David. */
async function splitsOf(connection: Knex, word: string): Promise<readonly WordMatch[]> {
  if (word.length < 2 * shortest - 2) return []
  const places = Array.from({ length: word.length - 5 }, (_, place) => place + 3)
  const known = new Set(await wordsFrom(connection, knownStatement, JSON.stringify(places.flatMap((place) => [word.slice(0, place), word.slice(place)]))))
  return places
    .filter((place) => known.has(word.slice(0, place)) && known.has(word.slice(place)))
    .map((place) => allOf([wholeWord(word.slice(0, place)), wholeWord(word.slice(place))]))
}

/** Han and kana are written without blanks: the words may part anywhere. */
function unspacedParts(word: string): readonly WordMatch[] {
  const letters = Array.from(word)
  if (letters.length < 2 || letters.length > 6 || !/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+$/u.test(word)) return []
  return letters.slice(1).map((_, place) => allOf([wholeWord(letters.slice(0, place + 1).join('')), wordBeginning(letters.slice(place + 1).join(''))]))
}

async function readingsOf(connection: Knex, word: string): Promise<readonly WordMatch[]> {
  return [...(await neighboursOf(connection, word)).map(wholeWord), ...(await splitsOf(connection, word)), ...unspacedParts(word)]
}

/** Two words that are one on file: `o neill` for O'Neill. */
async function joinsOf(connection: Knex, words: readonly string[]): Promise<readonly WordMatch[]> {
  const joined = words.slice(1).map((word, place) => `${words[place] ?? ''}${word}`)
  const known = new Set(await wordsFrom(connection, knownStatement, JSON.stringify(joined)))
  return joined.flatMap((word, place) =>
    known.has(word) ? [allOf([...words.slice(0, place), ...words.slice(place + 2), word].map(wordBeginning))] : [],
  )
}

/** A match in which each word may stand with one typo, cut or joined wrongly; nothing when no other reading is on file. */
export async function matchWithTypos(connection: Knex, words: readonly string[]): Promise<WordMatch | undefined> {
  const readings: (readonly WordMatch[])[] = []
  for (const word of words) readings.push(await readingsOf(connection, word))
  const joins = await joinsOf(connection, words)
  const each = readings.some((ways) => ways.length > 0) ? [allOf(words.map((word, place) => anyOf([wordBeginning(word), ...(readings[place] ?? [])])))] : []
  const all = [...each, ...joins]
  return all.length === 0 ? undefined : anyOf(all)
}

/** A match of words that hold this text inside them, for a part of a word; nothing when there is none. */
export async function matchInside(connection: Knex, words: readonly string[]): Promise<WordMatch | undefined> {
  const ways: WordMatch[] = []
  for (const word of words) {
    const holding = word.length < 3 ? [] : await wordsFrom(connection, holdingStatement, word)
    ways.push(anyOf([wordBeginning(word), ...holding.map(wholeWord)]))
  }
  return words.length === 0 ? undefined : allOf(ways)
}
