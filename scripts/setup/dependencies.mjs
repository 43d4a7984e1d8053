import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { installCommand, installPackages, mayInstallPackages } from './apt.mjs'
import { hasProgram, npmCommand, runLong } from './commands.mjs'
import { withLock } from './lock.mjs'
import { projectRoot } from './locations.mjs'
import { driverIsBuilt, headersFolder, nativeCache } from './native-cache.mjs'
import { officialDownloadsReachable } from './network.mjs'
import { SetupProblem, done, ready } from './progress.mjs'

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, link?: boolean }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} LockFile
 */

/**
 * Compares the lock file with npm's own record of what it installed: the first package that is
 * missing or of another version, or `undefined` when all are there. Optional ones may be missing:
 * they are for other platforms.
 * @param {LockFile} wanted @param {LockFile} installed @returns {string | undefined}
 */
export function firstDifference(wanted, installed) {
  for (const [path, locked] of Object.entries(wanted.packages ?? {})) {
    if (path === '' || locked.link === true) continue
    const found = installed.packages?.[path]
    const mayBeMissing = locked.optional === true || locked.devOptional === true
    if (found === undefined ? !mayBeMissing : found.version !== locked.version) return path
  }
  return undefined
}

const installRecord = '.package-lock.json'
const stampName = '.cme-desk-lock'

function readLock(/** @type {string} */ file) {
  /** @type {LockFile} */
  const lock = JSON.parse(readFileSync(file, 'utf8'))
  return lock
}

/** Why dependencies must be installed, or `undefined` when they are as the lock file says. */
function staleness(/** @type {string} */ root) {
  const nodeModules = join(root, 'node_modules')
  if (!existsSync(join(nodeModules, installRecord))) return 'nothing is installed yet'
  if (!driverIsBuilt(nodeModules)) return 'the database driver is not built'
  const stamp = join(nodeModules, stampName)
  const fingerprint = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) return undefined
  const difference = firstDifference(readLock(join(root, 'package-lock.json')), readLock(join(nodeModules, installRecord)))
  if (difference !== undefined) return `${difference.replace(/^.*node_modules\//, '')} is not as the lock file says`
  writeFileSync(stamp, fingerprint)
  return undefined
}

const buildTools = [['python3'], ['make'], ['g++']]

/** A build of the driver from source needs a compiler; an official prebuilt file does not. */
async function ensureBuildTools(/** @type {(text: string) => void} */ note) {
  const missing = buildTools.filter(([program]) => program !== undefined && !hasProgram(program))
  if (process.platform === 'win32' || missing.length === 0 || (await officialDownloadsReachable())) return
  const names = missing.flat().join(', ')
  if (mayInstallPackages()) {
    await installPackages(missing, note)
    return
  }
  const nextStep = process.platform === 'darwin' ? 'xcode-select --install' : installCommand(missing)
  throw new SetupProblem(
    `The database driver (sqlite3) must be built here, because its ready-made file can't be downloaded, and these are missing: ${names}.`,
    `Run this, then the same command again:\n  ${nextStep}`,
  )
}

/**
 * Installs the dependencies exactly as the lock file says, when they are not. Safe when two commands
 * start at once; the second waits.
 * @param {(text: string) => void} note
 */
export async function ensureDependencies(note, root = projectRoot) {
  if (staleness(root) === undefined) return ready('as the lock file says')
  return withLock(`dependencies ${root}`, () => install(note, root), { onWait: () => note('Another command is installing here; waiting for it') })
}

async function install(/** @type {(text: string) => void} */ note, /** @type {string} */ root) {
  const reason = staleness(root)
  if (reason === undefined) return ready('as the lock file says')
  const nodeModules = join(root, 'node_modules')
  if (lstatSync(nodeModules, { throwIfNoEntry: false })?.isSymbolicLink() === true) {
    // npm would empty the folder behind the link, which another checkout is using.
    throw new SetupProblem(`node_modules is a link to another checkout's, and ${reason}.`, 'Run npm ci in that checkout, or remove the link.')
  }
  const cache = nativeCache(readLock(join(root, 'package-lock.json')).packages?.['node_modules/sqlite3']?.version ?? 'unknown')
  if (!cache.has()) await ensureBuildTools(note)
  note(`Installing dependencies, because ${reason}. ${cache.has() ? 'About a minute' : 'The first time takes up to five minutes'}.`)

  const headers = headersFolder()
  const environment = {
    ...process.env,
    ...cache.environment,
    // Electron and Playwright have their own step, or none.
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
    NODE_ENV: 'development',
    ...(headers === undefined || process.env.npm_config_nodedir !== undefined ? {} : { npm_config_nodedir: headers }),
  }
  const outcome = await runLong(npmCommand(['ci', '--no-audit', '--no-fund', '--include=dev']), { cwd: root, environment, label: 'npm ci', note })
  if (!outcome.succeeded || !driverIsBuilt(nodeModules)) {
    throw new SetupProblem(`npm ci failed:\n${outcome.tail}`, 'When that is mended, run the same command again. Building the database driver needs python3, make and g++.')
  }
  cache.save(nodeModules)
  const left = staleness(root)
  if (left !== undefined) throw new SetupProblem(`npm ci ran, but ${left}.`, 'Remove node_modules and run the same command again.')
  return done(`installed from the lock file, because ${reason}`)
}
