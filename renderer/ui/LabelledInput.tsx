import TextField from '@mui/material/TextField'
import type { ReactNode } from 'react'
import { Field } from './Field'

interface LabelledInputProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly help?: string | undefined
  readonly error?: string | undefined
  readonly placeholder?: string
  readonly multiline?: boolean
  readonly numeric?: boolean
  readonly autoFocus?: boolean
  readonly longest?: number
}

/** A line of text, or a few, with its label above and its help or error below. */
export function LabelledInput({ label, value, onChange, help, error, placeholder, multiline = false, numeric = false, autoFocus = false, longest }: LabelledInputProps): ReactNode {
  return (
    <Field label={label} help={help} error={error}>
      {(control) => (
        <TextField
          id={control.id}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          multiline={multiline}
          autoFocus={autoFocus}
          autoComplete="off"
          {...(multiline ? { minRows: 2 } : {})}
          {...(placeholder === undefined ? {} : { placeholder })}
          slotProps={{ htmlInput: { 'aria-describedby': control['aria-describedby'], 'aria-invalid': control['aria-invalid'], ...(numeric ? { inputMode: 'numeric' } : {}), ...(longest === undefined ? {} : { maxLength: longest }) } }}
        />
      )}
    </Field>
  )
}
