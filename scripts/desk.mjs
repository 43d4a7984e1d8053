// The `desk` command line (`npm run -s desk -- COMMAND …`): sets up and builds when something is
// missing or out of date, saying so on standard error, then becomes the command. The command runs in
// this very process, so that its exit code, its signals and its standard streams are its own.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { isStale } from './build/build-stamp.mjs'
import { projectRoot } from './setup/locations.mjs'

/** A fault of the surroundings, in the command line's own terms. */
const surroundings = 3

if (isStale('main') || !existsSync(join(projectRoot, 'node_modules', 'knex'))) {
  const [{ runScript }, { setUp }, { buildStale }] = await Promise.all([
    import('./setup/progress.mjs'),
    import('./setup/set-up.mjs'),
    import('./build/build-stale.mjs'),
  ])
  await runScript(async () => {
    await setUp({ purpose: 'desk', quiet: true })
    await buildStale(['main'])
  }, surroundings)
}

if (process.exitCode !== surroundings) {
  const command = join(projectRoot, 'out', 'main', 'desk.cjs')
  process.argv[1] = command
  createRequire(import.meta.url)(command)
}
