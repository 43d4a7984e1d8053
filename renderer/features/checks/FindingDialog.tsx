import Box from '@mui/material/Box'
import OutlinedInput from '@mui/material/OutlinedInput'
import { useState, type ReactNode } from 'react'
import { useUndo } from '../../bridge/use-undo'
import { ActDialog } from '../../ui/ActDialog'
import { Field } from '../../ui/Field'
import { useToasts } from '../../ui/toast-context'
import { checkKindWords } from '../../words/check-kind-words'
import { RefusalBanner } from '../../words/RefusalBlock'
import { useCheckActs, type Finding } from './api'
import { ownFixWords } from './check-words'

export type FindingAct = 'accept' | 'fix'

interface FindingDialogProps {
  readonly finding: Finding
  readonly act: FindingAct
  readonly onClose: () => void
}

/** Accepts a finding, or does its fix: what will happen, and the reason that is kept. */
export function FindingDialog({ finding, act, onClose }: FindingDialogProps): ReactNode {
  const [reason, setReason] = useState('')
  const { accept, fix } = useCheckActs()
  const undo = useUndo()
  const { show } = useToasts()
  const own = ownFixWords[finding.fix]
  const words = act === 'fix' && own !== undefined ? own : { title: 'Accept this finding', verb: 'Accept finding', happens: 'It leaves the list and is not counted any more. When what it rests on changes, it is asked about again.' }
  const command = act === 'accept' ? accept : fix
  const answer = command.answer
  const refused = answer?.ok === false ? answer.error : undefined

  const confirm = async (): Promise<void> => {
    const done = await command.run({ findingId: finding.id, version: finding.version, reason })
    if (!done.ok) return
    const { entryId } = done.value
    show({ message: act === 'accept' ? 'Finding accepted' : own?.verb === undefined ? 'Done' : `Done: ${own.verb.toLowerCase()}`, action: { label: 'Undo', keys: 'Control+z', run: () => void undo(entryId) } })
    onClose()
  }

  return (
    <ActDialog
      open
      title={words.title}
      about={
        <>
          <strong>{finding.learner?.name ?? finding.activity?.title}</strong> · {checkKindWords[finding.kind]}
        </>
      }
      verb={words.verb}
      promise="Undo stays in the history."
      onConfirm={() => void confirm()}
      onClose={onClose}
      pending={command.pending}
      typed={reason !== ''}
      refusal={refused === undefined || refused.code === 'reason_missing' ? undefined : act === 'accept' ? acceptRefusal(accept.answer) : fixRefusal(fix.answer)}
    >
      <Box sx={{ p: '16px 24px', display: 'flex', flexDirection: 'column', gap: '12px' }}>
        <span>{words.happens}</span>
        <Field label="Reason" help="Kept with the finding and in the history." {...(refused?.code === 'reason_missing' ? { error: 'Say why; it is kept in the history.' } : {})}>
          {(control) => (
            <OutlinedInput multiline minRows={2} maxRows={6} autoFocus value={reason} onChange={(event) => setReason(event.target.value)} inputProps={{ ...control, maxLength: 2000 }} />
          )}
        </Field>
      </Box>
    </ActDialog>
  )
}

type Acts = ReturnType<typeof useCheckActs>

function acceptRefusal(answer: Acts['accept']['answer']): ReactNode {
  return answer?.ok === false ? <RefusalBanner method="checks.accept" refusal={answer.error} /> : undefined
}

function fixRefusal(answer: Acts['fix']['answer']): ReactNode {
  return answer?.ok === false ? <RefusalBanner method="checks.fix" refusal={answer.error} /> : undefined
}
