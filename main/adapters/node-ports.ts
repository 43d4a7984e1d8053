import { statSync } from 'node:fs'
import { join } from 'node:path'
import packageFacts from '../../package.json'
import { exchangeReader } from '../exchange/exchange-folder'
import type { Clock } from '../ports/clock'
import type { Dialogs } from '../ports/dialogs'
import type { Log } from '../ports/log'
import type { ServicePorts } from '../ports/service-ports'
import { bundledMailTemplates } from './bundled-mail-templates'
import { machinePace } from './machine-pace'
import { nodeFiles } from './node-files'
import { randomIds } from './random-ids'
import { randomResetSecrets } from './random-reset-secrets'
import { createSealedSecretStore } from './sealed-secret-store'
import type { KeyWrapping } from './secret-key'
import { createSmtpMailer } from './smtp-mailer'

export interface NodePortsParts {
  readonly folder: string
  readonly clock: Clock
  readonly log: Log
  readonly environment: NodeJS.ProcessEnv
  /** The folder `resources` the program comes with. */
  readonly resourcesFolder: string
  /** The window's own dialogs; the command line has none. */
  readonly dialogs?: Dialogs
  /** The system's keyring; the window alone has one. */
  readonly wrapping?: KeyWrapping
  readonly standInRuntime?: boolean
}

/** The ports that are the same in the window and under plain Node, but for the store's unit of work. */
export function nodePorts(parts: NodePortsParts): Omit<ServicePorts, 'unitOfWork'> {
  return {
    clock: parts.clock,
    log: parts.log,
    ids: randomIds,
    dialogs: parts.dialogs ?? { chooseFolder: () => Promise.resolve(null), saveFile: () => Promise.resolve(null) },
    exchange: exchangeReader,
    files: nodeFiles,
    pace: machinePace,
    sampleFolder: join(parts.resourcesFolder, 'sample'),
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
      electronVersion: process.versions.electron ?? '',
      standInRuntime: parts.standInRuntime ?? false,
      storeBytes: () => statSync(join(parts.folder, 'desk.sqlite')).size,
    },
  }
}
