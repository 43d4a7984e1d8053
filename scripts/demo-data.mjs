// `npm run demo-data -- --learners N --out DIR [--seed S] [--now INSTANT]`: an exchange folder of any size, the same
// for the same seed and clock, with a `scenarios.csv` that says what the console must answer about it.
import { resolve } from 'node:path'
import { Calendar } from './demo-data/calendar.mjs'
import { addCatalogue } from './demo-data/catalogue.mjs'
import { Chance } from './demo-data/chance.mjs'
import { ClaimWriter } from './demo-data/claims.mjs'
import { addEverydayLearner } from './demo-data/everyday.mjs'
import { ExchangeFolder } from './demo-data/folder.mjs'
import { addFurtherScenarios, furtherLearners } from './demo-data/further-scenarios.mjs'
import { portals } from './demo-data/people.mjs'
import { addScenarioRound, learnersPerRound } from './demo-data/scenarios.mjs'
import { SetupProblem, runScript } from './setup/progress.mjs'

const usage = 'npm run demo-data -- --learners N --out DIR [--seed S] [--now 2026-11-20T15:00:00-05:00]'
const rounds = 2
const fewest = 100

/** @param {readonly string[]} words */
function readWords(words) {
  /** @type {Map<string, string>} */
  const given = new Map()
  for (let at = 0; at < words.length; at += 2) {
    const [name = '', value] = words.slice(at, at + 2)
    if (!['--learners', '--out', '--seed', '--now'].includes(name) || value === undefined) throw new SetupProblem(`“${name}” is not understood.`, usage)
    given.set(name, value)
  }
  const out = given.get('--out')
  const learners = Number(given.get('--learners'))
  const seed = Number(given.get('--seed') ?? '11')
  const now = given.get('--now') ?? '2026-11-20T15:00:00-05:00'
  if (out === undefined) throw new SetupProblem('--out is missing.', usage)
  if (!Number.isSafeInteger(learners) || learners < fewest) throw new SetupProblem(`--learners is a whole number of ${fewest} or more.`, usage)
  if (!Number.isSafeInteger(seed) || seed < 0) throw new SetupProblem('--seed is a whole number, 0 or more.', usage)
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(now) || Number.isNaN(Date.parse(now))) throw new SetupProblem('--now is an instant with an offset or Z.', usage)
  return { out: resolve(out), learners, seed, now }
}

await runScript(() => {
  const { out, learners, seed, now } = readWords(process.argv.slice(2))
  const begun = performance.now()
  const folder = new ExchangeFolder(out, seed, learners)
  const calendar = new Calendar(now)
  const chance = new Chance(seed, 'desk')
  const makers = { folder, calendar, chance, claims: new ClaimWriter({ folder, calendar, chance }, seed) }
  for (const [code, percent, audience] of /** @type {const} */ ([['STUDENT20', 20, 'student'], ['MILITARY25', 25, 'military'], ['GROUP10', 10, 'group']])) {
    folder.add('discount_codes.csv', { code, portal: 'haymarket-mycme', percent, audience, valid_from: calendar.date(-300), valid_to: calendar.date(300) })
  }
  const perPortal = Math.min(1000, 16 + Math.floor(learners / 500))
  const catalogue = new Map(portals.map(({ key }) => [key, addCatalogue(makers, key, perPortal)]))
  for (let round = 1; round <= rounds; round += 1) addScenarioRound(makers, round)
  addFurtherScenarios(makers, rounds + 1)
  for (let place = rounds * learnersPerRound + furtherLearners; place < learners; place += 1) addEverydayLearner(makers, seed, place, catalogue)
  folder.close()
  const seconds = (performance.now() - begun) / 1000
  process.stderr.write(`${learners} learners, ${folder.rows('enrolments.csv')} enrolments, ${folder.rows('claims.csv')} claims, ${folder.rows('scenarios.csv')} scenarios in ${out} (${seconds.toFixed(1)} s)\n`)
  return Promise.resolve()
})
