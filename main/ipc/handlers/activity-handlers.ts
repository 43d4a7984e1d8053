import type { deskOperations } from '@shared/contract/desk'
import type { Services } from '../../services/create-services'
import type { HandlersOf } from './handler'

type ActivityArea = Pick<typeof deskOperations, 'activities.list' | 'activities.open'>

export function activityHandlers({ activityCatalogue }: Pick<Services, 'activityCatalogue'>): HandlersOf<ActivityArea> {
  return {
    'activities.list': (input) => activityCatalogue.list(input),
    'activities.open': (input) => activityCatalogue.open(input),
  }
}
