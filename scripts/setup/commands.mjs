import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { durationText } from './progress.mjs'

/** @typedef {{ command: string, args: string[] }} Command */

/**
 * How to call the npm that belongs to this Node without a shell; npm hands its own place down in
 * `npm_execpath` when it runs our scripts.
 * @param {string[]} args @returns {Command}
 */
export function npmCommand(args, environment = process.env) {
  const binFolder = dirname(process.execPath)
  const candidates = [
    environment.npm_execpath,
    join(binFolder, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(binFolder, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ]
  for (const candidate of candidates) {
    if (candidate !== undefined && /npm-cli\.[cm]?js$/.test(candidate) && existsSync(candidate)) {
      return { command: process.execPath, args: [candidate, ...args] }
    }
  }
  return { command: 'npm', args }
}

/** @param {string} name Whether a program of this name is on the PATH. */
export function hasProgram(name, environment = process.env) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', ''] : ['']
  return (environment.PATH ?? '')
    .split(delimiter)
    .some((folder) => folder !== '' && endings.some((ending) => existsSync(join(folder, name + ending))))
}

/** Runs a short command; its text, or `undefined` when it could not run or failed. */
export function textOf(/** @type {string} */ command, /** @type {string[]} */ args) {
  const run = spawnSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  return run.status === 0 ? run.stdout : undefined
}

/**
 * Runs a long command silently, says every 20 seconds that it still runs, and keeps its last lines
 * for when it fails. Never throws: the caller decides what a failure means.
 * @param {Command} command
 * @param {{ cwd?: string, environment?: NodeJS.ProcessEnv, label: string, note: (text: string) => void,
 *   limitSeconds?: number }} options
 * @returns {Promise<{ succeeded: boolean, tail: string }>}
 */
export function runLong({ command, args }, { cwd, environment, label, note, limitSeconds }) {
  return new Promise((settle) => {
    const begun = performance.now()
    /** @type {string[]} */
    let lines = []
    const child = spawn(command, args, {
      cwd,
      env: environment ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && command === 'npm',
    })
    const keep = (/** @type {Buffer} */ chunk) => {
      lines = [...lines, ...chunk.toString('utf8').split('\n')].filter((line) => line.trim() !== '').slice(-40)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    const heartbeat = setInterval(() => note(`${label}: still running, ${durationText(performance.now() - begun)}`), 20_000)
    const limit = limitSeconds === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), limitSeconds * 1000)
    const finish = (/** @type {boolean} */ succeeded) => {
      clearInterval(heartbeat)
      clearTimeout(limit)
      settle({ succeeded, tail: lines.join('\n') })
    }
    child.on('error', (error) => {
      lines.push(error.message)
      finish(false)
    })
    child.on('close', (code) => finish(code === 0))
  })
}
