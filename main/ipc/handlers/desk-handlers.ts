import type { deskOperations } from '@shared/contract/desk'
import type { Services } from '../../services/create-services'
import type { HandlersOf } from './handler'

type DeskArea = Pick<typeof deskOperations, 'desk.status' | 'desk.home'>

/** The two ways to start a desk stand with the imports' handlers. */
export function deskHandlers({ deskStatus }: Pick<Services, 'deskStatus'>): HandlersOf<DeskArea> {
  return {
    'desk.status': (_input, acting) => deskStatus.status(acting),
    'desk.home': () => deskStatus.home(),
  }
}
