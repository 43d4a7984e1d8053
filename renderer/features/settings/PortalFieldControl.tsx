import Box from '@mui/material/Box'
import FormControlLabel from '@mui/material/FormControlLabel'
import Checkbox from '@mui/material/Checkbox'
import MenuItem from '@mui/material/MenuItem'
import OutlinedInput from '@mui/material/OutlinedInput'
import Select from '@mui/material/Select'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { Field } from '../../ui/Field'
import { fieldOfPath, listAt, numberOf, textAt, valueAt, wordsOf, type Path } from './portal-draft'
import type { Choice, PortalField } from './portal-fields'

/** The draft under edit: the rules as typed, what is wrong by field, and how a value is changed. */
export interface PortalDraft {
  readonly tree: unknown
  readonly problems: ReadonlyMap<string, string>
  readonly change: (path: Path, value: unknown) => void
}

const days: readonly Choice[] = [
  { value: '1', label: 'Mon' },
  { value: '2', label: 'Tue' },
  { value: '3', label: 'Wed' },
  { value: '4', label: 'Thu' },
  { value: '5', label: 'Fri' },
  { value: '6', label: 'Sat' },
  { value: '7', label: 'Sun' },
]

/** The rows a value is taken from, small and copyable, after its help. */
function below(field: PortalField, draft: PortalDraft): ReactNode {
  const rows = field.rows === undefined ? [] : listAt(draft.tree, field.rows).map(String)
  if (field.help === undefined && rows.length === 0) return undefined
  return (
    <>
      {field.help}
      {field.help === undefined ? '' : ' '}
      {rows.length === 0 ? null : <Box component="span" sx={{ userSelect: 'all' }}>{rows.map((row) => (row === 'house' ? 'house rule' : row)).join(', ')}</Box>}
    </>
  )
}

/** One value of a portal's rules with its label, its citation, and what is wrong with it. */
export function PortalFieldControl({ field, draft }: { readonly field: PortalField; readonly draft: PortalDraft }): ReactNode {
  const { entry, path } = field
  const name = fieldOfPath(path)
  const problem = draft.problems.get(name)
  const error = problem === undefined ? {} : { error: `${field.label} ${problem}.` }
  const help = below(field, draft)
  const width = entry.kind === 'number' ? 240 : 'min(420px, 100%)'
  if (entry.kind === 'weekdays') {
    const open = listAt(draft.tree, path).map(String)
    return (
      <Box component="fieldset" sx={{ border: 0, m: 0, p: 0, minWidth: 0 }}>
        <Box component="legend" sx={{ p: 0, fontSize: 12, lineHeight: '16px', fontWeight: 500, color: 'text.secondary' }}>
          {field.label}
        </Box>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: '12px' }}>
          {days.map((day) => (
            <FormControlLabel
              key={day.value}
              label={day.label}
              control={<Checkbox size="small" checked={open.includes(day.value)} onChange={(_event, checked) => draft.change(path, days.map((one) => one.value).filter((value) => (value === day.value ? checked : open.includes(value))).map(Number))} />}
            />
          ))}
        </Box>
        <Typography variant="meta" {...(problem === undefined ? {} : { role: 'alert' })} sx={{ color: problem === undefined ? 'text.tertiary' : 'error.main' }}>
          {problem === undefined ? help : `${field.label} ${problem}.`}
        </Typography>
      </Box>
    )
  }
  return (
    <Field label={field.label} width={width} {...(help === undefined ? {} : { help })} {...error}>
      {(control) => {
        const { id, 'aria-describedby': describedBy, 'aria-invalid': invalid } = control
        if (entry.kind === 'choice' || entry.kind === 'yesNo') {
          const choices = entry.kind === 'choice' ? entry.choices : [{ value: 'true', label: entry.yes }, { value: 'false', label: entry.no }]
          const text = textAt(draft.tree, path)
          return (
            <Select
              id={id}
              value={choices.some((choice) => choice.value === text) ? text : ''}
              displayEmpty
              error={invalid}
              SelectDisplayProps={{ 'aria-labelledby': `${id}-label ${id}`, ...(describedBy === undefined ? {} : { 'aria-describedby': describedBy }) }}
              onChange={(event) => draft.change(path, entry.kind === 'yesNo' ? event.target.value === 'true' : event.target.value)}
            >
              {choices.map((choice) => (
                <MenuItem key={choice.value} value={choice.value}>
                  {choice.label}
                </MenuItem>
              ))}
            </Select>
          )
        }
        return <TypedValue field={field} draft={draft} control={control} />
      }}
    </Field>
  )
}

const zones = Intl.supportedValuesOf('timeZone')

function TypedValue({ field, draft, control }: { readonly field: PortalField; readonly draft: PortalDraft; readonly control: { readonly id: string; readonly 'aria-describedby': string | undefined; readonly 'aria-invalid': boolean } }): ReactNode {
  const { entry, path } = field
  const text = textAt(draft.tree, path)
  const nothing = valueAt(draft.tree, path) === null
  const parsed = (typed: string): unknown => {
    if (entry.kind === 'number') return entry.orWord !== undefined && typed.trim() === entry.orWord ? entry.orWord : numberOf(typed)
    if (entry.kind === 'words') return wordsOf(typed)
    // A plan that nobody needs is none, not an empty one.
    return typed === '' && (nothing || path.includes('membershipToClaim')) ? null : typed
  }
  const list = `${control.id}-zones`
  const example = entry.kind === 'text' || entry.kind === 'words' ? (entry.example ?? '') : entry.kind === 'number' ? (entry.emptyMeans ?? '') : ''
  return (
    <>
      <OutlinedInput
        {...control}
        // A list keeps what is being typed, commas and all, until it is left.
        {...(entry.kind === 'words' ? { defaultValue: text, onBlur: (event) => draft.change(path, parsed(event.target.value)) } : { value: text, onChange: (event) => draft.change(path, parsed(event.target.value)) })}
        placeholder={example}
        error={control['aria-invalid']}
        autoComplete="off"
        spellCheck={false}
        inputProps={{ maxLength: 400, ...(entry.kind === 'zone' ? { list } : {}) }}
        endAdornment={entry.kind === 'number' ? <Box component="span" sx={{ color: 'text.tertiary', whiteSpace: 'nowrap' }}>{entry.unit}</Box> : undefined}
      />
      {entry.kind === 'zone' ? (
        <datalist id={list}>
          {zones.map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
      ) : null}
    </>
  )
}
