import Box from '@mui/material/Box'
import OutlinedInput from '@mui/material/OutlinedInput'
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import type { Command } from '../../bridge/use-command'
import { useTab } from '../../bridge/use-tab'
import { Field } from '../../ui/Field'
import { ToolbarButton } from '../../ui/ToolbarButton'
import { RefusalBanner } from '../../words/RefusalBlock'
import type { OutboxMessage } from './api'

interface DraftEditorProps {
  readonly message: OutboxMessage
  readonly edit: Command<'outbox.editDraft'>
  readonly onDone: () => void
}

/** Subject and text of a draft; saved as a whole, refused when somebody else saved meanwhile. */
export function DraftEditor({ message, edit, onDone }: DraftEditorProps): ReactNode {
  const [subject, setSubject] = useState(message.subject)
  const [body, setBody] = useState(message.body)
  const changed = subject !== message.subject || body !== message.body
  useTab('outbox', '', undefined, changed)
  const save = async (): Promise<void> => {
    const answer = await edit.run({ id: message.id, version: message.version, subject, body })
    if (answer.ok) onDone()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void save()
    }
  }
  const refusal = edit.answer?.ok === false ? edit.answer.error : undefined
  return (
    <Box component="form" onKeyDown={onKeyDown} onSubmit={(event) => event.preventDefault()} sx={{ display: 'flex', flexDirection: 'column', gap: '12px', mt: '16px', pt: '16px', borderTop: '1px solid', borderColor: 'divider', maxWidth: '80ch' }}>
      <Field label="Subject" {...(subject.trim() === '' ? { error: 'A mail needs a subject.' } : {})}>
        {(control) => <OutlinedInput {...control} autoFocus fullWidth value={subject} inputProps={{ maxLength: 400 }} onChange={(event) => setSubject(event.target.value)} error={control['aria-invalid']} />}
      </Field>
      <Field label="Text" help={message.body.includes('[secret]') ? 'Leave [secret] where the link or password belongs.' : undefined}>
        {(control) => <OutlinedInput {...control} multiline fullWidth minRows={8} maxRows={24} value={body} onChange={(event) => setBody(event.target.value)} />}
      </Field>
      {refusal === undefined ? null : <RefusalBanner method="outbox.editDraft" refusal={refusal} />}
      <Box sx={{ display: 'flex', gap: '8px' }}>
        <ToolbarButton look="main" tall keys="Control+Enter" disabled={edit.pending} onClick={() => void save()}>
          Save draft
        </ToolbarButton>
        <ToolbarButton look="frame" tall disabled={edit.pending} onClick={onDone}>
          {changed ? 'Discard changes' : 'Leave as it is'}
        </ToolbarButton>
      </Box>
    </Box>
  )
}
