import type { BackupShelf } from './backup-shelf'
import type { Clock } from './clock'
import type { Dialogs } from './dialogs'
import type { DocumentViewer } from './document-viewer'
import type { Files } from './files'
import type { Hashing } from './hashing'
import type { ExchangeReader } from './exchange-reader'
import type { Ids } from './ids'
import type { Log } from './log'
import type { MailTemplates } from './mail-templates'
import type { Mailer } from './mailer'
import type { Paper } from './paper'
import type { PaperAhead } from './paper-ahead'
import type { PlaybookIndex } from './playbook-index'
import type { Printer } from './printer'
import type { Pace } from './pace'
import type { QrReader } from './qr-reader'
import type { ResetSecrets } from './reset-secrets'
import type { SecretStore } from './secret-store'
import type { Signing } from './signing'
import type { Surroundings } from './surroundings'
import type { UnitOfWork } from './unit-of-work'

/** What every service may be given beside the unit of work; a service names the ones it uses. */
export interface ServicePorts {
  readonly unitOfWork: UnitOfWork
  readonly backups: BackupShelf
  readonly clock: Clock
  readonly dialogs: Dialogs
  readonly exchange: ExchangeReader
  readonly files: Files
  readonly ids: Ids
  readonly log: Log
  readonly mailer: Mailer
  readonly mailTemplates: MailTemplates
  readonly hashing: Hashing
  readonly paper: Paper
  readonly paperAhead: PaperAhead
  readonly viewer: DocumentViewer
  readonly playbookIndex: PlaybookIndex
  readonly printer: Printer
  readonly pace: Pace
  readonly qrReader: QrReader
  readonly resetSecrets: ResetSecrets
  readonly secrets: SecretStore
  readonly signing: Signing
  readonly surroundings: Surroundings
  /** The folder of the sample records that the program comes with. */
  readonly sampleFolder: string
}
