import type { TicketStatus } from '../model/field-codes'
import type { Instant } from '../model/instant'
import type { ClockPause } from './promise-clock'

/** A time in which a ticket stood in one state; the last one has no end. */
export interface TicketPeriod {
  readonly status: TicketStatus
  readonly from: Instant
  readonly until: Instant | null
}

/** Why the promise clock stands in a state; `null` where it runs. */
export function pauseKindOf(status: TicketStatus): ClockPause['kind'] | null {
  switch (status) {
    case 'new':
    case 'open':
      return null
    case 'pending':
      return 'waiting_on_learner'
    case 'on_hold':
      return 'on_hold'
    case 'solved':
    case 'closed':
      return 'solved'
  }
}

/** The pauses of the promise clock that a ticket's states make, in order; neighbours of one kind are one. */
export function pausesOf(periods: readonly TicketPeriod[]): readonly ClockPause[] {
  const pauses: ClockPause[] = []
  for (const { status, from, until } of periods) {
    const kind = pauseKindOf(status)
    if (kind === null) continue
    const last = pauses.at(-1)
    if (last?.kind === kind && last.until === from) pauses[pauses.length - 1] = { ...last, until }
    else pauses.push({ from, until, kind })
  }
  return pauses
}

/** Whether a ticket may go from one state to another, or why not. */
export type TicketStep =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'refused'; readonly code: 'ticket_status_same' | 'ticket_closed' | 'ticket_never_new_again' | 'hold_contact_missing' }

/**
 * A closed ticket stays closed: a learner who writes again gets a new one. No ticket is new twice, and one on hold is
 * with a named contact outside the desk (H22, H46, H52, H55).
 */
export function judgeTicketStep(from: TicketStatus, to: TicketStatus, heldBy: string): TicketStep {
  if (from === 'closed') return { kind: 'refused', code: 'ticket_closed' }
  if (from === to) return { kind: 'refused', code: 'ticket_status_same' }
  if (to === 'new') return { kind: 'refused', code: 'ticket_never_new_again' }
  if (to === 'on_hold' && heldBy.trim() === '') return { kind: 'refused', code: 'hold_contact_missing' }
  return { kind: 'allowed' }
}
