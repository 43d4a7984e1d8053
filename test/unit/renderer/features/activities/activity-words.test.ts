import { describe, expect, it } from 'vitest'
import { activityFieldWords, creditTypeOf, formatWords, listedCredits } from '../../../../../renderer/features/activities/activity-words'

const zone = 'America/New_York'

describe('an activity in words', () => {
  it('takes a row’s credits apart', () => {
    expect(listedCredits('1.25 ama_pra_1; 1.00 acpe')).toEqual([
      { amount: '1.25', code: 'ama_pra_1' },
      { amount: '1.00', code: 'acpe' },
    ])
    expect(listedCredits('')).toEqual([])
    expect(creditTypeOf('acpe')).toBe('acpe')
    expect(creditTypeOf('newer_type')).toBeUndefined()
  })

  it('says absence, and tells a rule of the portal from it', () => {
    expect(activityFieldWords('location', '', zone)).toBeUndefined()
    expect(activityFieldWords('max_attempts', '', zone)).toBe('as the portal’s rules say')
  })

  it('writes days, instants, lists and requirements for people', () => {
    expect(activityFieldWords('expiration_date', '2027-06-08', zone)).toBe('8 Jun 2027, to the end of the day')
    expect(activityFieldWords('starts_at', '2026-10-12T14:00:00.000Z', zone)).toBe('12 Oct 2026, 10:00 ET')
    expect(activityFieldWords('target_professions', 'physician;nurse', zone)).toBe('Physician, Nurse')
    expect(activityFieldWords('evaluation_required', 'no', zone)).toBe('not required')
    expect(activityFieldWords('pass_percent', '70', zone)).toBe('70 %')
    expect(formatWords('board_review', 'enduring')).toBe('Board review, enduring')
  })
})
