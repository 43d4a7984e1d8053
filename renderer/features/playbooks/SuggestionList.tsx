import Box from '@mui/material/Box'
import { useEffect, useRef, type ReactNode } from 'react'
import type { PlaybookLine } from '@shared/contract/playbooks'
import { familyWords } from './family-words'

interface SuggestionListProps {
  readonly id: string
  readonly lines: readonly PlaybookLine[]
  readonly chosen: string | undefined
  readonly picked: string | undefined
  readonly asked: boolean
  readonly settled: boolean
  readonly onChoose: (id: string) => void
  readonly onPick: (id: string) => void
}

/** The questions that fit, best first; the pointer follows, the keys lead. */
export function SuggestionList({ id, lines, chosen, picked, asked, settled, onChoose, onPick }: SuggestionListProps): ReactNode {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    <>
      <Box ref={list} id={`${id}-list`} role="listbox" aria-label="Questions" aria-busy={!settled} tabIndex={-1} sx={{ flex: 1, minHeight: 0, overflow: 'auto', p: '6px' }}>
        {lines.map((line) => (
          <Box
            key={line.id}
            role="option"
            id={`${id}-${line.id}`}
            aria-selected={line.id === chosen}
            onPointerMove={() => onChoose(line.id)}
            onClick={() => onPick(line.id)}
            sx={{ display: 'flex', alignItems: 'baseline', gap: '8px', minHeight: 48, px: '10px', py: '6px', borderRadius: '6px', cursor: 'default', bgcolor: line.id === chosen ? 'desk.selected' : 'transparent', boxShadow: (theme) => (line.id === picked ? `inset 3px 0 0 ${theme.palette.primary.main}` : 'none') }}
          >
            <Box sx={{ flex: 1, minWidth: 0 }}>
              <Box sx={{ fontWeight: 500 }}>{line.title}</Box>
              <Box sx={{ fontSize: 12, lineHeight: '16px', color: 'text.secondary' }}>
                {familyWords[line.family]}
                {line.kind === 'information' ? ' · the same for everybody' : ''}
              </Box>
            </Box>
            <Box className="identifier" sx={{ fontSize: 11, lineHeight: '16px', color: 'text.secondary', flexShrink: 0 }}>
              {line.rows.slice(0, 2).join(' ')}
            </Box>
          </Box>
        ))}
      </Box>
      <Box role="status" sx={{ px: '16px', minHeight: 28, lineHeight: '28px', fontSize: 12, color: 'text.secondary', borderTop: '1px solid', borderColor: 'divider', flexShrink: 0 }}>
        {!settled ? 'Looking…' : lines.length === 0 ? 'No question fits. Try other words.' : asked ? `${String(lines.length)} fit, best first` : 'Asked most'}
      </Box>
    </>
  )
}
