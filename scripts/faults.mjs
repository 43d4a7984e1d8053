// `npm run faults [-- --full] [VITEST-ARGUMENTS]`: the tests that break things on purpose (killed
// processes, full disks, damaged files). They take long and have their own command; `--full` multiplies
// the trials. Every harness prints its seed and count; `FAULTS_SEED=N` repeats a run.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { buildStale } from './build/build-stale.mjs'
import { projectRoot } from './setup/locations.mjs'
import { runScript } from './setup/progress.mjs'
import { setUp } from './setup/set-up.mjs'

await runScript(async () => {
  await setUp({ purpose: 'desk', quiet: true })
  await buildStale(['main'])
  const words = process.argv.slice(2)
  const environment = { ...process.env, ...(words.includes('--full') ? { FAULTS: 'full' } : {}) }
  const program = join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs')
  const run = spawnSync(process.execPath, [program, 'run', '--project', 'faults', ...words.filter((word) => word !== '--full')], { cwd: projectRoot, env: environment, stdio: 'inherit' })
  process.exitCode = run.status ?? 1
})
