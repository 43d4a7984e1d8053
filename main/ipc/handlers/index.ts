import type { Contract } from '@shared/contract'
import type { recoveryOperations } from '@shared/contract/backups'
import type { Services } from '../../services/create-services'
import { activityHandlers } from './activity-handlers'
import { backupHandlers } from './backup-handlers'
import { deskHandlers } from './desk-handlers'
import { diagnosisHandlers } from './diagnosis-handlers'
import type { Dialogs } from '../../ports/dialogs'
import { findHandlers } from './find-handlers'
import { importHandlers } from './import-handlers'
import type { HandlersOf } from './handler'
import type { PreferenceService } from '../../services/preference-service'
import { checkHandlers } from './check-handlers'
import { claimActHandlers, claimHandlers } from './claim-handlers'
import { learnerHandlers } from './learner-handlers'
import { messageHandlers } from './message-handlers'
import { paperHandlers } from './paper-handlers'
import { portalHandlers } from './portal-handlers'
import { playbookHandlers } from './playbook-handlers'
import { recordActHandlers } from './record-act-handlers'
import { settingsHandlers } from './settings-handlers'
import { verificationHandlers } from './verification-handlers'
import { ticketHandlers } from './ticket-handlers'

/** One line per operation: the input goes to its service, the answer comes back. */
export function createHandlers(services: Services, preferences: PreferenceService, dialogs: Dialogs, recovery: HandlersOf<typeof recoveryOperations>): HandlersOf<Contract> {
  return {
    ...activityHandlers(services),
    ...checkHandlers(services),
    ...backupHandlers(services.backups),
    ...recovery,
    ...claimHandlers(services),
    ...claimActHandlers(services),
    ...deskHandlers(services),
    ...diagnosisHandlers(services),
    ...findHandlers(services),
    ...importHandlers(services, dialogs),
    ...learnerHandlers(services),
    ...messageHandlers(services),
    ...paperHandlers(services),
    ...portalHandlers(services),
    ...playbookHandlers(services),
    ...recordActHandlers(services),
    ...settingsHandlers(services, preferences),
    ...verificationHandlers(services),
    ...ticketHandlers(services),
  }
}
