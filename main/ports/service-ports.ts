import type { Clock } from './clock'
import type { Dialogs } from './dialogs'
import type { DocumentViewer } from './document-viewer'
import type { Files } from './files'
import type { Hashing } from './hashing'
import type { Ids } from './ids'
import type { Log } from './log'
import type { MailTemplates } from './mail-templates'
import type { Mailer } from './mailer'
import type { Paper } from './paper'
import type { Printer } from './printer'
import type { ResetSecrets } from './reset-secrets'
import type { SecretStore } from './secret-store'
import type { Surroundings } from './surroundings'
import type { UnitOfWork } from './unit-of-work'

/** What every service may be given beside the unit of work; a service names the ones it uses. */
export interface ServicePorts {
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly mailer: Mailer
  readonly mailTemplates: MailTemplates
  readonly hashing: Hashing
  readonly paper: Paper
  readonly dialogs: Dialogs
  readonly files: Files
  readonly viewer: DocumentViewer
  readonly printer: Printer
  readonly resetSecrets: ResetSecrets
  readonly secrets: SecretStore
  readonly surroundings: Surroundings
}
