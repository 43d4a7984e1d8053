import { useMutation } from '@tanstack/react-query'
import type { Answer, CommandMethod, Input } from '@shared/contract'
import { rememberAct } from './last-act'
import { ask } from './window-app'

/** A command of the contract, ready to be run from a page or a dialog. */
export interface Command<M extends CommandMethod> {
  /** Runs it and gives the answer, refused or not; never throws. */
  readonly run: (input: Input<M>) => Promise<Answer<M>>
  readonly pending: boolean
  /** The answer to the last run, until `reset`. */
  readonly answer: Answer<M> | undefined
  readonly reset: () => void
}

/** The entry of the history that an answer names, if the command left one. */
function entryOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('entryId' in value)) return undefined
  return typeof value.entryId === 'string' ? value.entryId : undefined
}

/**
 * One command of the contract. What it changed comes back by the change signals, so nothing is invalidated here;
 * an act that left a history entry is remembered for Ctrl+Z.
 */
export function useCommand<M extends CommandMethod>(method: M): Command<M> {
  const mutation = useMutation<Answer<M>, never, Input<M>>({
    mutationKey: [method],
    networkMode: 'always',
    mutationFn: async (input) => {
      const answer = await ask(method, input)
      const entry = answer.ok && method !== 'history.undo' ? entryOf(answer.value) : undefined
      if (entry !== undefined) rememberAct(entry)
      return answer
    },
  })
  return { run: mutation.mutateAsync, pending: mutation.isPending, answer: mutation.data, reset: mutation.reset }
}
