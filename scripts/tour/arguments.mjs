import { resolve } from 'node:path'
import { SetupProblem } from '../setup/progress.mjs'

/** @typedef {{ from: string | undefined, out: string, now: string }} TourArguments `from` is undefined for the sample */

const usage = 'npm run tour -- [--from DIR] [--out DIR] [--now 2026-11-20T15:00:00-05:00]'

/** The sample's clock. */
export const sampleClock = '2026-11-20T15:00:00-05:00'

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/

/**
 * What the tour was asked for; folders become absolute. Throws `SetupProblem` with the usage for anything else.
 * @param {readonly string[]} words @returns {TourArguments}
 */
export function readTourArguments(words) {
  /** @type {Map<string, string>} */
  const given = new Map()
  for (let at = 0; at < words.length; at += 2) {
    const [name = '', value] = words.slice(at, at + 2)
    if (!['--from', '--out', '--now'].includes(name)) throw new SetupProblem(`“${name}” is not understood.`, usage)
    if (value === undefined || value === '') throw new SetupProblem(`${name} needs a value.`, usage)
    given.set(name, value)
  }
  const now = given.get('--now') ?? sampleClock
  if (!instant.test(now) || Number.isNaN(Date.parse(now))) throw new SetupProblem(`“${now}” is no instant with an offset or Z.`, usage)
  const from = given.get('--from')
  return { from: from === undefined ? undefined : resolve(from), out: resolve(given.get('--out') ?? 'tour-output'), now }
}
