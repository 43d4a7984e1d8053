import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { installCommand, installPackages, mayInstallPackages } from './apt.mjs'
import { hasProgram, textOf } from './commands.mjs'
import { SetupProblem, done, ready, skipped } from './progress.mjs'

/** @typedef {'start' | 'test'} Purpose */

/**
 * What Electron links to or opens at run time. Each group lists one library's package names, older
 * releases first; the named ones bring all others with them.
 */
const electronPackages = [
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libnss3'],
  ['libasound2', 'libasound2t64'],
  ['libgbm1'],
  ['libatk-bridge2.0-0', 'libatk-bridge2.0-0t64'],
  ['libcups2', 'libcups2t64'],
  ['libdrm2'],
  ['libxkbcommon0'],
  ['libxss1'],
  ['libxtst6'],
]
const displayPackages = [['xvfb'], ['xauth']]
/** Tests read PDFs back with programs of other authors. */
const testPrograms = [
  { program: 'pdftotext', names: ['poppler-utils'] },
  { program: 'qpdf', names: ['qpdf'] },
]

/** A real keyring for one test, which is left out where there is none. */
const keyringPrograms = [
  { program: 'gnome-keyring-daemon', names: ['gnome-keyring'] },
  { program: 'dbus-daemon', names: ['dbus-daemon', 'dbus'] },
  { program: 'dbus-send', names: ['dbus-bin', 'dbus'] },
  { program: 'gnome-keyring-daemon', names: ['libsecret-1-0'] },
]

/** @param {string} text what `ldd` printed @returns {string[]} the libraries it did not find */
export function missingLibraries(text) {
  return [...text.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => match[1] ?? '')
}

function librariesMissingFor(/** @type {string} */ executable) {
  // ldd finds Electron's own libraries by the executable's run path.
  const text = textOf('ldd', [executable])
  return text === undefined ? [] : missingLibraries(text)
}

/** Whether there is a display to open a window on. */
export function hasDisplay(environment = process.env) {
  if (process.platform !== 'linux') return true
  return Boolean(environment.DISPLAY) || Boolean(environment.WAYLAND_DISPLAY)
}

/**
 * The packages missing for a purpose, by name groups, with what was missed.
 * @param {{ purpose: Purpose, executable: string }} wanted
 */
function missingFor({ purpose, executable }) {
  const libraries = librariesMissingFor(executable)
  const needsOwnDisplay = purpose === 'test' || !hasDisplay()
  const programs = [
    ...(needsOwnDisplay && !hasProgram('Xvfb') ? ['Xvfb'] : []),
    ...(purpose === 'test' ? testPrograms.filter(({ program }) => !hasProgram(program)).map(({ program }) => program) : []),
  ]
  const groups = [
    ...(libraries.length > 0 ? electronPackages : []),
    ...(programs.includes('Xvfb') ? displayPackages : []),
    ...testPrograms.filter(({ program }) => programs.includes(program)).map(({ names }) => names),
  ]
  return { groups, missed: [...libraries, ...programs] }
}

/**
 * On Linux: makes sure Electron's libraries, the virtual display and (for tests) the PDF tools are
 * there; installs them as root on Debian and Ubuntu, otherwise refuses with the exact command.
 * @param {{ purpose: Purpose, executable: string }} wanted @param {(text: string) => void} note
 */
export async function ensureSystemLibraries(wanted, note) {
  if (process.platform !== 'linux') return skipped(`nothing to install on ${process.platform === 'darwin' ? 'macOS' : process.platform}`)
  if (wanted.purpose === 'test') await addKeyring(note)
  const before = missingFor(wanted)
  if (before.groups.length === 0) return ready('all there')
  if (!mayInstallPackages()) {
    throw new SetupProblem(`These are missing on this system: ${before.missed.join(', ')}.`, `Run this, then the same command again:\n  ${installCommand(before.groups)}`)
  }
  const names = await installPackages(before.groups, note)
  const after = missingFor(wanted)
  if (after.missed.length > 0) throw new SetupProblem(`Still missing after installing ${names.join(', ')}: ${after.missed.join(', ')}.`)
  return done(`installed ${names.join(', ')}`)
}

/** Installs the keyring where that is allowed; without it the tests run all the same. */
async function addKeyring(/** @type {(text: string) => void} */ note) {
  const missing = keyringPrograms.filter(({ program }) => !hasProgram(program))
  if (missing.length === 0 || !mayInstallPackages()) return
  try {
    await installPackages(missing.map(({ names }) => names), note)
  } catch (problem) {
    if (!(problem instanceof SetupProblem)) throw problem
    note('No keyring could be installed; its test is left out.')
  }
}

/**
 * Whether Chromium's sandbox can work for this user. Root never has it (the launcher says so to
 * Electron); other users need namespaces or the helper that belongs to root.
 * @param {string} executable
 */
export function checkSandbox(executable) {
  if (process.platform !== 'linux') return skipped('the operating system provides it')
  if (process.getuid?.() === 0) return skipped('off, because root runs this; use an ordinary account for real work')
  const helper = join(dirname(executable), 'chrome-sandbox')
  const status = statSync(helper, { throwIfNoEntry: false })
  if (status !== undefined && status.uid === 0 && (status.mode & 0o4000) !== 0) return ready('by its helper')
  const namespaces = spawnSync('unshare', ['--user', '--map-root-user', 'true'], { stdio: 'ignore' })
  if (namespaces.error !== undefined || namespaces.status === 0) return ready('by namespaces')
  throw new SetupProblem(
    `This system (${systemName()}) does not let ordinary programs make namespaces, which Electron's sandbox needs.`,
    `Run this once, then the same command again:\n  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`,
  )
}

function systemName() {
  try {
    return /^PRETTY_NAME="?([^"\n]+)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? 'Linux'
  } catch {
    return 'Linux'
  }
}
