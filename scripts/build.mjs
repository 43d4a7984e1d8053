// Builds what is out of date. `node scripts/build.mjs [--force] [main|window …]`
import { parseArgs } from 'node:util'
import { allTargets, buildStale } from './build/build-stale.mjs'
import { SetupProblem, runScript } from './setup/progress.mjs'

await runScript(async () => {
  const { values, positionals } = parseArgs({ options: { force: { type: 'boolean', default: false } }, allowPositionals: true })
  const unknown = positionals.find((name) => !allTargets.some((target) => target === name))
  if (unknown !== undefined) throw new SetupProblem(`There is no target "${unknown}"; there are ${allTargets.join(' and ')}.`)
  const wanted = positionals.length === 0 ? allTargets : allTargets.filter((target) => positionals.includes(target))
  await buildStale(wanted, { force: values.force })
})
