import { afterEach, describe, expect, it } from 'vitest'
import { contract, type Output } from '@shared/contract'
import { onTables, openSampleDesk } from '../../support/sample-desk'
import { sampleCells } from '../../support/sample-cells'
import { openTemporaryDesk, type TemporaryDesk } from '../../support/temporary-desk'

let desk: TemporaryDesk | undefined
afterEach(async () => {
  await desk?.remove()
  desk = undefined
})

async function statusOf(open: TemporaryDesk): Promise<Output<'desk.status'>> {
  const answer = await open.services.deskStatus.status(open.acting)
  if (!answer.ok) throw new Error('refused')
  return contract['desk.status'].output.parse(answer.value)
}

async function homeOf(open: TemporaryDesk): Promise<Output<'desk.home'>> {
  const answer = await open.services.deskStatus.home()
  if (!answer.ok) throw new Error('refused')
  return contract['desk.home'].output.parse(answer.value)
}

describe('the state of the desk', () => {
  it('is not started before there are records, and is after starting empty, with an entry in the audit', async () => {
    desk = await openTemporaryDesk()
    expect(await statusOf(desk)).toMatchObject({ started: false, sample: false, learners: 0, operator: 'Dana Whitfield', clockIsFixed: true, lastImport: null })
    expect(await desk.services.opening.startEmpty(desk.acting)).toMatchObject({ ok: true })
    expect(await desk.services.opening.startEmpty(desk.acting)).toMatchObject({ ok: true })
    expect(await statusOf(desk)).toMatchObject({ started: true, sample: false, name: 'CME Desk' })
    expect(await desk.services.history.verify()).toEqual({ verified: 1, brokenAt: null })
  })

  it('counts what the sample holds and knows the portals’ hours', async () => {
    desk = await openSampleDesk()
    const status = await statusOf(desk)
    expect(status).toMatchObject({ started: true, learners: 400, activities: sampleCells('activities.csv').length, claims: sampleCells('claims.csv').length, mailWaiting: 0 })
    expect(status.portals.find((portal) => portal.key === 'med-challenger')).toMatchObject({ zone: 'America/Chicago', opensMinute: 480, closesMinute: 1020, weekdays: [1, 2, 3, 4, 5] })
    expect(status.portals.map((portal) => portal.shortName)).toEqual(['Haymarket', 'Cleveland Clinic', 'Med-Challenger', 'Maryland Pharmacy'])
  })
})

describe('the home page', () => {
  it('counts claims by week in the desk’s zone and lists tickets oldest first', async () => {
    desk = await openSampleDesk()
    const home = await homeOf(desk)
    const tickets = sampleCells('tickets.csv')
    expect(home.figures).toMatchObject({ ticketsWaiting: tickets.length, ticketsWithoutLearner: tickets.filter((ticket) => ticket.learner_id === '').length, correctionsToday: 0 })
    expect(home.claimsByWeek.map((week) => week.weekOf)).toEqual(['2026-10-12', '2026-10-19', '2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16'])
    // 16 November 2026 begins at 05:00 UTC in New York.
    const thisWeek = sampleCells('claims.csv').filter((claim) => (claim.status || 'active') === 'active' && Date.parse(claim.claimed_at ?? '') >= Date.parse('2026-11-16T05:00:00Z') && Date.parse(claim.claimed_at ?? '') < Date.parse('2026-11-23T05:00:00Z'))
    expect(home.figures.claimsThisWeek).toBe(thisWeek.length)
    expect(home.claimsByWeek.at(-1)?.claims).toBe(thisWeek.length)
    const times = home.waiting.filter((row) => row.kind === 'ticket').map((row) => row.at)
    expect(times).toEqual([...times].sort())
    expect(home.waiting.some((row) => row.state === 'no_learner' && row.who.includes('•'))).toBe(true)
    expect(home.waiting.map((row) => row.who).join(' ')).not.toContain('rohan.adeyemi150')
  })

  it('shows mail that failed, fields to decide and identifiers that fail their check', async () => {
    desk = await openSampleDesk(async (knex) => {
      const mail = { learner_id: 1, kind: 'reset', to: 'mei.patel1@example.org', subject: 'Your reset', body: '', created_at: '2026-11-20T10:00:00.000Z', created_by: 'dana' }
      await knex('outbox').insert({ ...mail, state: 'bounced', message_id: '1', last_answer: '550 no mailbox' })
      await knex('outbox').insert({ ...mail, state: 'draft', message_id: '2' })
      await knex('outbox').insert({ ...mail, state: 'held', message_id: '3' })
      await knex('outbox').insert({ ...mail, state: 'handed_over', message_id: '4', handed_over_at: '2026-11-20T11:00:00.000Z' })
      await knex('jobs').where({ id: 1 }).update({ actor: 'dana', finished_at: '2026-11-20T07:14:00.000Z', input: JSON.stringify({ folder: '/home/dana/nightly', dryRun: false }), progress: JSON.stringify({ files: [{ refused: 2 }, { refused: 1 }] }) })
      await knex('import_conflicts').insert({ job_id: 1, file: 'learners.csv', entity: 'learner', entity_id: 1, external_id: 'L-7-00001', label: 'Mei Patel', column: 'email', desk_value: 'a', source_value: 'b', former_source_value: 'c', decision: 'open' })
      await knex('record_flags').del()
      await knex('record_flags').insert({ entity: 'learner', entity_id: 3, field: 'npi', code: 'npi_checksum', since_at: '2026-11-20T07:00:00.000Z' })
    })
    const home = await homeOf(desk)
    expect(home.figures).toMatchObject({ mailWaiting: 1, drafts: 1, conflicts: 1, failing: 1, flagged: 1 })
    expect(home.failing.map((row) => [row.kind, row.state, row.who, row.learnerId])).toEqual([
      ['mail', 'bounced', 'Mei Patel', 'lrn_1'],
      ['conflict', 'open', 'Mei Patel', 'lrn_1'],
      ['flagged', 'npi_checksum', 'José Novák', 'lrn_3'],
    ])
    expect(home.recent.map((row) => [row.kind, row.what])).toEqual([['mail', 'Your reset'], ['import', 'nightly']])
    expect((await statusOf(desk)).lastImport).toEqual({ id: 'imp_1', state: 'finished', at: '2026-11-20T07:14:00.000Z', refused: 3 })
    expect((await statusOf(desk)).mailFailed).toBe(1)
  })

  it('counts corrections made today, and not the ones taken back', async () => {
    desk = await openSampleDesk()
    await desk.store.close()
    await onTables(desk.folder, async (knex) => {
      const entry = (id: number, at: string, operation: string, undoes: number | null): object => ({ id, at, actor: 'dana', operating_system_user: 'dana', via: 'window', operation, entity: 'claim', before: '{}', after: '{}', undoes_entry_id: undoes, previous_hash: '', hash: String(id) })
      await knex('audit').insert([
        // 04:59 UTC is still the nineteenth in New York.
        entry(101, '2026-11-20T04:59:00.000Z', 'claims.changeCreditType', null),
        entry(102, '2026-11-20T15:00:00.000Z', 'claims.changeCreditType', null),
        entry(103, '2026-11-20T15:01:00.000Z', 'claims.changeCreditType', null),
        entry(104, '2026-11-20T15:02:00.000Z', 'claims.changeCreditType.undo', 103),
      ])
    })
    desk = await desk.reopen()
    const home = await homeOf(desk)
    expect(home.figures.correctionsToday).toBe(1)
    expect(home.claimsByWeek.at(-1)?.corrections).toBe(2)
  })
})

describe('the activities', () => {
  it('are found by words of the title, told expired by their portal’s own day, and open with every field', async () => {
    desk = await openSampleDesk()
    const list = async (input: object): Promise<Output<'activities.list'>> => {
      const answer = await desk?.services.activityCatalogue.list({ offset: 0, limit: 1000, ...input })
      if (answer?.ok !== true) throw new Error('refused')
      return contract['activities.list'].output.parse(answer.value)
    }
    const all = await list({})
    expect(all.total).toBe(sampleCells('activities.csv').length)
    expect((await list({ expired: true })).total + (await list({ expired: false })).total).toBe(all.total)
    expect((await list({ expired: true })).rows.every((row) => row.expiresOn !== null && row.expiresOn <= '2026-11-20')).toBe(true)
    const psoriasis = await list({ text: 'chang psoriasis' })
    expect(psoriasis.rows.map((row) => row.externalId)).toEqual(['A-7-00072', 'A-7-00088'])
    expect(psoriasis.rows[0]?.credits).toContain('1.25 ama_pra_1')
    expect((await list({ text: '100%' })).total).toBe(0)
    const opened = await desk.services.activityCatalogue.open({ id: psoriasis.rows[0]?.id ?? '' })
    if (!opened.ok) throw new Error(opened.error.code)
    const cells = sampleCells('activities.csv').find((cell) => cell.external_id === 'A-7-00072')
    const shown = new Map(contract['activities.open'].output.parse(opened.value).fields.map(({ field, value }) => [field, value]))
    for (const [field, value] of Object.entries(cells ?? {})) {
      if (!['external_id', 'portal', 'title', 'starts_at', 'ends_at'].includes(field)) expect([field, shown.get(field)]).toEqual([field, value])
    }
  })
})
