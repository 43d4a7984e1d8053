import type { Contract } from '@shared/contract'
import type { Services } from '../../services/create-services'
import { activityHandlers } from './activity-handlers'
import { deskHandlers } from './desk-handlers'
import { findHandlers } from './find-handlers'
import type { HandlersOf } from './handler'
import { learnerHandlers } from './learner-handlers'

/** One line per operation: the input goes to its service, the answer comes back. */
export function createHandlers(services: Services): Partial<HandlersOf<Contract>> {
  return { ...activityHandlers(services), ...deskHandlers(services), ...findHandlers(services), ...learnerHandlers(services) }
}
