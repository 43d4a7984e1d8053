import { describe, expect, it } from 'vitest'
import { ticketStatuses, type TicketStatus } from '@shared/model/field-codes'
import { judgeTicketStep, pauseKindOf, pausesOf } from '@shared/policy/ticket-status'

describe('the states of a ticket', () => {
  it('let the promise clock run in new and open only', () => {
    expect(ticketStatuses.filter((status) => pauseKindOf(status) === null)).toEqual(['new', 'open'])
  })

  it.each([
    ['new', 'open', '', 'allowed'],
    ['open', 'pending', '', 'allowed'],
    ['pending', 'open', '', 'allowed'],
    ['solved', 'open', '', 'allowed'],
    ['solved', 'closed', '', 'allowed'],
    ['open', 'open', '', 'ticket_status_same'],
    ['open', 'new', '', 'ticket_never_new_again'],
    ['closed', 'open', '', 'ticket_closed'],
    ['closed', 'closed', '', 'ticket_closed'],
    ['open', 'on_hold', '', 'hold_contact_missing'],
    ['open', 'on_hold', '  ', 'hold_contact_missing'],
    ['open', 'on_hold', 'Marketplace Customer Support', 'allowed'],
  ] as const)('from %s to %s with “%s”: %s', (from: TicketStatus, to: TicketStatus, heldBy, expected) => {
    const step = judgeTicketStep(from, to, heldBy)
    expect(step.kind === 'refused' ? step.code : step.kind).toBe(expected)
  })

  it('make one pause of solved and closed, and none of open', () => {
    expect(
      pausesOf([
        { status: 'new', from: 'a', until: 'b' },
        { status: 'pending', from: 'b', until: 'c' },
        { status: 'open', from: 'c', until: 'd' },
        { status: 'solved', from: 'd', until: 'e' },
        { status: 'closed', from: 'e', until: null },
      ]),
    ).toEqual([
      { kind: 'waiting_on_learner', from: 'b', until: 'c' },
      { kind: 'solved', from: 'd', until: null },
    ])
  })
})
