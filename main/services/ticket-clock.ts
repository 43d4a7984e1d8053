import type { PromiseView } from '@shared/contract/tickets'
import type { Instant } from '@shared/model/instant'
import { judgePromise, type PromiseVerdict } from '@shared/policy/promise-clock'
import { pausesOf, type TicketPeriod } from '@shared/policy/ticket-status'
import type { PortalProfile } from '@shared/portals/portal-profile'
import type { ArrivedTicket } from '../ports/repositories/ticket-repository'

/** The promise clock of a ticket by its states; undefined where the portal is unknown and promises nothing. */
export function promiseOf(ticket: Pick<ArrivedTicket, 'receivedAt'>, periods: readonly TicketPeriod[], portal: PortalProfile | undefined, now: Instant): PromiseVerdict | undefined {
  return portal === undefined ? undefined : judgePromise({ now, portal, receivedAt: ticket.receivedAt, pauses: pausesOf(periods) })
}

/** The clock as lists show it. */
export function promiseViewOf(verdict: PromiseVerdict | undefined): PromiseView {
  if (verdict === undefined) return { state: 'paused', dueAt: null, promisedMinutes: 0, usedMinutes: 0, leftMinutes: 0, lateMinutes: 0 }
  const { state, dueAt, promisedMinutes, usedMinutes, leftMinutes, lateMinutes } = verdict
  return { state, dueAt, promisedMinutes, usedMinutes, leftMinutes, lateMinutes }
}
