import AttachFileOutlined from '@mui/icons-material/AttachFileOutlined'
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import type { Instant } from '@shared/model/instant'
import { useOpenRecord } from '../../bridge/navigation'
import { DefinitionList } from '../../ui/DefinitionList'
import { FactChip } from '../../ui/FactChip'
import { PaneHead } from '../../ui/PaneHead'
import { SkeletonRows } from '../../ui/SkeletonRows'
import { StateBanner } from '../../ui/StateBlock'
import { StateWord } from '../../ui/StateWord'
import { ToolbarButton } from '../../ui/ToolbarButton'
import { useToasts } from '../../ui/toast-context'
import { messageKindWords, messageStateMeaning, messageStateWords } from '../../words/field-words'
import { RefusalBanner, RefusalBlock } from '../../words/RefusalBlock'
import { nearInstantWords, utcWords } from '../../words/time-words'
import { useMessage, useOutboxActs, type OutboxMessage } from './api'
import { DraftEditor } from './DraftEditor'
import { stateLooks } from './state-looks'

interface MessagePaneProps {
  readonly id: string
  readonly now: Instant
  readonly zone: string
}

/** One message: its state explained, its text as it will go, and what can be done with it. */
export function MessagePane({ id, now, zone }: MessagePaneProps): ReactNode {
  const message = useMessage(id)
  if (message.error !== null) return <RefusalBlock method="outbox.open" refusal={message.error.refusal} onAgain={() => void message.refetch()} />
  if (message.data === undefined) return <SkeletonRows tracks={['112px', '1fr']} rows={6} label="Loading the message" />
  return <Message key={message.data.id} message={message.data} now={now} zone={zone} />
}

function Message({ message, now, zone }: { readonly message: OutboxMessage; readonly now: Instant; readonly zone: string }): ReactNode {
  const openRecord = useOpenRecord()
  const { queue, hold, edit } = useOutboxActs()
  const { show } = useToasts()
  const [editing, setEditing] = useState(false)
  const look = stateLooks[message.state]
  const near = (at: Instant): ReactNode => <span title={utcWords(at)}>{nearInstantWords(at, now, zone)}</span>
  const key = { id: message.id, version: message.version }
  const holdBack = async (held: boolean): Promise<void> => {
    const answer = await hold.run({ ...key, hold: held })
    if (answer.ok) show({ message: held ? 'Held back. It stays until you let it go.' : 'Let go. It is handed over at the next try.', sort: 'sent' })
  }
  const putInQueue = async (): Promise<void> => {
    const answer = await queue.run(key)
    if (answer.ok) show({ message: 'Queued. It goes once its hold has passed.', sort: 'sent' })
  }
  const { learnerId } = message
  const pending = queue.pending || hold.pending
  return (
    <>
      <PaneHead title={<span title={message.subject}>{message.subject}</span>}>
        {message.state === 'draft' && !editing ? (
          <>
            <ToolbarButton onClick={() => setEditing(true)}>Edit draft</ToolbarButton>
            <ToolbarButton look="main" disabled={pending} onClick={() => void putInQueue()}>
              Queue mail
            </ToolbarButton>
          </>
        ) : null}
        {message.state === 'failed' || message.state === 'bounced' || message.state === 'unknown' ? (
          <ToolbarButton look="frame" disabled={pending} onClick={() => void putInQueue()}>
            Queue again
          </ToolbarButton>
        ) : null}
        {message.state === 'queued' ? (
          <ToolbarButton look="frame" disabled={pending} onClick={() => void holdBack(true)}>
            Hold back
          </ToolbarButton>
        ) : null}
        {message.state === 'held' ? (
          <ToolbarButton look="main" disabled={pending} onClick={() => void holdBack(false)}>
            Let go
          </ToolbarButton>
        ) : null}
      </PaneHead>
      {queue.answer?.ok === false ? <RefusalBanner method="outbox.queue" refusal={queue.answer.error} /> : null}
      {hold.answer?.ok === false ? <RefusalBanner method="outbox.hold" refusal={hold.answer.error} /> : null}
      <Box tabIndex={0} role="region" aria-label="Text of the message" sx={{ flex: 1, minHeight: 0, overflow: 'auto', p: '16px', '&:focus-visible': { outlineOffset: -2 } }}>
        <Box sx={{ mb: '12px' }}>
          <StateWord tone={look.tone} icon={look.icon}>
            <strong>{messageStateWords[message.state]}</strong>
          </StateWord>
          <Typography sx={{ color: 'text.secondary', mt: '2px', maxWidth: '72ch' }}>{messageStateMeaning[message.state]}</Typography>
        </Box>
        <DefinitionList
          entries={[
            { term: 'Kind', value: messageKindWords[message.kind] },
            { term: 'To', value: message.to },
            ...(learnerId === null
              ? []
              : [
                  {
                    term: 'Learner',
                    value: (
                      <Link component="button" type="button" onClick={() => openRecord({ kind: 'learner', id: learnerId }, { title: message.learnerName })} sx={{ fontSize: 13, lineHeight: '20px', verticalAlign: 'baseline' }}>
                        {message.learnerName}
                      </Link>
                    ),
                  },
                ]),
            { term: 'Written', value: near(message.createdAt) },
            ...(message.heldUntil === null ? [] : [{ term: 'Held until', value: near(message.heldUntil) }]),
            ...(message.nextAttemptAt === null ? [] : [{ term: 'Next try', value: near(message.nextAttemptAt) }]),
            ...(message.handedOverAt === null ? [] : [{ term: 'Handed over', value: near(message.handedOverAt) }]),
            { term: 'Tries', value: message.attempts },
            ...(message.lastAnswer === '' ? [] : [{ term: 'Last answer', value: message.lastAnswer }]),
          ]}
        />
        {message.attachments.length === 0 ? null : (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '8px', mt: '12px' }}>
            {message.attachments.map((name) => (
              <FactChip key={name} icon={AttachFileOutlined}>
                {name}
              </FactChip>
            ))}
          </Box>
        )}
        {editing ? (
          <DraftEditor message={message} edit={edit} onDone={() => setEditing(false)} />
        ) : (
          <Box sx={{ mt: '16px', pt: '16px', borderTop: '1px solid', borderColor: 'divider', whiteSpace: 'pre-wrap', maxWidth: '72ch', overflowWrap: 'anywhere' }}>{message.body}</Box>
        )}
        {message.body.includes('[secret]') ? (
          <Box sx={{ mt: '12px' }}>
            <StateBanner kind="readOnly">[secret] stands for the link or password. It is made when the mail is handed over and is kept nowhere.</StateBanner>
          </Box>
        ) : null}
      </Box>
    </>
  )
}
