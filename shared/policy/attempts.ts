import type { PortalProfile } from '../portals/portal-profile'

/** An activity's own limit of tries; null takes the portal's default. */
export type AttemptLimit = number | 'unlimited'

export interface AttemptsVerdict {
  readonly limit: AttemptLimit
  readonly setBy: 'activity' | 'portal'
  readonly used: number
  /** Tries granted beside the limit by exceptions on record (P8). */
  readonly granted: number
  readonly left: AttemptLimit
  readonly state: 'left' | 'exhausted'
  readonly rows: readonly string[]
}

/** How many tries are left (H21, P7): the activity's limit, else the portal's, and what was granted beside it. */
export function judgeAttempts(facts: {
  readonly portal: PortalProfile
  readonly maxAttempts: AttemptLimit | null
  readonly attemptsUsed: number | null
  readonly granted: number
}): AttemptsVerdict {
  const limit = facts.maxAttempts ?? facts.portal.attempts.value
  const used = facts.attemptsUsed ?? 0
  const left = limit === 'unlimited' ? limit : Math.max(0, limit + facts.granted - used)
  return {
    limit,
    setBy: facts.maxAttempts === null ? 'portal' : 'activity',
    used,
    granted: facts.granted,
    left,
    state: left === 0 ? 'exhausted' : 'left',
    rows: ['H21', 'P7', 'P8'],
  }
}
