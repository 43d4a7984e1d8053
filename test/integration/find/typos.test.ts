import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { wordsOf } from '../../../main/store/search/query-text'
import { openSampleDesk } from '../../support/sample-desk'
import { sampleCells } from '../../support/sample-cells'
import type { TemporaryDesk } from '../../support/temporary-desk'

let desk: TemporaryDesk
beforeAll(async () => {
  desk = await openSampleDesk()
})
afterAll(() => desk.remove())

/** The same stream of numbers from the same seed. */
function stream(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

function withTypo(word: string, next: (below: number) => number): string {
  const letters = Array.from(word)
  const place = next(letters.length - 1)
  const other = 'abcdefghijklmnopqrstuvwxyz'[next(26)] ?? 'x'
  const edits = [
    () => letters.splice(place, 1),
    () => letters.splice(place, 0, other),
    () => letters.splice(place, 1, other),
    () => letters.splice(place, 2, ...letters.slice(place, place + 2).reverse()),
  ]
  edits[next(edits.length)]?.()
  return letters.join('')
}

describe('a name with one typo', () => {
  it('still finds its learner among the first ten', async () => {
    const next = stream(20_261_120)
    let tried = 0
    const missed: string[] = []
    for (const learner of sampleCells('learners.csv')) {
      const words = wordsOf(`${learner.given_name ?? ''} ${learner.family_name ?? ''}`)
      const place = words.findIndex((word) => word.length >= 5 && /^[a-z]+$/.test(word))
      if (place === -1) continue
      const typed = words.map((word, index) => (index === place ? withTypo(word, next) : word)).join(' ')
      const answer = await desk.services.find.search({ text: typed, limit: 10 })
      tried += 1
      if (!answer.ok || !answer.value.hits.some((hit) => hit.externalId === learner.external_id)) missed.push(`${learner.external_id ?? ''} by “${typed}”`)
    }
    expect(tried).toBeGreaterThan(200)
    expect(missed.slice(0, 20)).toEqual([])
  })

  it('is found after the learner was renamed, by the old name and the new', async () => {
    const renamed = await desk.services.learners.edit({ id: 'lrn_1', version: 1, changes: { familyName: 'Wroblewska', email: 'mei.w@example.org' }, reason: 'married' }, desk.acting)
    expect(renamed.ok).toBe(true)
    const find = async (text: string): Promise<unknown> => {
      const answer = await desk.services.find.search({ text, limit: 10 })
      return answer.ok ? answer.value.hits[0] : undefined
    }
    expect(await find('mei wroblewsak')).toMatchObject({ externalId: 'L-7-00001', matched: '' })
    expect(await find('mei patel')).toMatchObject({ externalId: 'L-7-00001', matched: 'Mei Patel' })
    expect(await find('mei.patel1@example.org')).toMatchObject({ externalId: 'L-7-00001' })
    expect(await find('mei.w@example.org')).toMatchObject({ externalId: 'L-7-00001' })
  })
})
