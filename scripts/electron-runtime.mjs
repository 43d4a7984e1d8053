import { findRuntime } from './setup/electron-runtime.mjs'
import { SetupProblem } from './setup/progress.mjs'

/**
 * How to start Electron here: the executable, the environment under which `electron`, electron-vite
 * and Playwright find the same one, and the switches this user and display need.
 * Throws `SetupProblem` when set-up has not run.
 */
export function electronEnvironment(environment = process.env) {
  const runtime = findRuntime()
  if (runtime === undefined) throw new SetupProblem('There is no Electron to run yet.', 'Run this first:\n  npm run setup')
  return {
    executable: runtime.executable,
    version: runtime.version,
    standIn: runtime.kind === 'stand-in',
    environment: {
      ...(runtime.kind === 'official' ? {} : { ELECTRON_OVERRIDE_DIST_PATH: runtime.folder }),
      ELECTRON_EXEC_PATH: runtime.executable,
    },
    switches: switchesFor(environment, process.platform === 'linux' && process.getuid?.() === 0),
  }
}

/** @param {NodeJS.ProcessEnv} environment @param {boolean} isRoot on Linux: Chromium refuses to run as root with its sandbox */
export function switchesFor(environment, isRoot) {
  return [
    ...(isRoot ? ['--no-sandbox'] : []),
    // Older Chromium looks for X11 only, unless told to look.
    ...(environment.WAYLAND_DISPLAY && !environment.DISPLAY ? ['--ozone-platform-hint=auto'] : []),
  ]
}
