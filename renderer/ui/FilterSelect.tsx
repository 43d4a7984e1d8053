import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import Select from '@mui/material/Select'
import type { ReactNode } from 'react'

export interface FilterOption<Value extends string> {
  readonly value: Value
  readonly label: string
}

interface FilterSelectProps<Value extends string> {
  /** What is filtered by: "Portal". */
  readonly label: string
  readonly value: Value
  readonly options: readonly FilterOption<Value>[]
  readonly onValue: (value: Value) => void
}

/** A filter of a toolbar: its name and its value in one line, 28 px high. */
export function FilterSelect<Value extends string>({ label, value, options, onValue }: FilterSelectProps<Value>): ReactNode {
  return (
    <Select
      value={value}
      displayEmpty
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.target.value)
        if (chosen !== undefined) onValue(chosen.value)
      }}
      renderValue={(shown) => (
        <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {label}
          </Box>{' '}
          {options.find((option) => option.value === shown)?.label}
        </Box>
      )}
      SelectDisplayProps={{ 'aria-label': label }}
      sx={{ minHeight: 28, maxWidth: 260, '& .MuiSelect-select': { py: '3px' } }}
    >
      {options.map((option) => (
        <MenuItem key={option.value} value={option.value}>
          {option.label}
        </MenuItem>
      ))}
    </Select>
  )
}
