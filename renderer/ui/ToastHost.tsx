import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import SendOutlined from '@mui/icons-material/SendOutlined'
import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { keyWords } from './KeyHint'
import { ToastContext, type Toast } from './toast-context'

const shownFor = 8000
const mostAtOnce = 3

interface ShownToast extends Toast {
  readonly number: number
}

/** Holds the toasts, bottom left above the status bar, and the live region that announces. */
export function ToastHost({ children }: { readonly children: ReactNode }): ReactNode {
  const [shown, setShown] = useState<readonly ShownToast[]>([])
  const [announced, setAnnounced] = useState('')
  const next = useRef(1)

  const announce = useCallback((message: string) => {
    // The same sentence twice is told twice: an empty region between makes it a change. And it waits for the dialog
    // that it often follows: until that has faded, everything else is hidden from screen readers.
    setAnnounced('')
    window.setTimeout(() => setAnnounced(message), 200)
  }, [])
  const show = useCallback(
    (toast: Toast) => {
      const number = next.current
      next.current += 1
      setShown((before) => [...before, { ...toast, number }].slice(-mostAtOnce))
      announce(toast.action === undefined ? toast.message : `${toast.message}. ${toast.action.label} is offered.`)
    },
    [announce],
  )
  const drop = useCallback((number: number) => setShown((before) => before.filter((toast) => toast.number !== number)), [])
  const toasts = useMemo(() => ({ show, announce }), [show, announce])

  return (
    <ToastContext value={toasts}>
      {children}
      <Box role="region" aria-label="Notices" sx={{ position: 'fixed', left: { xs: 60, md: 84 }, bottom: 36, zIndex: 'snackbar', display: 'flex', flexDirection: 'column', gap: '8px', alignItems: 'flex-start' }}>
        {shown.map((toast) => (
          <ToastBox key={toast.number} toast={toast} onGone={() => drop(toast.number)} />
        ))}
      </Box>
      <div role="status" aria-live="polite" className="visually-hidden">
        {announced}
      </div>
    </ToastContext>
  )
}

/** One toast: its time runs only while neither pointer nor focus is on it. */
function ToastBox({ toast, onGone }: { readonly toast: ShownToast; readonly onGone: () => void }): ReactNode {
  const [held, setHeld] = useState(false)
  const gone = useRef(onGone)
  useEffect(() => {
    gone.current = onGone
  })
  useEffect(() => {
    if (held) return undefined
    const timer = window.setTimeout(() => gone.current(), shownFor)
    return () => window.clearTimeout(timer)
  }, [held])
  const Icon = toast.sort === 'sent' ? SendOutlined : CheckCircleOutlined
  const { action } = toast
  return (
    <Box
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onGone()
      }}
      sx={(theme) => ({
        display: 'flex',
        alignItems: 'center',
        gap: '12px',
        minHeight: 44,
        px: '14px',
        borderRadius: '8px',
        maxWidth: 'min(560px, calc(100vw - 120px))',
        bgcolor: 'desk.toast',
        color: 'desk.onToast',
        fontSize: 13,
        lineHeight: '20px',
        boxShadow: `0 8px 24px rgba(${theme.palette.desk.shadow}, 0.28)`,
        '& :focus-visible': { outlineColor: theme.palette.desk.onToast },
      })}
    >
      <Icon aria-hidden sx={{ fontSize: 18 }} />
      <span>{toast.message}</span>
      {action === undefined ? null : (
        <ButtonBase
          onClick={() => {
            action.run()
            onGone()
          }}
          sx={{ gap: '8px', fontSize: 13, lineHeight: '20px', fontFamily: 'inherit', fontWeight: 600, color: 'inherit', textDecoration: 'underline', textUnderlineOffset: '3px', borderRadius: '4px' }}
          {...(action.keys === undefined ? {} : { 'aria-keyshortcuts': action.keys })}
        >
          {action.label}
          {action.keys === undefined ? null : (
            <Box component="span" aria-hidden sx={{ fontWeight: 400 }}>
              {keyWords(action.keys)}
            </Box>
          )}
        </ButtonBase>
      )}
    </Box>
  )
}
