import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract } from '@shared/contract'
import type { FoundView } from '@shared/contract/desk'
import { openSampleDesk } from '../../support/sample-desk'
import type { TemporaryDesk } from '../../support/temporary-desk'

let desk: TemporaryDesk
beforeAll(async () => {
  desk = await openSampleDesk(async (knex) => {
    await knex('receipts').insert({ number: 'R-2026-000001', order_id: 1, learner_id: 14, state: 'issued', issued_at: '2026-11-01T10:00:00.000Z', issued_by: 'dana', snapshot: '{}', snapshot_sha256: '0' })
    await knex('learner_emails').insert({ learner_id: 1, email: 'mei.old@former.example', email_folded: 'mei.old@former.example', kind: 'former', until_at: '2026-01-01T00:00:00.000Z' })
    await knex('learner_names').insert({ learner_id: 2, name: 'Rohan Kaczyński', name_folded: 'kaczynski rohan', until_at: '2026-01-01T00:00:00.000Z' })
  })
})
afterAll(() => desk.remove())

async function find(text: string, limit = 20, portal?: string): Promise<readonly FoundView[]> {
  const answer = await desk.services.find.search({ text, limit, ...(portal === undefined ? {} : { portal }) })
  if (!answer.ok) throw new Error('refused')
  return contract['find.search'].output.parse(answer.value).hits
}
const keysOf = (hits: readonly FoundView[]): readonly string[] => hits.map((hit) => `${hit.kind} ${hit.externalId}`)

describe('finding by a key', () => {
  it.each([
    ['mei.patel1@example.org', 'learner L-7-00001'],
    ['  MEI.Patel1@Example.org ', 'learner L-7-00001'],
    ['mei.patel1@', 'learner L-7-00001'],
    ['mei.old@former.example', 'learner L-7-00001'],
    ['1986828289', 'learner L-7-00003'],
    ['NC A67688', 'learner L-7-00003'],
    ['a67688', 'learner L-7-00003'],
    ['L-7-00003', 'learner L-7-00003'],
    ['l-7-00003', 'learner L-7-00003'],
    ['lrn_3', 'learner L-7-00003'],
    ['072026-000001', 'certificate 072026-000001'],
    ['C-7-00001', 'certificate 072026-000001'],
    ['E-7-00001', 'learner L-7-00001'],
    ['O-7-00001', 'order O-7-00001'],
    ['R-2026-000001', 'receipt R-2026-000001'],
    ['T-7-00002', 'ticket T-7-00002'],
    ['S-7-00001', 'session S-7-00001'],
    ['A-7-00072', 'activity A-7-00072'],
    ['GR5066', 'session S-7-00001'],
    ['gr 5o66', 'session S-7-00001'],
    ['GR-5O66', 'activity A-7-00076'],
    ['0204-0000-25-784-H01-P', 'activity A-7-00005'],
    ['0204000025784h01p', 'activity A-7-00005'],
  ])('%s leads to %s', async (text, expected) => {
    expect(keysOf(await find(text))).toContain(expected)
  })

  it('names the learner of a certificate and leads to their record', async () => {
    const [hit] = await find('072026-000001')
    expect(hit).toMatchObject({ kind: 'certificate', learnerId: 'lrn_1' })
    expect(hit?.detail).toContain('Mei Patel')
  })

  it('never shows an address or identifier in full', async () => {
    for (const [text, secret] of [['1986828289', '1986828289'], ['A67688', 'A67688'], ['mei.patel1@example.org', 'mei.patel1'], ['mei.old@former.example', 'mei.old'], ['patel', 'mei.patel1']] as const) {
      const hits = await find(text)
      expect(hits.length).toBeGreaterThan(0)
      expect(JSON.stringify(hits).toLowerCase()).not.toContain(secret.toLowerCase())
    }
  })
})

describe('finding by words', () => {
  it.each([
    ['Patel Mei', 'learner L-7-00001'],
    ['mei pat', 'learner L-7-00001'],
    ['pat me', 'learner L-7-00001'],
    ['novak jose', 'learner L-7-00003'],
    ['Novák', 'learner L-7-00003'],
    ['koszegi', 'learner L-7-00014'],
    ['van der Berg Ólafur', 'learner L-7-00006'],
    ['berg olaf', 'learner L-7-00006'],
    ['d’andre park', 'learner L-7-00012'],
    ['st john', 'learner L-7-00013'],
    ['bendavid linh', 'learner L-7-00007'],
    ['田中', 'learner L-7-00004'],
    ['田中美咲', 'learner L-7-00004'],
    ['kaczynski', 'learner L-7-00002'],
    ['psoriasis practice', 'activity A-7-00072'],
    ['psor', 'activity A-7-00072'],
    ['wrong credit type', 'ticket T-7-00002'],
  ])('%s finds %s', async (text, expected) => {
    expect(keysOf(await find(text, 40))).toContain(expected)
  })

  it('says which former name a learner was found by', async () => {
    const [hit] = await find('kaczynski')
    expect(hit).toMatchObject({ externalId: 'L-7-00002', matched: 'Rohan Kaczyński' })
  })

  it('joins a learner’s word and an activity’s into that certificate, best match first', async () => {
    const [hit] = await find('patel ps')
    expect(hit).toMatchObject({ kind: 'certificate', externalId: '072026-000001', learnerId: 'lrn_1' })
    expect((await find('psoriasis patel'))[0]).toMatchObject({ externalId: '072026-000001' })
  })

  it('shows the learners and the activities that two words mean where no certificate joins them', async () => {
    const hits = keysOf(await find('tanaka ps', 40))
    expect(hits).toContain('learner L-7-00065')
    expect(hits).toContain('activity A-7-00072')
  })

  it('finds nothing for nothing, and keeps to the limit and the portal', async () => {
    expect(await find('   ')).toEqual([])
    expect(await find('…')).toEqual([])
    expect(await find('zzzzqqqq')).toEqual([])
    expect(await find('a', 3)).toHaveLength(3)
    const hits = await find('a', 50, 'med-challenger')
    expect(hits.length).toBeGreaterThan(3)
    expect(new Set(hits.map((hit) => hit.portal))).toEqual(new Set(['med-challenger']))
  })

  it('bears any text', async () => {
    for (const text of ['"', "'; drop table learners; --", 'a" OR "b', '*', 'NEAR(a b)', '\\', '%_', '\u0000', '\u19b0a\u19b0', '😀', 'a'.repeat(400), '-', ':', 'x AND', '{}', '^a']) {
      expect(Array.isArray(await find(text))).toBe(true)
    }
  })
})
