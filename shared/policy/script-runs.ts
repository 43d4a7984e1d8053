import type { PaperFamily } from '../model/paper-snapshot'
import { covers, type UncheckedRun } from './paper-run'
import { hanCoverage, sourceCoverage, wideCoverage, type CoverageBlock } from './printable-name-coverage'
import {
  arabicCoverage, armenianCoverage, devanagariCoverage, hanRareCoverage, hebrewCoverage, japaneseCoverage, koreanCoverage, thaiCoverage,
  traditionalCoverage,
} from './printable-name-coverage-scripts'

const coverages: Readonly<Record<PaperFamily, readonly CoverageBlock[]>> = {
  source: sourceCoverage,
  wide: wideCoverage,
  han: hanCoverage,
  han_rare: hanRareCoverage,
  japanese: japaneseCoverage,
  korean: koreanCoverage,
  traditional: traditionalCoverage,
  hebrew: hebrewCoverage,
  arabic: arabicCoverage,
  devanagari: devanagariCoverage,
  armenian: armenianCoverage,
  thai: thaiCoverage,
}

function has(family: PaperFamily, character: string): boolean {
  return covers(coverages[family], character.codePointAt(0) ?? 0)
}

type HanFamily = 'han' | 'japanese' | 'korean' | 'traditional'

const hanOfTag: readonly { readonly tag: RegExp; readonly family: HanFamily }[] = [
  { tag: /^ja\b/iu, family: 'japanese' },
  { tag: /^ko\b/iu, family: 'korean' },
  { tag: /^(zh|yue)-(hant|tw|hk|mo)\b/iu, family: 'traditional' },
  { tag: /^zh\b/iu, family: 'han' },
]
const han = /\p{Script=Han}/u

/**
 * Whose shapes the Han of a text take: those of its language, else Japanese beside kana and Korean beside hangul, else
 * simplified Chinese. Fonts that lack one of its characters give way, so that one name never mixes two designs.
 */
function hanFamilyOf(text: string, language: string): HanFamily {
  const tagged = hanOfTag.find(({ tag }) => tag.test(language))?.family
  const wanted = tagged ?? (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ? 'japanese' : /\p{Script=Hangul}/u.test(text) ? 'korean' : 'han')
  return Array.from(text).every((character) => !han.test(character) || has(wanted, character)) ? wanted : 'han'
}

/** Letters, by what they are; blanks and punctuation wait for their neighbours. */
const between = /\p{P}|\p{Zs}|\u200c|\u200d/u

function letterFamily(character: string, hanFamily: HanFamily): PaperFamily | undefined {
  const eastAsian: readonly PaperFamily[] = [hanFamily, 'han', 'han_rare']
  const order: readonly PaperFamily[] = ['source', 'wide', 'hebrew', 'arabic', 'devanagari', 'armenian', 'thai', ...eastAsian, 'korean', 'japanese']
  return order.find((family) => has(family, character))
}

const latinFamilies: readonly (PaperFamily | undefined)[] = ['source', 'wide', undefined]

/** A sign between letters of one family is drawn by it, so that words keep their own blanks and quotes; else by the text family. */
function signFamily(character: string, before: PaperFamily | undefined, after: PaperFamily | undefined): PaperFamily | undefined {
  const around = before === undefined || before === after ? after : after === undefined ? before : undefined
  if (around !== undefined && !latinFamilies.includes(around) && has(around, character)) return around
  const order: readonly (PaperFamily | undefined)[] = ['source', 'wide', before, after, 'han', 'arabic', 'devanagari', 'hebrew', 'armenian', 'thai']
  return order.find((family) => family !== undefined && has(family, character))
}

/** The characters of a text with the families of the second release of the fonts. */
export function runsByScript(text: string, language: string): UncheckedRun[] {
  const hanFamily = hanFamilyOf(text, language)
  const characters = Array.from(text)
  const letters = characters.map((character) => (between.test(character) ? undefined : letterFamily(character, hanFamily)))
  let before: PaperFamily | undefined
  return characters.map((character, place) => {
    const own = letters[place]
    if (own !== undefined) before = own
    if (own !== undefined || !between.test(character)) return { text: character, family: own }
    const after = letters.slice(place + 1).find((family) => family !== undefined)
    return { text: character, family: signFamily(character, before, after) }
  })
}
