import { withLock } from '../setup/lock.mjs'
import { projectRoot } from '../setup/locations.mjs'
import { SetupProblem, durationText } from '../setup/progress.mjs'
import { clearStamp, fingerprint, isStale, stamp } from './build-stamp.mjs'

/** @typedef {import('./build-stamp.mjs').BuildTarget} BuildTarget */

/** @type {readonly BuildTarget[]} */
export const allTargets = ['main', 'window']

/**
 * Builds the targets whose sources changed since they were built; two callers at once build once.
 * Throws `SetupProblem` when a source does not compile.
 * @param {readonly BuildTarget[]} targets
 * @param {{ force?: boolean, write?: (text: string) => void }} [options]
 */
export async function buildStale(targets, { force = false, write = (text) => void process.stderr.write(text) } = {}) {
  if (!force && !targets.some((target) => isStale(target))) return
  await withLock(`build ${projectRoot}`, async () => {
    for (const target of targets) {
      if (!force && !isStale(target)) continue
      const begun = performance.now()
      const builtFrom = fingerprint(target)
      clearStamp(target)
      await build(target)
      stamp(target, builtFrom)
      write(`✓ Built ${target} (${durationText(performance.now() - begun)})\n`)
    }
  })
}

async function build(/** @type {BuildTarget} */ target) {
  // Imported here: a command that finds everything fresh must not pay for loading the bundler.
  const [{ resolveConfig }, vite] = await Promise.all([import('electron-vite'), import('vite')])
  process.env.NODE_ENV_ELECTRON_VITE = 'production'
  const { config } = await resolveConfig({ root: projectRoot, logLevel: 'warn' }, 'build', 'production')
  const parts = target === 'main' ? [config?.main] : [config?.preload, config?.renderer]
  for (const part of parts) {
    if (!part) continue
    try {
      await vite.build({ ...part, customLogger: errorStreamLogger(vite) })
    } catch (error) {
      throw new SetupProblem(`${target} could not be built.\n${error instanceof Error ? error.message : String(error)}`)
    }
  }
}

/** The bundler speaks on standard error here: standard output belongs to `desk`'s answer. */
function errorStreamLogger(/** @type {typeof import('vite')} */ vite) {
  const logger = vite.createLogger('warn')
  const write = (/** @type {string} */ text) => void process.stderr.write(`${text}\n`)
  return { ...logger, info: () => undefined, warn: write, warnOnce: write, error: write }
}
