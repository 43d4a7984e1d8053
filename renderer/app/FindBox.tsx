import SearchOutlined from '@mui/icons-material/SearchOutlined'
import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import type { ReactNode } from 'react'
import { KeyHint } from '../ui/KeyHint'

/** The one find box; it opens the palette, where the typing happens. */
export function FindBox({ onOpen }: { readonly onOpen: () => void }): ReactNode {
  return (
    <ButtonBase
      onClick={onOpen}
      aria-keyshortcuts="Control+k"
      aria-haspopup="dialog"
      sx={{ width: { xs: 84, md: 272 }, height: 28, flexShrink: 0, justifyContent: 'flex-start', gap: '8px', px: '8px', border: '1px solid', borderColor: 'desk.border', borderRadius: '6px', bgcolor: 'background.paper', color: 'text.tertiary', fontFamily: 'inherit', fontSize: 13, lineHeight: '20px' }}
    >
      <SearchOutlined aria-hidden sx={{ fontSize: 16, color: 'text.secondary' }} />
      {/* Below 1100 px only its key is seen; its name is still read. */}
      <Box component="span" sx={{ flex: 1, textAlign: 'left', fontSize: { xs: 0, md: 13 } }}>
        Find or do anything
      </Box>
      <KeyHint keys="Control+k" />
    </ButtonBase>
  )
}
