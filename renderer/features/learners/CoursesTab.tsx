import EditNoteOutlined from '@mui/icons-material/EditNoteOutlined'
import GavelOutlined from '@mui/icons-material/GavelOutlined'
import MenuBookOutlined from '@mui/icons-material/MenuBookOutlined'
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import PasswordOutlined from '@mui/icons-material/PasswordOutlined'
import PendingActionsOutlined from '@mui/icons-material/PendingActionsOutlined'
import type { ReactNode } from 'react'
import { DataTable } from '../../ui/DataTable'
import { PaneHead } from '../../ui/PaneHead'
import { EmptyBlock } from '../../ui/StateBlock'
import { StateWord } from '../../ui/StateWord'
import { rowLines, type Column } from '../../ui/table-types'
import { ToolbarButton } from '../../ui/ToolbarButton'
import { dayWords, instantDayWords } from '../../words/time-words'
import type { Enrolment, LearnerRecord } from './api'
import { ExceptionLedger } from './ExceptionLedger'
import type { RecordDialog } from './RecordDialogs'
import { stepWords } from './record-words'

function StateOf({ enrolment }: { readonly enrolment: Enrolment }): ReactNode {
  const here = enrolment.steps.find((step) => step.state === 'here')
  if (enrolment.claimIds.length > 0 || here === undefined) {
    return (
      <StateWord tone="success" icon={CheckCircleOutlined}>
        {enrolment.claimIds.length > 0 ? 'Claimed' : 'Done'}
      </StateWord>
    )
  }
  return (
    <StateWord tone="warning" icon={PendingActionsOutlined}>
      {stepWords[here.step]} open
    </StateWord>
  )
}

function attempts(enrolment: Enrolment): string {
  if (enrolment.attemptsUsed === null) return ''
  return enrolment.maximumAttempts === null ? String(enrolment.attemptsUsed) : `${String(enrolment.attemptsUsed)} of ${String(enrolment.maximumAttempts)}`
}

function result(enrolment: Enrolment): string {
  if (enrolment.bestPercent === null) return ''
  return enrolment.passPercent === null ? `${String(enrolment.bestPercent)} %` : `${String(enrolment.bestPercent)} / ${String(enrolment.passPercent)} %`
}

interface CoursesTabProps {
  readonly record: LearnerRecord
  readonly selected: string | undefined
  readonly onSelect: (key: string) => void
  readonly onDialog: (dialog: RecordDialog) => void
}

/** Every activity the learner is registered for, how far each is, and the exceptions granted. */
export function CoursesTab({ record, selected, onSelect, onDialog }: CoursesTabProps): ReactNode {
  const { zone } = record.learner
  const columns: readonly Column<Enrolment>[] = [
    { id: 'activity', head: 'Activity', track: 'minmax(160px, 1fr)', naming: true, cell: (row) => <span title={row.activityTitle}>{row.activityTitle}</span> },
    { id: 'registered', head: 'Registered', track: '96px', cell: (row) => instantDayWords(row.registeredAt, zone) },
    { id: 'attempts', head: 'Tries', track: '52px', align: 'right', cell: attempts },
    { id: 'result', head: 'Best / pass', track: '88px', align: 'right', cell: result },
    { id: 'expires', head: 'Last day', track: '96px', cell: (row) => (row.expiresOn === null ? 'none' : dayWords(row.expiresOn)) },
    { id: 'state', head: 'State', track: '132px', cell: (row) => <StateOf enrolment={row} /> },
  ]
  const current = record.enrolments.find((enrolment) => enrolment.id === selected || enrolment.claimIds.some((claimId) => claimId === selected))
  return (
    <>
      <PaneHead title="Courses" note={`${String(record.enrolments.length)} registered`}>
        {current === undefined ? null : (
          <>
            <ToolbarButton icon={EditNoteOutlined} onClick={() => onDialog({ kind: 'correct-progress', enrolment: current })}>
              Correct progress…
            </ToolbarButton>
            <ToolbarButton icon={GavelOutlined} onClick={() => onDialog({ kind: 'exception', enrolment: current })}>
              Grant exception…
            </ToolbarButton>
          </>
        )}
        <ToolbarButton icon={PasswordOutlined} onClick={() => onDialog({ kind: 'event-code', activityId: current?.activityId })}>
          Find event code…
        </ToolbarButton>
      </PaneHead>
      {record.enrolments.length === 0 ? (
        <EmptyBlock icon={MenuBookOutlined} title="No courses">
          Not registered for any activity under this record. Look under the learner’s other addresses (C6).
        </EmptyBlock>
      ) : (
        <DataTable label="Courses" columns={columns} lines={rowLines(record.enrolments, (row) => row.id)} selected={current?.id} onSelect={onSelect} ownsKeys />
      )}
      <ExceptionLedger learnerId={record.learner.id} zone={zone} onWithdraw={(exception) => onDialog({ kind: 'withdraw-exception', exception })} />
    </>
  )
}
