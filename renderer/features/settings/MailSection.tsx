import Box from '@mui/material/Box'
import OutlinedInput from '@mui/material/OutlinedInput'
import { useState, type ReactNode } from 'react'
import { Field } from '../../ui/Field'
import { Progress } from '../../ui/Progress'
import { StateBanner } from '../../ui/StateBlock'
import { ToolbarButton } from '../../ui/ToolbarButton'
import { refusalSentence } from '../../words/refusal-words'
import { useSendTest, type Setting, type SettingKey } from './api'
import { SettingField } from './SettingField'

interface FieldWords {
  readonly key: SettingKey
  readonly label: string
  readonly help: string
  readonly example?: string
  readonly width?: number
}

const mailFields: readonly FieldWords[] = [
  { key: 'smtp.url', label: 'Mail server', help: 'smtps:// or smtp:// with STARTTLS; name and password inside it are sealed and never shown again.', example: 'smtps://name:password@mail.example.org:465' },
  { key: 'smtp.from', label: 'Sender', help: 'What learners see as the sender.', example: 'CME Support <support@example.org>' },
  { key: 'smtp.replyTo', label: 'Answers go to', help: 'Empty means to the sender.', example: 'support@example.org' },
  { key: 'smtp.holdSeconds', label: 'Hold before sending, seconds', help: 'So long a mail can be held back after you sent it.', example: '15', width: 200 },
  { key: 'reset.linkBase', label: 'Address of reset links', help: 'The portal’s page that takes a one-time link.', example: 'https://portal.example.org/reset' },
  { key: 'imap.url', label: 'Mailbox for bounces', help: 'Where returned mail is looked for.', example: 'imaps://name:password@mail.example.org' },
]

/** The mail server, tried out by a test before a learner depends on it. */
export function MailSection({ settings }: { readonly settings: readonly Setting[] }): ReactNode {
  const configured = settings.some((setting) => setting.key === 'smtp.url' && setting.set)
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: '16px' }}>
      {configured ? null : <StateBanner kind="offline">No mail server is set. Mail is written and waits in the outbox; nothing is lost.</StateBanner>}
      {mailFields.map((field) => {
        const setting = settings.find((candidate) => candidate.key === field.key)
        return setting === undefined ? null : <SettingField key={field.key} setting={setting} label={field.label} help={field.help} {...(field.example === undefined ? {} : { example: field.example })} {...(field.width === undefined ? {} : { width: field.width })} />
      })}
      <SendTest configured={configured} />
    </Box>
  )
}

function SendTest({ configured }: { readonly configured: boolean }): ReactNode {
  const test = useSendTest()
  const [to, setTo] = useState('')
  const refusal = test.answer?.ok === false ? refusalSentence('settings.sendTest', test.answer.error) : undefined
  const send = (): void => {
    if (to.trim() !== '') void test.run({ to: to.trim() })
  }
  return (
    <Box sx={{ borderTop: '1px solid', borderColor: 'divider', pt: '16px' }}>
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: '8px', flexWrap: 'wrap' }}>
        <Field label="Send a test to" width="min(420px, 100%)" help={configured ? 'A short mail without any learner’s data.' : 'Set the mail server first.'} {...(refusal === undefined ? {} : { error: `${refusal.happened} ${refusal.next} ${refusal.code}` })}>
          {(control) => (
            <OutlinedInput
              {...control}
              type="email"
              value={to}
              placeholder="you@example.org"
              error={control['aria-invalid']}
              onChange={(event) => {
                setTo(event.target.value)
                test.reset()
              }}
              onKeyDown={(event) => {
                if (event.key === 'Enter') send()
              }}
            />
          )}
        </Field>
        <Box sx={{ pt: '20px' }}>
          <ToolbarButton look="main" tall disabled={!configured || test.pending || to.trim() === ''} onClick={send}>
            Send test
          </ToolbarButton>
        </Box>
      </Box>
      {test.pending ? <Progress label="Talking to the mail server" after={400} /> : null}
      {test.answer?.ok === true ? (
        <Box role="status" sx={{ color: 'success.main', mt: '8px', fontWeight: 500 }}>
          The server took the test: {test.answer.value.answer}
        </Box>
      ) : null}
    </Box>
  )
}
