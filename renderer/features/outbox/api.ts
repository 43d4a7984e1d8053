import type { Output } from '@shared/contract'
import type { ShownMessageState } from '@shared/model/field-codes'
import { useAsk } from '../../bridge/use-ask'
import { useCommand } from '../../bridge/use-command'

export type OutboxRow = Output<'outbox.list'>['rows'][number]
export type OutboxMessage = Output<'outbox.open'>
export type OutboxCounts = Output<'outbox.list'>['counts']

/** The first thousand messages of a state, newest first: more is found by the learner. */
export function useOutbox(state: ShownMessageState | undefined) {
  return useAsk('outbox.list', { offset: 0, limit: 1000, ...(state === undefined ? {} : { state }) }, { keepFormer: true })
}

/** One message in full; a secret shows as `[secret]`. */
export function useMessage(id: string | undefined) {
  return useAsk('outbox.open', { id: id ?? 'msg_0' }, { enabled: id !== undefined, keepFormer: true })
}

/** The acts on a message. */
export function useOutboxActs() {
  return { edit: useCommand('outbox.editDraft'), queue: useCommand('outbox.queue'), hold: useCommand('outbox.hold'), sendNow: useCommand('outbox.sendNow') }
}

/** What the status bar and the clocks know. */
export function useStatus() {
  return useAsk('desk.status', {})
}
