import { refuse, type Refused } from '../model/result'
import { unprintableCharacter } from './printable-name'

export type TextRefusal = 'text_not_printable' | 'text_too_long'

export interface CheckedText {
  readonly field: string
  readonly text: string
  /** In letters of usual width; chosen so that the layout's last resort still holds the text. */
  readonly longest: number
}

const doubleWidth = /[MWmwÆŒ@%]|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|[\uff01-\uff5e]/gu

/** Length in letters of usual width; the widest letters and East Asian signs count twice. */
function lettersOf(text: string): number {
  return Array.from(text).length + (text.match(doubleWidth)?.length ?? 0)
}

/** The first text with a character no font has, or longer than the paper takes: nothing is ever cut or boxed. */
export function checkPaperTexts(texts: readonly CheckedText[]): Refused<TextRefusal> | undefined {
  for (const { field, text, longest } of texts) {
    const missing = unprintableCharacter(text)
    if (missing !== undefined) return refuse('text_not_printable', { field, facts: missing })
    if (lettersOf(text) > longest) return refuse('text_too_long', { field, facts: { longest } })
  }
  return undefined
}
