import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import Select from '@mui/material/Select'
import { useState, type ReactNode } from 'react'
import { useUndo } from '../../bridge/use-undo'
import { ActDialog } from '../../ui/ActDialog'
import { Field } from '../../ui/Field'
import { LabelledInput } from '../../ui/LabelledInput'
import { SkeletonRows } from '../../ui/SkeletonRows'
import { useToasts } from '../../ui/toast-context'
import { RefusalBanner, RefusalBlock } from '../../words/RefusalBlock'
import { refusalWordsOf } from '../../words/refusal-words'
import { dayWords, instantDayWords, instantWords } from '../../words/time-words'
import type { Learner } from './api'
import { changesOf, formOf, unreadable, type EnrolmentForm, type ProgressField } from './enrolment-form'
import { nameOf } from './LearnerHeader'
import { useEnrolmentProgress, useRecordActs, type EnrolmentProgress } from './record-act-api'

interface EnrolmentDialogProps {
  readonly learner: Learner
  readonly enrolmentId: string
  readonly activityTitle: string
  readonly onClose: () => void
}

/** Enters or corrects how far an enrolment is (P5, C7, C8): attendance, code, tests, evaluation, segments, with the reason. */
export function EnrolmentDialog({ learner, enrolmentId, activityTitle, onClose }: EnrolmentDialogProps): ReactNode {
  const progress = useEnrolmentProgress(enrolmentId)
  const [edited, setEdited] = useState<EnrolmentForm>()
  const [reason, setReason] = useState('')
  const [checked, setChecked] = useState(false)
  const { correctEnrolment } = useRecordActs()
  const undo = useUndo()
  const { show } = useToasts()
  const { data } = progress
  const form = edited ?? (data === undefined ? undefined : formOf(data))
  const refused = correctEnrolment.answer?.ok === false ? correctEnrolment.answer.error : undefined
  const wrong = form === undefined ? {} : unreadable(form)

  const save = async (): Promise<void> => {
    setChecked(true)
    if (data === undefined || form === undefined || Object.keys(wrong).length > 0 || reason.trim() === '') return
    const answer = await correctEnrolment.run({ id: enrolmentId, version: data.version, changes: changesOf(form, data), reason })
    if (!answer.ok) return
    const { entryId } = answer.value
    show({ message: `Progress in ${activityTitle} corrected`, action: { label: 'Undo', keys: 'Control+z', run: () => void undo(entryId) } })
    onClose()
  }
  const errorOf = (field: string): string | undefined => {
    const unread = checked ? Object.entries(wrong).find(([name]) => name === field)?.[1] : undefined
    return unread ?? (refused?.field === field ? refusalWordsOf('enrolments.correct', refused.code) : undefined)
  }

  return (
    <ActDialog
      open
      width={640}
      title="Correct progress"
      about={
        <>
          <strong>{nameOf(learner)}</strong> · {activityTitle}
        </>
      }
      promise="You can undo this from the learner’s history until a claim rests on it."
      verb="Save progress"
      onConfirm={() => void save()}
      onClose={onClose}
      pending={correctEnrolment.pending}
      blocked={data === undefined}
      typed={edited !== undefined || reason !== ''}
      refusal={refused === undefined ? undefined : <RefusalBanner method="enrolments.correct" refusal={refused} />}
    >
      {progress.error !== null ? (
        <RefusalBlock method="enrolments.progress" refusal={progress.error.refusal} onAgain={() => void progress.refetch()} />
      ) : data === undefined || form === undefined ? (
        <SkeletonRows tracks={['1fr', '1fr']} rows={6} label="Reading the enrolment" />
      ) : (
        <Box sx={{ p: '16px 24px', display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, gap: '12px 16px', alignItems: 'start' }}>
          <Box sx={{ gridColumn: '1 / -1', color: 'text.secondary' }}>
            Registered {dayWords(data.registeredOn)}
            {data.expiresOn === null ? '' : `; the activity’s last day is ${dayWords(data.expiresOn)}`}. Empty a field to take its value off the record.
          </Box>
          <ProgressFields progress={data} form={form} errorOf={errorOf} onForm={setEdited} />
          <Box sx={{ gridColumn: '1 / -1' }}>
            <LabelledInput
              label="Reason"
              value={reason}
              onChange={setReason}
              multiline
              help="On what evidence; kept in the history"
              error={(checked && reason.trim() === '' ? 'Say on what evidence the record is corrected.' : undefined) ?? errorOf('reason')}
            />
          </Box>
        </Box>
      )}
    </ActDialog>
  )
}

interface ProgressFieldsProps {
  readonly progress: EnrolmentProgress
  readonly form: EnrolmentForm
  readonly errorOf: (field: string) => string | undefined
  readonly onForm: (form: EnrolmentForm) => void
}

/** The fields this activity asks for, and those that hold something all the same. */
function ProgressFields({ progress, form, errorOf, onForm }: ProgressFieldsProps): ReactNode {
  const { requires } = progress
  const input = (field: ProgressField | 'eventCode', label: string, help: string, numeric = false): ReactNode => (
    <LabelledInput key={field} label={label} value={form[field]} onChange={(text) => onForm({ ...form, [field]: text })} help={help} error={errorOf(field)} numeric={numeric} {...(field.endsWith('On') ? { placeholder: progress.today, longest: 10 } : {})} />
  )
  const test = requires.posttest || progress.attemptsUsed !== null || progress.passedOn !== null
  return (
    <>
      {progress.sessions.length > 0 ? <SessionChoice progress={progress} form={form} error={errorOf('sessionId')} onForm={onForm} /> : null}
      {progress.live && progress.sessions.length === 0 ? input('attendedOn', 'Attended on', 'The day of the sign-in sheet') : null}
      {requires.eventCode ? input('eventCode', 'Event code', codeHelp(progress)) : null}
      {requires.pretest || progress.pretestOn !== null ? input('pretestOn', 'Pre-test on', 'The day it was taken') : null}
      {test ? input('attemptsUsed', 'Tries used', 'Of the post-test', true) : null}
      {test ? input('bestPercent', 'Best score, percent', progress.passMark === null ? 'No pass mark is set' : `The pass mark is ${String(progress.passMark)}`, true) : null}
      {test ? input('passedOn', 'Passed on', 'The day of the passed test') : null}
      {requires.evaluation || progress.evaluatedOn !== null ? input('evaluatedOn', 'Evaluated on', 'The day it was handed in') : null}
      {input('segmentsDone', 'Segments done', 'Empty where the course has none (P5)', true)}
      {input('segmentsTotal', 'Segments in all', 'As the course counts them', true)}
    </>
  )
}

function codeHelp(progress: EnrolmentProgress): string {
  const entered = progress.eventCodeEnteredAt
  return entered === null ? 'As the learner says it: case, blanks, O for 0 or l for 1 do not matter (T26)' : `Entered ${instantDayWords(entered, progress.zone)}. Type one to enter it again.`
}

function SessionChoice({ progress, form, error, onForm }: { readonly progress: EnrolmentProgress; readonly form: EnrolmentForm; readonly error: string | undefined; readonly onForm: (form: EnrolmentForm) => void }): ReactNode {
  const attended = progress.attendedOn === null ? 'None on record' : `On record: ${dayWords(progress.attendedOn)}`
  return (
    <Field label="Session attended" help={`${attended}. Each session has a code of its own (T30).`} error={error}>
      {(control) => (
        <Select value={form.sessionId} displayEmpty onChange={(event) => onForm({ ...form, sessionId: event.target.value })} inputProps={{ id: control.id, 'aria-describedby': control['aria-describedby'] }} SelectDisplayProps={{ 'aria-labelledby': `${control.id}-label` }}>
          <MenuItem value="">As it is</MenuItem>
          {[...progress.sessions].reverse().map((session) => (
            <MenuItem key={session.id} value={session.id}>
              {instantWords(session.startsAt, progress.zone)}
              {session.location === '' ? '' : ` · ${session.location}`}
            </MenuItem>
          ))}
        </Select>
      )}
    </Field>
  )
}
