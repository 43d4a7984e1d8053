import Box from '@mui/material/Box'
import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import Switch from '@mui/material/Switch'
import { useId, type ReactNode } from 'react'
import { usePreferences, type Preferences } from '../../bridge/preferences'
import { useWritePreferences } from './api'

interface ChoiceProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly choices: readonly { readonly value: Value; readonly label: string }[]
  readonly onChoose: (value: Value) => void
}

function Choice<Value extends string>({ label, value, choices, onChoose }: ChoiceProps<Value>): ReactNode {
  const id = useId()
  return (
    <div>
      <Box id={id} sx={{ fontSize: 12, lineHeight: '16px', fontWeight: 500, color: 'text.secondary', mb: '4px' }}>
        {label}
      </Box>
      <RadioGroup
        row
        aria-labelledby={id}
        value={value}
        onChange={(_event, chosen) => {
          const choice = choices.find((candidate) => candidate.value === chosen)
          if (choice !== undefined) onChoose(choice.value)
        }}
        sx={{ gap: '16px' }}
      >
        {choices.map((choice) => (
          <FormControlLabel key={choice.value} value={choice.value} control={<Radio />} label={choice.label} />
        ))}
      </RadioGroup>
    </div>
  )
}

const themes: ChoiceProps<Preferences['theme']>['choices'] = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]
const densities: ChoiceProps<Preferences['density']>['choices'] = [
  { value: 'normal', label: 'Normal rows' },
  { value: 'compact', label: 'Compact rows' },
]

/** How the window looks to this person. */
export function AppearanceSection(): ReactNode {
  const preferences = usePreferences()
  const { run } = useWritePreferences()
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: '16px' }}>
      <Choice label="Colours" value={preferences.theme} choices={themes} onChoose={(theme) => void run({ theme })} />
      <Choice label="Rows" value={preferences.density} choices={densities} onChoose={(density) => void run({ density })} />
      <FormControlLabel control={<Switch checked={preferences.reopenTabs} onChange={(_event, reopenTabs) => void run({ reopenTabs })} />} label="Open yesterday’s tabs again at the start" sx={{ gap: '8px' }} />
    </Box>
  )
}

/** Whether lone letters act. */
export function KeysSection(): ReactNode {
  const { letterKeys } = usePreferences()
  const { run } = useWritePreferences()
  return (
    <div>
      <FormControlLabel control={<Switch checked={letterKeys} onChange={(_event, on) => void run({ letterKeys: on })} />} label="Letters act outside text fields: J, K, C, P, E and more" sx={{ gap: '8px' }} />
      <Box sx={{ color: 'text.secondary', fontSize: 12, lineHeight: '16px', mt: '4px' }}>Switch them off if you dictate or use single-key software. Keys with Ctrl or Alt always act; ? lists them all.</Box>
    </div>
  )
}
