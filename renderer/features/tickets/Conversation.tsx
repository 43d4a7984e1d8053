import LockOutlined from '@mui/icons-material/LockOutlined'
import ReplyOutlined from '@mui/icons-material/ReplyOutlined'
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import type { Instant } from '@shared/model/instant'
import { useOpenRecord } from '../../bridge/navigation'
import { nearInstantWords, utcWords } from '../../words/time-words'
import type { Ticket, TicketEntry } from './api'
import { channelLooks, statusLooks } from './ticket-words'

/** What was said and what happened, oldest first. A note differs from a reply by ground, edge, lock and label. */
export function Conversation({ ticket, now }: { readonly ticket: Ticket; readonly now: Instant }): ReactNode {
  return (
    <Box component="ol" tabIndex={0} aria-label="Conversation" sx={{ flex: 1, minHeight: 0, overflow: 'auto', m: 0, p: 0, listStyle: 'none', '&:focus-visible': { outlineOffset: -2 } }}>
      {ticket.entries.map((entry) => (
        <Entry key={`${entry.kind}-${String(entry.id)}`} entry={entry} ticket={ticket} now={now} />
      ))}
    </Box>
  )
}

function Entry({ entry, ticket, now }: { readonly entry: TicketEntry; readonly ticket: Ticket; readonly now: Instant }): ReactNode {
  const openRecord = useOpenRecord()
  const at = <span title={utcWords(entry.at)}>{nearInstantWords(entry.at, now, ticket.zone)}</span>
  if (entry.kind === 'status') {
    const look = entry.status === null ? undefined : statusLooks[entry.status]
    const Icon = look?.icon
    return (
      <Box component="li" sx={{ display: 'flex', gap: '8px', alignItems: 'center', px: '16px', py: '6px', bgcolor: 'desk.subtle', borderBottom: '1px solid', borderColor: 'divider', color: 'text.secondary', fontSize: 12, lineHeight: '16px' }}>
        {Icon === undefined ? null : <Icon aria-hidden />}
        <span>
          {at} · {look?.word}, {entry.author}
        </span>
      </Box>
    )
  }
  const note = entry.kind === 'note'
  const Icon = note ? LockOutlined : entry.kind === 'reply' ? ReplyOutlined : channelLooks[ticket.channel].icon
  const { messageId } = entry
  return (
    <Box
      component="li"
      sx={{
        px: '16px',
        py: '12px',
        borderBottom: '1px solid',
        borderColor: 'divider',
        ...(note ? { bgcolor: 'desk.noteGround', borderLeft: '3px solid', borderLeftColor: 'desk.noteEdge', pl: '13px' } : {}),
      }}
    >
      <Box sx={{ display: 'flex', gap: '8px', alignItems: 'center', minWidth: 0 }}>
        <Icon aria-hidden sx={{ color: note ? 'warning.main' : entry.kind === 'reply' ? 'primary.main' : 'text.secondary' }} />
        <Box component="strong" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
          {note ? 'Internal note' : entry.author === '' ? entry.address || 'Nobody named' : entry.author}
        </Box>
        <Typography variant="meta" sx={{ color: 'text.tertiary' }}>
          {note ? `${entry.author}, ` : entry.kind === 'reply' ? `to ${entry.address}, ` : ''}
          {at}
        </Typography>
        <Box sx={{ flex: 1 }} />
        {messageId === null ? null : (
          <Link component="button" type="button" onClick={() => openRecord({ kind: 'outbox', id: '' }, { act: { verb: 'show', subject: messageId } })} sx={{ fontSize: 12, flexShrink: 0 }}>
            In the outbox
          </Link>
        )}
      </Box>
      <Box sx={{ mt: '6px', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxWidth: '72ch' }}>{entry.body}</Box>
    </Box>
  )
}
