import KeyboardArrowDownOutlined from '@mui/icons-material/KeyboardArrowDownOutlined'
import Box from '@mui/material/Box'
import OutlinedInput from '@mui/material/OutlinedInput'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import { ticketStatuses, type TicketStatus } from '@shared/model/field-codes'
import type { Instant } from '@shared/model/instant'
import { ActDialog } from '../../ui/ActDialog'
import { Field } from '../../ui/Field'
import { SkeletonRows } from '../../ui/SkeletonRows'
import { ToolbarButton } from '../../ui/ToolbarButton'
import { RefusalBanner, RefusalBlock } from '../../words/RefusalBlock'
import { useTicket, useTicketActs, type Ticket } from './api'
import { Composer } from './Composer'
import { Conversation } from './Conversation'
import { DueButton } from './DueButton'
import { statusLooks } from './ticket-words'

interface TicketPaneProps {
  readonly id: string
  readonly now: Instant
  readonly operator: string
  readonly onUnsaved: (unsaved: boolean) => void
  readonly onSent: () => void
}

/** One ticket: state and due moment, the conversation, the answer. */
export function TicketPane({ id, now, operator, onUnsaved, onSent }: TicketPaneProps): ReactNode {
  const ticket = useTicket(id)
  if (ticket.error !== null) return <RefusalBlock method="tickets.open" refusal={ticket.error.refusal} onAgain={() => void ticket.refetch()} />
  if (ticket.data?.id !== id) return <SkeletonRows tracks={['112px', '1fr']} rows={8} label="Loading the ticket" />
  return <OpenTicket key={id} ticket={ticket.data} now={now} operator={operator} onUnsaved={onUnsaved} onSent={onSent} />
}

function OpenTicket({ ticket, now, operator, onUnsaved, onSent }: Omit<TicketPaneProps, 'id'> & { readonly ticket: Ticket }): ReactNode {
  const { assign, changeStatus } = useTicketActs()
  const mine = ticket.operator === operator
  const closed = ticket.status === 'closed'
  return (
    <>
      <Box sx={{ px: '16px', pt: '10px', pb: '10px', borderBottom: '1px solid', borderColor: 'divider', flexShrink: 0 }}>
        <Typography variant="finding" component="h2" sx={{ overflowWrap: 'anywhere' }}>
          {ticket.subject}
        </Typography>
        <Box sx={{ display: 'flex', gap: '8px', alignItems: 'center', mt: '6px', flexWrap: 'wrap' }}>
          <StatusMenu ticket={ticket} onChange={changeStatus} />
          <DueButton ticket={ticket} now={now} />
          <Box sx={{ flex: 1 }} />
          <Typography variant="meta" sx={{ color: 'text.secondary' }}>
            {ticket.operator === '' ? 'Nobody has it' : mine ? 'Yours' : ticket.operator}
          </Typography>
          {closed ? null : (
            <ToolbarButton look="act" disabled={assign.pending} onClick={() => void assign.run({ id: ticket.id, version: ticket.version, operator: mine ? '' : operator })}>
              {mine ? 'Let go' : 'Take it'}
            </ToolbarButton>
          )}
        </Box>
      </Box>
      {assign.answer?.ok === false ? <RefusalBanner method="tickets.assign" refusal={assign.answer.error} /> : null}
      {changeStatus.answer?.ok === false ? <RefusalBanner method="tickets.changeStatus" refusal={changeStatus.answer.error} /> : null}
      <Conversation ticket={ticket} now={now} />
      {closed ? <Box sx={{ px: '16px', py: '12px', borderTop: '1px solid', borderColor: 'divider', color: 'text.secondary' }}>Closed. What comes later gets a ticket of its own.</Box> : <Composer ticket={ticket} onUnsaved={onUnsaved} onSent={onSent} />}
    </>
  )
}

function StatusMenu({ ticket, onChange }: { readonly ticket: Ticket; readonly onChange: ReturnType<typeof useTicketActs>['changeStatus'] }): ReactNode {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [holding, setHolding] = useState(false)
  const [contact, setContact] = useState('')
  const look = statusLooks[ticket.status]
  const enter = async (status: TicketStatus, heldBy?: string): Promise<boolean> =>
    (await onChange.run({ id: ticket.id, version: ticket.version, status, ...(heldBy === undefined ? {} : { heldBy }) })).ok
  const choose = (status: TicketStatus): void => {
    setAnchor(null)
    if (status === 'on_hold') setHolding(true)
    else void enter(status)
  }
  const hold = async (): Promise<void> => {
    if (await enter('on_hold', contact)) setHolding(false)
  }
  return (
    <>
      <ToolbarButton look="frame" icon={look.icon} endIcon={KeyboardArrowDownOutlined} expanded={anchor !== null} disabled={ticket.status === 'closed' || onChange.pending} onClick={(event) => setAnchor(event.currentTarget)}>
        {look.word}
        {ticket.status === 'on_hold' ? `, with ${ticket.heldBy}` : ''}
      </ToolbarButton>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {ticketStatuses
          .filter((status) => status !== 'new' && status !== ticket.status)
          .map((status) => {
            const { icon: Icon, word } = statusLooks[status]
            return (
              <MenuItem key={status} onClick={() => choose(status)}>
                <Icon aria-hidden sx={{ color: 'text.secondary' }} />
                {word}
                {status === 'on_hold' ? '…' : ''}
              </MenuItem>
            )
          })}
      </Menu>
      <ActDialog
        open={holding}
        title="Put on hold"
        about={`${ticket.subject}. The promise clock stands while somebody outside the desk has it.`}
        verb="Put on hold"
        promise="Undo in the learner’s history"
        typed={contact !== ''}
        pending={onChange.pending}
        onConfirm={() => void hold()}
        onClose={() => setHolding(false)}
      >
        <Box sx={{ px: '24px', py: '16px' }}>
          <Field label="Who has it" help="A named contact: a board, Marketplace Customer Support, an instructor.">
            {(control) => <OutlinedInput {...control} autoFocus fullWidth value={contact} onChange={(event) => setContact(event.target.value)} inputProps={{ maxLength: 200 }} />}
          </Field>
        </Box>
      </ActDialog>
    </>
  )
}
