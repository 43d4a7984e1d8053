import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/** The repository's root folder, absolute. */
export const projectRoot = resolve(import.meta.dirname, '..', '..')

/**
 * Where set-up keeps what is costly to make again: the built database driver, the stand-in runtime.
 * It lies outside the clone, so that the next clone on the same machine starts in seconds.
 */
export function cacheFolder(environment = process.env, platform = process.platform) {
  if (environment.XDG_CACHE_HOME) return join(environment.XDG_CACHE_HOME, 'cme-desk')
  if (platform === 'win32' && environment.LOCALAPPDATA) return join(environment.LOCALAPPDATA, 'cme-desk', 'Cache')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'cme-desk')
  return join(homedir(), '.cache', 'cme-desk')
}
