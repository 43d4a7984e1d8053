import type { messageOperations } from '@shared/contract/messages'
import type { Services } from '../../services/create-services'
import type { HandlersOf } from './handler'

export function messageHandlers({ outbox, resets }: Pick<Services, 'outbox' | 'resets'>): HandlersOf<typeof messageOperations> {
  return {
    'outbox.list': (input) => outbox.list(input),
    'outbox.open': (input) => outbox.open(input),
    'outbox.editDraft': (input, acting) => outbox.editDraft(input, acting),
    'outbox.queue': (input, acting) => outbox.queue(input, acting),
    'outbox.hold': (input, acting) => outbox.hold(input, acting),
    'outbox.sendNow': (_input, acting) => outbox.sendNow(acting),
    'resets.preview': (input) => resets.preview(input),
    'resets.send': (input, acting) => resets.send(input, acting),
  }
}
