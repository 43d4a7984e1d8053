import CheckOutlined from '@mui/icons-material/CheckOutlined'
import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined'
import LockOutlined from '@mui/icons-material/LockOutlined'
import ReplyOutlined from '@mui/icons-material/ReplyOutlined'
import SendOutlined from '@mui/icons-material/SendOutlined'
import Box from '@mui/material/Box'
import OutlinedInput from '@mui/material/OutlinedInput'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { FilterSelect } from '../../ui/FilterSelect'
import { useKeys } from '../../ui/keys'
import { StateBanner } from '../../ui/StateBlock'
import { useToasts } from '../../ui/toast-context'
import { ToolbarButton } from '../../ui/ToolbarButton'
import { RefusalBanner } from '../../words/RefusalBlock'
import { timeWords } from '../../words/time-words'
import { useTicketActs, type Ticket } from './api'
import { useDraft, type DraftKind, type DraftState } from './use-draft'

interface ComposerProps {
  readonly ticket: Ticket
  readonly onUnsaved: (unsaved: boolean) => void
  readonly onSent: () => void
}

type Then = 'open' | 'pending' | 'solved'
const thens: readonly { readonly value: Then; readonly label: string }[] = [
  { value: 'solved', label: 'and solve' },
  { value: 'pending', label: 'and wait for the learner' },
  { value: 'open', label: 'and keep open' },
]

/** Reply or internal note; each has its own draft. */
export function Composer({ ticket, onUnsaved, onSent }: ComposerProps): ReactNode {
  const [kind, setKind] = useState<DraftKind>(ticket.drafts.reply === null && ticket.drafts.note !== null ? 'note' : 'reply')
  const field = useRef<HTMLTextAreaElement>(null)
  const focusOn = (next: DraftKind): void => {
    setKind(next)
    window.requestAnimationFrame(() => field.current?.focus())
  }
  useKeys([
    { keys: 'r', label: 'Reply', run: () => focusOn('reply') },
    { keys: 'x', label: 'Internal note', run: () => focusOn('note') },
  ])
  return (
    <Box component="section" aria-label="Answer" sx={{ borderTop: '1px solid', borderColor: 'divider', px: '16px', py: '10px', flexShrink: 0, ...(kind === 'note' ? { bgcolor: 'desk.noteGround' } : {}) }}>
      <Box sx={{ display: 'flex', gap: '4px', alignItems: 'center', mb: '8px' }}>
        <ToolbarButton icon={ReplyOutlined} keys="r" pressed={kind === 'reply'} look={kind === 'reply' ? 'frame' : 'plain'} onClick={() => focusOn('reply')}>
          Reply
        </ToolbarButton>
        <ToolbarButton icon={LockOutlined} keys="x" pressed={kind === 'note'} look={kind === 'note' ? 'frame' : 'plain'} onClick={() => focusOn('note')}>
          Internal note
        </ToolbarButton>
      </Box>
      {kind === 'reply' ? (
        <ReplyForm key="reply" ticket={ticket} field={field} onUnsaved={onUnsaved} onSent={onSent} />
      ) : (
        <NoteForm key="note" ticket={ticket} field={field} onUnsaved={onUnsaved} />
      )}
    </Box>
  )
}

interface FormProps {
  readonly ticket: Ticket
  readonly field: React.RefObject<HTMLTextAreaElement | null>
  readonly onUnsaved: (unsaved: boolean) => void
}

function usePendingMark(state: DraftState, onUnsaved: (unsaved: boolean) => void): void {
  const unsaved = state.kind === 'unsaved' || state.kind === 'refused'
  useEffect(() => onUnsaved(unsaved), [unsaved, onUnsaved])
}

const confirms = (event: KeyboardEvent): boolean => event.key === 'Enter' && (event.ctrlKey || event.metaKey)

function ReplyForm({ ticket, field, onUnsaved, onSent }: FormProps & { readonly onSent: () => void }): ReactNode {
  const initial = `${ticket.greeting}\n\n\n\n${ticket.signature}`
  const draft = useDraft(ticket, 'reply', initial)
  const { reply, holdBack } = useTicketActs()
  const { show } = useToasts()
  const [to, setTo] = useState<'sender' | 'account'>(ticket.replyAddresses.account === '' ? 'sender' : 'account')
  const [then, setThen] = useState<Then>('solved')
  usePendingMark(draft.state, onUnsaved)
  const addresses = [
    ...(ticket.replyAddresses.account === '' ? [] : [{ value: 'account' as const, label: ticket.replyAddresses.account }]),
    ...(ticket.replyAddresses.sender === '' || ticket.replyAddresses.sender === ticket.replyAddresses.account ? [] : [{ value: 'sender' as const, label: ticket.replyAddresses.sender }]),
  ]
  const send = async (): Promise<void> => {
    const answer = await reply.run({ id: ticket.id, version: ticket.version, to, body: draft.body, then })
    if (!answer.ok) return
    draft.sent()
    const { messageId } = answer.value
    show({ message: 'Reply queued. It goes in a few seconds.', sort: 'sent', action: { label: 'Hold back', run: () => void holdBack.run({ id: messageId, version: 1, hold: true }) } })
    onSent()
  }
  return (
    <>
      {ticket.otherAddress ? <StateBanner kind="partial">This came from an address that is not on the learner’s account. What it asks for goes to the account’s own address unless you choose otherwise.</StateBanner> : null}
      <OutlinedInput
        multiline
        fullWidth
        minRows={6}
        maxRows={14}
        inputRef={field}
        value={draft.body}
        onChange={(event) => draft.type(event.target.value)}
        onKeyDown={(event) => {
          if (!confirms(event)) return
          event.preventDefault()
          void send()
        }}
        inputProps={{ 'aria-label': 'Reply', maxLength: 50_000 }}
      />
      {reply.answer?.ok === false ? <RefusalBanner method="tickets.reply" refusal={reply.answer.error} /> : null}
      <Box sx={{ display: 'flex', gap: '8px', alignItems: 'center', mt: '8px', flexWrap: 'wrap' }}>
        <ToolbarButton look="main" tall icon={SendOutlined} keys="Control+Enter" disabled={reply.pending || addresses.length === 0} onClick={() => void send()}>
          Send reply
        </ToolbarButton>
        <FilterSelect label="then" value={then} options={thens} onValue={setThen} />
        {addresses.length === 0 ? <span>No address to answer to. Match the learner first.</span> : <FilterSelect label="To" value={to} options={addresses} onValue={setTo} />}
        <Box sx={{ flex: 1 }} />
        <DraftMark state={draft.state} zone={ticket.zone} />
      </Box>
    </>
  )
}

function NoteForm({ ticket, field, onUnsaved }: FormProps): ReactNode {
  const draft = useDraft(ticket, 'note', '')
  const { addNote } = useTicketActs()
  usePendingMark(draft.state, onUnsaved)
  const keep = async (): Promise<void> => {
    const answer = await addNote.run({ id: ticket.id, version: ticket.version, body: draft.body })
    if (answer.ok) draft.sent()
  }
  return (
    <>
      <OutlinedInput
        multiline
        fullWidth
        minRows={3}
        maxRows={14}
        inputRef={field}
        placeholder="Only the desk reads this."
        value={draft.body}
        onChange={(event) => draft.type(event.target.value)}
        onKeyDown={(event) => {
          if (!confirms(event)) return
          event.preventDefault()
          void keep()
        }}
        inputProps={{ 'aria-label': 'Internal note', maxLength: 50_000 }}
      />
      {addNote.answer?.ok === false ? <RefusalBanner method="tickets.addNote" refusal={addNote.answer.error} /> : null}
      <Box sx={{ display: 'flex', gap: '8px', alignItems: 'center', mt: '8px' }}>
        <ToolbarButton look="main" tall keys="Control+Enter" disabled={addNote.pending || draft.body.trim() === ''} onClick={() => void keep()}>
          Keep note
        </ToolbarButton>
        <Box sx={{ flex: 1 }} />
        <DraftMark state={draft.state} zone={ticket.zone} />
      </Box>
    </>
  )
}

/** "Draft saved 14:58"; a failure is red and stays. Its width is kept free. */
function DraftMark({ state, zone }: { readonly state: DraftState; readonly zone: string }): ReactNode {
  const failed = state.kind === 'refused'
  const words =
    state.kind === 'saved'
      ? `Draft saved ${timeWords(state.at, zone)}`
      : state.kind === 'unsaved'
        ? 'Saving…'
        : failed
          ? state.code === 'stale'
            ? 'Not saved: another window has a later draft'
            : 'Draft not saved'
          : ''
  return (
    <Box role="status" sx={{ display: 'flex', gap: '4px', alignItems: 'center', minWidth: 128, justifyContent: 'flex-end', fontSize: 12, lineHeight: '16px', color: failed ? 'error.main' : 'text.secondary' }}>
      {state.kind === 'saved' ? <CheckOutlined aria-hidden /> : failed ? <ErrorOutline aria-hidden /> : null}
      {words}
    </Box>
  )
}
