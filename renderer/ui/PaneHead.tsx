import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { SvgIconComponent } from '@mui/icons-material'
import type { ReactNode } from 'react'

interface PaneHeadProps {
  readonly title: ReactNode
  /** A short line beside the title: a count, what the list is sorted by. */
  readonly note?: ReactNode
  readonly icon?: SvgIconComponent
  /** Toolbar controls at the right edge. */
  readonly children?: ReactNode
  readonly id?: string
}

/** Head of a pane, 40 px: its title, a note, its tools. */
export function PaneHead({ title, note, icon: Icon, children, id }: PaneHeadProps): ReactNode {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: '8px', minHeight: 40, pl: '16px', pr: '8px', flexShrink: 0, borderBottom: '1px solid', borderColor: 'divider', bgcolor: 'background.paper' }}>
      {Icon === undefined ? null : <Icon aria-hidden sx={{ fontSize: 18, color: 'primary.main' }} />}
      <Typography variant="paneTitle" noWrap {...(id === undefined ? {} : { id })} {...(typeof title === 'string' ? { title } : {})}>
        {title}
      </Typography>
      {note === undefined ? null : (
        <Typography variant="meta" noWrap sx={{ color: 'text.tertiary', minWidth: 0 }} {...(typeof note === 'string' ? { title: note } : {})}>
          {note}
        </Typography>
      )}
      <Box sx={{ flex: 1 }} />
      {children}
    </Box>
  )
}
