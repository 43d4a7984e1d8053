import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideIdentifierEntry, listIdentifierProblems, tidyIdentifier, type LearnerIdentifiers } from '@shared/policy/identifier-entry'

const none: LearnerIdentifiers = { npi: '', nabpEprofileId: '', birthMonthDay: '', licenceState: '', licenceNumber: '', board: '', boardId: '' }

describe('identifiers entered at the desk (1.5, P11–P13)', () => {
  it.each([
    [{ npi: '1234567893' }, 'good'],
    [{ npi: '123 456 78-93' }, 'good'],
    [{ npi: '' }, 'good'],
    [{ npi: '1234567894' }, 'npi check_digit'],
    [{ npi: '3234567893' }, 'npi first_digit'],
    [{ npi: '12345' }, 'npi not_ten_digits'],
    [{ nabpEprofileId: '0012345678' }, 'good'],
    [{ nabpEprofileId: '12345' }, 'nabpEprofileId not_six_to_ten_digits'],
    [{ birthMonthDay: '0229' }, 'good'],
    [{ birthMonthDay: '02/07' }, 'good'],
    [{ birthMonthDay: '207' }, 'birthMonthDay not_four_digits'],
    [{ birthMonthDay: '0230' }, 'birthMonthDay no_such_day'],
    [{ birthMonthDay: '02071980' }, 'birthMonthDay not_four_digits'],
    [{ licenceState: 'md', licenceNumber: 'D1' }, 'good'],
    [{ licenceState: 'ZZ', licenceNumber: 'D1' }, 'licenceState not_a_state'],
    [{ licenceState: 'MD' }, 'licenceNumber number_missing'],
    [{ licenceNumber: 'D1' }, 'licenceState state_missing'],
    [{ board: 'ABIM', boardId: '1' }, 'good'],
    [{ board: 'abim' }, 'boardId number_missing'],
    [{ boardId: '1' }, 'board board_missing'],
    [{ board: 'xx', boardId: '1' }, 'board not_a_board'],
  ])('%o: %s', (entered, expected) => {
    const verdict = decideIdentifierEntry(none, entered)
    expect(verdict.kind === 'good' ? 'good' : `${verdict.problem.field} ${verdict.problem.fault}`).toBe(expected)
    if (verdict.kind === 'malformed') expect(verdict.problem.expected).toMatch(/such as|0207|0229|neither|gave the number/)
  })

  it('T16: keeps a leading zero, and lets an imported fault elsewhere alone', () => {
    expect(decideIdentifierEntry({ ...none, npi: '999' }, { birthMonthDay: ' 0207 ' })).toMatchObject({ kind: 'good', fields: { birthMonthDay: '0207' } })
    expect(listIdentifierProblems({ ...none, npi: '999', birthMonthDay: '207' }).map(({ column, fault }) => [column, fault])).toEqual([['npi', 'not_ten_digits'], ['birth_month_day', 'not_four_digits']])
  })

  it('never takes what its own check then flags', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.stringMatching(/^[0-9 -]{0,14}$/), fc.boolean(), (text, digits, which) => {
        const entered = which ? { npi: digits, birthMonthDay: text } : { nabpEprofileId: digits, licenceState: text, licenceNumber: digits }
        const verdict = decideIdentifierEntry(none, entered)
        if (verdict.kind === 'good') expect(listIdentifierProblems({ ...none, ...verdict.fields })).toEqual([])
        expect(tidyIdentifier('npi', tidyIdentifier('npi', digits))).toBe(tidyIdentifier('npi', digits))
      }),
    )
  })
})
