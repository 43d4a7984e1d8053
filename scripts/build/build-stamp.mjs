import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { projectRoot } from '../setup/locations.mjs'

/** @typedef {'main' | 'window'} BuildTarget main: what runs under Node; window: preload and renderer */

/** What a target is built from, and the file without which it is not built. */
const targets = {
  main: { sources: ['main', 'shared', 'resources'], product: 'main/desk.cjs' },
  window: { sources: ['preload', 'renderer', 'shared', 'resources'], product: 'renderer/index.html' },
}
const always = ['electron.vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json']

/** Lists files below a path with time and size; contents are not read, it must cost no time. */
function describe(/** @type {string} */ root, /** @type {string} */ name, /** @type {string[]} */ lines) {
  const path = join(root, name)
  const status = statSync(path, { throwIfNoEntry: false })
  if (status === undefined) return
  if (status.isDirectory()) {
    for (const child of readdirSync(path).sort()) describe(root, join(name, child), lines)
  } else {
    lines.push(`${name} ${status.mtimeMs} ${status.size}`)
  }
}

/** A text that changes when any source of the target is edited, added or removed. */
export function fingerprint(/** @type {BuildTarget} */ target, root = projectRoot) {
  /** @type {string[]} */
  const lines = []
  for (const name of [...targets[target].sources, ...always]) describe(root, name, lines)
  return createHash('sha256').update(lines.join('\n')).digest('hex')
}

const stampFile = (/** @type {BuildTarget} */ target, /** @type {string} */ root) => join(root, 'out', `.${target}-built-from`)

/** Whether what was built is older than its sources, or missing. */
export function isStale(/** @type {BuildTarget} */ target, root = projectRoot) {
  const stamp = stampFile(target, root)
  if (!existsSync(stamp) || !existsSync(join(root, 'out', targets[target].product))) return true
  return readFileSync(stamp, 'utf8') !== fingerprint(target, root)
}

/** @param {BuildTarget} target @param {string} builtFrom the fingerprint taken before the build began */
export function stamp(target, builtFrom, root = projectRoot) {
  const file = stampFile(target, root)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, builtFrom)
}

/** Forgets that a target was built: something else is about to write in its place. */
export function clearStamp(/** @type {BuildTarget} */ target, root = projectRoot) {
  rmSync(stampFile(target, root), { force: true })
}
