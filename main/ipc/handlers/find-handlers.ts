import type { deskOperations } from '@shared/contract/desk'
import type { Services } from '../../services/create-services'
import type { HandlersOf } from './handler'

type FindArea = Pick<typeof deskOperations, 'find.search'>

export function findHandlers({ find }: Pick<Services, 'find'>): HandlersOf<FindArea> {
  return { 'find.search': (input) => find.search(input) }
}
