import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { EmptyBlock } from '../../ui/StateBlock'
import type { ImportNotice } from './api'
import { noticeWords } from './import-words'

/** Files and columns that the format does not know. */
export function NoticeList({ notices }: { readonly notices: readonly ImportNotice[] }): ReactNode {
  if (notices.length === 0) {
    return (
      <EmptyBlock icon={CheckCircleOutlined} title="Nothing was left out">
        Every file and every column of the folder is one of the format.
      </EmptyBlock>
    )
  }
  return (
    <Box component="ul" tabIndex={0} aria-label="Left out" sx={{ flex: 1, minHeight: 0, overflow: 'auto', m: 0, p: 0, listStyle: 'none', '&:focus-visible': { outlineOffset: -2 } }}>
      {notices.map((notice) => (
        <Box component="li" key={`${notice.file}-${notice.code}-${notice.detail}`} sx={{ px: '16px', py: '7px', borderBottom: '1px solid', borderColor: 'divider', overflowWrap: 'anywhere' }}>
          {noticeWords(notice)}
        </Box>
      ))}
    </Box>
  )
}
