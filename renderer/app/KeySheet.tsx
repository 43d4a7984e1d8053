import Box from '@mui/material/Box'
import Dialog from '@mui/material/Dialog'
import IconButton from '@mui/material/IconButton'
import Typography from '@mui/material/Typography'
import CloseOutlined from '@mui/icons-material/CloseOutlined'
import { useId, type ReactNode } from 'react'
import { KeyHint } from '../ui/KeyHint'
import { keysInForce } from '../ui/keys'

/** Keys that belong to what has the focus, and so to no page. */
const everywhere = [
  { keys: 'Alt+1–9', label: 'Tab 1 to 8, last tab' },
  { keys: 'ArrowDown', label: 'Next row of a table' },
  { keys: 'ArrowUp', label: 'Previous row of a table' },
  { keys: 'ArrowRight', label: 'Expand the row' },
  { keys: 'ArrowLeft', label: 'Fold the row' },
  { keys: 'Enter', label: 'Open the row' },
  { keys: 'Control+Enter', label: 'Open beside; confirm in a dialog' },
  { keys: 'Escape', label: 'Leave a dialog' },
] as const

interface KeySheetProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly letters: boolean
}

/** All keys that act now, the page's own first. */
export function KeySheet({ open, onClose, letters }: KeySheetProps): ReactNode {
  const id = useId()
  const active = open ? keysInForce() : []
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby={id} slotProps={{ paper: { sx: { width: 720, maxWidth: 'calc(100vw - 48px)' } } }}>
      <Box sx={{ display: 'flex', alignItems: 'center', px: '24px', pt: '16px', pb: '8px' }}>
        <Typography variant="finding" id={id} sx={{ flex: 1 }}>
          Keys
        </Typography>
        <IconButton aria-label="Close" onClick={onClose} autoFocus>
          <CloseOutlined />
        </IconButton>
      </Box>
      <Box tabIndex={0} role="region" aria-label="All keys" sx={{ px: '24px', pb: '16px', overflow: 'auto', columns: { xs: 1, sm: 2 }, columnGap: '32px', '&:focus-visible': { outlineOffset: -2 } }}>
        {[...active, ...everywhere].map((binding) => (
          <Box key={`${binding.keys}${binding.label}`} sx={{ display: 'flex', alignItems: 'center', gap: '12px', minHeight: 28, breakInside: 'avoid', borderBottom: '1px solid', borderColor: 'divider' }}>
            <Box component="span" sx={{ flex: 1 }}>
              {binding.label}
            </Box>
            <KeyHint keys={binding.keys} />
          </Box>
        ))}
      </Box>
      <Typography variant="meta" component="p" sx={{ px: '24px', pb: '16px', color: 'text.tertiary' }}>
        {letters ? 'Letters act outside text fields only; they can be switched off in the settings.' : 'Letters are switched off in the settings.'}
      </Typography>
    </Dialog>
  )
}
