import Box from '@mui/material/Box'
import { useState, type ReactNode } from 'react'
import { isCivilDate } from '@shared/model/civil-date'
import type { ExceptionKind } from '@shared/model/field-codes'
import { useUndo } from '../../bridge/use-undo'
import { ActDialog } from '../../ui/ActDialog'
import { LabelledInput } from '../../ui/LabelledInput'
import { OptionRadios, type RadioOption } from '../../ui/OptionRadios'
import { SkeletonRows } from '../../ui/SkeletonRows'
import { useToasts } from '../../ui/toast-context'
import { RefusalBanner, RefusalBlock } from '../../words/RefusalBlock'
import { refusalWordsOf } from '../../words/refusal-words'
import { dayWords } from '../../words/time-words'
import type { Learner } from './api'
import { exceptionKindWords } from './exception-words'
import { nameOf } from './LearnerHeader'
import { useExceptionOptions, useRecordActs, type ExceptionOption } from './record-act-api'

interface ExceptionDialogProps {
  readonly learner: Learner
  readonly activityId: string
  readonly activityTitle: string
  readonly onClose: () => void
}

function optionOf({ kind, verdict, rows }: ExceptionOption): RadioOption<ExceptionKind> {
  const label = exceptionKindWords[kind]
  if (verdict.kind === 'refused') return { key: kind, label, detail: `Refused: ${refusalWordsOf('exceptions.grant', verdict.code)} (${rows.join(', ')})`, state: 'refused' }
  const limit = verdict.attempts !== null ? `The limit is ${String(verdict.attempts)}.` : verdict.lastOn === null ? 'Nothing counts yet.' : `The last day is ${dayWords(verdict.lastOn)}.`
  return { key: kind, label, detail: `${limit} Sets ${verdict.ruleRow} aside (${rows[0] ?? ''}).` }
}

/** Sets a rule aside on record (C10, P8, P25): which one, until when or how often, on whose word and why. */
export function ExceptionDialog({ learner, activityId, activityTitle, onClose }: ExceptionDialogProps): ReactNode {
  const options = useExceptionOptions(learner.id, activityId)
  const [picked, setPicked] = useState<ExceptionKind>()
  const [until, setUntil] = useState('')
  const [attempts, setAttempts] = useState('1')
  const [approver, setApprover] = useState('')
  const [reason, setReason] = useState('')
  const [checked, setChecked] = useState(false)
  const { grantException } = useRecordActs()
  const undo = useUndo()
  const { show } = useToasts()
  const allowed = options.data?.options.filter((option) => option.verdict.kind === 'allowed') ?? []
  // Where one kind alone is open there is nothing to choose.
  const kind = picked ?? (allowed.length === 1 ? allowed[0]?.kind : undefined)
  const verdict = options.data?.options.find((option) => option.kind === kind)?.verdict
  const refused = grantException.answer?.ok === false ? grantException.answer.error : undefined
  const errorOf = (field: string, wrong: string | undefined): string | undefined =>
    (checked ? wrong : undefined) ?? (refused?.field === field ? refusalWordsOf('exceptions.grant', refused.code) : undefined)

  const grant = async (): Promise<void> => {
    setChecked(true)
    const tries = kind === 'extra_attempt'
    if (kind === undefined || approver.trim() === '' || reason.trim() === '' || (tries ? !/^\d+$/.test(attempts) : !isCivilDate(until))) return
    const answer = await grantException.run({ learnerId: learner.id, activityId, kind, approver, reason, ...(tries ? { attempts: Number(attempts) } : { untilOn: until }) })
    if (!answer.ok) return
    const { entryId } = answer.value
    show({ message: `${exceptionKindWords[kind]} granted`, action: { label: 'Undo', keys: 'Control+z', run: () => void undo(entryId) } })
    onClose()
  }

  return (
    <ActDialog
      open
      width={600}
      title="Grant exception"
      about={
        <>
          <strong>{nameOf(learner)}</strong> · {activityTitle}
        </>
      }
      promise="You can withdraw it until something is done by it."
      verb="Grant exception"
      onConfirm={() => void grant()}
      onClose={onClose}
      pending={grantException.pending}
      blocked={options.data === undefined || allowed.length === 0}
      typed={until !== '' || approver !== '' || reason !== ''}
      refusal={refused === undefined ? undefined : <RefusalBanner method="exceptions.grant" refusal={refused} />}
    >
      {options.error !== null ? (
        <RefusalBlock method="exceptions.options" refusal={options.error.refusal} onAgain={() => void options.refetch()} />
      ) : options.data === undefined ? (
        <SkeletonRows tracks={['1fr']} rows={6} label="Reading the rules" />
      ) : (
        <Box sx={{ p: '16px 24px', display: 'flex', flexDirection: 'column', gap: '16px' }}>
          <OptionRadios
            label="What is set aside"
            options={options.data.options.map(optionOf)}
            chosen={kind}
            onChoose={(key) => {
              setPicked(key)
              grantException.reset()
            }}
            error={checked && kind === undefined && allowed.length > 0 ? 'Choose what is set aside.' : undefined}
          />
          {allowed.length === 0 ? null : (
            <>
              <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '168px minmax(0, 1fr)' }, gap: '12px 16px' }}>
                {kind === 'extra_attempt' ? (
                  <LabelledInput label="Tries granted" value={attempts} onChange={(text) => setAttempts(text.trim())} numeric longest={2} help="1 to 5" error={errorOf('attempts', /^\d+$/.test(attempts) ? undefined : 'A whole number.')} />
                ) : (
                  <LabelledInput
                    label="Last day"
                    value={until}
                    onChange={(text) => setUntil(text.trim())}
                    placeholder={options.data.today}
                    longest={10}
                    help={verdict?.kind === 'allowed' && verdict.latestOn !== null ? `No later than ${dayWords(verdict.latestOn)} (T23)` : 'The day counts in full'}
                    error={errorOf('untilOn', isCivilDate(until) ? undefined : 'Write the day as 2026-12-31.')}
                  />
                )}
                <LabelledInput label="Approved by" value={approver} onChange={setApprover} help="Who gave the word for it" longest={200} error={errorOf('approver', approver.trim() === '' ? 'Name who approved it.' : undefined)} />
              </Box>
              <LabelledInput label="Reason" value={reason} onChange={setReason} multiline help="Kept in the ledger and the history" error={errorOf('reason', reason.trim() === '' ? 'Say why.' : undefined)} />
            </>
          )}
        </Box>
      )}
    </ActDialog>
  )
}
