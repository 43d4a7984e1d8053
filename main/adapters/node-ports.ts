import { statSync } from 'node:fs'
import { join } from 'node:path'
import { playbooks } from '@shared/playbooks/playbooks'
import packageFacts from '../../package.json'
import { exchangeReader } from '../exchange/exchange-folder'
import type { Clock } from '../ports/clock'
import type { Log } from '../ports/log'
import type { ServicePorts } from '../ports/service-ports'
import { createBackupFolder } from './backup-folder'
import { bundledMailTemplates } from './bundled-mail-templates'
import { nodeFiles } from './node-files'
import { nodeHashing } from './node-hashing'
import { nodeSigning } from './node-signing'
import { machinePace } from './machine-pace'
import { paperAheadHere, paperWhenNeeded } from './paper-when-needed'
import { pictureQrReader } from './picture-qr-reader'
import { createPlaybookIndex } from './minisearch-playbook-index'
import { randomIds } from './random-ids'
import { randomResetSecrets } from './random-reset-secrets'
import { resourceFolder } from './resource-folder'
import { createSealedSecretStore } from './sealed-secret-store'
import type { KeyWrapping } from './secret-key'
import { createSmtpMailer } from './smtp-mailer'
import { windowlessPorts } from './windowless-ports'

export interface NodePortsParts {
  readonly folder: string
  readonly clock: Clock
  readonly log: Log
  readonly environment: NodeJS.ProcessEnv
  /** What only a window has; the command line shows and prints nothing. */
  readonly window?: Pick<ServicePorts, 'dialogs' | 'viewer' | 'printer' | 'paperAhead'>
  /** The system's keyring; the window alone has one. */
  readonly wrapping?: KeyWrapping
  readonly standInRuntime?: boolean
}

/** The ports that are the same in the window and under plain Node, but for the store's unit of work. */
export function nodePorts(parts: NodePortsParts): Omit<ServicePorts, 'unitOfWork'> {
  const paper = paperWhenNeeded(join(resourceFolder(), 'fonts'))
  return {
    backups: createBackupFolder(parts.folder),
    clock: parts.clock,
    log: parts.log,
    ids: randomIds,
    hashing: nodeHashing,
    paper,
    paperAhead: paperAheadHere(paper),
    signing: nodeSigning,
    qrReader: pictureQrReader,
    files: nodeFiles,
    ...(parts.window ?? windowlessPorts),
    exchange: exchangeReader,
    pace: machinePace,
    playbookIndex: createPlaybookIndex(playbooks),
    sampleFolder: join(resourceFolder(), 'sample'),
    mailer: createSmtpMailer(),
    mailTemplates: bundledMailTemplates,
    resetSecrets: randomResetSecrets,
    secrets: createSealedSecretStore({
      folder: parts.folder,
      environmentKey: parts.environment.DESK_KEY,
      ...(parts.wrapping === undefined ? {} : { wrapping: parts.wrapping }),
    }),
    surroundings: {
      dataFolder: parts.folder,
      version: packageFacts.version,
      electronVersion: 'electron' in process.versions ? process.versions.electron : '',
      standInRuntime: parts.standInRuntime ?? false,
      storeBytes: () => statSync(join(parts.folder, 'desk.sqlite')).size,
    },
  }
}
