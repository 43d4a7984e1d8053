// `npm run tour -- [--from DIR] [--out DIR] [--now INSTANT]`: does the desk's main job unattended, through the real
// window and by keyboard, and leaves pictures of every screen in both themes, the papers and `summary.json`. Exits
// non-zero when a step could not be done, with a sentence that names it.
import { allTargets, buildStale } from './build/build-stale.mjs'
import { runScript } from './setup/progress.mjs'
import { setUp } from './setup/set-up.mjs'
import { readTourArguments } from './tour/arguments.mjs'

const say = (/** @type {string} */ text) => void process.stderr.write(`${text}\n`)

await runScript(async () => {
  const { from, out, now } = readTourArguments(process.argv.slice(2))
  await setUp({ purpose: 'test' })
  await buildStale(allTargets)
  // What follows needs the packages that set-up has brought.
  const [{ readStory }, { runTour }, { clearFolder, missingSteps, summaryTable, writeSummary }] = await Promise.all([
    import('./tour/scenario-choice.mjs'),
    import('./tour/tour-run.mjs'),
    import('./tour/summary.mjs'),
  ])
  const exchange = readStory(from)
  clearFolder(out)
  say(`Tour of ${exchange.folder} (${String(exchange.learners)} learners), at ${now}`)
  const told = await runTour({ exchange, out, now, say })
  const missing = missingSteps(told.steps)
  const failure = told.failure ?? (missing.length === 0 ? undefined : `Without a picture: ${missing.join(', ')}.`)
  writeSummary(out, { ...told, failure, now, from: exchange.folder })
  process.stdout.write(`${summaryTable(told.steps)}\n`)
  say(`Pictures, papers and summary.json lie in ${out}`)
  if (failure === undefined) return
  say(`\n✗ ${failure}`)
  process.exitCode = 1
})
