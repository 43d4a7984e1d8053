import type { PaperFamily } from '../model/paper-snapshot'
import { ok, refuse, type Result } from '../model/result'
import { covers, joinRuns, type PaperRun, type UncheckedRun } from './paper-run'
import { hanCoverage, paperFontsRelease, sourceCoverage, wideCoverage, type FontRelease } from './printable-name-coverage'
import { runsByScript } from './script-runs'

export interface PrintableText {
  /** The text as it is printed: composed (NFC), one space between words, nothing invisible. Its case is untouched (trap T6). */
  readonly text: string
  readonly runs: readonly PaperRun[]
}

/** Soft hyphens, zero-width and direction marks, variation selectors: pasted along unseen, never meant for paper. */
const invisible = /\u00ad|\u200b|\u200e|\u200f|\u2060|[\ufe00-\ufe0f]|\ufeff/gu
/** The joiners shape Arabic and Devanagari words; between other letters they are dirt. */
const strayJoiner = /(?<![\p{Script=Arabic}\p{Script=Devanagari}])[\u200c\u200d]+/gu
/** Arabic letters typed as ready-drawn shapes: the font joins the letters themselves. */
const arabicShapes = /[\ufb50-\ufdff\ufe70-\ufefc]+/gu
const blanks = /[\s\u00a0]+/gu

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
  const letters = text.replace(arabicShapes, (shapes) => shapes.normalize('NFKC'))
  return letters.normalize('NFC').replace(invisible, '').replace(strayJoiner, '').replace(blanks, ' ').trim()
}

/** The families of the first release, tried in turn. */
function firstReleaseFamily(character: string): PaperFamily | undefined {
  const code = character.codePointAt(0) ?? 0
  if (covers(sourceCoverage, code)) return 'source'
  if (covers(wideCoverage, code)) return 'wide'
  return covers(hanCoverage, code) ? 'han' : undefined
}

function uncheckedRuns(text: string, release: FontRelease, language: string): UncheckedRun[] {
  switch (release) {
    case 'paper-fonts/1':
      return Array.from(text, (character) => ({ text: character, family: firstReleaseFamily(character) }))
    case 'paper-fonts/2':
      return runsByScript(text, language)
  }
}

/** The first character no font on file has, with the name of its script; nothing when all of the text prints. */
export function unprintableCharacter(text: string): { readonly character: string; readonly script: string } | undefined {
  const missing = uncheckedRuns(paperText(text), paperFontsRelease, '').find(({ family }) => family === undefined)
  return missing === undefined ? undefined : { character: missing.text, script: scriptOf(missing.text) }
}

/**
 * The runs a text is set in with the fonts of a release, each in a family that has its characters; only for text that is
 * paper text already. The answer for a release never changes: old papers are drawn again by it.
 */
export function paperRuns(text: string, release: FontRelease, language = ''): PaperRun[] {
  return joinRuns(uncheckedRuns(text, release, language).map(({ text: part, family }) => ({ text: part, family: family ?? 'source' })))
}

/**
 * Whether a name can be printed, and in which fonts; a language tag ("ja", "zh-Hant") decides the shape of its Han, else
 * its own letters do. A Latin, Greek or Cyrillic letter that the text family lacks moves the whole name to the wide
 * family, so that one name never mixes two Latin faces (H31, trap T6). A character no font has refuses the name as
 * `name_not_printable` with the character, its code and its script.
 */
export function printableName(name: string, language = ''): Result<PrintableText, 'name_not_printable'> {
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
  const runs = paperRuns(text, paperFontsRelease, language)
  if (!runs.some(({ family }) => family === 'wide')) return ok({ text, runs })
  return ok({ text, runs: joinRuns(runs.map((run) => (run.family === 'source' ? { ...run, family: 'wide' } : run))) })
}
