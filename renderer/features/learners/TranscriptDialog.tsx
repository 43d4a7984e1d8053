import Box from '@mui/material/Box'
import TextField from '@mui/material/TextField'
import { useState, type ReactNode } from 'react'
import { isCivilDate } from '@shared/model/civil-date'
import { ActDialog } from '../../ui/ActDialog'
import { Field } from '../../ui/Field'
import { RefusalBanner } from '../../words/RefusalBlock'
import { useLearnerActs, type Learner } from './api'
import { nameOf } from './LearnerHeader'

/** Issues a transcript of a period (C13, C14): totals per credit type, never across. */
export function TranscriptDialog({ learner, onIssued, onClose }: { readonly learner: Learner; readonly onIssued: (number: string) => void; readonly onClose: () => void }): ReactNode {
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [checked, setChecked] = useState(false)
  const { issueTranscript } = useLearnerActs()
  const wrong = (text: string): string | undefined => (checked && text !== '' && !isCivilDate(text) ? 'Write the day as 2026-03-02.' : undefined)

  const issue = async (): Promise<void> => {
    setChecked(true)
    if ((from !== '' && !isCivilDate(from)) || (to !== '' && !isCivilDate(to))) return
    const answer = await issueTranscript.run({ learnerId: learner.id, fromOn: from === '' ? null : from, toOn: to === '' ? null : to })
    if (answer.ok) onIssued(answer.value.number)
  }

  return (
    <ActDialog
      open
      width={480}
      title="Issue transcript"
      about={
        <>
          <strong>{nameOf(learner)}</strong> · current certificates of the period
        </>
      }
      verb="Issue transcript"
      onConfirm={() => void issue()}
      onClose={onClose}
      pending={issueTranscript.pending}
      typed={from !== '' || to !== ''}
      refusal={issueTranscript.answer?.ok === false ? <RefusalBanner method="transcripts.issue" refusal={issueTranscript.answer.error} /> : undefined}
    >
      <Box sx={{ p: '16px 24px', display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '16px' }}>
        {(
          [
            ['From', from, setFrom, 'Empty: from the first credit'],
            ['To', to, setTo, 'Empty: until today'],
          ] as const
        ).map(([label, value, change, help]) => (
          <Field key={label} label={label} help={help} error={wrong(value)}>
            {(control) => (
              <TextField
                id={control.id}
                value={value}
                placeholder="2026-01-01"
                onChange={(event) => change(event.target.value.trim())}
                slotProps={{ htmlInput: { 'aria-describedby': control['aria-describedby'], 'aria-invalid': control['aria-invalid'], maxLength: 10 } }}
              />
            )}
          </Field>
        ))}
      </Box>
    </ActDialog>
  )
}
