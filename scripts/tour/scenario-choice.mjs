import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import papa from 'papaparse'
import { projectRoot } from '../setup/locations.mjs'
import { SetupProblem } from '../setup/progress.mjs'

/** @typedef {Readonly<Record<string, string>>} Row of a CSV file, by its header */
/** @typedef {{ id: string, name: string }} Person as the find box knows them */
/**
 * @typedef {object} Story whom the tour is about
 * @property {Person & { claim: string, to: string, refused: string | undefined }} correction the claim to put right, the
 *   type it should be and, where the folder names one, a type that must be refused
 * @property {Person & { order: string, total: string }} purchase the paid order that gets its receipt
 * @property {readonly (Person & { code: string })[]} stuck for each thing that stands before a certificate, one learner and what is found
 */

const afterColon = (/** @type {string | undefined} */ text) => text?.slice(text.indexOf(':') + 1) ?? ''

/**
 * Chooses the people of the tour: the first claim that may change its type, and the first paid order of somebody else.
 * Throws `SetupProblem` naming the kind of scenario that is missing.
 * @param {readonly Row[]} scenarios @param {readonly Row[]} learners @returns {Story}
 */
export function chooseStory(scenarios, learners) {
  const names = new Map(learners.map((row) => [row.external_id, `${row.given_name} ${row.family_name}`.trim()]))
  const nameOf = (/** @type {string} */ id) => names.get(id) ?? ''
  const known = scenarios.filter((row) => nameOf(row.learner_id ?? '') !== '')

  const change = known.find((row) => row.claim_id !== '' && row.expected?.startsWith('change_allowed:'))
  if (change?.learner_id === undefined || change.claim_id === undefined) {
    throw new SetupProblem('scenarios.csv names no claim whose credit type may be changed: a row with a claim_id and “change_allowed:TYPE” is missing.')
  }
  const { learner_id: learner, claim_id: claim } = change
  const purchase = known.find((row) => row.order_id !== '' && row.expected?.startsWith('total:') && row.learner_id !== learner)
  if (purchase?.learner_id === undefined || purchase.order_id === undefined) {
    throw new SetupProblem('scenarios.csv names no paid order of another learner: a row with an order_id and “total:AMOUNT” is missing.')
  }
  // Without an enrolment there is no course to select.
  const found = known.filter((row) => /^[a-z_]+$/.test(row.expected ?? '') && row.activity_id !== '' && row.order_id === '' && row.expected !== 'wrong_email' && row.expected !== 'not_enrolled')
  const stuck = [...new Map(found.toReversed().map((row) => [row.expected ?? '', row.learner_id ?? ''])).entries()].reverse()
  const refused = known.find((row) => row.claim_id === claim && row.expected?.startsWith('credit_type_not_offered:'))
  return {
    correction: { id: learner, name: nameOf(learner), claim, to: afterColon(change.expected), refused: refused === undefined ? undefined : afterColon(refused.expected) },
    purchase: { id: purchase.learner_id, name: nameOf(purchase.learner_id), order: purchase.order_id, total: afterColon(purchase.expected) },
    stuck: stuck.map(([code, id]) => ({ id, name: nameOf(id), code })),
  }
}

/**
 * The exchange folder of the tour and its story; without a folder, the sample's.
 * @param {string | undefined} from
 */
export function readStory(from) {
  const sample = join(projectRoot, 'resources', 'sample')
  const folder = from ?? sample
  const beside = join(folder, 'scenarios.csv')
  // The sample's scenarios belong to the tests; the program is delivered without them.
  const scenarios = folder === sample && !existsSync(beside) ? join(projectRoot, 'test', 'support', 'scenarios.csv') : beside
  const learners = join(folder, 'learners.csv')
  for (const file of [learners, scenarios]) {
    if (!existsSync(file)) throw new SetupProblem(`There is no ${file}.`, 'The tour needs an exchange folder with a scenarios.csv; make one with:\n  npm run demo-data -- --learners 300 --out DIR')
  }
  const read = (/** @type {string} */ file) => papa.parse(readFileSync(file, 'utf8'), { header: true, skipEmptyLines: true }).data
  const people = read(learners)
  return { folder, learners: people.length, story: chooseStory(read(scenarios), people) }
}
