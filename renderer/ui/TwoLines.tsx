import { styled } from '@mui/material/styles'
import type { ReactNode } from 'react'

const Lines = styled('span')(({ theme }) => ({
  display: 'block',
  minWidth: 0,
  padding: '3px 0',
  '& > span': { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '& > span:last-of-type': { fontSize: 12, lineHeight: '16px', fontWeight: 400, color: theme.palette.desk.textSecondary },
}))

/** A cell of a two-line row, for narrow windows: what it is, and below it what the hidden columns say. */
export function TwoLines({ first, second }: { readonly first: ReactNode; readonly second: ReactNode }): ReactNode {
  return (
    <Lines>
      <span>{first}</span>
      <span>{second}</span>
    </Lines>
  )
}
