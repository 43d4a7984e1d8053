import type { Instant } from '@shared/model/instant'
import type { MessageState } from '@shared/model/field-codes'
import type { ResetStyle } from '../reset-secrets'

/** A reset of a learner's password; the secret itself is nowhere, only the hash of the last one made. */
export interface Reset {
  readonly id: number
  readonly learnerId: number
  readonly outboxId: number
  readonly style: ResetStyle
  readonly secretHash: string | null
  readonly madeAt: Instant | null
  readonly expiresAt: Instant | null
  readonly endedAt: Instant | null
  readonly endedReason: string
}

/** A reset mail as a person asks about it: when, where to, what came of it (H11). */
export interface SentReset {
  readonly at: Instant
  readonly to: string
  readonly state: MessageState
  readonly lastAnswer: string
}

export interface ResetRepository {
  add(reset: Pick<Reset, 'learnerId' | 'outboxId' | 'style'>): Promise<number>
  findByMessage(outboxId: number): Promise<Reset | undefined>
  /** Resets of the learner that have not ended. */
  listLiving(learnerId: number): Promise<readonly Reset[]>
  /** Keeps the hash of a new secret; the one before it is dead from here on. */
  keepSecret(id: number, secret: { readonly hash: string; readonly madeAt: Instant; readonly expiresAt: Instant }): Promise<void>
  end(id: number, at: Instant, reason: string): Promise<void>
  /** The desk's newest reset mail to the learner that went or may still go. */
  findLastOfDesk(learnerId: number): Promise<SentReset | undefined>
  /** The newest reset mail to the learner, the platform's earlier ones included. */
  findLast(learnerId: number): Promise<SentReset | undefined>
}
