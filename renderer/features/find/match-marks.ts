import { foldForSearch } from '@shared/policy/name-folding'

/** A stretch of a text, marked or not. */
export interface MarkedPart {
  readonly text: string
  readonly marked: boolean
}

/** The folded text, and for each of its characters the place in the original that it came from. */
function foldWithPlaces(text: string): { readonly folded: string; readonly places: readonly number[] } {
  let folded = ''
  const places: number[] = []
  let place = 0
  for (const character of text) {
    // A lone blank or hyphen folds to nothing by itself, but it still parts two words.
    const piece = foldForSearch(character) || (/[\s-]/.test(character) ? ' ' : '')
    places.push(...new Array<number>(piece.length).fill(place))
    folded += piece
    place += character.length
  }
  return { folded, places }
}

/** Cuts a text into parts and marks where a word of the query stands at the start of a word; else the first place inside one. */
export function markMatches(text: string, query: string): readonly MarkedPart[] {
  const words = foldForSearch(query).split(' ').filter((word) => word !== '')
  const { folded, places } = foldWithPlaces(text)
  const marked = new Array<boolean>(text.length).fill(false)
  for (const word of words) {
    const starts = [...folded.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`, 'gu'))].map((match) => match.index)
    const inside = folded.indexOf(word)
    for (const start of starts.length > 0 ? starts : inside >= 0 && word.length > 1 ? [inside] : []) {
      const from = places[start] ?? 0
      const to = places[start + word.length] ?? text.length
      marked.fill(true, from, to)
    }
  }
  const parts: { text: string; marked: boolean }[] = []
  for (let index = 0; index < text.length; index += 1) {
    const last = parts.at(-1)
    const isMarked = marked[index] === true
    if (last?.marked === isMarked) last.text += text.charAt(index)
    else parts.push({ text: text.charAt(index), marked: isMarked })
  }
  return parts
}
