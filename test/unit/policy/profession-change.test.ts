import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { professions } from '@shared/model/field-codes'
import { judgeProfessionChange } from '@shared/policy/profession-change'
import { accountFor, claimFacts, courseFor } from '../../support/course-facts'

const credits = [
  { creditType: 'ama_pra_1', maxAmount: 125, step: 25, accreditationNumber: null, pharmacologyAmount: null },
  { creditType: 'ancc', maxAmount: 116, step: 1, accreditationNumber: null, pharmacologyAmount: null },
] as const
const open = courseFor({}, { credits })
const claimed = courseFor({ claims: [claimFacts] }, { id: 'act_2', credits })

describe('another profession, before it is changed (H14, H37, T7)', () => {
  it('H37: names the credit and the form of open courses that would differ, and leaves claims out', () => {
    expect(judgeProfessionChange(accountFor('haymarket-mycme'), [open, claimed], 'nurse')).toMatchObject({
      kind: 'would_differ',
      claimsUntouched: 1,
      rows: ['H14', 'H37', 'T7'],
      courses: [
        {
          activityId: 'act_1',
          credits: [
            { creditType: 'ama_pra_1', before: 'claim', after: 'participation' },
            { creditType: 'ancc', before: 'none', after: 'claim' },
          ],
        },
      ],
    })
  })

  it('P11, P15: names the report and the identifier that another profession brings', () => {
    const acpe = courseFor({}, { credits: [{ creditType: 'acpe', maxAmount: 200, step: 200, accreditationNumber: '0731-0000-26-014-H07-P', pharmacologyAmount: null }, ...credits.slice(0, 1)] })
    const verdict = judgeProfessionChange(accountFor('maryland-pharmacy-ce'), [acpe], 'pharmacist')
    expect(verdict.courses[0]?.credits).toEqual([
      { creditType: 'acpe', before: 'none', after: 'claim', reportBefore: 'nobody', reportAfter: 'cpe_monitor' },
      { creditType: 'ama_pra_1', before: 'claim', after: 'participation', reportBefore: 'pars', reportAfter: 'nobody' },
    ])
    expect(verdict.courses[0]).toMatchObject({ findingBefore: 'not_claimed', findingAfter: 'nabp_id_missing' })
  })

  it.each([
    ['same_profession', 'physician', [open]],
    ['no_difference', 'nurse', [claimed]],
    ['no_difference', 'nurse', []],
    ['no_difference', 'nurse', [courseFor(null, { credits })]],
  ] as const)('%s', (kind, to, courses) => {
    expect(judgeProfessionChange(accountFor('haymarket-mycme'), courses, to)).toMatchObject({ kind, courses: [] })
  })

  it('T7: there and back differs by the same courses, and claimed ones never', () => {
    fc.assert(
      fc.property(fc.constantFrom(...professions), fc.constantFrom(...professions), (one, other) => {
        const there = judgeProfessionChange(accountFor('haymarket-mycme', { profession: one }), [open, claimed], other)
        const back = judgeProfessionChange(accountFor('haymarket-mycme', { profession: other }), [open, claimed], one)
        expect(there.courses.map(({ activityId }) => activityId)).toEqual(back.courses.map(({ activityId }) => activityId))
        expect(there.courses.map(({ activityId }) => activityId)).not.toContain('act_2')
        expect(there.courses.flatMap((course) => course.credits).map((credit) => [credit.before, credit.after])).toEqual(back.courses.flatMap((course) => course.credits).map((credit) => [credit.after, credit.before]))
      }),
    )
  })
})
