import type { PaperAssets } from './paper-assets'
import type { FacePart } from './face-part'
import { widthOf, type SetLine, type TypeRole } from './text-setting'

/** Text between two places where a line may break. */
interface Token {
  readonly parts: readonly FacePart[]
  /** In em. */
  readonly width: number
  /** Width with the blank that follows it. */
  readonly spacedWidth: number
}

const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const closing = /[)\]}.,;:!?、。」』】）]/u

/**
 * Whether a line may break between these two characters: after blanks, dashes and slashes, between Han, and after
 * a hyphen between letters; numbers with hyphens stay whole.
 */
function mayBreak(previous: string, before: string, after: string): boolean {
  if (after === ' ') return false
  if (before === ' ') return true
  if (/[-\u2010]/u.test(before)) return /\p{L}/u.test(previous) && /\p{L}/u.test(after)
  if (/[\u2013\u2014/]/u.test(before)) return /[\p{L}\p{N}]/u.test(after)
  return eastAsian.test(before) && eastAsian.test(after) && !closing.test(after)
}

function join(parts: readonly FacePart[]): FacePart[] {
  const joined: FacePart[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (last?.face === part.face && last.scale === part.scale && last.rise === part.rise) {
      joined[joined.length - 1] = { ...last, text: last.text + part.text }
    } else joined.push(part)
  }
  return joined
}

function trimEnd(parts: readonly FacePart[]): FacePart[] {
  const last = parts.at(-1)
  if (last === undefined) return []
  const text = last.text.trimEnd()
  return text === '' ? trimEnd(parts.slice(0, -1)) : [...parts.slice(0, -1), { ...last, text }]
}

function tokenOf(parts: readonly FacePart[], role: TypeRole, assets: PaperAssets): Token {
  return { parts, width: widthOf(trimEnd(parts), role, assets) / role.size, spacedWidth: widthOf(parts, role, assets) / role.size }
}

function charactersOf(parts: readonly FacePart[]): FacePart[] {
  return parts.flatMap((part) => Array.from(part.text, (text) => ({ ...part, text })))
}

/** A text parted where its lines may break, measured in em, so that one measuring serves every size. */
export interface BreakableText {
  readonly tokens: readonly Token[]
  /** The role it was measured in; its size does not matter. */
  readonly role: TypeRole
}

/** Prepares a text for breaking. */
export function breakable(parts: readonly FacePart[], role: TypeRole, assets: PaperAssets): BreakableText {
  const characters = charactersOf(parts)
  const tokens: Token[] = []
  let start = 0
  characters.forEach((character, index) => {
    const next = characters[index + 1]
    if (next === undefined || mayBreak(characters[index - 1]?.text ?? '', character.text, next.text)) {
      tokens.push(tokenOf(join(characters.slice(start, index + 1)), role, assets))
      start = index + 1
    }
  })
  return { tokens, role }
}

/** An overlong word is split between letters, unhyphenated: the last resort before refusing it. */
function splitOverlong(token: Token, measure: number, role: TypeRole, assets: PaperAssets): readonly Token[] {
  if (token.width <= measure) return [token]
  const tokens: Token[] = []
  let open: FacePart[] = []
  let used = 0
  for (const character of charactersOf(token.parts)) {
    const width = widthOf([character], role, assets) / role.size
    // A combining mark stays on its letter.
    if (open.length > 0 && !/\p{M}/u.test(character.text) && used + width > measure) {
      tokens.push(tokenOf(join(open), role, assets))
      open = []
      used = 0
    }
    open.push(character)
    used += width
  }
  return [...tokens, tokenOf(join(open), role, assets)]
}

/** Fills lines as full as they go; `measure` in em. */
function fill(tokens: readonly Token[], measure: number): Token[][] {
  const lines: Token[][] = []
  let used = 0
  for (const token of tokens) {
    const line = lines.at(-1)
    if (line !== undefined && used + token.width <= measure) {
      line.push(token)
      used += token.spacedWidth
    } else {
      lines.push([token])
      used = token.spacedWidth
    }
  }
  return lines
}

function finish(lines: readonly (readonly Token[])[], role: TypeRole, assets: PaperAssets): SetLine[] {
  return lines.map((tokens) => {
    const parts = join(trimEnd(tokens.flatMap(({ parts: each }) => each)))
    return { parts, width: widthOf(parts, role, assets) }
  })
}

function fitting({ tokens, role }: BreakableText, size: number, measure: number, assets: PaperAssets): readonly Token[] {
  return tokens.flatMap((token) => splitOverlong(token, measure / size, role, assets))
}

/** How many lines of `measure` points a text takes at a size. */
export function countLines(text: BreakableText, size: number, measure: number, assets: PaperAssets): number {
  return fill(fitting(text, size, measure, assets), measure / size).length
}

/** Breaks text into lines no wider than `measure` points. */
export function breakLines(parts: readonly FacePart[], role: TypeRole, measure: number, assets: PaperAssets): SetLine[] {
  const text = breakable(parts, role, assets)
  return finish(fill(fitting(text, role.size, measure, assets), measure / role.size), role, assets)
}

/** As `breakLines`, then set to the narrowest measure that needs no more lines, so that they come out even. */
export function balanceText(text: BreakableText, size: number, measure: number, assets: PaperAssets): SetLine[] {
  const role: TypeRole = { ...text.role, size }
  const tokens = fitting(text, size, measure, assets)
  const lines = fill(tokens, measure / size)
  if (lines.length <= 1) return finish(lines, role, assets)
  let tooNarrow = Math.max(...tokens.map(({ width }) => width)) - 0.01
  let enough = measure / size
  while (enough - tooNarrow > 0.01) {
    const middle = (tooNarrow + enough) / 2
    if (fill(tokens, middle).length <= lines.length) enough = middle
    else tooNarrow = middle
  }
  return finish(fill(tokens, enough), role, assets)
}

/** Balanced lines of parts. */
export function balanceLines(parts: readonly FacePart[], role: TypeRole, measure: number, assets: PaperAssets): SetLine[] {
  return balanceText(breakable(parts, role, assets), role.size, measure, assets)
}
