import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useDeskNow } from '../../bridge/desk-clock'
import { ActDialog } from '../../ui/ActDialog'
import { DefinitionList } from '../../ui/DefinitionList'
import { SkeletonRows } from '../../ui/SkeletonRows'
import { StateBanner } from '../../ui/StateBlock'
import { useToasts } from '../../ui/toast-context'
import { learnerStatusWords, messageStateWords } from '../../words/field-words'
import { RefusalBanner, RefusalBlock } from '../../words/RefusalBlock'
import { lengthWords, nearInstantWords } from '../../words/time-words'
import { useHoldBack, useLearnerActs, useResetPreview, type Learner } from './api'
import { nameOf } from './LearnerHeader'

const styles = {
  one_time_link: 'A link that works once',
  temporary_password: 'A temporary password that must be changed at sign-in',
} as const

/** Sends a password reset to the account's own address (H9, H11): what goes, where to, when the last one went. */
export function ResetDialog({ learner, onClose }: { readonly learner: Learner; readonly onClose: () => void }): ReactNode {
  const preview = useResetPreview(learner.id)
  const now = useDeskNow()
  const { sendReset } = useLearnerActs()
  const hold = useHoldBack()
  const { show } = useToasts()
  const data = preview.data

  const send = async (): Promise<void> => {
    const answer = await sendReset.run({ learnerId: learner.id })
    if (!answer.ok) return
    const { messageId, toMasked } = answer.value
    show({
      message: data?.smtpConfigured === true ? `Reset to ${toMasked} goes in a moment` : `Reset to ${toMasked} waits in the outbox`,
      sort: 'sent',
      action: { label: 'Hold back', run: () => void hold.run({ id: messageId, version: 1, hold: true }) },
    })
    onClose()
  }

  return (
    <ActDialog
      open
      width={640}
      title="Send password reset"
      about={
        <>
          <strong>{nameOf(learner)}</strong> · {learner.portalName}
        </>
      }
      verb="Send reset"
      onConfirm={() => void send()}
      onClose={onClose}
      pending={sendReset.pending}
      blocked={data === undefined}
      refusal={sendReset.answer?.ok === false ? <RefusalBanner method="resets.send" refusal={sendReset.answer.error} /> : undefined}
    >
      {preview.error !== null ? (
        <RefusalBlock method="resets.preview" refusal={preview.error.refusal} onAgain={() => void preview.refetch()} />
      ) : data === undefined || now === undefined ? (
        <SkeletonRows tracks={['112px', '1fr']} rows={5} label="Reading the account" />
      ) : (
        <Box sx={{ p: '16px 24px', display: 'flex', flexDirection: 'column', gap: '16px' }}>
          {data.smtpConfigured ? null : <StateBanner kind="offline">No mail server is set. The reset waits in the outbox and goes when one is.</StateBanner>}
          {learner.status === 'active' ? null : (
            <StateBanner kind="partial">The account is {learnerStatusWords[learner.status].toLowerCase()}: a new password alone does not let the learner in.</StateBanner>
          )}
          <DefinitionList
            entries={[
              { term: 'Goes to', value: <span className="identifier">{data.toMasked}</span> },
              { term: 'What', value: `${styles[data.style]}, good for ${lengthWords(data.lifetimeMinutes)} from sending` },
              {
                term: 'Last reset',
                ...(data.last === null ? {} : { value: `${nearInstantWords(data.last.at, now, learner.zone)} to ${data.last.toMasked}, ${messageStateWords[data.last.state].toLowerCase()}${data.last.lastAnswer === '' ? '' : `: ${data.last.lastAnswer}`}` }),
              },
            ]}
          />
          <section aria-label="The mail">
            <Typography variant="meta" component="h3" sx={{ m: 0, fontWeight: 500, color: 'text.secondary' }}>
              {data.subject}
            </Typography>
            <Box sx={{ whiteSpace: 'pre-line', p: '12px', mt: '4px', bgcolor: 'desk.subtle', borderLeft: '2px solid', borderColor: 'divider', maxHeight: 220, overflow: 'auto' }} tabIndex={0} role="region" aria-label="Text of the mail">
              {data.body}
            </Box>
            <Typography variant="meta" sx={{ color: 'text.tertiary' }}>
              [secret] is made when the mail is handed over. It is never shown here and only its hash is kept.
            </Typography>
          </section>
          <section aria-label="What to tell the learner">
            <Typography variant="meta" component="h3" sx={{ m: 0, fontWeight: 500, color: 'text.secondary' }}>
              What to tell the learner
            </Typography>
            <Typography>
              It goes to the account’s own address only. If nothing has come after 10 minutes, look in the junk folder (H9, H11). Type the password rather than paste it: case counts, and a blank before or after breaks the sign-in (H10).
            </Typography>
          </section>
        </Box>
      )}
    </ActDialog>
  )
}
