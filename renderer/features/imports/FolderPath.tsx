import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

/** A folder's path; where it is too long its beginning gives way, for the end tells one night from another. */
export function FolderPath({ folder }: { readonly folder: string }): ReactNode {
  return (
    <Box component="span" title={folder} sx={{ display: 'block', maxWidth: 'min(64ch, 50vw)', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', direction: 'rtl', textAlign: 'left' }}>
      <bdi dir="ltr">{folder}</bdi>
    </Box>
  )
}
