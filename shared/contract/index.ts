import type { z } from 'zod'
import type { Result } from '../model/result'
import { checkOperations } from './checks'
import { backupOperations, recoveryOperations } from './backups'
import { claimActOperations } from './claim-acts'
import { claimOperations } from './claims'
import { deskOperations } from './desk'
import { enrolmentOperations } from './enrolments'
import { exceptionOperations } from './exceptions'
import { diagnosisOperations } from './diagnosis'
import { importOperations } from './imports'
import { learnerOperations } from './learners'
import { messageOperations } from './messages'
import type { DispatchError, Operation, Topic } from './operation'
import { paperOperations } from './paper'
import { portalOperations } from './portals'
import { playbookOperations } from './playbooks'
import { profileChangeOperations } from './profile-changes'
import { settingsOperations } from './settings'
import { verificationOperations } from './verification'
import { ticketOperations } from './tickets'

/** Everything the renderer may ask; a feature begins with its entry here. */
export const contract = {
  ...deskOperations,
  ...learnerOperations,
  ...claimOperations,
  ...checkOperations,
  ...claimActOperations,
  ...enrolmentOperations,
  ...exceptionOperations,
  ...diagnosisOperations,
  ...profileChangeOperations,
  ...paperOperations,
  ...messageOperations,
  ...importOperations,
  ...portalOperations,
  ...playbookOperations,
  ...settingsOperations,
  ...backupOperations,
  ...recoveryOperations,
  ...verificationOperations,
  ...ticketOperations,
} as const satisfies Record<string, Operation>

export type Contract = typeof contract
export type Method = keyof Contract
export type QueryMethod = { [M in Method]: Contract[M]['kind'] extends 'query' ? M : never }[Method]
export type CommandMethod = { [M in Method]: Contract[M]['kind'] extends 'command' ? M : never }[Method]
export type Input<M extends Method> = z.infer<Contract[M]['input']>
export type Output<M extends Method> = z.infer<Contract[M]['output']>
/** The codes an operation's own rules answer with. */
export type DeclaredCode<M extends Method> = Contract[M]['errors'][number]
/** Every code a caller of the operation can meet. */
export type Code<M extends Method> = DeclaredCode<M> | DispatchError
/** What a handler must give back. */
export type HandlerResult<M extends Method> = Result<Output<M>, DeclaredCode<M>>
/** What reaches the renderer; `incident` is the number under which main logged a bug. */
export type Answer<M extends Method> = Result<Output<M>, Code<M>>

/** The whole surface of the preload script. */
export interface Bridge {
  /** The answer as JSON text of an `Answer<M>`. */
  invoke(method: string, input: unknown): Promise<string>
  onChanged(listener: (topics: readonly Topic[]) => void): () => void
}

export type { DispatchError, Operation, Role, Topic } from './operation'
export { topics } from './operation'
