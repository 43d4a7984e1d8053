import createBidi from 'bidi-js'
import type { FacePart } from './face-part'
import type { Direction } from './shaping'

const bidi = createBidi()
const readFromRight = /[\p{Script=Hebrew}\p{Script=Arabic}]/u

/** A part of one direction, in the place it has on the line. */
export type VisualPart = FacePart & { readonly direction: Direction }

/** The direction of a text, by its first letter, as parts carry it: nothing where it is from left to right. */
export function paragraphDirection(text: string): { readonly paragraph?: 'rtl' } {
  const first = /\p{L}/u.exec(text)?.[0] ?? ''
  return readFromRight.test(first) ? { paragraph: 'rtl' } : {}
}

interface Piece {
  readonly part: VisualPart
  readonly level: number
}

/** Parts cut where the direction changes, still in the order they are read. */
function piecesOf(parts: readonly FacePart[], levels: Uint8Array): Piece[] {
  let start = 0
  return parts.flatMap((part) => {
    const pieces: Piece[] = []
    for (let from = 0, to = 1; from < part.text.length; to += 1) {
      const level = levels[start + from] ?? 0
      if (to < part.text.length && levels[start + to] === level) continue
      pieces.push({ level, part: { ...part, text: part.text.slice(from, to), direction: level % 2 === 1 ? 'rtl' : 'ltr' } })
      from = to
    }
    start += part.text.length
    return pieces
  })
}

/** Rule L2 of the Unicode bidirectional algorithm: from the highest level down, every stretch at or above it is turned around. */
function reordered(pieces: readonly Piece[]): Piece[] {
  let line = [...pieces]
  const levels = pieces.map(({ level }) => level)
  for (let level = Math.max(...levels); level >= 1; level -= 1) {
    const next: Piece[] = []
    let turned: Piece[] = []
    for (const piece of line) {
      if (piece.level >= level) turned.unshift(piece)
      else {
        next.push(...turned, piece)
        turned = []
      }
    }
    line = [...next, ...turned]
  }
  return line
}

/** The parts of one line in the order they are drawn, from the left, each of one direction. */
export function visualParts(parts: readonly FacePart[]): VisualPart[] {
  if (!parts.some(({ text }) => readFromRight.test(text))) return parts.map((part) => ({ ...part, direction: 'ltr' }))
  const text = parts.map((part) => part.text).join('')
  const { levels } = bidi.getEmbeddingLevels(text, parts[0]?.paragraph ?? 'ltr')
  return reordered(piecesOf(parts, levels)).map(({ part }) => part)
}
