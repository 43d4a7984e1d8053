import SearchOutlined from '@mui/icons-material/SearchOutlined'
import Box from '@mui/material/Box'
import { useDeferredValue, useState, type ReactNode } from 'react'
import { ActDialog } from '../../ui/ActDialog'
import { CopyButton } from '../../ui/CopyButton'
import { LabelledInput } from '../../ui/LabelledInput'
import { OptionRadios, type RadioOption } from '../../ui/OptionRadios'
import { SkeletonRows } from '../../ui/SkeletonRows'
import { EmptyBlock } from '../../ui/StateBlock'
import { RefusalBanner, RefusalBlock } from '../../words/RefusalBlock'
import { refusalWordsOf } from '../../words/refusal-words'
import { instantWords } from '../../words/time-words'
import type { Learner } from './api'
import { nameOf } from './LearnerHeader'
import { useEventSessions, useRecordActs, type FoundSession } from './record-act-api'

interface EventCodeDialogProps {
  readonly learner: Learner
  /** Shows this activity's sessions before anything is asked. */
  readonly activityId: string | undefined
  readonly onClose: () => void
}

const entitlements = { attendance_on_record: 'attendance is on record', registered_before: 'registered before it ended' } as const

function optionOf(session: FoundSession, zone: string): RadioOption<string> {
  const { verdict } = session
  const label = [session.title, instantWords(session.startsAt, zone), session.location].filter((part) => part !== '').join(' · ')
  const rows = verdict.rows.join(', ')
  if (verdict.kind === 'entitled') return { key: session.id, label, detail: `May have it: ${entitlements[verdict.because]} (${rows}). ${verdict.nextStep}` }
  return { key: session.id, label, detail: `Refused: ${refusalWordsOf('eventCodes.give', verdict.code)} ${verdict.nextStep} (${rows})`, state: 'refused' }
}

/** Finds a session's code by what is half remembered and gives it to whom it is due (C7, C8); that it was given is kept. */
export function EventCodeDialog({ learner, activityId, onClose }: EventCodeDialogProps): ReactNode {
  const [question, setQuestion] = useState('')
  const [picked, setPicked] = useState<string>()
  const [given, setGiven] = useState<{ readonly session: FoundSession; readonly code: string }>()
  const asked = useDeferredValue(question)
  const found = useEventSessions(learner.id, asked, activityId)
  const { giveEventCode } = useRecordActs()
  const sessions = found.data?.sessions ?? []
  const due = sessions.filter((session) => session.verdict.kind === 'entitled')
  const chosen = due.find((session) => session.id === picked) ?? (due.length === 1 ? due[0] : undefined)

  const give = async (): Promise<void> => {
    if (chosen === undefined) return
    const answer = await giveEventCode.run({ learnerId: learner.id, sessionId: chosen.id })
    if (answer.ok) setGiven({ session: chosen, code: answer.value.code })
  }
  const zone = found.data?.zone ?? learner.zone
  return (
    <ActDialog
      open
      width={680}
      title="Find event code"
      about={
        <>
          <strong>{nameOf(learner)}</strong> · {learner.portalName}
        </>
      }
      verb="Give code"
      cancelWord="Close"
      onConfirm={() => void give()}
      onClose={onClose}
      pending={giveEventCode.pending}
      blocked={chosen === undefined}
      refusal={giveEventCode.answer?.ok === false ? <RefusalBanner method="eventCodes.give" refusal={giveEventCode.answer.error} /> : undefined}
    >
      <Box sx={{ p: '16px 24px', display: 'flex', flexDirection: 'column', gap: '12px', minHeight: 320 }}>
        <LabelledInput label="What the learner remembers" value={question} onChange={setQuestion} autoFocus longest={200} placeholder="cardiology, Tuesday 10 Nov, room 12" help="Title, date, room, or the code as they read it; a letter may be wrong" />
        {given === undefined ? null : (
          <Box role="status" sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: '8px', p: '8px 12px', bgcolor: 'desk.successTint', borderLeft: '3px solid', borderColor: 'success.main' }}>
            <Box component="strong" className="identifier" sx={{ fontSize: 16, lineHeight: '24px' }}>
              {given.code}
            </Box>
            <CopyButton value={given.code} what="Event code" />
            <span>
              is the code of {given.session.title}, {instantWords(given.session.startsAt, zone)}. That it was given stands in the history.
            </span>
          </Box>
        )}
        {found.error !== null ? (
          <RefusalBlock method="eventCodes.find" refusal={found.error.refusal} onAgain={() => void found.refetch()} />
        ) : found.data === undefined ? (
          <SkeletonRows tracks={['1fr', '160px']} rows={4} label="Looking through the sessions" />
        ) : sessions.length === 0 ? (
          <EmptyBlock icon={SearchOutlined} title={asked.trim() === '' ? 'Say what is remembered' : 'No session found'}>
            {asked.trim() === '' ? 'A word of the title, the day or the room is enough.' : 'Try fewer words: the day alone, or the room alone. Only sessions with a code are looked through.'}
          </EmptyBlock>
        ) : (
          <OptionRadios label="Sessions" options={sessions.map((session) => optionOf(session, zone))} chosen={chosen?.id} onChoose={setPicked} />
        )}
      </Box>
    </ActDialog>
  )
}
