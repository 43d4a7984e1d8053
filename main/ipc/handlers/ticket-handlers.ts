import type { ticketOperations } from '@shared/contract/tickets'
import type { Services } from '../../services/create-services'
import type { HandlersOf } from './handler'

export function ticketHandlers({ tickets }: Pick<Services, 'tickets'>): HandlersOf<typeof ticketOperations> {
  return {
    'tickets.counts': (_input, acting) => tickets.counts(acting),
    'tickets.list': (input, acting) => tickets.list(input, acting),
    'tickets.open': (input, acting) => tickets.open(input, acting),
    'tickets.create': (input, acting) => tickets.create(input, acting),
    'tickets.changeStatus': (input, acting) => tickets.changeStatus(input, acting),
    'tickets.assign': (input, acting) => tickets.assign(input, acting),
    'tickets.matchLearner': (input, acting) => tickets.matchLearner(input, acting),
    'tickets.saveDraft': (input, acting) => tickets.saveDraft(input, acting),
    'tickets.addNote': (input, acting) => tickets.addNote(input, acting),
    'tickets.reply': (input, acting) => tickets.reply(input, acting),
  }
}
