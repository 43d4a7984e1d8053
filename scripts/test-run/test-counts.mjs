import { existsSync, readFileSync } from 'node:fs'

/** @typedef {{ passed: number, failed: number }} TestCounts */

/** @param {unknown} value @param {string} key @returns {unknown} */
const at = (value, key) => (typeof value === 'object' && value !== null ? Object.entries(value).find(([name]) => name === key)?.[1] : undefined)
const numberAt = (/** @type {unknown} */ value, /** @type {string} */ key) => {
  const found = at(value, key)
  return typeof found === 'number' ? found : 0
}
const listAt = (/** @type {unknown} */ value, /** @type {string} */ key) => {
  const found = at(value, key)
  return Array.isArray(found) ? found : []
}

/** Counts of a vitest JSON report. A file that could not even be loaded is one failure. @param {unknown} report @returns {TestCounts} */
export function countVitest(report) {
  const unloadable = listAt(report, 'testResults').filter((file) => at(file, 'status') === 'failed' && listAt(file, 'assertionResults').length === 0)
  return { passed: numberAt(report, 'numPassedTests'), failed: numberAt(report, 'numFailedTests') + unloadable.length }
}

/** Counts of a Playwright JSON report. A test that passed only when repeated is a failure. @param {unknown} report @returns {TestCounts} */
export function countPlaywright(report) {
  const stats = at(report, 'stats')
  const failed = numberAt(stats, 'unexpected') + numberAt(stats, 'flaky')
  const outside = listAt(report, 'errors').length
  return { passed: numberAt(stats, 'expected'), failed: failed === 0 ? outside : failed }
}

/**
 * The counts of one step's report. A step that failed without a failed test (or without a report)
 * counts as one failure, so that the sum never says 0 failed when something did.
 * @param {{ file: string, count: (report: unknown) => TestCounts } | undefined} report @param {boolean} succeeded
 * @returns {TestCounts}
 */
export function countStep(report, succeeded) {
  /** @type {TestCounts} */
  let counts = { passed: 0, failed: 0 }
  if (report !== undefined && existsSync(report.file)) counts = report.count(JSON.parse(readFileSync(report.file, 'utf8')))
  return succeeded || counts.failed > 0 ? counts : { ...counts, failed: 1 }
}
