import Box from '@mui/material/Box'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import type { ReactNode } from 'react'
import { shownMessageStates, type ShownMessageState } from '@shared/model/field-codes'
import { messageStateWords } from '../../words/field-words'
import type { OutboxCounts } from './api'

interface StateFilterProps {
  readonly counts: OutboxCounts
  readonly state: ShownMessageState | undefined
  readonly onState: (state: ShownMessageState | undefined) => void
}

const all = 'all'

/** The states with their counts; one of them, or all, fills the list. */
export function StateFilter({ counts, state, onState }: StateFilterProps): ReactNode {
  const sum = shownMessageStates.reduce((total, name) => total + (counts[name] ?? 0), 0)
  const label = (word: string, count: number): ReactNode => (
    <span>
      {word}
      <Box component="span" className="figures" sx={{ ml: '6px', fontSize: 11, fontWeight: 500, color: 'text.tertiary' }}>
        {count}
      </Box>
    </span>
  )
  return (
    <Tabs
      value={state ?? all}
      onChange={(_event, value: string) => onState(shownMessageStates.find((name) => name === value))}
      variant="scrollable"
      scrollButtons={false}
      aria-label="State of the messages"
      sx={{ px: '8px', borderBottom: '1px solid', borderColor: 'divider', flexShrink: 0 }}
    >
      <Tab value={all} label={label('All', sum)} disableRipple />
      {shownMessageStates.map((name) => (
        <Tab key={name} value={name} label={label(messageStateWords[name], counts[name] ?? 0)} disableRipple />
      ))}
    </Tabs>
  )
}
