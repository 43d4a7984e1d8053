import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import OutlinedInput from '@mui/material/OutlinedInput'
import Select from '@mui/material/Select'
import { useState, type ReactNode } from 'react'
import { ticketChannels, type TicketChannel } from '@shared/model/field-codes'
import { ActDialog } from '../../ui/ActDialog'
import { Field } from '../../ui/Field'
import { RefusalBanner } from '../../words/RefusalBlock'
import { useTicketActs } from './api'
import { channelLooks } from './ticket-words'

interface NewTicketDialogProps {
  readonly portals: readonly { readonly key: string; readonly name: string }[]
  readonly onCreated: (id: string) => void
  readonly onClose: () => void
}

/** Writes down a phone call, or a letter that came some other way. */
export function NewTicketDialog({ portals, onCreated, onClose }: NewTicketDialogProps): ReactNode {
  const { create } = useTicketActs()
  const [portal, setPortal] = useState(portals[0]?.key ?? '')
  const [channel, setChannel] = useState<TicketChannel>('phone')
  const [fromEmail, setFromEmail] = useState('')
  const [subject, setSubject] = useState('')
  const [body, setBody] = useState('')
  const refusal = create.answer?.ok === false ? create.answer.error : undefined
  const wrong = (field: string, words: string): { error?: string } => (refusal?.field === field ? { error: words } : {})
  const save = async (): Promise<void> => {
    const answer = await create.run({ portal, channel, learnerId: null, fromEmail, subject, body })
    if (answer.ok) onCreated(answer.value.id)
  }
  return (
    <ActDialog
      open
      title="New ticket"
      about="Write down a call. The promise clock runs from now, and the ticket is yours."
      verb="Open ticket"
      pending={create.pending}
      typed={subject !== '' || body !== '' || fromEmail !== ''}
      onConfirm={() => void save()}
      onClose={onClose}
      refusal={refusal === undefined || refusal.field !== undefined ? undefined : <RefusalBanner method="tickets.create" refusal={refusal} />}
    >
      <Box sx={{ px: '24px', py: '16px', display: 'flex', flexDirection: 'column', gap: '12px' }}>
        <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 160px', gap: '12px' }}>
          <Field label="Portal">
            {(control) => (
              <Select value={portal} onChange={(event) => setPortal(event.target.value)} SelectDisplayProps={{ id: control.id, 'aria-label': 'Portal' }} fullWidth>
                {portals.map((one) => (
                  <MenuItem key={one.key} value={one.key}>
                    {one.name}
                  </MenuItem>
                ))}
              </Select>
            )}
          </Field>
          <Field label="How it came">
            {(control) => (
              <Select value={channel} onChange={(event) => setChannel(ticketChannels.find((one) => one === event.target.value) ?? 'phone')} SelectDisplayProps={{ id: control.id, 'aria-label': 'How it came' }} fullWidth>
                {ticketChannels.map((one) => (
                  <MenuItem key={one} value={one}>
                    {channelLooks[one].word}
                  </MenuItem>
                ))}
              </Select>
            )}
          </Field>
        </Box>
        <Field label="Address to answer to" help="Leave it empty when none was given; the learner can be matched later." {...wrong('fromEmail', 'That is no mail address. Write it like ada@clinic.example.')}>
          {(control) => <OutlinedInput {...control} fullWidth value={fromEmail} onChange={(event) => setFromEmail(event.target.value)} inputProps={{ maxLength: 320 }} error={control['aria-invalid']} />}
        </Field>
        <Field label="Subject" {...wrong('subject', 'A ticket needs a subject.')}>
          {(control) => <OutlinedInput {...control} autoFocus fullWidth value={subject} onChange={(event) => setSubject(event.target.value)} inputProps={{ maxLength: 400 }} error={control['aria-invalid']} />}
        </Field>
        <Field label="What was said" {...wrong('body', 'Write down what was asked, in the learner’s words where you can.')}>
          {(control) => <OutlinedInput {...control} multiline fullWidth minRows={5} maxRows={12} value={body} onChange={(event) => setBody(event.target.value)} error={control['aria-invalid']} />}
        </Field>
      </Box>
    </ActDialog>
  )
}
