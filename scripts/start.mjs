// `npm start`: makes the clone ready, builds what changed, opens the window. `--dev` serves the
// renderer from source with live reload. Arguments after `--` go to the application
// (`npm start -- --data DIR --now INSTANT`).
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { allTargets, buildStale } from './build/build-stale.mjs'
import { clearStamp } from './build/build-stamp.mjs'
import { electronEnvironment } from './electron-runtime.mjs'
import { launchCommand, readArguments } from './launch/launch-command.mjs'
import { projectRoot } from './setup/locations.mjs'
import { runScript } from './setup/progress.mjs'
import { setUp } from './setup/set-up.mjs'
import { hasDisplay } from './setup/system-libraries.mjs'
import { startVirtualDisplay } from './virtual-display.mjs'

const say = (/** @type {string} */ text) => void process.stderr.write(`${text}\n`)

/** Says where the picture lies as soon as the application has written it. */
function announce(/** @type {string} */ picture) {
  const look = setInterval(() => {
    if (!existsSync(picture)) return
    clearInterval(look)
    say(`✓ The window is open; a screenshot lies in ${picture}\n  It keeps running until you press Ctrl-C.`)
  }, 200)
  return () => clearInterval(look)
}

async function main() {
  const wanted = readArguments(process.argv.slice(2))
  await setUp({ purpose: 'start' })
  if (wanted.dev) {
    // The development server writes its own main and preload into out/.
    for (const target of allTargets) clearStamp(target)
  } else {
    await buildStale(allTargets)
  }
  const display = hasDisplay() ? undefined : await startVirtualDisplay()
  const environment = { ...process.env, ...display?.environment }
  const electron = electronEnvironment(environment)
  Object.assign(environment, electron.environment)

  let stopLooking = () => {}
  if (display !== undefined) {
    const picture = environment.CME_DESK_SCREENSHOT ?? join(projectRoot, 'out', 'screenshot.png')
    mkdirSync(dirname(picture), { recursive: true })
    rmSync(picture, { force: true })
    environment.CME_DESK_SCREENSHOT = picture
    say('There is no display here: the window opens on a virtual one.')
    stopLooking = announce(picture)
  }

  // Without a desktop around it Chromium complains at length of harmless things.
  const switches = display === undefined ? electron.switches : [...electron.switches, '--log-level=3']
  const { command, args } = launchCommand(wanted, switches, electron.executable)
  const child = spawn(command, args, { cwd: projectRoot, env: environment, stdio: 'inherit' })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal))
  const code = await new Promise((settle, refuse) => {
    child.once('error', refuse)
    child.once('exit', (exitCode, signal) => settle(exitCode ?? (signal === 'SIGINT' ? 130 : 1)))
  })
  stopLooking()
  await display?.stop()
  process.exitCode = code
}

await runScript(main)
