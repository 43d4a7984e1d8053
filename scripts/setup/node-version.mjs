import { SetupProblem, ready } from './progress.mjs'

/** @param {string} version `20.19.0` @param {string} least the smallest version that will do, same form */
export function isAtLeast(version, least) {
  const [have, need] = [version, least].map((text) => text.split('.').map(Number))
  for (let part = 0; part < 3; part++) {
    const difference = (have?.[part] ?? 0) - (need?.[part] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return true
}

/** Refuses a Node older than package.json's `engines` in plain words. */
export function checkNodeVersion(/** @type {string} */ engines, version = process.versions.node) {
  const least = `${engines.replace(/[^\d.]/g, '')}.0.0`.split('.').slice(0, 3).join('.')
  if (isAtLeast(version, least)) return ready(version)
  throw new SetupProblem(
    `CME Desk needs Node ${least} or newer; this is Node ${version} (${process.execPath}).`,
    'Install Node 20 LTS or newer from nodejs.org or with your version manager (for instance: nvm install 20), then run the same command again.',
  )
}
