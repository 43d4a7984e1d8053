import type { checkOperations } from '@shared/contract/checks'
import type { Services } from '../../services/create-services'
import type { HandlersOf } from './handler'

export function checkHandlers({ recordChecks }: Pick<Services, 'recordChecks'>): HandlersOf<typeof checkOperations> {
  return {
    'checks.overview': () => recordChecks.overview(),
    'checks.list': (input) => recordChecks.list(input),
    'checks.start': (_input, acting) => recordChecks.start(acting),
    'checks.cancel': () => recordChecks.cancel(),
    'checks.accept': (input, acting) => recordChecks.accept(input, acting),
    'checks.fix': (input, acting) => recordChecks.fix(input, acting),
  }
}
