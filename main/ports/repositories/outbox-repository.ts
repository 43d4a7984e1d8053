import type { Instant } from '@shared/model/instant'
import type { MessageKind, MessageState, ShownMessageState } from '@shared/model/field-codes'

/** A message of the desk's own; where a secret will stand at hand-over, its text says `[secret]`. */
export interface OutboxMessage {
  readonly id: number
  readonly version: number
  readonly learnerId: number | null
  readonly learnerName: string
  readonly kind: MessageKind
  readonly to: string
  /** Key of the portal in whose name it goes; empty for the desk's own. */
  readonly portal: string
  readonly subject: string
  readonly body: string
  /** What goes with it, by number; the bytes are fetched at hand-over. */
  readonly attachments: readonly string[]
  readonly state: MessageState
  /** A reset that never arrived and whose place a newer one took. */
  readonly replaced: boolean
  readonly attempts: number
  readonly lastAnswer: string
  readonly messageId: string
  readonly createdAt: Instant
  readonly createdBy: string
  readonly heldUntil: Instant | null
  readonly nextAttemptAt: Instant | null
  /** Since when a server is being asked; left over from a crash it means that nobody knows. */
  readonly inFlightSince: Instant | null
  readonly handedOverAt: Instant | null
}

export type NewOutboxMessage = Pick<OutboxMessage, 'learnerId' | 'kind' | 'to' | 'portal' | 'subject' | 'body' | 'messageId' | 'createdAt' | 'createdBy'> & {
  readonly state: 'draft' | 'queued'
  readonly attachments?: readonly string[]
  readonly heldUntil?: Instant | null
}

/** What a hand-over, a person or a start-up may write. */
export type OutboxChanges = Partial<
  Pick<OutboxMessage, 'subject' | 'body' | 'state' | 'attempts' | 'lastAnswer' | 'heldUntil' | 'nextAttemptAt' | 'inFlightSince' | 'handedOverAt'>
>

export interface OutboxRepository {
  add(message: NewOutboxMessage): Promise<number>
  find(id: number): Promise<OutboxMessage | undefined>
  /** Newest first. */
  list(page: { readonly offset: number; readonly limit: number; readonly state?: ShownMessageState }): Promise<readonly OutboxMessage[]>
  count(state?: ShownMessageState): Promise<number>
  countsByState(): Promise<Partial<Record<ShownMessageState, number>>>
  /** Writes if the row still has that version, and answers the new one. */
  update(id: number, version: number, changes: OutboxChanges): Promise<number | 'stale'>
  /** Takes back a draft that still is one and has that version; the audit keeps that it was. False otherwise. */
  removeDraft(id: number, version: number): Promise<boolean>
  /** Queued, due and not in flight, oldest first; with `everything` also what is held or waits for a later attempt. */
  listWaiting(now: Instant, everything: boolean): Promise<readonly OutboxMessage[]>
  /** In flight though nobody is sending: a crash came between. */
  listInterrupted(): Promise<readonly OutboxMessage[]>
}
