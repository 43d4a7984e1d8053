import type { portalOperations } from '@shared/contract/portals'
import type { Services } from '../../services/create-services'
import type { HandlersOf } from './handler'

export function portalHandlers({ portals }: Pick<Services, 'portals'>): HandlersOf<typeof portalOperations> {
  return {
    'portals.list': () => portals.list(),
    'portals.open': (input) => portals.open(input),
    'portals.check': (input) => portals.check(input),
    'portals.save': (input, acting) => portals.save(input, acting),
    'portals.putBack': (input, acting) => portals.putBack(input, acting),
  }
}
