/** After so many attempts a message is given up until a person queues it again. */
export const attemptsBeforeGivingUp = 12

const longestWaitMinutes = 240

/** What is known after an attempt to hand a message over. */
export type AttemptOutcome = 'accepted' | 'later' | 'refused' | 'not_reached' | 'unknown'

/** What becomes of the message; `unknown` waits for a person, because sending it again could send it twice. */
export type MessageFate =
  | { readonly kind: 'handed_over' }
  | { readonly kind: 'try_again'; readonly afterMinutes: number }
  | { readonly kind: 'failed' }
  | { readonly kind: 'unknown' }

/**
 * Decides by the outcome and how often it was tried, this attempt included: one minute, then twice as long each time,
 * four hours at most.
 */
export function decideMessageFate(outcome: AttemptOutcome, attempts: number): MessageFate {
  switch (outcome) {
    case 'accepted':
      return { kind: 'handed_over' }
    case 'refused':
      return { kind: 'failed' }
    case 'unknown':
      return { kind: 'unknown' }
    case 'later':
    case 'not_reached': {
      const round = attempts % attemptsBeforeGivingUp
      return round === 0 ? { kind: 'failed' } : { kind: 'try_again', afterMinutes: Math.min(2 ** (round - 1), longestWaitMinutes) }
    }
  }
}
