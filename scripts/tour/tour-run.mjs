import { join } from 'node:path'
import { Keyboard } from './keyboard.mjs'
import { printAgain } from './papers.mjs'
import { Pictures } from './pictures.mjs'
import { TourProblem } from './problem.mjs'
import { Stage } from './stage.mjs'
import { activity, lists, outbox, receipt, recordParts, reset, settings } from './steps-desk.mjs'
import { certificateNew, certificateOld, changeCredit, historyUndo, ladder, learner, status } from './steps-learner.mjs'
import { find, firstStart, home, importFolder, importRefusals } from './steps-start.mjs'

/**
 * @typedef {object} Tour what every step works with
 * @property {Stage} stage @property {import('@playwright/test').Page} page
 * @property {Keyboard} keyboard @property {Pictures} pictures
 * @property {{ folder: string, learners: number }} exchange
 * @property {import('./scenario-choice.mjs').Story} story
 * @property {{ oldNumber: string, newNumber: string }} facts read from the window on the way
 * @property {import('./papers.mjs').ShownPaper[]} shown the papers that the window has shown
 */

const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/** @type {readonly (readonly [string, (tour: Tour) => Promise<void>])[]} */
const steps = [
  ['first-start', firstStart],
  ['import', importFolder],
  ['import-refusals', importRefusals],
  ['home', home],
  ['find', find],
  ['learner', learner],
  ['diagnosis-or-status', status],
  ['change-credit', changeCredit],
  ['certificate-old', certificateOld],
  ['certificate-new', certificateNew],
  ['receipt', receipt],
  ['reset', reset],
  ['outbox', outbox],
  ['settings', settings],
  ['history-undo', historyUndo],
  ['learner-parts', recordParts],
  ['lists', lists],
  ['activity', activity],
  ['diagnosis', ladder],
]

/**
 * Goes through all steps in the real window, then prints the papers again without it.
 * @param {{ exchange: { folder: string, learners: number, story: import('./scenario-choice.mjs').Story }, out: string, now: string, say: (text: string) => void }} wanted
 * @returns what was shown so far, and in `failure` the sentence of the step that ended it
 */
export async function runTour({ exchange, out, now, say }) {
  const stage = await Stage.open({ now })
  const leave = async () => {
    await stage.close()
    stage.clear()
  }
  const stopped = () => void leave().finally(() => process.exit(130))
  for (const signal of signals) process.once(signal, stopped)
  const pictures = new Pictures(stage, out)
  /** @type {Tour} */
  const tour = { stage, page: stage.page, keyboard: new Keyboard(stage.page), pictures, exchange, story: exchange.story, facts: { oldNumber: '', newNumber: '' }, shown: [] }
  /** @type {import('./summary.mjs').PaperEntry[]} */
  let papers = []
  /** @type {string | undefined} */
  let failure
  let at = ''
  try {
    for (const [name, step] of steps) {
      at = name
      const begun = performance.now()
      await step(tour)
      say(`✓ ${name} (${((performance.now() - begun) / 1000).toFixed(1)} s)`)
    }
    at = 'papers'
    await stage.close()
    papers = printAgain({ papers: tour.shown, data: stage.data, folder: out, now })
    say('✓ papers')
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    failure = `The step ${at} failed: ${words.split('\n')[0] ?? ''}.`
    if (error instanceof Error && !(error instanceof TourProblem)) say(error.stack ?? '')
    await stage.page.screenshot({ path: join(out, 'failed.png') }).catch(() => undefined)
  } finally {
    for (const signal of signals) process.off(signal, stopped)
    await leave()
  }
  return { steps: pictures.entries, papers, launchMs: stage.launchMs, failure }
}
