import { ok, refuse, type Result } from '../model/result'
import { hanCoverage, sourceCoverage, wideCoverage, type CoverageBlock } from './printable-name-coverage'

/**
 * The family a stretch of text is set in: `source` the two Source families, `wide` Noto Serif for rare Latin
 * and polytonic Greek, `han` Noto Serif SC for Han and kana.
 */
export type PaperFamily = 'source' | 'wide' | 'han'

export interface PaperRun {
  readonly text: string
  readonly family: PaperFamily
}

export interface PrintableText {
  /** The text as it is printed: composed (NFC), one space between words, nothing invisible. Its case is untouched (trap T6). */
  readonly text: string
  readonly runs: readonly PaperRun[]
}

/** Soft hyphens, zero-width and direction marks, variation selectors: pasted along unseen, never meant for paper. */
const invisible = /\u00ad|\u200b|\u200e|\u200f|\u2060|[\ufe00-\ufe0f]|\ufeff/gu
const blanks = /[\s\u00a0]+/gu

function covers(blocks: readonly CoverageBlock[], code: number): boolean {
  for (const { first, bits } of blocks) {
    const place = code - first
    if (place < 0) return false
    if (place < bits.length * 4) return ((Number.parseInt(bits.charAt(place >> 2), 16) >> (3 - (place & 3))) & 1) === 1
  }
  return false
}

const scripts = [
  'Arabic', 'Armenian', 'Bengali', 'Cyrillic', 'Devanagari', 'Ethiopic', 'Georgian', 'Greek', 'Gujarati', 'Gurmukhi', 'Han', 'Hangul', 'Hebrew',
  'Hiragana', 'Kannada', 'Katakana', 'Khmer', 'Lao', 'Latin', 'Malayalam', 'Mongolian', 'Myanmar', 'Sinhala', 'Syriac', 'Tamil', 'Telugu', 'Thaana',
  'Thai', 'Tibetan',
] as const
const scriptTests = scripts.map((name) => ({ name, test: new RegExp(`\\p{Script=${name}}`, 'u') }))

function scriptOf(character: string): string {
  const script = scriptTests.find(({ test }) => test.test(character))
  if (script !== undefined) return script.name
  if (/\p{Cc}|\p{Cf}/u.test(character)) return 'control character'
  return /\p{Extended_Pictographic}/u.test(character) ? 'emoji' : 'sign'
}

/** The text as paper writes it: composed (NFC), blanks joined to one space, invisible characters left out. */
export function paperText(text: string): string {
  return text.normalize('NFC').replace(invisible, '').replace(blanks, ' ').trim()
}

function familyOf(character: string): PaperFamily | undefined {
  const code = character.codePointAt(0) ?? 0
  if (covers(sourceCoverage, code)) return 'source'
  if (covers(wideCoverage, code)) return 'wide'
  return covers(hanCoverage, code) ? 'han' : undefined
}

function joinRuns(characters: readonly PaperRun[]): PaperRun[] {
  const runs: PaperRun[] = []
  for (const { text, family } of characters) {
    const last = runs.at(-1)
    if (last?.family === family) runs[runs.length - 1] = { family, text: last.text + text }
    else runs.push({ text, family })
  }
  return runs
}

/** The first character no font on file has, with the name of its script; nothing when all of the text prints. */
export function unprintableCharacter(text: string): { readonly character: string; readonly script: string } | undefined {
  const character = Array.from(paperText(text)).find((each) => familyOf(each) === undefined)
  return character === undefined ? undefined : { character, script: scriptOf(character) }
}

/** The runs a text is set in, each in the first family that has its characters; only for text that is paper text already. */
export function paperRuns(text: string): PaperRun[] {
  return joinRuns(Array.from(text, (character) => ({ text: character, family: familyOf(character) ?? 'source' })))
}

/**
 * Whether a name can be printed, and in which fonts. A Latin, Greek or Cyrillic letter that the text family
 * lacks moves the whole name to the wide family, so that one name never mixes two Latin faces (H31, trap T6).
 * A character no font has refuses the name as `name_not_printable` with the character, its code and its script.
 */
export function printableName(name: string): Result<PrintableText, 'name_not_printable'> {
  const text = paperText(name)
  const missing = text === '' ? { character: '', script: 'empty' } : unprintableCharacter(text)
  if (missing !== undefined) {
    const code = missing.character.codePointAt(0)
    return refuse('name_not_printable', {
      field: 'name',
      facts: {
        character: missing.character,
        codePoint: code === undefined ? null : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`,
        script: missing.script,
      },
    })
  }
  const runs = paperRuns(text)
  if (!runs.some(({ family }) => family === 'wide')) return ok({ text, runs })
  return ok({ text, runs: joinRuns(runs.map((run) => (run.family === 'source' ? { ...run, family: 'wide' } : run))) })
}
