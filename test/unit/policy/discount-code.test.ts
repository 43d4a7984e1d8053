import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '@shared/model/civil-date'
import { endOfDayIn } from '@shared/model/instant'
import { judgeDiscountCode, type DiscountCodeFacts, type DiscountQuestion } from '@shared/policy/discount-code'
import { at } from '../../support/course-facts'
import { portalForTests } from '../../support/portal-for-tests'

const code = (of: Partial<DiscountCodeFacts>): DiscountCodeFacts => ({ code: 'SPRING10', portal: 'haymarket-mycme', percent: 10, amount: null, audience: 'public', validFrom: '2026-01-24', validTo: '2027-09-16', usesLeft: null, ...of })
const codes = [
  code({}),
  code({ code: 'STUDENT20', audience: 'student' }),
  code({ code: 'MILITARY25', audience: 'military' }),
  code({ code: 'GROUP10', audience: 'group' }),
  code({ code: 'SUMMER15', validFrom: '2027-06-01' }),
  code({ code: 'WINTER15', validTo: '2026-11-19' }),
  code({ code: 'FIRST100', usesLeft: 0 }),
  code({ code: 'CLEVE5', portal: 'cleveland-clinic-mycme' }),
]
const asked: DiscountQuestion = { now: at('2026-11-20T15:00:00-05:00'), portal: portalForTests('haymarket-mycme'), learner: { id: 'lrn_1', profession: 'physician' }, typed: 'SPRING10', codes, orders: [] }

describe('why a discount code was refused (H47)', () => {
  it.each([
    ['SPRING10', {}, 'good', 'code_good'],
    [' spring10 ', {}, 'good', 'code_good'],
    ['SPRINGlO', {}, 'refused', 'code_mistyped'],
    ['SPRNG10', {}, 'refused', 'code_mistyped'],
    ['AUTUMN30', {}, 'refused', 'code_unknown'],
    ['  ', {}, 'refused', 'code_missing'],
    ['CLEVE5', {}, 'refused', 'code_of_other_portal'],
    ['SUMMER15', {}, 'refused', 'code_not_yet_valid'],
    ['WINTER15', {}, 'refused', 'code_over'],
    ['FIRST100', {}, 'refused', 'code_used_up'],
    ['STUDENT20', {}, 'refused', 'code_for_students'],
    ['STUDENT20', { learner: { id: 'lrn_1', profession: 'student' } }, 'good', 'code_good'],
    ['MILITARY25', {}, 'to_be_proved', 'code_for_military'],
    ['GROUP10', {}, 'to_be_proved', 'code_for_groups'],
    ['SPRING10', { orders: [{ id: 'O-1', discountCode: 'SPRING10', placedAt: '2026-03-01T12:00:00.000Z' }] }, 'to_be_proved', 'code_used_before'],
  ] as const)('%s: %s %s', (typed, more, kind, reason) => {
    const verdict = judgeDiscountCode({ ...asked, ...more, typed })
    expect([verdict.kind, verdict.reason]).toEqual([kind, reason])
    expect(verdict.rows).toEqual(['H47'])
    expect(verdict.nextStep).toMatch(/^[A-Z].*\.$/)
    if (verdict.code !== null) expect(verdict.evidence.length).toBeGreaterThan(0)
  })

  it('T12: both days count in full, in the portal’s zone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), (day) => {
        const validTo = addDays('2026-01-01', day)
        const lastMoment = new Date(Date.parse(endOfDayIn(validTo, 'America/New_York')) - 1).toISOString()
        const limited = [code({ validTo, validFrom: null })]
        expect(judgeDiscountCode({ ...asked, codes: limited, now: lastMoment }).reason).toBe('code_good')
        expect(judgeDiscountCode({ ...asked, codes: limited, now: endOfDayIn(validTo, 'America/New_York') }).reason).toBe('code_over')
      }),
    )
  })
})
