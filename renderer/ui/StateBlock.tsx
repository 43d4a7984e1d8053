import CloudOffOutlined from '@mui/icons-material/CloudOffOutlined'
import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined'
import LockOutlined from '@mui/icons-material/LockOutlined'
import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { SvgIconComponent } from '@mui/icons-material'
import type { ReactNode } from 'react'

interface EmptyBlockProps {
  readonly icon: SvgIconComponent
  readonly title: string
  /** What is so, and what to do. */
  readonly children: ReactNode
  readonly acts?: ReactNode
}

/** Nothing here: says what to do. */
export function EmptyBlock({ icon: Icon, title, children, acts }: EmptyBlockProps): ReactNode {
  return (
    <Box sx={{ p: '24px', maxWidth: 480 }}>
      <Icon aria-hidden sx={{ fontSize: 32, color: 'text.secondary', display: 'block', mb: '8px' }} />
      <Typography variant="paneTitle" component="h2">
        {title}
      </Typography>
      <Typography sx={{ color: 'text.secondary', mt: '4px' }} component="div">
        {children}
      </Typography>
      {acts === undefined ? null : <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '8px', mt: '12px' }}>{acts}</Box>}
    </Box>
  )
}

interface ErrorBlockProps {
  /** What happened. */
  readonly title: string
  /** What is safe and what to do. */
  readonly children: ReactNode
  /** The code, and the incident where there is one: last, small, copyable. */
  readonly code: string
  readonly acts?: ReactNode
  /** Where it stands for a whole page its title is the page's heading. */
  readonly wholePage?: boolean
}

/** Something went wrong: what happened, what is safe, what to do, the code to copy. */
export function ErrorBlock({ title, children, code, acts, wholePage = false }: ErrorBlockProps): ReactNode {
  return (
    <Box role="alert" sx={{ p: '24px', maxWidth: 480, borderLeft: '3px solid', borderColor: 'error.main' }}>
      <ErrorOutline aria-hidden sx={{ fontSize: 32, color: 'error.main', display: 'block', mb: '8px' }} />
      <Typography variant="paneTitle" component={wholePage ? 'h1' : 'h2'}>
        {title}
      </Typography>
      <Typography sx={{ color: 'text.secondary', mt: '4px' }} component="div">
        {children}
      </Typography>
      <Typography variant="meta" className="identifier" sx={{ display: 'block', color: 'text.tertiary', mt: '8px', whiteSpace: 'normal', userSelect: 'all' }}>
        {code}
      </Typography>
      {acts === undefined ? null : <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '8px', mt: '12px' }}>{acts}</Box>}
    </Box>
  )
}

const banners = {
  partial: { icon: WarningAmberOutlined, colour: 'warning.main' },
  refused: { icon: ErrorOutline, colour: 'error.main' },
  offline: { icon: CloudOffOutlined, colour: 'text.secondary' },
  readOnly: { icon: LockOutlined, colour: 'text.secondary' },
} as const

interface StateBannerProps {
  /** Partial names what is missing, refused says what did not happen, offline what waits, read-only who holds it. */
  readonly kind: keyof typeof banners
  readonly children: ReactNode
  readonly act?: ReactNode
}

/** One line over a pane that still works. */
export function StateBanner({ kind, children, act }: StateBannerProps): ReactNode {
  const { icon: Icon, colour } = banners[kind]
  return (
    <Box role={kind === 'refused' ? 'alert' : 'status'} sx={{ display: 'flex', alignItems: 'center', gap: '8px', minHeight: 36, px: '16px', py: '4px', borderBottom: '1px solid', borderColor: 'divider', bgcolor: kind === 'refused' ? 'desk.errorTint' : 'desk.subtle', flexShrink: 0 }}>
      <Icon aria-hidden sx={{ color: colour }} />
      <Box sx={{ flex: 1, minWidth: 0 }}>{children}</Box>
      {act}
    </Box>
  )
}
