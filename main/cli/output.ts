import type { Refusal } from '@shared/model/result'
import type { CommandAnswer } from './command'
import { exitCodeOf, type CommandCode } from './command-codes'
import { sentenceOf } from './code-sentences'

/** Where a call writes: the process's own streams, or a test's. */
export interface Streams {
  out(text: string): void
  err(text: string): void
}

/** Writes a successful answer: one JSON document, or text for people. */
export function writeAnswer(streams: Streams, json: boolean, answer: CommandAnswer): 0 {
  if (json) streams.out(`${JSON.stringify({ ok: true, value: answer.value })}\n`)
  // A record may hold control characters, which would steer the terminal.
  else if (answer.text !== '') streams.out(`${answer.text.replace(/[^\P{Cc}\n]+/gu, ' ')}\n`)
  return 0
}

/** Writes a refusal or a fault: a JSON document on standard output, or a sentence on standard error. */
export function writeRefusal(streams: Streams, json: boolean, refusal: Refusal<CommandCode>): 1 | 2 | 3 {
  const message = sentenceOf(refusal)
  if (json) {
    const field = refusal.field === undefined ? {} : { field: refusal.field }
    streams.out(`${JSON.stringify({ ok: false, error: { code: refusal.code, message, ...field } })}\n`)
  } else {
    streams.err(`desk: ${message}\n`)
  }
  return exitCodeOf(refusal.code)
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
const lettersIn = (text: string): number => Array.from(segmenter.segment(text)).length

/** Columns for people: each as wide as its widest cell, two blanks between, no trailing blanks. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  // A line break or control character in a cell would tear the row.
  const clean = [heads, ...rows].map((row) => row.map((cell) => cell.replace(/\p{Cc}+/gu, ' ')))
  const widths = heads.map((_, column) => Math.max(...clean.map((row) => lettersIn(row[column] ?? ''))))
  return clean.map((row) => row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - lettersIn(cell))).join('  ').trimEnd()).join('\n')
}
