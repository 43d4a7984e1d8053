import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { SvgIconComponent } from '@mui/icons-material'
import type { ReactNode } from 'react'
import { toneColour, toneTint, type Tone } from './tone'

export interface Evidence {
  readonly key: string
  readonly icon: SvgIconComponent
  readonly text: ReactNode
}

interface FindingBlockProps {
  readonly tone: Tone
  /** What the finding is about, or how many there are. */
  readonly about: ReactNode
  /** The code and the rule rows: last in words, small, copyable. */
  readonly code?: ReactNode
  readonly title: string
  readonly evidence?: readonly Evidence[]
  /** The one act, and its quieter neighbours. */
  readonly children?: ReactNode
}

/** A finding: code and rows, sentence, evidence with its date, act; edge and tint say how grave it is. */
export function FindingBlock({ tone, about, code, title, evidence = [], children }: FindingBlockProps): ReactNode {
  return (
    <Box component="section" aria-label={title} sx={{ borderLeft: '3px solid', borderColor: toneColour(tone), bgcolor: toneTint(tone), px: '13px', py: '10px' }}>
      <Box sx={{ display: 'flex', gap: '8px', justifyContent: 'space-between' }}>
        <Typography variant="meta" sx={{ color: 'text.secondary' }}>
          {about}
        </Typography>
        {code === undefined ? null : (
          <Typography variant="meta" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
            {code}
          </Typography>
        )}
      </Box>
      <Typography variant="finding" component="h3" sx={{ m: 0 }}>
        {title}
      </Typography>
      {evidence.length === 0 ? null : (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, mt: '4px' }}>
          {evidence.map((item) => (
            <Box component="li" key={item.key} sx={{ display: 'grid', gridTemplateColumns: '24px minmax(0, 1fr)', fontSize: 12, lineHeight: '18px' }}>
              <item.icon aria-hidden sx={{ mt: '1px', color: 'text.secondary' }} />
              <span>{item.text}</span>
            </Box>
          ))}
        </Box>
      )}
      {children === undefined ? null : <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '8px', mt: '10px' }}>{children}</Box>}
    </Box>
  )
}
