import Box from '@mui/material/Box'
import LinearProgress from '@mui/material/LinearProgress'
import type { ReactNode } from 'react'
import { ToolbarButton } from './ToolbarButton'
import { useDelayed } from './use-delayed'

interface ProgressProps {
  readonly label: string
  /** Between 0 and 1; left out while the length is unknown. */
  readonly done?: number
  readonly detail?: ReactNode
  readonly onCancel?: () => void
  readonly cancelling?: boolean
  /** Shown only when the work has taken so long, in milliseconds; a second as a rule. */
  readonly after?: number
}

/** Work under way: how far, what now, and Cancel. */
export function Progress({ label, done, detail, onCancel, cancelling = false, after = 1000 }: ProgressProps): ReactNode {
  const due = useDelayed(after)
  if (!due) return <Box sx={{ height: 44 }} />
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: '12px', minHeight: 44 }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: '8px', mb: '4px', fontSize: 12, lineHeight: '16px' }}>
          <Box component="span" sx={{ color: 'text.primary' }}>
            {label}
          </Box>
          <Box component="span" className="figures" sx={{ color: 'text.tertiary' }}>
            {detail}
          </Box>
        </Box>
        <LinearProgress aria-label={label} {...(done === undefined ? {} : { variant: 'determinate', value: Math.round(Math.min(1, Math.max(0, done)) * 100) })} />
      </Box>
      {onCancel === undefined ? null : (
        <ToolbarButton look="frame" onClick={onCancel} disabled={cancelling}>
          {cancelling ? 'Stopping…' : 'Cancel'}
        </ToolbarButton>
      )}
    </Box>
  )
}
