import type { learnerOperations } from '@shared/contract/learners'
import type { Services } from '../../services/create-services'
import type { HandlersOf } from './handler'

export function learnerHandlers({ learnerRecords, learners, history }: Pick<Services, 'learnerRecords' | 'learners' | 'history'>): HandlersOf<typeof learnerOperations> {
  return {
    'learners.list': (input) => learnerRecords.list(input),
    'learners.open': (input) => learnerRecords.open(input),
    'learners.history': (input) => history.ofLearner(input),
    'learners.emailOwner': (input) => learners.emailOwner(input),
    'learners.edit': (input, acting) => learners.edit(input, acting),
    'learners.showMasked': (input, acting) => learners.showMasked(input, acting),
    'history.undo': (input, acting) => history.undo(input, acting),
  }
}
