import type { PaperFamily } from '../model/paper-snapshot'
import type { CoverageBlock } from './printable-name-coverage'

/** A stretch of text in one font family. */
export interface PaperRun {
  readonly text: string
  readonly family: PaperFamily
}

/** A character with its family, or none where no font has it. */
export interface UncheckedRun {
  readonly text: string
  readonly family: PaperFamily | undefined
}

/** Whether a font with that coverage has the code point. */
export function covers(blocks: readonly CoverageBlock[], code: number): boolean {
  for (const { first, bits } of blocks) {
    const place = code - first
    if (place < 0) return false
    if (place < bits.length * 4) return ((Number.parseInt(bits.charAt(place >> 2), 16) >> (3 - (place & 3))) & 1) === 1
  }
  return false
}

/** Neighbours of one family become one run. */
export function joinRuns(characters: readonly PaperRun[]): PaperRun[] {
  const runs: PaperRun[] = []
  for (const { text, family } of characters) {
    const last = runs.at(-1)
    if (last?.family === family) runs[runs.length - 1] = { family, text: last.text + text }
    else runs.push({ text, family })
  }
  return runs
}
