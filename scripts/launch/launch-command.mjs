import { join } from 'node:path'
import { projectRoot } from '../setup/locations.mjs'

/** Our own flag apart from what the application gets. */
export function readArguments(/** @type {string[]} */ argv) {
  return { dev: argv.includes('--dev'), rest: argv.filter((argument) => argument !== '--dev' && argument !== '--') }
}

/**
 * The command that opens the window: Electron on what was built, or the development server, which
 * starts Electron itself.
 * @param {{ dev: boolean, rest: string[] }} wanted
 * @param {string[]} switches of Electron's own @param {string} executable
 */
export function launchCommand({ dev, rest }, switches, executable) {
  if (!dev) return { command: executable, args: [...switches, projectRoot, ...rest] }
  const bundler = join(projectRoot, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  return { command: process.execPath, args: [bundler, 'dev', '--', ...switches, ...rest] }
}
