// Makes a clone ready to run: dependencies, the Electron runtime, what Linux lacks. Uses nothing that
// would have to be installed first. Safe to run at any time; when all is there it takes a moment.
import { parseArgs } from 'node:util'
import { SetupProblem, runScript } from './setup/progress.mjs'
import { purposes, setUp } from './setup/set-up.mjs'

await runScript(async () => {
  const { values } = parseArgs({ options: { for: { type: 'string', default: 'test' }, quiet: { type: 'boolean', default: false } } })
  const purpose = purposes.find((name) => name === values.for)
  if (purpose === undefined) throw new SetupProblem(`--for takes one of ${purposes.join(', ')}, not "${values.for}".`)
  await setUp({ purpose, quiet: values.quiet })
})
