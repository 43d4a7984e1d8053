import { useCallback } from 'react'
import type { Answer } from '@shared/contract'
import { forgetAct } from './last-act'
import { useCommand } from './use-command'

/** Takes an act back by its history entry; the act is then no longer the one that Ctrl+Z names. */
export function useUndo(): (entryId: string, reason?: string) => Promise<Answer<'history.undo'>> {
  const { run } = useCommand('history.undo')
  return useCallback(
    async (entryId, reason = 'Undo') => {
      const answer = await run({ entryId, reason })
      // A busy or broken store can be tried again; a verdict on the entry itself is final.
      if (answer.ok || answer.error.code === 'already_undone' || answer.error.code === 'not_undoable' || answer.error.code === 'not_found') forgetAct(entryId)
      return answer
    },
    [run],
  )
}
