import { foldForSearch } from '@shared/policy/name-folding'

/** A stretch of a text, marked or not. */
export interface MarkedPart {
  readonly text: string
  readonly marked: boolean
}

/** A stretch of the original text, from `from` up to but without `to`. */
interface Place {
  readonly from: number
  readonly to: number
}

/** The folded text, and for each of its characters the stretch of the original that it came from. */
function foldWithPlaces(text: string): { readonly folded: string; readonly places: readonly Place[] } {
  let folded = ''
  const places: Place[] = []
  let place = 0
  // A letter keeps the marks that follow it.
  for (const character of text.match(/[^\p{M}]\p{M}*|\p{M}+/gsu) ?? []) {
    // A sign that parts two words folds to nothing by itself and to a blank between letters.
    const piece = foldForSearch(character) || foldForSearch(`a${character}a`).slice(1, -1)
    places.push(...new Array<Place>(piece.length).fill({ from: place, to: place + character.length }))
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
      marked.fill(true, places[start]?.from, places[start + word.length - 1]?.to)
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
