import AutorenewOutlined from '@mui/icons-material/AutorenewOutlined'
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import EditNoteOutlined from '@mui/icons-material/EditNoteOutlined'
import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined'
import HelpOutlineOutlined from '@mui/icons-material/HelpOutlineOutlined'
import LockResetOutlined from '@mui/icons-material/LockResetOutlined'
import MailOutlined from '@mui/icons-material/MailOutlined'
import PauseCircleOutlined from '@mui/icons-material/PauseCircleOutlined'
import ScheduleOutlined from '@mui/icons-material/ScheduleOutlined'
import type { SvgIconComponent } from '@mui/icons-material'
import type { ReactNode } from 'react'
import type { ShownMessageState } from '@shared/model/field-codes'
import type { Instant } from '@shared/model/instant'
import { useOpenRecord } from '../../bridge/navigation'
import { DataTable } from '../../ui/DataTable'
import { PaneHead } from '../../ui/PaneHead'
import { EmptyBlock } from '../../ui/StateBlock'
import { StateWord } from '../../ui/StateWord'
import { rowLines, type Column } from '../../ui/table-types'
import type { Tone } from '../../ui/tone'
import { ToolbarButton } from '../../ui/ToolbarButton'
import { messageKindWords, messageStateMeaning, messageStateWords } from '../../words/field-words'
import { nearInstantWords, utcWords } from '../../words/time-words'
import type { LearnerMessage, LearnerRecord } from './api'

const looks: Readonly<Record<ShownMessageState, { readonly tone: Tone; readonly icon: SvgIconComponent }>> = {
  draft: { tone: 'neutral', icon: EditNoteOutlined },
  queued: { tone: 'primary', icon: ScheduleOutlined },
  held: { tone: 'warning', icon: PauseCircleOutlined },
  handed_over: { tone: 'success', icon: CheckCircleOutlined },
  failed: { tone: 'error', icon: ErrorOutline },
  bounced: { tone: 'error', icon: ErrorOutline },
  unknown: { tone: 'warning', icon: HelpOutlineOutlined },
  replaced: { tone: 'neutral', icon: AutorenewOutlined },
}

/** Mail to this learner, the desk's own and the platform's (H11, H42, C18). */
export function MessagesTab({ record, now, onReset }: { readonly record: LearnerRecord; readonly now: Instant; readonly onReset: () => void }): ReactNode {
  const openRecord = useOpenRecord()
  const columns: readonly Column<LearnerMessage>[] = [
    {
      id: 'state',
      head: 'State',
      track: '132px',
      cell: (row) => (
        <span title={messageStateMeaning[row.state]}>
          <StateWord tone={looks[row.state].tone} icon={looks[row.state].icon}>
            {messageStateWords[row.state]}
          </StateWord>
        </span>
      ),
    },
    { id: 'subject', head: 'Subject', track: 'minmax(160px, 2fr)', naming: true, cell: (row) => <span title={row.subject}>{row.subject === '' ? messageKindWords[row.kind] : row.subject}</span> },
    { id: 'to', head: 'To', track: 'minmax(140px, 1.4fr)', cell: (row) => <span className="whole">{row.to}</span> },
    { id: 'origin', head: 'Sent by', track: '88px', cell: (row) => (row.origin === 'desk' ? 'Desk' : 'Platform') },
    { id: 'at', head: 'When', track: '156px', cell: (row) => <span title={utcWords(row.at)}>{nearInstantWords(row.at, now, record.learner.zone)}</span> },
    { id: 'answer', head: 'Answer', track: 'minmax(80px, 0.8fr)', cell: (row) => <span title={row.lastAnswer}>{row.lastAnswer}</span> },
  ]
  return (
    <>
      <PaneHead title="Messages" note={`${String(record.messages.length)} on file`}>
        <ToolbarButton icon={LockResetOutlined} onClick={onReset}>
          Send reset…
        </ToolbarButton>
      </PaneHead>
      {record.messages.length === 0 ? (
        <EmptyBlock icon={MailOutlined} title="No mail on file">
          Neither the platform nor this desk is known to have written to this learner. Send a reset, or correct a credit, and it stands here.
        </EmptyBlock>
      ) : (
        <DataTable
          label="Messages"
          columns={columns}
          lines={rowLines(record.messages, (row) => row.id)}
          onOpen={(row) => row.origin === 'desk' && openRecord({ kind: 'outbox', id: '' }, { act: { verb: 'messages', subject: row.id } })}
          footer="Open a mail of the desk to read it in the outbox. Handed over means the mail server took it, not that it was read."
          ownsKeys
        />
      )}
    </>
  )
}
