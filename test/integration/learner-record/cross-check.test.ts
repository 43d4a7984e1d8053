import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Knex } from 'knex'
import type { LearnerRecordView, LearnerRowView } from '@shared/contract/learners'
import { rowsOf } from '../../../main/store/dialect'
import { onTables, openSampleDesk } from '../../support/sample-desk'
import type { TemporaryDesk } from '../../support/temporary-desk'

const mail = { kind: 'reset', to: 'mei.patel1@example.org', body: '', created_by: 'dana', last_answer: '' }
let desk: TemporaryDesk
beforeAll(async () => {
  desk = await openSampleDesk(async (knex) => {
    await knex('outbox').insert([
      { ...mail, learner_id: 1, subject: 'First', state: 'failed', message_id: '1', created_at: '2026-11-19T10:00:00.000Z', last_answer: '421 later' },
      { ...mail, learner_id: 1, subject: 'Second', state: 'handed_over', message_id: '2', created_at: '2026-11-19T11:00:00.000Z' },
      { ...mail, learner_id: 1, subject: 'Third', state: 'bounced', message_id: '3', created_at: '2026-11-19T12:00:00.000Z', last_answer: '550 no mailbox' },
    ])
    await knex('import_conflicts').insert({ job_id: 1, file: 'learners.csv', entity: 'learner', entity_id: 1, external_id: 'L-7-00001', label: 'Mei Patel', column: 'email', desk_value: 'a', source_value: 'b', former_source_value: 'c', decision: 'open' })
    await knex('import_conflicts').insert({ job_id: 1, file: 'claims.csv', entity: 'claim', entity_id: 1, external_id: 'C-7-00001', label: 'C-7-00001', column: 'amount', desk_value: 'a', source_value: 'b', former_source_value: 'c', decision: 'keep_desk' })
    await knex('record_flags').insert({ entity: 'learner', entity_id: 1, field: 'npi', code: 'npi_checksum', since_at: '2026-11-20T07:00:00.000Z' })
    await knex('learners').where({ id: 1 }).update({ status: 'locked', npi: '1234567893' })
    await knex('learners').where({ id: 2 }).update({ npi: '1234567893' })
    await knex('learners').where({ id: 3 }).update({ name_folded: 'patel mei', portal: 'haymarket-mycme' })
  })
})
afterAll(() => desk.remove())

async function open(id: number): Promise<LearnerRecordView> {
  const answer = await desk.services.learnerRecords.open({ id: `lrn_${String(id)}` })
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value
}

const numbersFrom = async (knex: Knex, sql: string, learnerId: number): Promise<number[]> =>
  (await rowsOf(knex, sql, [learnerId])).map((row) => Number(row.id)).sort((left, right) => left - right)
const numbersOf = (views: readonly { id: string }[]): number[] => views.map((view) => Number(view.id.slice(4))).sort((left, right) => left - right)

describe('a learner’s record', () => {
  it('holds exactly what separate plain questions to the tables find', async () => {
    const ids = Array.from({ length: 80 }, (_, index) => index * 5 + 1)
    const records = new Map<number, LearnerRecordView>()
    for (const id of ids) records.set(id, await open(id))
    await desk.store.close()
    await onTables(desk.folder, async (knex) => {
      const mine = (table: string, id: number): Promise<number[]> => numbersFrom(knex, `select id from ${table} where learner_id = ?`, id)
      for (const [id, record] of records) {
        expect(numbersOf(record.enrolments)).toEqual(await mine('enrolments', id))
        expect(numbersOf(record.orders)).toEqual(await mine('orders', id))
        expect(numbersOf(record.tickets)).toEqual(await mine('tickets', id))
        expect(numbersOf(record.messages.filter((message) => message.origin === 'platform'))).toEqual(await mine('platform_messages', id))
        expect(numbersOf(record.messages.filter((message) => message.origin === 'desk'))).toEqual(await mine('outbox', id))
        expect(numbersOf(record.claims.flatMap((claim) => claim.certificates))).toEqual(await mine('certificates', id))
        const theirs = 'from claims join enrolments on enrolments.id = claims.enrolment_id where enrolments.learner_id = ?'
        expect(numbersOf(record.claims)).toEqual(await numbersFrom(knex, `select claims.id as id ${theirs}`, id))
        expect(record.claims.reduce((sum, claim) => sum + claim.amount, 0)).toBe((await numbersFrom(knex, `select coalesce(sum(claims.amount), 0) as id ${theirs}`, id))[0])
        const earned = await numbersFrom(knex, 'select earned_credits.id as id from earned_credits join enrolments on enrolments.id = earned_credits.enrolment_id where enrolments.learner_id = ?', id)
        expect(record.enrolments.flatMap((enrolment) => enrolment.earned)).toHaveLength(earned.length)
        expect(record.memberships).toHaveLength((await mine('memberships', id)).length)
      }
    })
    desk = await desk.reopen()
  })

  it('warns of what needs somebody, gravest first, and of mail only while none arrived later', async () => {
    const { learner } = await open(1)
    expect(learner.warnings).toEqual([
      { code: 'locked', field: 'status', detail: '' },
      { code: 'mail_failed', field: null, detail: 'reset, bounced, 550 no mailbox' },
      { code: 'import_conflict', field: 'email', detail: 'Mei Patel' },
      { code: 'identifier_flagged', field: 'npi', detail: 'npi_checksum' },
      { code: 'possible_duplicate', field: 'npi', detail: 'L-7-00002' },
      { code: 'possible_duplicate', field: 'name', detail: 'L-7-00003' },
    ])
  })

  it('counts the history and tells an edit in the timeline', async () => {
    const before = await open(40)
    const edited = await desk.services.learners.edit({ id: 'lrn_40', version: before.learner.version, changes: { specialty: 'Hepatology' }, reason: 'asked by mail' }, desk.acting)
    expect(edited.ok).toBe(true)
    const after = await open(40)
    expect(after.historyCount).toBe(before.historyCount + 1)
    expect(after.timeline[0]).toMatchObject({ kind: 'edited', title: 'specialty', detail: 'Dana Whitfield: asked by mail' })
  })

  it('refuses a learner that is not there', async () => {
    expect(await desk.services.learnerRecords.open({ id: 'lrn_999999' })).toEqual({ ok: false, error: { code: 'not_found' } })
  })
})

describe('the list of learners', () => {
  const list = async (input: object): Promise<{ total: number; rows: LearnerRowView[] }> => {
    const answer = await desk.services.learnerRecords.list({ offset: 0, limit: 1000, ...input })
    if (!answer.ok) throw new Error('refused')
    return answer.value
  }

  it.each(['name', 'last_claim', 'registered'] as const)('gives every learner once over its pages, by %s', async (sort) => {
    const whole = await list({ sort })
    expect(whole.total).toBe(400)
    expect(new Set(whole.rows.map((row) => row.id)).size).toBe(400)
    const pages = []
    for (let offset = 0; offset < 400; offset += 60) pages.push(...(await list({ sort, offset, limit: 60 })).rows)
    expect(pages).toEqual(whole.rows)
  })

  it('puts the learner who claimed last on top, and those who never did at the end', async () => {
    const { rows } = await list({ sort: 'last_claim' })
    const times = rows.map((row) => row.lastClaimAt)
    const claimed = times.filter((time) => time !== null)
    expect(times.slice(0, claimed.length)).toEqual([...claimed].sort().reverse())
    expect(rows.every((row) => (row.claims === 0) === (row.lastClaimAt === null))).toBe(true)
  })

  it('filters, and masks every address', async () => {
    const { rows, total } = await list({ portal: 'med-challenger', profession: 'physician', status: 'active' })
    expect(total).toBe(rows.length)
    expect(total).toBeGreaterThan(5)
    expect(rows.every((row) => row.portal === 'med-challenger' && row.portalName === 'Med-Challenger' && row.profession === 'physician' && row.status === 'active')).toBe(true)
    expect(rows.every((row) => row.emailMasked.includes('••••••••'))).toBe(true)
  })
})
