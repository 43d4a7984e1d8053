import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import type { SvgIconComponent } from '@mui/icons-material'
import type { ReactNode } from 'react'
import { toneColour, toneTint, type Tone } from './tone'

interface FactChipProps {
  readonly tone?: Tone
  readonly icon?: SvgIconComponent
  readonly children: ReactNode
  readonly onOpen?: () => void
}

/** A fact of a header or a filter, 20 px high; with `onOpen` it is a button. */
export function FactChip({ tone = 'neutral', icon: Icon, children, onOpen }: FactChipProps): ReactNode {
  const look = {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    height: 20,
    px: '6px',
    borderRadius: '4px',
    fontSize: 12,
    lineHeight: '16px',
    fontWeight: 500,
    fontFamily: 'inherit',
    whiteSpace: 'nowrap',
    color: tone === 'neutral' ? 'text.primary' : toneColour(tone),
    bgcolor: toneTint(tone),
    border: '1px solid',
    borderColor: tone === 'neutral' ? 'divider' : toneTint(tone),
    '& .MuiSvgIcon-root': { fontSize: 14 },
  }
  const content = (
    <>
      {Icon === undefined ? null : <Icon aria-hidden />}
      {children}
    </>
  )
  if (onOpen === undefined) {
    return (
      <Box component="span" sx={look}>
        {content}
      </Box>
    )
  }
  return (
    <ButtonBase onClick={onOpen} sx={look}>
      {content}
    </ButtonBase>
  )
}
