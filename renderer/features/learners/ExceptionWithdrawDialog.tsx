import Box from '@mui/material/Box'
import { useState, type ReactNode } from 'react'
import { useUndo } from '../../bridge/use-undo'
import { ActDialog } from '../../ui/ActDialog'
import { LabelledInput } from '../../ui/LabelledInput'
import { useToasts } from '../../ui/toast-context'
import { RefusalBanner } from '../../words/RefusalBlock'
import type { Learner } from './api'
import { exceptionKindWords, grantWords } from './exception-words'
import { nameOf } from './LearnerHeader'
import { useRecordActs, type LedgerEntry } from './record-act-api'

/** Takes an exception out of force, with the reason; it stays in the ledger. */
export function ExceptionWithdrawDialog({ exception, learner, onClose }: { readonly exception: LedgerEntry; readonly learner: Learner; readonly onClose: () => void }): ReactNode {
  const [reason, setReason] = useState('')
  const [checked, setChecked] = useState(false)
  const { withdrawException } = useRecordActs()
  const undo = useUndo()
  const { show } = useToasts()

  const withdraw = async (): Promise<void> => {
    setChecked(true)
    if (reason.trim() === '') return
    const answer = await withdrawException.run({ exceptionId: exception.id, version: exception.version, reason })
    if (!answer.ok) return
    const { entryId } = answer.value
    show({ message: `${exceptionKindWords[exception.kind]} withdrawn`, action: { label: 'Undo', keys: 'Control+z', run: () => void undo(entryId) } })
    onClose()
  }

  return (
    <ActDialog
      open
      width={520}
      title="Withdraw exception"
      about={
        <>
          <strong>{nameOf(learner)}</strong> · {exceptionKindWords[exception.kind].toLowerCase()}, {grantWords(exception)} · {exception.activityTitle}
        </>
      }
      promise="You can put it back in force from the history."
      verb="Withdraw exception"
      onConfirm={() => void withdraw()}
      onClose={onClose}
      pending={withdrawException.pending}
      typed={reason !== ''}
      refusal={withdrawException.answer?.ok === false ? <RefusalBanner method="exceptions.withdraw" refusal={withdrawException.answer.error} /> : undefined}
    >
      <Box sx={{ p: '16px 24px' }}>
        <LabelledInput label="Reason" value={reason} onChange={setReason} multiline autoFocus help="Kept in the ledger beside the one it was granted for" error={checked && reason.trim() === '' ? 'Say why.' : undefined} />
      </Box>
    </ActDialog>
  )
}
