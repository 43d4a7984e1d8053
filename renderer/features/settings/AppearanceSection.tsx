import Box from '@mui/material/Box'
import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import Switch from '@mui/material/Switch'
import { useId, useState, type ReactNode } from 'react'
import { usePreferences, type Preferences } from '../../bridge/preferences'
import { useWritePreferences } from './api'

interface ChoiceProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly choices: readonly { readonly value: Value; readonly label: string }[]
  readonly onChoose: (value: Value) => void
}

/** What was chosen, at once, though the preference is still being written; a change from elsewhere wins. */
function useAtOnce<Value>(value: Value): readonly [Value, (chosen: Value) => void] {
  const [state, setState] = useState({ kept: value, shown: value })
  if (state.kept !== value) setState({ kept: value, shown: value })
  return [state.shown, (chosen) => setState({ kept: value, shown: chosen })]
}

function Choice<Value extends string>({ label, value, choices, onChoose }: ChoiceProps<Value>): ReactNode {
  const id = useId()
  const [shown, setShown] = useAtOnce(value)
  return (
    <div>
      <Box id={id} sx={{ fontSize: 12, lineHeight: '16px', fontWeight: 500, color: 'text.secondary', mb: '4px' }}>
        {label}
      </Box>
      <RadioGroup
        row
        aria-labelledby={id}
        value={shown}
        onChange={(_event, chosen) => {
          const choice = choices.find((candidate) => candidate.value === chosen)
          if (choice === undefined) return
          setShown(choice.value)
          onChoose(choice.value)
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

function Toggle({ label, on, onTurn }: { readonly label: string; readonly on: boolean; readonly onTurn: (on: boolean) => void }): ReactNode {
  const [shown, setShown] = useAtOnce(on)
  const turn = (next: boolean): void => {
    setShown(next)
    onTurn(next)
  }
  return <FormControlLabel control={<Switch checked={shown} onChange={(_event, next) => turn(next)} />} label={label} sx={{ gap: '8px' }} />
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
      <Toggle label="Open yesterday’s tabs again at the start" on={preferences.reopenTabs} onTurn={(reopenTabs) => void run({ reopenTabs })} />
    </Box>
  )
}

/** Whether lone letters act. */
export function KeysSection(): ReactNode {
  const { letterKeys } = usePreferences()
  const { run } = useWritePreferences()
  return (
    <div>
      <Toggle label="Letters act outside text fields: J, K, C, P, E and more" on={letterKeys} onTurn={(on) => void run({ letterKeys: on })} />
      <Box sx={{ color: 'text.secondary', fontSize: 12, lineHeight: '16px', mt: '4px' }}>Switch them off if you dictate or use single-key software. Keys with Ctrl or Alt always act; ? lists them all.</Box>
    </div>
  )
}
