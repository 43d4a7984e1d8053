// `npm run bench [-- --learners N | --full] [--only NAME,…] [--out FILE]`: how fast the desk is, each figure a ratio to a
// yardstick measured beside it. Prints a table and writes JSON; never fails for a slow figure. The yardsticks' packages
// stand in test/bench/package.json and are installed when it is first run.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'vite'
import { npmCommand } from './setup/commands.mjs'
import { projectRoot } from './setup/locations.mjs'
import { SetupProblem, runScript } from './setup/progress.mjs'
import { setUp } from './setup/set-up.mjs'

const usage = 'npm run bench [-- --learners 100000 | --full] [--only diagnose,check,find,page] [--out FILE]'
const benchFolder = join(projectRoot, 'test', 'bench')
const yardstick = join(benchFolder, 'node_modules', 'better-sqlite3', 'build', 'Release', 'better_sqlite3.node')

/** The yardsticks, each at one version; they never enter the product's lock file. */
function installYardsticks() {
  if (existsSync(yardstick)) return
  process.stderr.write('Installing the yardsticks (once)…\n')
  const { command, args } = npmCommand(['install', '--no-audit', '--no-fund', '--no-package-lock'])
  const installed = spawnSync(command, args, { cwd: benchFolder, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' && command === 'npm' })
  if (installed.status !== 0 || !existsSync(yardstick)) throw new SetupProblem('The yardsticks could not be installed.', 'They need the package registry once; run npm install in test/bench to see why.')
}

/** The bench as one file that plain Node runs, with the program's own code in it. */
async function bundle() {
  const folder = join(projectRoot, 'out', 'bench')
  await build({
    root: projectRoot,
    configFile: false,
    logLevel: 'silent',
    resolve: { alias: { '@shared': join(projectRoot, 'shared') } },
    build: {
      ssr: join(benchFolder, 'index.ts'),
      outDir: folder,
      target: 'node20.18',
      minify: false,
      rolldownOptions: { output: { format: 'cjs', entryFileNames: 'bench.cjs' }, external: [/^knex/, /^sqlite3/, /^better-sqlite3/] },
    },
  })
  return join(folder, 'bench.cjs')
}

await runScript(async () => {
  const { values } = parseArgs({
    options: { learners: { type: 'string' }, full: { type: 'boolean', default: false }, only: { type: 'string' }, out: { type: 'string' } },
    strict: true,
  })
  const learners = Number(values.learners ?? (values.full ? 1_000_000 : 100_000))
  if (!Number.isSafeInteger(learners) || learners < 100) throw new SetupProblem('--learners is a whole number of 100 or more.', usage)
  await setUp({ purpose: 'desk', quiet: true })
  installYardsticks()
  const program = await bundle()
  const out = resolve(values.out ?? join(projectRoot, 'test-results', 'bench.json'))
  mkdirSync(dirname(out), { recursive: true })
  const run = spawnSync(process.execPath, ['--expose-gc', program], {
    cwd: projectRoot,
    stdio: 'inherit',
    env: { ...process.env, BENCH_LEARNERS: String(learners), BENCH_ONLY: values.only ?? '', BENCH_OUT: out },
  })
  process.exitCode = run.status ?? 1
})
