import type { learnerOperations } from '@shared/contract/learners'
import type { Services } from '../../services/create-services'
import type { HandlersOf } from './handler'

export function learnerHandlers({ learners, history }: Pick<Services, 'learners' | 'history'>): Omit<HandlersOf<typeof learnerOperations>, 'learners.list' | 'learners.open'> {
  return {
    'learners.history': (input) => history.ofLearner(input),
    'learners.emailOwner': (input) => learners.emailOwner(input),
    'learners.edit': (input, acting) => learners.edit(input, acting),
    'learners.showMasked': (input, acting) => learners.showMasked(input, acting),
    'history.undo': (input, acting) => history.undo(input, acting),
  }
}
