import Box from '@mui/material/Box'
import OutlinedInput from '@mui/material/OutlinedInput'
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { Field } from '../../ui/Field'
import { ToolbarButton } from '../../ui/ToolbarButton'
import { useToasts } from '../../ui/toast-context'
import { refusalSentence } from '../../words/refusal-words'
import { useWriteSetting, type Setting } from './api'

interface SettingFieldProps {
  readonly setting: Setting
  readonly label: string
  readonly help: string
  readonly example?: string
  readonly width?: number
}

/** One setting: typed, then saved with its own button or Enter; a secret shows only that it is set. */
export function SettingField({ setting, label, help, example, width = 420 }: SettingFieldProps): ReactNode {
  const write = useWriteSetting()
  const { announce } = useToasts()
  const kept = setting.secret ? '' : setting.value
  const [typed, setTyped] = useState<string>()
  const [saved, setSaved] = useState(false)
  const value = typed ?? kept
  const changed = typed !== undefined && typed !== kept
  const save = async (next: string): Promise<void> => {
    const answer = await write.run({ key: setting.key, value: next.trim() })
    if (!answer.ok) return
    setTyped(undefined)
    setSaved(true)
    announce(`${label} saved`)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && changed) {
      event.preventDefault()
      void save(value)
    } else if (event.key === 'Escape' && changed) {
      event.preventDefault()
      setTyped(undefined)
    }
  }
  const refusal = write.answer?.ok === false ? refusalSentence('settings.write', write.answer.error) : undefined
  const placeholder = setting.secret && setting.set ? (setting.value === '' ? 'set, not shown' : setting.value) : (example ?? '')
  return (
    <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: '8px', flexWrap: 'wrap' }}>
      <Field label={label} width={`min(${String(width)}px, 100%)`} help={saved && !changed ? 'Saved.' : help} {...(refusal === undefined ? {} : { error: `${refusal.happened} ${refusal.next}` })}>
        {(control) => (
          <OutlinedInput
            {...control}
            value={value}
            placeholder={placeholder}
            error={control['aria-invalid']}
            autoComplete="off"
            spellCheck={false}
            inputProps={{ maxLength: 2000 }}
            onChange={(event) => {
              setTyped(event.target.value)
              setSaved(false)
              write.reset()
            }}
            onKeyDown={onKeyDown}
          />
        )}
      </Field>
      <Box sx={{ display: 'flex', gap: '8px', pt: '20px' }}>
        {changed ? (
          <ToolbarButton look="frame" tall disabled={write.pending} onClick={() => void save(value)}>
            Save
          </ToolbarButton>
        ) : null}
        {setting.secret && setting.set && !changed ? (
          <ToolbarButton tall disabled={write.pending} label={`Remove ${label}`} onClick={() => void save('')}>
            Remove
          </ToolbarButton>
        ) : null}
      </Box>
    </Box>
  )
}
