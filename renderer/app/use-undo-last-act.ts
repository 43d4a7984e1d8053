import { useCallback } from 'react'
import { lastAct } from '../bridge/last-act'
import { useUndo } from '../bridge/use-undo'
import { useToasts } from '../ui/toast-context'
import { refusalSentence } from '../words/refusal-words'

/** Takes this window's last act back and says so, or says why not. */
export function useUndoLastAct(): () => void {
  const undo = useUndo()
  const { show, announce } = useToasts()
  return useCallback(() => {
    const entry = lastAct()
    if (entry === undefined) {
      announce('Nothing to take back in this window. Older acts are in the learner’s history.')
      return
    }
    void undo(entry).then((answer) => {
      if (answer.ok) {
        show({ message: 'Taken back. The history keeps both acts.' })
        return
      }
      const words = refusalSentence('history.undo', answer.error)
      show({ message: `Not taken back. ${words.happened} ${words.next}` })
    })
  }, [undo, show, announce])
}
