import { statSync } from 'node:fs'
import { join } from 'node:path'
import packageFacts from '../../package.json'
import type { Clock } from '../ports/clock'
import type { Log } from '../ports/log'
import type { ServicePorts } from '../ports/service-ports'
import { bundledMailTemplates } from './bundled-mail-templates'
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
