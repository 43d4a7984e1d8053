import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { cacheFolder } from './locations.mjs'

function isAlive(/** @type {number} */ processId) {
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** What stands in the lock file; an unreadable one is being made or taken down at this moment. */
function ownerOf(/** @type {string} */ file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** Takes the lock for this process, or says that somebody has it. A dead owner's lock is cleared. */
function tryToTake(/** @type {string} */ file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  const owner = ownerOf(file)
  if (owner !== '' && !isAlive(Number(owner))) clearDeadLock(file, owner)
  return false
}

/** Two waiters may see the same dead owner: the file is moved aside and looked at before it goes. */
function clearDeadLock(/** @type {string} */ file, /** @type {string} */ deadOwner) {
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
    if (ownerOf(aside) !== deadOwner) linkSync(aside, file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EEXIST'))) throw error
  } finally {
    rmSync(aside, { force: true })
  }
}

/**
 * Runs `work` while no other process runs under the same name; waits for it otherwise. For what two
 * commands started at once would both do: install dependencies, unpack a runtime, build.
 * @template T
 * @param {string} name @param {() => Promise<T>} work
 * @param {{ onWait?: () => void, folder?: string }} [options]
 * @returns {Promise<T>}
 */
export async function withLock(name, work, { onWait, folder = join(cacheFolder(), 'locks') } = {}) {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, createHash('sha256').update(name).digest('hex').slice(0, 24))
  let told = false
  while (!tryToTake(file)) {
    if (!told) onWait?.()
    told = true
    await pause(100)
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}
