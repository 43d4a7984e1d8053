import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { runLong } from './commands.mjs'
import { cacheFolder, projectRoot } from './locations.mjs'
import { withLock } from './lock.mjs'
import { officialDownloadsReachable } from './network.mjs'
import { SetupProblem, done, ready } from './progress.mjs'
import { makeStandIn, standIn, standInFolder, standInIsReady, standInServesThisMachine } from './stand-in-runtime.mjs'

/**
 * @typedef {object} ElectronRuntime
 * @property {'official' | 'chosen' | 'stand-in'} kind chosen: named by ELECTRON_OVERRIDE_DIST_PATH
 * @property {string} folder
 * @property {string} executable
 * @property {string} version
 */

const packageFolder = join(projectRoot, 'node_modules', 'electron')

/** The Electron version the application declares. */
function declaredVersion() {
  /** @type {{ version: string }} */
  const description = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'))
  return description.version
}

function versionIn(/** @type {string} */ folder) {
  const file = join(folder, 'version')
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : 'unknown'
}

/** @returns {ElectronRuntime | undefined} */
function chosenRuntime() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (folder === undefined || folder === '') return undefined
  const executable = join(resolve(folder), executableName())
  if (!existsSync(executable)) throw new SetupProblem(`ELECTRON_OVERRIDE_DIST_PATH is set, but there is no ${executable}.`, 'Correct or unset it.')
  return { kind: resolve(folder) === standInFolder() ? 'stand-in' : 'chosen', folder: resolve(folder), executable, version: versionIn(folder) }
}

function executableName() {
  if (process.platform === 'win32') return 'electron.exe'
  return process.platform === 'darwin' ? join('Electron.app', 'Contents', 'MacOS', 'Electron') : 'electron'
}

/** @returns {ElectronRuntime | undefined} */
function officialRuntime() {
  const folder = join(packageFolder, 'dist')
  const executable = join(folder, executableName())
  const whole = existsSync(join(packageFolder, 'path.txt')) && existsSync(executable) && versionIn(folder) === declaredVersion()
  return whole ? { kind: 'official', folder, executable, version: declaredVersion() } : undefined
}

/** The runtime to start now, without installing anything. @returns {ElectronRuntime | undefined} */
export function findRuntime() {
  const found = chosenRuntime() ?? officialRuntime()
  if (found !== undefined || !standInServesThisMachine() || !standInIsReady()) return found
  const folder = standInFolder()
  return { kind: 'stand-in', folder, executable: join(folder, 'electron'), version: standIn.version }
}

/** One line about the runtime, plain about a stand-in. */
export function runtimeText(/** @type {ElectronRuntime} */ runtime) {
  if (runtime.kind !== 'stand-in') return `Electron ${runtime.version}${runtime.kind === 'chosen' ? `, from ${runtime.folder}` : ''}`
  return `Running on Electron ${runtime.version} stand-in because ${declaredVersion()} could not be downloaded; previews and tests only`
}

const retryAfterHours = 24

/** A failed download is not tried again at every start; once a day is enough. */
function triedLately() {
  const age = Date.now() - (statSync(refusalMark(), { throwIfNoEntry: false })?.mtimeMs ?? 0)
  return age < retryAfterHours * 3_600_000
}

const refusalMark = () => join(cacheFolder(), `electron-${declaredVersion()}-not-downloadable`)

async function downloadOfficial(/** @type {(text: string) => void} */ note) {
  if (!(await officialDownloadsReachable())) return false
  note(`Downloading Electron ${declaredVersion()}`)
  await runLong(
    { command: process.execPath, args: [join(packageFolder, 'install.js')] },
    { cwd: projectRoot, label: 'Electron', note, limitSeconds: 600 },
  )
  return officialRuntime() !== undefined
}

/**
 * Makes sure there is an Electron to run: the one named by ELECTRON_OVERRIDE_DIST_PATH, else the
 * declared one, else (Linux on x64) the stand-in.
 * @param {(text: string) => void} note
 */
export async function ensureElectron(note) {
  const found = chosenRuntime() ?? officialRuntime()
  if (found !== undefined) return ready(runtimeText(found))
  return withLock(`electron ${projectRoot}`, async () => {
    const downloaded = officialRuntime() !== undefined || (!triedLately() && (await downloadOfficial(note)))
    if (downloaded) {
      rmSync(refusalMark(), { force: true })
      return done(`Electron ${declaredVersion()}`)
    }
    if (!standInServesThisMachine()) {
      throw new SetupProblem(
        `Electron ${declaredVersion()} could not be downloaded.`,
        'Check the network (or set ELECTRON_MIRROR, or ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron) and run the same command again.',
      )
    }
    mkdirSync(cacheFolder(), { recursive: true })
    if (!triedLately()) writeFileSync(refusalMark(), '')
    const fresh = !standInIsReady()
    if (fresh) await makeStandIn(note)
    const runtime = findRuntime()
    if (runtime === undefined) throw new Error('the stand-in was made but is not found')
    return fresh ? done(runtimeText(runtime)) : ready(runtimeText(runtime))
  })
}
