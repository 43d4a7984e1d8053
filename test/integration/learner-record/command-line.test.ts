import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from '../../../main/cli/run'
import { oneRow, openSampleDesk } from '../../support/sample-desk'
import { sampleCells } from '../../support/sample-cells'
import type { TemporaryDesk } from '../../support/temporary-desk'

let desk: TemporaryDesk
beforeAll(async () => {
  desk = await openSampleDesk(async (knex) => {
    // The same address in two portals belongs to two accounts.
    await knex('learners').where({ id: 2 }).update({ portal: 'med-challenger', email: 'Mei.Patel1@example.org', email_folded: 'mei.patel1@example.org' })
    await knex('certificates').where({ number: '072026-000001' }).update({ state: 'superseded' })
    const { id: oldId = 0 } = await oneRow(knex, "select id from certificates where number = '072026-000001'")
    const same = 'claim_id, learner_id, amount, printed_name, form, issued_at, context_id, facts, template_version'
    await knex.raw(`insert into certificates (id, number, state, origin, credit_type, replaces_certificate_id, ${same}) select 10000, '072026-900001', 'current', 'desk', 'aapa_1', id, ${same} from certificates where id = ?`, [oldId])
    await knex('certificates').where({ id: oldId }).update({ superseded_by_certificate_id: 10_000 })
    await knex('claims').where({ external_id: 'C-7-00001' }).update({ credit_type: 'aapa_1' })
  })
  await desk.store.close()
})
afterAll(() => desk.remove())

interface Said {
  readonly exitCode: number
  readonly answer: { readonly ok: boolean; readonly value?: never; readonly error?: { readonly code: string; readonly message: string } }
  readonly out: string
}

const answerIn = (out: string): Said['answer'] => {
  const parsed: unknown = JSON.parse(out)
  if (typeof parsed !== 'object' || parsed === null || !('ok' in parsed)) throw new Error('no answer')
  return { ...parsed, ok: parsed.ok === true }
}

async function say(...words: readonly string[]): Promise<Said> {
  let out = ''
  const exitCode = await run([...words, '--data', desk.folder, '--json'], { out: (text) => { out += text }, err: () => undefined, environment: {}, workingFolder: desk.folder })
  return { exitCode, answer: answerIn(out), out }
}

describe('desk find', () => {
  it('answers hits best first, in the promised shape', async () => {
    const said = await say('find', '072026-000001')
    expect(said.exitCode).toBe(0)
    expect(said.out).toMatch(/"id":"crt_\d+"/)
    expect(said.answer).toMatchObject({ ok: true, value: [{ kind: 'certificate', externalId: '072026-000001', label: '072026-000001, Wrong Credit Type: Practice Changes in Psoriasis', detail: 'Mei Patel · 1.25 ama_pra_1 · superseded' }] })
  })

  it('answers an empty list when nothing fits, keeps the limit and refuses a wrong one', async () => {
    expect(await say('find', 'zzzqqq')).toMatchObject({ exitCode: 0, answer: { ok: true, value: [] } })
    expect((await say('find', 'a', '--limit', '2')).answer.value).toHaveLength(2)
    expect(await say('find', 'a', '--limit', '0')).toMatchObject({ exitCode: 2, answer: { ok: false, error: { code: 'wrong_use' } } })
  })
})

describe('desk learner', () => {
  it('answers the record in the promised shape, a corrected claim once with its current type', async () => {
    const { exitCode, answer } = await say('learner', 'L-7-00001')
    expect(exitCode).toBe(0)
    expect(answer.value).toMatchObject({
      learner: { id: 'lrn_1', externalId: 'L-7-00001', name: 'Mei Patel', email: 'mei.patel1@example.org' },
      claims: [{ externalId: 'C-7-00001', activityTitle: 'Wrong Credit Type: Practice Changes in Psoriasis', creditType: 'aapa_1', amount: '1.25', claimedAt: '2026-11-01T20:00:00.000Z', state: 'active', certificateNumber: '072026-900001' }],
      certificates: [
        { number: '072026-900001', state: 'current', creditType: 'aapa_1', amount: '1.25', supersededBy: null },
        { number: '072026-000001', state: 'superseded', creditType: 'ama_pra_1', amount: '1.25', supersededBy: '072026-900001' },
      ],
    })
  })

  it('takes money and credits as decimal strings', async () => {
    const order = sampleCells('orders.csv').find((cell) => cell.discount_code === 'STUDENT20')
    const { answer } = await say('learner', order?.learner_id ?? '')
    expect(answer.value).toMatchObject({ orders: [{ externalId: order?.external_id, total: order?.total, discount: order?.discount }] })
  })

  it('knows a learner by own identifier, key and address, and names the accounts of an address in two portals', async () => {
    expect((await say('learner', 'lrn_3')).answer).toMatchObject({ ok: true, value: { learner: { externalId: 'L-7-00003' } } })
    expect((await say('learner', 'JOSE.novak3@mail.example')).answer).toMatchObject({ ok: true, value: { learner: { externalId: 'L-7-00003' } } })
    const twice = await say('learner', 'mei.patel1@example.org')
    expect(twice).toMatchObject({ exitCode: 1, answer: { ok: false, error: { code: 'ambiguous' } } })
    expect(twice.answer.error?.message).toContain('lrn_1, lrn_2')
    expect(await say('learner', 'nobody@example.org')).toMatchObject({ exitCode: 1, answer: { ok: false, error: { code: 'not_found' } } })
  })

  it('keeps licence and birth day masked', async () => {
    const { out } = await say('learner', 'L-7-00004')
    expect(out).not.toContain('B46296')
    expect(out).not.toContain('"0818"')
  })
})
