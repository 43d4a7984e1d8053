import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { toneColour, type Tone } from '../../ui/tone'

/** A count of a table: grey where nothing is counted, in its tone where it needs somebody. */
export function Figure({ count, tone }: { readonly count: number; readonly tone?: Tone | undefined }): ReactNode {
  const colour = count === 0 ? 'text.tertiary' : tone === undefined ? 'inherit' : toneColour(tone)
  return (
    <Box component="span" className="figures" sx={{ color: colour, fontWeight: count > 0 && tone !== undefined ? 600 : 'inherit' }}>
      {count.toLocaleString('en-US')}
    </Box>
  )
}
