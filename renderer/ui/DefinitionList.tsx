import Box from '@mui/material/Box'
import { Fragment, type ReactNode } from 'react'

export interface Definition {
  readonly term: string
  /** Absence is said: leave it out and "none on file" stands there. */
  readonly value?: ReactNode
}

interface DefinitionListProps {
  readonly entries: readonly Definition[]
  /** Width of the terms, in pixels. */
  readonly termWidth?: number
}

/** Facts under their names, one a line. */
export function DefinitionList({ entries, termWidth = 112 }: DefinitionListProps): ReactNode {
  return (
    <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: `${termWidth}px minmax(0, 1fr)`, columnGap: '16px', rowGap: '4px' }}>
      {entries.map((entry) => (
        <Fragment key={entry.term}>
          <Box component="dt" sx={{ color: 'text.tertiary', fontSize: 12, lineHeight: '20px' }}>
            {entry.term}
          </Box>
          <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere', color: entry.value === undefined ? 'text.tertiary' : 'text.primary' }}>
            {entry.value ?? 'none on file'}
          </Box>
        </Fragment>
      ))}
    </Box>
  )
}
