/**
 * Whether a row of the outbox is a reset that never arrived and whose place a newer one took (H11): its stored state
 * stays `failed`, but nothing is left to do about it.
 */
export const wasReplaced = "(outbox.state = 'failed' and exists (select 1 from resets where resets.outbox_id = outbox.id and resets.ended_at is not null))"
