import Box from '@mui/material/Box'
import type { SvgIconComponent } from '@mui/icons-material'
import type { ReactNode } from 'react'
import { toneColour, type Tone } from './tone'

interface StateWordProps {
  readonly tone: Tone
  readonly icon: SvgIconComponent
  readonly children: ReactNode
}

/** A state: icon, word and colour together. */
export function StateWord({ tone, icon: Icon, children }: StateWordProps): ReactNode {
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: '5px', color: toneColour(tone), minWidth: 0, maxWidth: '100%', verticalAlign: 'bottom' }}>
      <Icon aria-hidden />
      <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
        {children}
      </Box>
    </Box>
  )
}
