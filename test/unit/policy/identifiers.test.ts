import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeBirthMonthDay, judgeBoard, judgeEprofileId, judgeLicence, judgeNpi, readUniversalActivityNumber, type IdentifierVerdict } from '@shared/policy/identifiers'

function answer(verdict: IdentifierVerdict): string {
  return verdict.kind === 'malformed' ? verdict.fault : verdict.kind
}

describe('identifier checks (1.5)', () => {
  it.each([
    ['1234567893', 'good'],
    ['1986828289', 'check_digit'],
    ['1234567890', 'check_digit'],
    ['3234567893', 'first_digit'],
    ['123456789', 'not_ten_digits'],
    ['12345678931', 'not_ten_digits'],
    ['123456789X', 'not_ten_digits'],
    ['', 'missing'],
    [null, 'missing'],
  ])('NPI %s: %s', (npi, expected) => {
    expect(answer(judgeNpi(npi))).toBe(expected)
  })

  it('an NPI has exactly one good check digit, and never survives one wrong digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100_000_000, max: 299_999_999 }), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), (stem, place, shift) => {
        const good = Array.from({ length: 10 }, (_, digit) => `${String(stem)}${String(digit)}`).filter((npi) => judgeNpi(npi).kind === 'good')
        expect(good).toHaveLength(1)
        const npi = good[0] ?? ''
        const wrong = `${npi.slice(0, place)}${String((Number(npi[place]) + shift) % 10)}${npi.slice(place + 1)}`
        expect(judgeNpi(wrong).kind).toBe('malformed')
      }),
    )
  })

  it.each([
    ['122845', 'good'],
    ['0012345678', 'good'],
    ['12345', 'not_six_to_ten_digits'],
    ['12345678901', 'not_six_to_ten_digits'],
    ['12 2845', 'not_six_to_ten_digits'],
    [null, 'missing'],
  ])('e-Profile ID %s: %s', (id, expected) => {
    expect(answer(judgeEprofileId(id))).toBe(expected)
  })

  // P12 and trap T16: the leading zero is part of it.
  it.each([
    ['0207', 'good'],
    ['0229', 'good'],
    ['1231', 'good'],
    ['207', 'not_four_digits'],
    ['02071980', 'not_four_digits'],
    ['0230', 'no_such_day'],
    ['1301', 'no_such_day'],
    ['0000', 'no_such_day'],
    ['', 'missing'],
  ])('birth month and day %s: %s', (monthDay, expected) => {
    expect(answer(judgeBirthMonthDay(monthDay))).toBe(expected)
  })

  it.each([
    ['MD', 'D74774', 'good'],
    ['PR', '12', 'good'],
    [null, null, 'missing'],
    ['', '', 'missing'],
    ['MD', null, 'number_missing'],
    [null, 'D74774', 'state_missing'],
    ['Md', 'D74774', 'not_a_state'],
    ['ZZ', 'D74774', 'not_a_state'],
  ])('licence %s %s: %s', (state, number, expected) => {
    expect(answer(judgeLicence(state, number))).toBe(expected)
  })

  it.each([
    ['abim', '307922', 'good'],
    ['abim', null, 'number_missing'],
    [null, '307922', 'board_missing'],
    ['abms', '307922', 'not_a_board'],
    [null, null, 'missing'],
  ])('board %s %s: %s', (board, id, expected) => {
    expect(answer(judgeBoard(board, id))).toBe(expected)
  })

  it.each([
    ['0204-0000-25-784-H01-P', 'current'],
    ['0202-0000-13-1055-L04-T', 'current'],
    ['JA4008105-0000-25-001-L01-P', 'current'],
    ['707-000-04-001-H03', 'legacy'],
    ['0204000025784H01P', 'malformed'],
    ['0204-0000-25-784-H01-X', 'malformed'],
    ['0204-0000-25-784-h01-P', 'malformed'],
    ['', 'malformed'],
  ])('UAN %s: %s (1.4)', (uan, kind) => {
    expect(readUniversalActivityNumber(uan).kind).toBe(kind)
  })

  it('takes a UAN apart', () => {
    expect(readUniversalActivityNumber('0204-9999-25-784-H01-T')).toEqual({
      kind: 'current',
      provider: '0204',
      jointProvider: '9999',
      releaseYear: '25',
      sequence: '784',
      format: 'H',
      topic: '01',
      audience: 'pharmacy_technician',
    })
  })
})
