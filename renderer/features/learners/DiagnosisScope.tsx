import Autocomplete from '@mui/material/Autocomplete'
import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import Select from '@mui/material/Select'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useDeferredValue, useState, type ReactNode } from 'react'
import { useActivitiesOfPortal, type LearnerRecord } from './api'

/** An activity that is asked about, enrolled in or not. */
export interface AskedActivity {
  readonly id: string
  readonly title: string
}

interface DiagnosisScopeProps {
  readonly record: LearnerRecord
  readonly activity: AskedActivity | undefined
  readonly onActivity: (activity: AskedActivity | undefined) => void
}

const whole = 'whole'
const another = 'another'

/** What is asked about: the learner as a whole, an activity they are registered for, or another one of the portal (C6). */
export function DiagnosisScope({ record, activity, onActivity }: DiagnosisScopeProps): ReactNode {
  const [looking, setLooking] = useState(false)
  const titles = new Map(record.enrolments.map((enrolment) => [enrolment.activityId, enrolment.activityTitle]))
  if (activity !== undefined) titles.set(activity.id, activity.title)
  const choose = (value: string): void => {
    setLooking(value === another)
    if (value === another) return
    const title = titles.get(value)
    onActivity(title === undefined ? undefined : { id: value, title })
  }
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: '8px', pl: '16px', pr: '8px', minHeight: 36, flexShrink: 0, borderBottom: '1px solid', borderColor: 'divider' }}>
      <Typography variant="meta" component="span" sx={{ color: 'text.secondary' }}>
        for
      </Typography>
      {looking ? (
        <ActivityField
          portal={record.learner.portal}
          onChosen={(found) => {
            setLooking(false)
            if (found !== undefined) onActivity(found)
          }}
        />
      ) : (
        <Select
          value={activity?.id ?? whole}
          onChange={(event) => choose(event.target.value)}
          SelectDisplayProps={{ 'aria-label': 'Diagnosis for', title: activity?.title ?? 'The learner as a whole' }}
          sx={{ flex: 1, minWidth: 0, minHeight: 28, fontWeight: 500, '&& .MuiSelect-select': { py: '3px', pl: '4px', pr: '28px' }, '& .MuiOutlinedInput-notchedOutline': { borderColor: 'transparent' } }}
        >
          <MenuItem value={whole}>The learner as a whole</MenuItem>
          {[...titles].map(([id, title]) => (
            <MenuItem key={id} value={id}>
              {title}
            </MenuItem>
          ))}
          <MenuItem value={another}>Another activity…</MenuItem>
        </Select>
      )}
    </Box>
  )
}

/** An activity of the portal by words of its title; Escape or leaving the field chooses none. */
function ActivityField({ portal, onChosen }: { readonly portal: string; readonly onChosen: (activity: AskedActivity | undefined) => void }): ReactNode {
  const [text, setText] = useState('')
  const asked = useDeferredValue(text.trim())
  const found = useActivitiesOfPortal(portal, asked)
  return (
    <Autocomplete
      open
      autoHighlight
      options={found.data?.rows ?? []}
      filterOptions={(options) => options}
      getOptionLabel={(option) => `${option.title} · ${option.externalId}`}
      getOptionKey={(option) => option.id}
      loading={found.data === undefined}
      loadingText="Looking…"
      noOptionsText="No activity of this portal has these words in its title. Try fewer."
      inputValue={text}
      onInputChange={(_event, value) => setText(value)}
      onChange={(_event, option) => onChosen(option === null ? undefined : { id: option.id, title: option.title })}
      onClose={(_event, reason) => {
        if (reason === 'escape' || reason === 'blur') onChosen(undefined)
      }}
      sx={{ flex: 1, minWidth: 0 }}
      renderInput={(params) => (
        <TextField
          {...params}
          autoFocus
          placeholder="Words of the title"
          slotProps={{ ...params.slotProps, htmlInput: { ...params.slotProps.htmlInput, 'aria-label': 'Title of another activity' } }}
        />
      )}
    />
  )
}
