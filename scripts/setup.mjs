// Makes a clone ready to run: dependencies, the Electron runtime, what Linux lacks. Uses nothing that
// would have to be installed first. Safe to run at any time; when all is there it takes a moment.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureDependencies } from './setup/dependencies.mjs'
import { ensureElectron, findRuntime } from './setup/electron-runtime.mjs'
import { projectRoot } from './setup/locations.mjs'
import { checkNodeVersion } from './setup/node-version.mjs'
import { Progress, SetupProblem, durationText } from './setup/progress.mjs'
import { checkSandbox, ensureSystemLibraries } from './setup/system-libraries.mjs'

/** @typedef {'start' | 'test' | 'desk'} Purpose what the clone must be ready for; `desk` needs no Electron */

/** @type {readonly Purpose[]} */
const purposes = ['start', 'test', 'desk']

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

/**
 * Runs a script's main part: a `SetupProblem` is printed in plain words and ends with exit 1.
 * @param {() => Promise<void>} main @param {number} [exitCode] for a problem of the surroundings
 */
export async function runScript(main, exitCode = 1) {
  try {
    await main()
  } catch (error) {
    if (!(error instanceof SetupProblem)) throw error
    process.stderr.write(`\n✗ ${error.message}\n`)
    process.exitCode = exitCode
  }
}

if (process.argv[1] === import.meta.filename) {
  await runScript(async () => {
    const { values } = parseArgs({ options: { for: { type: 'string', default: 'test' }, quiet: { type: 'boolean', default: false } } })
    const purpose = purposes.find((name) => name === values.for)
    if (purpose === undefined) throw new SetupProblem(`--for takes one of ${purposes.join(', ')}, not "${values.for}".`)
    await setUp({ purpose, quiet: values.quiet })
  })
}
