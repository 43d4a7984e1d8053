import type { TicketView } from '@shared/contract/tickets'
import type { TicketChannel, TicketStatus } from '@shared/model/field-codes'
import type { Instant } from '@shared/model/instant'
import type { TicketPeriod } from '@shared/policy/ticket-status'

/** How a ticket's learner was found; empty while nobody is. */
export type MatchedBy = '' | 'source' | 'address' | 'by_hand'

/** A ticket as it came in. */
export interface ArrivedTicket {
  readonly id: number
  readonly externalId: string
  readonly portal: string
  readonly channel: TicketChannel
  readonly receivedAt: Instant
  readonly fromEmail: string
  readonly subject: string
  readonly body: string
  /** The learner the folder names. */
  readonly sourceLearnerId: number | null
}

/** What the desk made of it. `dueAt` is kept so that lists can be ordered; null while the promise clock stands. */
export interface TicketWork {
  readonly status: TicketStatus
  readonly operator: string
  readonly heldBy: string
  readonly learnerId: number | null
  readonly matchedBy: MatchedBy
  readonly dueAt: Instant | null
  readonly updatedAt: Instant
  readonly version: number
}

export interface Ticket extends ArrivedTicket, TicketWork {
  readonly learnerName: string
  readonly hasDraft: boolean
}

export interface TicketEntry {
  readonly id: number
  readonly kind: 'message' | 'reply' | 'note'
  readonly at: Instant
  readonly author: string
  readonly address: string
  readonly subject: string
  readonly body: string
  readonly outboxId: number | null
}

export interface TicketDraft {
  readonly body: string
  readonly savedAt: Instant
  readonly revision: number
}

/** Whose views, at which moment, and when the day ends in each portal's zone. */
export interface TicketViewpoint {
  readonly operator: string
  readonly now: Instant
  readonly dayEnds: Readonly<Record<string, Instant>>
}

export interface TicketPage extends TicketViewpoint {
  readonly view: TicketView
  readonly channel?: TicketChannel | undefined
  readonly offset: number
  readonly limit: number
}

/** A learner who has an address, or whose name an address may be made of. */
export interface AddressHolder {
  readonly learnerId: number
  readonly name: string
  readonly email: string
}

export type TicketChanges = Partial<Pick<TicketWork, 'status' | 'operator' | 'heldBy' | 'learnerId' | 'matchedBy' | 'dueAt'>>

export interface TicketRepository {
  /** A ticket the desk has taken up; undefined for one that is not there. */
  find(id: number): Promise<Ticket | undefined>
  list(page: TicketPage): Promise<readonly Ticket[]>
  countViews(viewpoint: TicketViewpoint): Promise<Readonly<Record<TicketView, number>>>
  /** Tickets of a view; the rows of `list` without its page. */
  countOf(page: Omit<TicketPage, 'offset' | 'limit'>): Promise<number>
  /** Open tickets by channel. */
  countChannels(): Promise<Readonly<Record<TicketChannel, number>>>
  /** Tickets that came in and have no work yet, oldest first. */
  listArrived(limit: number): Promise<readonly ArrivedTicket[]>
  /** Tickets whose due moment hangs on their portal's office hours: those with a running clock. */
  listRunning(afterId: number, limit: number): Promise<readonly Ticket[]>
  /** Writes a ticket of the desk's own and answers its number. */
  add(ticket: Omit<ArrivedTicket, 'id'>): Promise<number>
  /** Begins the work on a ticket: one state from its receipt on. */
  begin(ticketId: number, work: Omit<TicketWork, 'version'>, by: string, from: Instant): Promise<void>
  /** Writes the changes if the ticket still has that version, and answers the new one. */
  update(ticketId: number, version: number, changes: TicketChanges, at: Instant): Promise<number | 'stale'>
  /** Ends the state the ticket is in and begins another. */
  enterStatus(ticketId: number, status: TicketStatus, at: Instant, by: string): Promise<void>
  /** The states of the given tickets in order of time. */
  listPeriods(ticketIds: readonly number[]): Promise<ReadonlyMap<number, readonly (TicketPeriod & { readonly by: string })[]>>
  listEntries(ticketId: number): Promise<readonly TicketEntry[]>
  addEntry(ticketId: number, entry: Omit<TicketEntry, 'id'>): Promise<number>
  findDraft(ticketId: number, operator: string, kind: 'reply' | 'note'): Promise<TicketDraft | undefined>
  /** Keeps the draft as the next revision; an empty body removes it. */
  keepDraft(ticketId: number, operator: string, kind: 'reply' | 'note', draft: TicketDraft): Promise<void>
  /** Learners of the portal who have exactly this address among theirs. */
  listAddressHolders(portal: string, emailFolded: string): Promise<readonly AddressHolder[]>
}
