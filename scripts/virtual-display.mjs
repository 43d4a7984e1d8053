import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SetupProblem } from './setup/progress.mjs'

/**
 * @typedef {object} VirtualDisplay
 * @property {Record<string, string>} environment what programs need to open windows on it
 * @property {() => Promise<void>} stop ends it; may be called twice
 */

/**
 * An X authority file that lets its holder, and nobody else on the machine, on to the display. The
 * wildcard family matches whatever number the display gets.
 */
export function authorityFile(/** @type {Buffer} */ cookie) {
  const counted = (/** @type {Buffer} */ bytes) => {
    const length = Buffer.alloc(2)
    length.writeUInt16BE(bytes.length)
    return Buffer.concat([length, bytes])
  }
  const anyFamily = Buffer.from([0xff, 0xff])
  const empty = Buffer.alloc(0)
  return Buffer.concat([anyFamily, counted(empty), counted(empty), counted(Buffer.from('MIT-MAGIC-COOKIE-1')), counted(cookie)])
}

/**
 * Starts an X server without a screen, on a display number of its own choosing, and answers when it
 * takes clients.
 * @param {{ width?: number, height?: number }} [size] in pixels
 * @returns {Promise<VirtualDisplay>}
 */
export async function startVirtualDisplay({ width = 1600, height = 1000 } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'cme-desk-display-'))
  const authority = join(folder, 'authority')
  writeFileSync(authority, authorityFile(randomBytes(16)), { mode: 0o600 })
  // Detached: Ctrl-C in a terminal reaches the whole group, and the display must outlive its window.
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp', '-auth', authority],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'], detached: true },
  )
  const ended = new Promise((settle) => server.once('close', settle))
  const stop = async () => {
    if (server.exitCode === null && server.signalCode === null && server.pid !== undefined) {
      server.ref()
      server.kill('SIGTERM')
      await ended
    }
    rmSync(folder, { recursive: true, force: true })
  }
  const number = await new Promise((settle, refuse) => {
    const limit = setTimeout(() => refuse(new SetupProblem('The virtual display (Xvfb) did not start within 20 seconds.')), 20_000)
    const answer = server.stdio[3]
    let text = ''
    answer?.on('data', (/** @type {Buffer} */ chunk) => {
      text += chunk.toString('utf8')
      if (!text.includes('\n')) return
      clearTimeout(limit)
      settle(text.trim())
    })
    server.once('error', (error) => {
      clearTimeout(limit)
      refuse(new SetupProblem(`The virtual display (Xvfb) could not be started: ${error.message}`))
    })
    server.once('exit', (code) => {
      clearTimeout(limit)
      refuse(new SetupProblem(`The virtual display (Xvfb) ended at once with exit code ${code}.`))
    })
  }).catch(async (error) => {
    await stop()
    throw error
  })
  server.unref()
  return { environment: { DISPLAY: `:${number}`, XAUTHORITY: authority, WAYLAND_DISPLAY: '' }, stop }
}
