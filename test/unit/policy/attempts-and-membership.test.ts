import { describe, expect, it } from 'vitest'
import { instantOf } from '@shared/model/instant'
import { judgeAttempts } from '@shared/policy/attempts'
import { judgeMembership } from '@shared/policy/membership'
import { portalForTests } from '../../support/portal-for-tests'

const haymarket = portalForTests('haymarket-mycme')
const medChallenger = portalForTests('med-challenger')
const maryland = portalForTests('maryland-pharmacy-ce')

describe('tries (H21, P7, P8)', () => {
  it.each([
    [haymarket, null, 5, 0, 'unlimited', 'left', 'portal'],
    [haymarket, 2, 1, 0, 1, 'left', 'activity'],
    [haymarket, 2, 2, 0, 0, 'exhausted', 'activity'],
    [haymarket, 2, 3, 0, 0, 'exhausted', 'activity'],
    [maryland, null, 2, 0, 1, 'left', 'portal'],
    [maryland, null, 3, 0, 0, 'exhausted', 'portal'],
    [maryland, 'unlimited', 9, 0, 'unlimited', 'left', 'activity'],
    [maryland, null, 3, 1, 1, 'left', 'portal'],
    [maryland, null, null, 0, 3, 'left', 'portal'],
  ] as const)('case %#', (portal, maxAttempts, attemptsUsed, granted, left, state, setBy) => {
    expect(judgeAttempts({ portal, maxAttempts, attemptsUsed, granted })).toMatchObject({ left, state, setBy })
  })
})

describe('membership (M1, M8)', () => {
  const premium = { id: 'M-1', plan: 'premium', startsOn: '2025-07-08', endsOn: '2026-07-08' }

  it.each([
    ['2026-07-08T23:59:59-05:00', 'active'],
    ['2026-07-09T00:00:00-05:00', 'inactive'],
    ['2025-07-08T00:00:00-05:00', 'active'],
    ['2025-07-07T23:59:59-05:00', 'inactive'],
  ])('both days count in full, in the portal’s zone: at %s it is %s', (now, kind) => {
    expect(judgeMembership({ now: instantOf(Date.parse(now)), portal: medChallenger, memberships: [premium] }).kind).toBe(kind)
  })

  it('is another plan’s business, or nobody’s', () => {
    const now = instantOf(Date.parse('2026-01-01T12:00:00-06:00'))
    expect(judgeMembership({ now, portal: medChallenger, memberships: [{ ...premium, plan: 'basic' }] })).toMatchObject({ kind: 'inactive', plan: 'premium', latest: null })
    expect(judgeMembership({ now, portal: haymarket, memberships: [] }).kind).toBe('not_required')
  })

  it('names the latest period when none is active', () => {
    const now = instantOf(Date.parse('2026-11-20T12:00:00-06:00'))
    const older = { ...premium, id: 'M-0', startsOn: '2024-07-08', endsOn: '2025-07-07' }
    expect(judgeMembership({ now, portal: medChallenger, memberships: [premium, older] })).toMatchObject({ latest: { id: 'M-1' } })
  })
})
