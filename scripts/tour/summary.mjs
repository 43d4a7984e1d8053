import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** @typedef {import('./pictures.mjs').StepEntry} StepEntry */
/** @typedef {{ file: string, number: string, sha256: string, sameAsWindow: boolean }} PaperEntry */

const summaryName = 'summary.json'

/** What every tour shows, by the names under which `summary.json` has it. */
export const stepNames = /** @type {const} */ ([
  'first-start',
  'home',
  'import',
  'find',
  'learner',
  'diagnosis-or-status',
  'change-credit',
  'certificate-old',
  'certificate-new',
  'receipt',
  'reset',
  'settings',
  'history-undo',
])

/** Makes the folder ready: what an earlier tour left goes, everything else stays. */
export function clearFolder(/** @type {string} */ folder) {
  mkdirSync(folder, { recursive: true })
  if (!existsSync(join(folder, summaryName))) return
  for (const name of readdirSync(folder)) if (name === summaryName || /\.(png|pdf)$/.test(name)) rmSync(join(folder, name))
}

/**
 * @param {string} folder
 * @param {{ steps: readonly StepEntry[], papers: readonly PaperEntry[], failure: string | undefined } & Record<string, unknown>} told
 */
export function writeSummary(folder, told) {
  writeFileSync(join(folder, summaryName), `${JSON.stringify(told, undefined, 2)}\n`)
}

/** Names of the promised steps that have no picture in both themes. */
export function missingSteps(/** @type {readonly StepEntry[]} */ steps) {
  return stepNames.filter((name) => !['light', 'dark'].every((theme) => steps.some((step) => step.name === name && step.theme === theme)))
}

/**
 * The steps as a table for people, one line for each screen.
 * @param {readonly StepEntry[]} steps
 */
export function summaryTable(steps) {
  const light = steps.filter((step) => step.theme === 'light')
  const lines = light.map((step) => {
    const both = steps.filter((other) => other.name === step.name)
    const sum = (/** @type {'axeViolations' | 'consoleErrors'} */ key) => both.reduce((total, other) => total + other[key], 0)
    return [step.name, `${String(step.ms)} ms`, String(sum('axeViolations')), String(sum('consoleErrors')), `${String(step.width)} × ${String(step.height)}`]
  })
  const head = ['step', 'answer', 'axe', 'errors', 'window']
  const widths = head.map((word, column) => Math.max(word.length, ...lines.map((line) => line[column]?.length ?? 0)))
  return [head, ...lines].map((cells) => cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')).join('\n')
}
