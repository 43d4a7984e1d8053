import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSampleDesk } from '../../support/sample-desk'
import { answerTo, diagnosisValueSchema, readScenarios, say } from '../../support/scenario-answers'
import { sampleNow, type TemporaryDesk } from '../../support/temporary-desk'

const scenarios = await readScenarios(join(import.meta.dirname, '..', '..', 'support', 'scenarios.csv'))

let desk: TemporaryDesk
beforeAll(async () => {
  desk = await openSampleDesk()
  await desk.store.close()
})
afterAll(() => desk.remove())

describe('every line of the sample’s scenarios, by the command line', () => {
  it('is here', () => expect(scenarios).toHaveLength(78))

  it.each(scenarios)('$scenario of $learner_id $activity_id: $expected', async (scenario) => {
    expect(await answerTo(scenario, desk.folder, sampleNow)).toBe(scenario.expected)
  })
})

describe('desk diagnose', () => {
  const ask = (...words: readonly string[]): ReturnType<typeof say> => say(desk.folder, sampleNow, 'diagnose', ...words)

  it('says the steps, the evidence and what both can do', async () => {
    const { exitCode, document } = await ask('L-7-00009', '--activity', 'A-7-00072')
    expect(exitCode).toBe(0)
    const value = diagnosisValueSchema.parse(document.ok ? document.value : undefined)
    expect(value.findings[0]).toMatchObject({ code: 'not_claimed', rows: ['H27', 'H35'], date: '2027-06-08' })
    expect(value.findings[0]?.activityId).toMatch(/^act_\d+$/)
    expect(value.findings[0]?.evidence).toContainEqual({ kind: 'enrolment', record: 'E-7-00009', field: 'best_percent', value: '80' })
    expect(value.claimable).toEqual({ creditType: 'ama_pra_1', amount: '1.25' })
    expect(value.steps?.find((step) => step.step === 'claim')).toMatchObject({ state: 'open', at: null, lastOn: '2027-06-08' })
    expect(value).not.toHaveProperty('reports')
  })

  it('leaves out what there is not: no ladder without an activity, nothing claimable, no report', async () => {
    const { document } = await ask('L-7-00012')
    expect(document).toMatchObject({ ok: true, value: { findings: [{ code: 'account_locked' }] } })
    expect(document.ok && Object.keys(diagnosisValueSchema.parse(document.value))).toEqual(['findings'])
  })

  it('takes an address, and finds no_account under one nobody has, with or without an activity', async () => {
    expect((await ask('  MEI.patel1@example.org')).document).toMatchObject({ ok: true })
    for (const words of [['nobody@example.org'], ['nobody@example.org', '--activity', 'A-7-00072']]) {
      expect(await ask(...words)).toMatchObject({
        exitCode: 0,
        document: { ok: true, value: { findings: [{ code: 'no_account', rows: ['H16', 'C4'], evidence: [{ kind: 'learner', record: 'nobody@example.org', field: 'email', value: 'nobody@example.org' }], date: null }] } },
      })
    }
  })

  it('refuses an identifier nothing has', async () => {
    expect(await ask('L-7-99999')).toMatchObject({ exitCode: 1, document: { ok: false, error: { code: 'not_found' } } })
    expect(await ask('L-7-00009', '--activity', 'A-7-99999')).toMatchObject({ exitCode: 1, document: { ok: false, error: { code: 'not_found' } } })
  })

  it('works without an enrolment', async () => {
    expect((await ask('L-7-00009', '--activity', 'A-7-00073')).document).toMatchObject({ ok: true, value: { findings: [{ code: 'not_enrolled', rows: ['C6', 'H42'] }], steps: [{ step: 'registration', state: 'open' }] } })
  })
})
