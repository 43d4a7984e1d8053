import { toDayNumber, type CivilDate } from '../model/civil-date'
import { civilDateIn, type Instant } from '../model/instant'
import { foldEventCode, type EventSession } from './event-code'
import { foldForSearch } from './name-folding'
import { withinOneEdit } from './one-edit'

/** A session with the title of its activity, to be found by what somebody half remembers. */
export interface SearchedSession extends EventSession {
  readonly title: string
}

/** What a word of the question was found in. */
export type MatchedBy = 'title' | 'date' | 'room' | 'code'

export interface FoundSession<Session extends SearchedSession> {
  readonly session: Session
  readonly matchedBy: readonly MatchedBy[]
}

interface Scored<Session extends SearchedSession> extends FoundSession<Session> {
  readonly score: number
  /** Words of the question that were not found. */
  readonly lacking: number
}

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'] as const
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const
const fillers = new Set(['the', 'a', 'an', 'in', 'on', 'at', 'of', 'for', 'about', 'code', 'event', 'session', 'was', 'i', 'my', 'it', 'and', 'to', 'lost'])

/** The words a day answers to: its weekday, month and numbers, and how far back it is. */
function dayWords(day: CivilDate, today: CivilDate): ReadonlySet<string> {
  const [year = '', month = '', date = ''] = day.split('-')
  const name = months[Number(month) - 1] ?? ''
  // 1 January 1970 was a Thursday.
  const weekday = weekdays[(((toDayNumber(day) + 4) % 7) + 7) % 7] ?? ''
  const number = String(Number(date))
  const ago = toDayNumber(today) - toDayNumber(day)
  const near = ago === 0 ? ['today'] : ago === 1 ? ['yesterday'] : []
  return new Set([year, month, String(Number(month)), date, number, `${number}st`, `${number}nd`, `${number}rd`, `${number}th`, name, name.slice(0, 3), weekday, weekday.slice(0, 3), ...near])
}

const wordsOf = (text: string): readonly string[] => foldForSearch(text).split(' ').filter((word) => word !== '')

/** How well a word fits one of the words of a text: whole, as its beginning, or but for one letter. */
function fit(word: string, words: Iterable<string>): number {
  let best = 0
  for (const candidate of words) {
    if (candidate === word) return 3
    if (word.length >= 3 && candidate.startsWith(word)) best = Math.max(best, 2)
    else if (word.length >= 4 && !/^\d+$/.test(word) && withinOneEdit(word, candidate)) best = Math.max(best, 1)
  }
  return best
}

interface Candidate {
  readonly titleWords: readonly string[]
  readonly roomWords: readonly string[]
  readonly days: ReadonlySet<string>
  readonly code: string
}

function best(word: string, candidate: Candidate): { readonly by: MatchedBy; readonly score: number } | undefined {
  const code = foldEventCode(word)
  const codeFits = code.length >= 4 && candidate.code !== '' ? (code === candidate.code ? 6 : withinOneEdit(code, candidate.code) ? 4 : 0) : 0
  const fits: readonly { by: MatchedBy; score: number }[] = [
    { by: 'code', score: codeFits },
    { by: 'date', score: candidate.days.has(word) ? 3 : word.length >= 5 ? fit(word, candidate.days) : 0 },
    { by: 'title', score: fit(word, candidate.titleWords) },
    { by: 'room', score: fit(word, candidate.roomWords) },
  ]
  const found = fits.reduce((one, other) => (other.score > one.score ? other : one))
  return found.score === 0 ? undefined : found
}

/**
 * Sessions by half-remembered title, date, room or code (C7, C8): every word must be found or, where no session has
 * them all, of three or more all but one; case, accents, blanks, look-alikes and one wrong letter are forgiven. Best first, the latest first among equals.
 */
export function searchEventSessions<Session extends SearchedSession>(question: string, sessions: readonly Session[], { zone, now }: { readonly zone: string; readonly now: Instant }): readonly FoundSession<Session>[] {
  const today = civilDateIn(now, zone)
  const words = wordsOf(question).filter((word) => !fillers.has(word))
  // A code read out in pieces, "GR 50 66", is a code all the same.
  const whole = foldEventCode(question)
  const found = sessions.flatMap((session): readonly Scored<Session>[] => {
    const candidate: Candidate = { titleWords: wordsOf(session.title), roomWords: wordsOf(session.location), days: dayWords(civilDateIn(session.startsAt, zone), today), code: foldEventCode(session.code) }
    if (candidate.code !== '' && whole === candidate.code) return [{ session, matchedBy: ['code'], score: 100, lacking: 0 }]
    const matches = words.flatMap((word) => best(word, candidate) ?? [])
    if (matches.length === 0 || matches.length < (words.length >= 3 ? words.length - 1 : words.length)) return []
    return [{ session, matchedBy: [...new Set(matches.map((match) => match.by))], score: matches.reduce((sum, match) => sum + match.score, 0), lacking: words.length - matches.length }]
  })
  const least = found.some((one) => one.lacking === 0) ? 0 : 1
  return found
    .filter((one) => one.lacking <= least)
    .sort((one, other) => other.score - one.score || other.session.startsAt.localeCompare(one.session.startsAt))
    .map(({ session, matchedBy }) => ({ session, matchedBy }))
}
