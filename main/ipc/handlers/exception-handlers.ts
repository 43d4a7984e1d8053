import type { exceptionOperations } from '@shared/contract/exceptions'
import type { Services } from '../../services/create-services'
import type { HandlersOf } from './handler'

export function exceptionHandlers({ exceptions }: Pick<Services, 'exceptions'>): HandlersOf<typeof exceptionOperations> {
  return {
    'exceptions.ofLearner': (input) => exceptions.ofLearner(input),
    'exceptions.options': (input) => exceptions.options(input),
    'exceptions.grant': (input, acting) => exceptions.grant(input, acting),
    'exceptions.withdraw': (input, acting) => exceptions.withdraw(input, acting),
  }
}
