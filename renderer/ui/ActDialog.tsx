import CloseOutlined from '@mui/icons-material/CloseOutlined'
import UndoOutlined from '@mui/icons-material/UndoOutlined'
import Box from '@mui/material/Box'
import Dialog from '@mui/material/Dialog'
import IconButton from '@mui/material/IconButton'
import Typography from '@mui/material/Typography'
import { Fragment, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { ToolbarButton } from './ToolbarButton'

interface ActDialogProps {
  readonly open: boolean
  /** Names the act: "Change credit type". */
  readonly title: string
  /** The second line names whom and what it is about. */
  readonly about?: ReactNode
  readonly children: ReactNode
  /** The promise left in the footer: how this can be taken back. */
  readonly promise?: ReactNode
  /** The verb with its object: "Change and reissue". */
  readonly verb: string
  readonly onConfirm: () => void
  readonly onClose: () => void
  /** While true the act is under way: neither to be begun again nor to be left. */
  readonly pending?: boolean
  /** While true there is nothing to act on yet, or it was refused; leaving is free. */
  readonly blocked?: boolean
  /** Esc asks first when something was typed. */
  readonly typed?: boolean
  /** As tall as the window allows, whatever it holds: for a paper. */
  readonly tall?: boolean
  /** At most 1120. */
  readonly width?: number
  /** What was refused, between body and footer. */
  readonly refusal?: ReactNode
  readonly cancelWord?: string
}

/**
 * The frame of a dialog that shows consequences: title, whom, body, and a footer with the promise, Cancel and the verb.
 * Ctrl+Enter confirms; Esc closes, and asks only if something was typed; a second Esc goes on editing.
 */
export function ActDialog(props: ActDialogProps): ReactNode {
  const { open, title, about, children, promise, verb, onConfirm, onClose, pending = false, blocked = false, typed = false, width = 560, tall = false, refusal, cancelWord = 'Cancel' } = props
  const id = useId()
  const [asking, setAsking] = useState(false)
  // Where the person was typing: Keep editing leads back there, and Esc still works.
  const typing = useRef<Element>(null)
  const ask = (): void => {
    typing.current = document.activeElement
    setAsking(true)
  }
  const discard = (): void => {
    setAsking(false)
    onClose()
  }
  const leave = (): void => {
    if (pending) return
    if (typed) ask()
    else discard()
  }
  const stay = (): void => {
    setAsking(false)
    if (typing.current instanceof HTMLElement) typing.current.focus()
  }
  // Asked already, Esc takes the careful way: only Discard loses what was typed.
  const onEscape = (): void => (asking ? stay() : leave())
  // On the way in: a select that has the focus would take the Enter for its own.
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !pending && !blocked) {
      event.preventDefault()
      event.stopPropagation()
      onConfirm()
    }
  }
  return (
    <Dialog open={open} onClose={onEscape} onKeyDownCapture={onKeyDown} aria-labelledby={`${id}-title`} {...(about === undefined ? {} : { 'aria-describedby': `${id}-about` })} slotProps={{ paper: { sx: { width: `min(${Math.min(width, 1120)}px, calc(100vw - 48px))`, maxWidth: 'none', ...(tall ? { height: 'calc(100% - 48px)', '@media (max-height: 700px)': { height: 'calc(100% - 16px)', maxHeight: 'none', my: '8px' } } : {}) } } }}>
      <Box sx={{ display: 'flex', alignItems: 'start', gap: '16px', px: '24px', pt: '16px', pb: '12px', borderBottom: '1px solid', borderColor: 'divider' }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography variant="finding" id={`${id}-title`}>
            {title}
          </Typography>
          {about === undefined ? null : (
            <Typography id={`${id}-about`} component="div" sx={{ color: 'text.secondary' }}>
              {about}
            </Typography>
          )}
        </Box>
        <IconButton aria-label="Close" onClick={() => (asking ? undefined : leave())} sx={{ mt: '2px', mr: '-6px' }}>
          <CloseOutlined />
        </IconButton>
      </Box>
      <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto' }}>{children}</Box>
      {refusal}
      <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', justifyContent: 'flex-end', gap: '8px', px: '24px', py: '12px', borderTop: '1px solid', borderColor: 'divider' }}>
        {asking ? (
          // A key of its own: a button kept from the other footer would not take the focus.
          <Fragment key="asking">
            <Typography role="alert" sx={{ flex: 1 }}>
              What you typed will be lost.
            </Typography>
            <ToolbarButton look="frame" tall autoFocus onClick={stay}>
              Keep editing
            </ToolbarButton>
            <ToolbarButton look="frame" tall onClick={discard}>
              Discard
            </ToolbarButton>
          </Fragment>
        ) : (
          <Fragment key="acting">
            <Box sx={{ flex: 1, minWidth: promise === undefined ? 0 : 160, display: 'flex', gap: '8px', alignItems: 'center', color: 'text.secondary' }}>
              {promise === undefined ? null : (
                <>
                  <UndoOutlined aria-hidden sx={{ fontSize: 18 }} />
                  <span>{promise}</span>
                </>
              )}
            </Box>
            <ToolbarButton look="frame" tall onClick={leave} disabled={pending}>
              {cancelWord}
            </ToolbarButton>
            <ToolbarButton look="main" tall keys="Control+Enter" onClick={onConfirm} disabled={pending || blocked}>
              {verb}
            </ToolbarButton>
          </Fragment>
        )}
      </Box>
    </Dialog>
  )
}
