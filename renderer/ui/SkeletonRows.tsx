import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import type { ReactNode } from 'react'
import { useDelayed } from './use-delayed'

interface SkeletonRowsProps {
  /** The table's own columns, as grid tracks. */
  readonly tracks: readonly string[]
  readonly rows?: number
  readonly rowHeight?: number
  readonly label?: string
}

const shares = ['62%', '46%', '70%', '40%', '54%'] as const

/** The table's own shape while its rows are fetched; appears after 150 ms, never a spinner. */
export function SkeletonRows({ tracks, rows = 6, rowHeight = 36, label = 'Loading' }: SkeletonRowsProps): ReactNode {
  const due = useDelayed(150)
  return (
    <Box role="status" aria-busy aria-label={label} sx={{ minHeight: rows * rowHeight }}>
      {due
        ? Array.from({ length: rows }, (_, row) => (
            <Box key={row} sx={{ display: 'grid', gridTemplateColumns: tracks.join(' '), columnGap: '16px', px: '16px', height: rowHeight, alignItems: 'center', borderBottom: '1px solid', borderColor: 'divider' }}>
              {tracks.map((track, column) => (
                <Skeleton key={`${track}${String(column)}`} height={10} width={shares[(row + column) % shares.length] ?? '50%'} />
              ))}
            </Box>
          ))
        : null}
    </Box>
  )
}
