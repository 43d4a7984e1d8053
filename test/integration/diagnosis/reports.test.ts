import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSampleDesk } from '../../support/sample-desk'
import { diagnosisValueSchema, say } from '../../support/scenario-answers'
import type { TemporaryDesk } from '../../support/temporary-desk'

/* C-7-00010 and C-7-00021 are claims of pharmacists that CPE Monitor must hear of by 20 December 2026 (P14). */
let desk: TemporaryDesk
beforeAll(async () => {
  desk = await openSampleDesk(async (knex) => {
    // A claim without imported cells was made at this desk.
    await knex('claims').where({ external_id: 'C-7-00010' }).update({ source: null })
    const { id }: { id: number } = await knex('claims').where({ external_id: 'C-7-00011' }).first('id')
    const correction = { claim_id: id, body: 'pars', facts: '{}', state: 'queued', created_at: '2026-11-20T20:00:00.000Z', last_on: null }
    await knex('report_corrections').insert([{ ...correction, act: 'withdraw' }, { ...correction, act: 'add' }])
  })
  await desk.store.close()
})
afterAll(() => desk.remove())

async function reportsOf(learner: string, now: string): Promise<{ readonly first: string | undefined; readonly states: readonly (string | undefined)[] | undefined }> {
  const { document } = await say(desk.folder, now, 'diagnose', learner, '--activity', learner === 'L-7-00073' ? 'A-7-00103' : 'A-7-00087')
  const value = diagnosisValueSchema.parse(document.ok ? document.value : undefined)
  return { first: value.findings[0]?.code, states: value.reports?.map((line) => line.state) }
}

describe('a report that is not on record', () => {
  it('is due, then overdue, of a claim made here', async () => {
    expect(await reportsOf('L-7-00036', '2026-12-20T23:59:00-05:00')).toEqual({ first: 'report_due', states: ['due'] })
    expect(await reportsOf('L-7-00036', '2026-12-21T00:00:00-05:00')).toEqual({ first: 'report_overdue', states: ['overdue'] })
  })

  it('is overdue of an imported claim this desk was told to report', async () => {
    expect(await reportsOf('L-7-00037', '2026-12-21T00:00:00-05:00')).toEqual({ first: 'report_overdue', states: ['overdue'] })
  })

  it('is not known of a claim that was imported: the platform may have sent it', async () => {
    expect(await reportsOf('L-7-00073', '2026-12-20T12:00:00-05:00')).toEqual({ first: 'report_due', states: ['not_known'] })
    expect(await reportsOf('L-7-00073', '2026-12-21T12:00:00-05:00')).toEqual({ first: 'ok', states: ['not_known'] })
  })
})
