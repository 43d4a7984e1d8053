import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureDependencies } from './dependencies.mjs'
import { ensureElectron, findRuntime } from './electron-runtime.mjs'
import { projectRoot } from './locations.mjs'
import { checkNodeVersion } from './node-version.mjs'
import { Progress, durationText } from './progress.mjs'
import { checkSandbox, ensureSystemLibraries } from './system-libraries.mjs'

/** @typedef {'start' | 'test' | 'desk'} Purpose what the clone must be ready for; `desk` needs no Electron */

/** @type {readonly Purpose[]} */
export const purposes = ['start', 'test', 'desk']

/**
 * Brings the clone into a state where `purpose` works. Throws `SetupProblem` with the next step when
 * it can't.
 * @param {{ purpose: Purpose, quiet?: boolean }} options
 */
export async function setUp({ purpose, quiet = false }) {
  const progress = new Progress({ quiet })
  const note = (/** @type {string} */ text) => progress.note(text)
  const begun = performance.now()
  await progress.step('Node', () => {
    /** @type {{ engines: { node: string } }} */
    const description = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'))
    return checkNodeVersion(description.engines.node)
  })
  await progress.step('Dependencies', () => ensureDependencies(note))
  if (purpose !== 'desk') {
    await progress.step('Runtime', () => ensureElectron(note))
    const executable = findRuntime()?.executable ?? ''
    await progress.step('System libraries', () => ensureSystemLibraries({ purpose, executable }, note))
    await progress.step('Sandbox', () => checkSandbox(executable))
  }
  if (!quiet) progress.write(`Ready after ${durationText(performance.now() - begun)}\n`)
}
