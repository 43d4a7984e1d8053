import type { Contract } from '@shared/contract'
import type { Services } from '../../services/create-services'
import type { HandlersOf } from './handler'
import type { PreferenceService } from '../../services/preference-service'
import { claimHandlers } from './claim-handlers'
import { learnerHandlers } from './learner-handlers'
import { messageHandlers } from './message-handlers'
import { paperHandlers } from './paper-handlers'
import { settingsHandlers } from './settings-handlers'

/** One line per operation: the input goes to its service, the answer comes back. */
export function createHandlers(services: Services, preferences: PreferenceService): Partial<HandlersOf<Contract>> {
  return { ...learnerHandlers(services), ...claimHandlers(services), ...paperHandlers(services), ...messageHandlers(services), ...settingsHandlers(services, preferences) }
}
