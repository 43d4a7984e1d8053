import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { Code, Input, Output, QueryMethod } from '@shared/contract'
import type { Refusal } from '@shared/model/result'
import { ask } from './window-app'

/** A refused question, as a query's `error`; `refusal` carries code, field and facts for the words. */
export class AskRefused<M extends QueryMethod> extends Error {
  constructor(
    readonly method: M,
    readonly refusal: Refusal<Code<M>>,
  ) {
    super(`${method}: ${refusal.code}`)
    this.name = 'AskRefused'
  }
}

export interface AskOptions {
  /** False holds the question back. */
  readonly enabled?: boolean
  /** Keeps the former answer on the screen while a changed question is under way. */
  readonly keepFormer?: boolean
}

/** The key under which an answer is kept: the operation and its input. */
export function askKey<M extends QueryMethod>(method: M, input: Input<M>): readonly [M, Input<M>] {
  return [method, input]
}

/** Asks a query of the contract and keeps the answer until a change signal names one of its topics. */
export function useAsk<M extends QueryMethod>(method: M, input: Input<M>, options: AskOptions = {}): UseQueryResult<Output<M>, AskRefused<M>> {
  return useQuery<Output<M>, AskRefused<M>, Output<M>>({
    queryKey: askKey(method, input),
    queryFn: async () => {
      const answer = await ask(method, input)
      if (!answer.ok) throw new AskRefused(method, answer.error)
      return answer.value
    },
    staleTime: Infinity,
    retry: false,
    enabled: options.enabled ?? true,
    ...(options.keepFormer === true ? { placeholderData: keepPreviousData } : {}),
  })
}
