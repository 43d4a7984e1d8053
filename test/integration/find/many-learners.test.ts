import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openFilledDesk } from '../../support/sample-desk'
import type { TemporaryDesk } from '../../support/temporary-desk'

const learners = 100_000
const syllables = ['ka', 'mi', 'ta', 'ro', 'ne', 'sa', 'lu', 'be', 'do', 'shi', 'an', 'er', 'ic', 'mo', 'vi', 'el', 'po', 'ra', 'gu', 'zo']
/** Names that differ: a number written in syllables. */
const named = (number: number): string => {
  const rest = Math.floor(number / syllables.length)
  return (rest === 0 ? '' : named(rest)) + (syllables[number % syllables.length] ?? '')
}
const family = (number: number): string => named(10_000 + (number % 20_000))
const given = (number: number): string => named(400 + ((number * 7) % 900))

let desk: TemporaryDesk
beforeAll(async () => {
  desk = await openFilledDesk(async (knex) => {
    for (let first = 1; first <= learners; first += 5000) {
      const rows = Array.from({ length: 5000 }, (_, index) => {
        const number = first + index
        return [number, `L-${String(number)}`, `${given(number)}.${String(number)}@example.org`, given(number), family(number), `${family(number)} ${given(number)}`]
      })
      await knex.raw(
        `insert into learners (id, external_id, portal, email, email_folded, given_name, family_name, name_folded, profession, status, registered_at)
         select value ->> 0, value ->> 1, 'haymarket-mycme', value ->> 2, value ->> 2, value ->> 3, value ->> 4, value ->> 5, 'physician', 'active', '2024-01-01T00:00:00.000Z' from json_each(?)`,
        [JSON.stringify(rows)],
      )
    }
  })
}, 180_000)
afterAll(() => desk.remove())

async function keysOf(text: string): Promise<readonly string[]> {
  const answer = await desk.services.find.search({ text, limit: 10 })
  return answer.ok ? answer.value.hits.map((hit) => hit.externalId) : []
}

describe('among a hundred thousand learners', () => {
  it.each([1, 777, 43_210, 99_999])('finds number %d by name in either order, begun, with a swap, by address', async (number) => {
    const key = `L-${String(number)}`
    const [one, other] = [given(number), family(number)]
    const swapped = `${other.slice(0, 2)}${other.slice(3, 4)}${other.slice(2, 3)}${other.slice(4)}`
    for (const text of [`${one} ${other}`, `${other} ${one}`, `${other} ${one.slice(0, 3)}`, `${one} ${swapped}`, `${one}.${String(number)}@example.org`, `${one}.${String(number)}@`]) {
      expect([text, await keysOf(text)]).toEqual([text, expect.arrayContaining([key])])
    }
  })

  it('gives a whole page for a single letter and pages to the end of the list', async () => {
    expect(await keysOf('m')).toHaveLength(10)
    const answer = await desk.services.learnerRecords.list({ offset: learners - 3, limit: 10 })
    expect(answer.ok && answer.value.total).toBe(learners)
    expect(answer.ok && answer.value.rows).toHaveLength(3)
  })
})
