import type { PaperAssets } from './paper-assets'
import { widthOf, type FacePart, type SetLine, type TypeRole } from './text-setting'

/** Text between two places where a line may break. */
interface Token {
  readonly parts: readonly FacePart[]
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
  return { parts, width: widthOf(trimEnd(parts), role, assets), spacedWidth: widthOf(parts, role, assets) }
}

function tokensOf(parts: readonly FacePart[], role: TypeRole, assets: PaperAssets): Token[] {
  const characters = parts.flatMap((part) => Array.from(part.text, (text) => ({ ...part, text })))
  const tokens: Token[] = []
  let open: FacePart[] = []
  characters.forEach((character, index) => {
    open.push(character)
    const next = characters[index + 1]
    if (next === undefined || mayBreak(characters[index - 1]?.text ?? '', character.text, next.text)) {
      tokens.push(tokenOf(join(open), role, assets))
      open = []
    }
  })
  return tokens
}

/** An overlong word is split between letters, unhyphenated: the last resort before refusing it. */
function splitOverlong(token: Token, measure: number, role: TypeRole, assets: PaperAssets): Token[] {
  if (token.width <= measure) return [token]
  const characters = token.parts.flatMap((part) => Array.from(part.text, (text) => ({ ...part, text })))
  const tokens: Token[] = []
  let open: FacePart[] = []
  for (const character of characters) {
    // A combining mark stays on its letter.
    if (open.length > 0 && !/\p{M}/u.test(character.text) && widthOf(join([...open, character]), role, assets) > measure) {
      tokens.push(tokenOf(join(open), role, assets))
      open = []
    }
    open.push(character)
  }
  return [...tokens, tokenOf(join(open), role, assets)]
}

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

/** Breaks text into lines no wider than `measure`. */
export function breakLines(parts: readonly FacePart[], role: TypeRole, measure: number, assets: PaperAssets): SetLine[] {
  const tokens = tokensOf(parts, role, assets).flatMap((token) => splitOverlong(token, measure, role, assets))
  return finish(fill(tokens, measure), role, assets)
}

/** As `breakLines`, then set to the narrowest measure that needs no more lines, so that they come out even. */
export function balanceLines(parts: readonly FacePart[], role: TypeRole, measure: number, assets: PaperAssets): SetLine[] {
  const tokens = tokensOf(parts, role, assets).flatMap((token) => splitOverlong(token, measure, role, assets))
  const count = fill(tokens, measure).length
  if (count <= 1) return finish(fill(tokens, measure), role, assets)
  let tooNarrow = Math.max(...tokens.map(({ width }) => width)) - 0.25
  let enough = measure
  while (enough - tooNarrow > 0.25) {
    const middle = (tooNarrow + enough) / 2
    if (fill(tokens, middle).length <= count) enough = middle
    else tooNarrow = middle
  }
  return finish(fill(tokens, enough), role, assets)
}
