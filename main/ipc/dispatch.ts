import { contract, type Answer, type Contract, type DispatchError, type Method, type Role } from '@shared/contract'
import type { recoveryOperations } from '@shared/contract/backups'
import { refuse, type Refused } from '@shared/model/result'
import type { Acting } from '../ports/acting'
import type { Ids } from '../ports/ids'
import type { Log } from '../ports/log'
import type { HandlersOf } from './handlers/handler'

/** Who sits at the window, from main's own session; never from the renderer. */
export interface Session {
  readonly acting: Acting
  readonly roles: readonly Role[]
}

export interface DispatchParts {
  /** Waits for the store; where it cannot be opened, every operation but those of recovery answers `store_unavailable` with the problem. */
  readonly handlers: () => Promise<HandlersOf<Contract> | { readonly problem: string; readonly recovery?: HandlersOf<typeof recoveryOperations> }>
  readonly session: () => Session
  readonly ids: Ids
  readonly log: Log
  /** In development and tests an answer that does not fit the contract is a fault. */
  readonly checksOutput: boolean
}

/** Answers one call of the renderer; never throws. */
export type Dispatch = (method: unknown, input: unknown) => Promise<Answer<Method> | Refused<DispatchError>>

function isMethod(method: unknown): method is Method {
  return typeof method === 'string' && Object.hasOwn(contract, method)
}

/**
 * The one door: does the contract own the name, may this session, does the input fit, and only then the handler.
 * Anything thrown is a bug: logged under an incident number and answered as `internal`, without its text.
 */
export function createDispatch(parts: DispatchParts): Dispatch {
  return async (method, input) => {
    if (!isMethod(method)) return refuse('unknown_operation')
    const operation = contract[method]
    const session = parts.session()
    if (!session.roles.includes(operation.role)) return refuse('not_allowed')
    const checked = operation.input.safeParse(input)
    if (!checked.success) {
      const field = checked.error.issues[0]?.path.map(String).join('.')
      return refuse('invalid_input', field === undefined || field === '' ? {} : { field })
    }
    try {
      const handlers = await parts.handlers()
      const handler: unknown = 'problem' in handlers ? recoveryOf(method, handlers.recovery) : handlers[method]
      if ('problem' in handlers && handler === undefined) return refuse('store_unavailable', { facts: { problem: handlers.problem } })
      if (!isHandler(handler)) return refuse('unknown_operation')
      const answer = await handler(checked.data, session.acting)
      if (parts.checksOutput && answer.ok) operation.output.parse(answer.value)
      return answer
    } catch (fault) {
      const incident = parts.ids.token(8).toUpperCase()
      parts.log.fault('operation_failed', fault, { method, incident })
      return refuse('internal', { facts: { incident } })
    }
  }
}

/** What answers without a store, for those who may ask it. */
function recoveryOf(method: Method, recovery: HandlersOf<typeof recoveryOperations> | undefined): unknown {
  return recovery !== undefined && method in recovery ? Reflect.get(recovery, method) : undefined
}

type AnyHandler = (input: unknown, acting: Acting) => Promise<Answer<Method>>

// The map's types tie each handler to its own input; by name alone the compiler can't see that the checked input fits.
function isHandler(candidate: unknown): candidate is AnyHandler {
  return typeof candidate === 'function'
}
