import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { alterFolder } from '../../support/altered-folder'
import { openExchangeDesk } from '../../support/exchange-desk'
import { makeDemoFolder, seededRandom } from '../../support/killed-import'
import { answerTo, readScenarios } from '../../support/scenario-answers'
import { sampleNow } from '../../support/temporary-desk'

const made: string[] = []
afterEach(async () => {
  vi.unstubAllEnvs()
  for (const folder of made.splice(0)) await rm(folder, { recursive: true, force: true })
})

/** Imports the folder into a new desk and answers each of its scenarios: what is expected beside what came out. */
async function answersFor(folder: string, now: string): Promise<{ readonly expected: readonly string[]; readonly answered: readonly string[] }> {
  const desk = await openExchangeDesk({ now: new Date(now).toISOString() })
  made.push(folder, desk.folder)
  const { refusals } = await desk.import(folder)
  expect(refusals).toEqual([])
  await desk.store.close()
  const scenarios = await readScenarios(join(folder, 'scenarios.csv'))
  const named = (what: string, { scenario, learner_id: learner }: (typeof scenarios)[number]): string => `${scenario} of ${learner}: ${what}`
  const answered: string[] = []
  for (const scenario of scenarios) answered.push(named(await answerTo(scenario, join(desk.folder, 'data'), now), scenario))
  return { expected: scenarios.map((scenario) => named(scenario.expected, scenario)), answered }
}

describe('the scenarios of any other folder', () => {
  it.each([
    ['a summer night, when it is another day in Chicago and in UTC', 160, '23', '2027-07-15T00:30:00-04:00'],
    ['on a leap day', 100, '77', '2028-02-29T23:30:00-05:00'],
    ['the day the clocks go forward, over the year’s end before it', 100, '3', '2027-03-14T08:00:00-04:00'],
  ])('made %s come out as it says', async (_when, learners, seed, now) => {
    const { expected, answered } = await answersFor(await makeDemoFolder(learners, ['--seed', seed, '--now', now]), now)
    expect(answered).toEqual(expected)
    expect(expected).toHaveLength(86)
  })

  it('stay the same under other identifiers, in another order, at another time, on a machine elsewhere', async () => {
    vi.stubEnv('TZ', 'Pacific/Kiritimati')
    const days = 371
    const folder = await alterFolder(join(import.meta.dirname, '..', '..', '..', 'resources', 'sample'), join(import.meta.dirname, '..', '..', 'support', 'scenarios.csv'), { random: seededRandom(8), days })
    const now = new Date(Date.parse(sampleNow) + days * 86_400_000).toISOString()
    const { expected, answered } = await answersFor(folder, now)
    expect(answered).toEqual(expected)
    expect(expected).toHaveLength(78)
  })
})
