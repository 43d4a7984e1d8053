import { refuse, type Refused } from '../model/result'
import { unprintableCharacter } from './printable-name'

export type TextRefusal = 'text_not_printable' | 'text_too_long'

export interface CheckedText {
  readonly field: string
  readonly text: string
  /** In characters; chosen so that the layout's last resort still holds the text. */
  readonly longest: number
}

/** The first text with a character no font has, or longer than the paper takes: nothing is ever cut or boxed. */
export function checkPaperTexts(texts: readonly CheckedText[]): Refused<TextRefusal> | undefined {
  for (const { field, text, longest } of texts) {
    const missing = unprintableCharacter(text)
    if (missing !== undefined) return refuse('text_not_printable', { field, facts: missing })
    if (Array.from(text).length > longest) return refuse('text_too_long', { field, facts: { longest } })
  }
  return undefined
}
