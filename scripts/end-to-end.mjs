// `npm run test:e2e [-- PLAYWRIGHT-ARGUMENTS]`: the end-to-end tests in Electron, on Linux always on a
// virtual display of their own, so that they neither need a screen nor disturb one.
// `--report FILE` also writes the results as JSON.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { allTargets, buildStale } from './build/build-stale.mjs'
import { electronEnvironment } from './electron-runtime.mjs'
import { projectRoot } from './setup/locations.mjs'
import { runScript } from './setup/progress.mjs'
import { setUp } from './setup/set-up.mjs'
import { startVirtualDisplay } from './virtual-display.mjs'

/** @param {string[]} argv Our own `--report FILE` apart from what Playwright gets. */
function readArguments(argv) {
  const at = argv.indexOf('--report')
  return at < 0 ? { report: undefined, rest: argv } : { report: argv[at + 1], rest: argv.toSpliced(at, 2) }
}

await runScript(async () => {
  const { report, rest } = readArguments(process.argv.slice(2))
  await setUp({ purpose: 'test', quiet: true })
  await buildStale(allTargets)
  const display = process.platform === 'linux' ? await startVirtualDisplay() : undefined
  const environment = { ...process.env, ...display?.environment }
  Object.assign(environment, electronEnvironment(environment).environment)
  if (report !== undefined) environment.PLAYWRIGHT_JSON_OUTPUT_NAME = report

  const program = join(projectRoot, 'node_modules', '@playwright', 'test', 'cli.js')
  const args = [
    program,
    'test',
    '--config',
    join(projectRoot, 'test', 'e2e', 'playwright.config.ts'),
    '--output',
    join(projectRoot, 'test-results', 'end-to-end'),
    `--reporter=${report === undefined ? 'list' : 'list,json'}`,
    ...rest,
  ]
  const child = spawn(process.execPath, args, { cwd: projectRoot, env: environment, stdio: 'inherit' })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal))
  process.exitCode = await new Promise((settle, refuse) => {
    child.once('error', refuse)
    child.once('exit', (code) => settle(code ?? 1))
  })
  await display?.stop()
})
