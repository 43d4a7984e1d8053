import Box from '@mui/material/Box'
import TextField from '@mui/material/TextField'
import { useState, type ReactNode } from 'react'
import { formatCreditAmount, parseCreditAmount } from '@shared/model/credit-amount'
import { useUndo } from '../../bridge/use-undo'
import { ActDialog } from '../../ui/ActDialog'
import { Field } from '../../ui/Field'
import { SkeletonRows } from '../../ui/SkeletonRows'
import { useToasts } from '../../ui/toast-context'
import { RefusalBanner, RefusalBlock } from '../../words/RefusalBlock'
import { refusalSentence } from '../../words/refusal-words'
import type { Claim, Learner } from './api'
import { useAmountPreview, useClaimActs } from './claim-api'
import { BarredLines, ClaimReason, DraftedMail, SpecimenPane } from './ClaimParts'
import { nameOf } from './LearnerHeader'

/** Corrects a claim's amount (H34): within the designation, on its step, with the paper that replaces the old one. */
export function ClaimAmountDialog({ claim, learner, onClose }: { readonly claim: Claim; readonly learner: Learner; readonly onClose: () => void }): ReactNode {
  const [text, setText] = useState('')
  const [reason, setReason] = useState('')
  const [checked, setChecked] = useState(false)
  const { changeAmount } = useClaimActs()
  const undo = useUndo()
  const { show } = useToasts()
  const amount = parseCreditAmount(text)
  const preview = useAmountPreview(claim.id, amount)
  const data = preview.data
  const barred = data?.range === null ? data.refusal : null
  const refused = data?.refusal?.field === 'amount' && amount !== undefined ? data.refusal : null
  const wrong = text !== '' && amount === undefined ? 'A number with at most two decimals.' : refused !== null ? refused.nextStep : checked && amount === undefined ? 'Enter the amount it should be.' : undefined

  const confirm = async (): Promise<void> => {
    setChecked(true)
    if (amount === undefined || refused !== null || reason.trim() === '') return
    const answer = await changeAmount.run({ claimId: claim.id, claimVersion: data?.claimVersion ?? claim.version, amount, reason })
    if (!answer.ok) return
    const { newCertificate, entryId } = answer.value
    show({ message: `Amount changed, ${newCertificate} issued`, action: { label: 'Undo', keys: 'Control+z', run: () => void undo(entryId) } })
    onClose()
  }

  return (
    <ActDialog
      open
      width={barred === null ? 900 : 640}
      title="Change amount"
      about={
        <>
          <strong>{nameOf(learner)}</strong> · {claim.activityTitle} · claim <span className="identifier">{claim.externalId}</span>, now {formatCreditAmount(claim.amount)}
        </>
      }
      promise={barred === null ? 'You can undo this from the learner’s history until something later depends on it.' : undefined}
      verb="Change and reissue"
      onConfirm={() => void confirm()}
      onClose={onClose}
      pending={changeAmount.pending}
      blocked={data === undefined || barred !== null}
      typed={reason !== '' || text !== ''}
      refusal={changeAmount.answer?.ok === false ? <RefusalBanner method="claims.changeAmount" refusal={changeAmount.answer.error} /> : undefined}
    >
      {preview.error !== null ? (
        <RefusalBlock method="claims.previewAmountChange" refusal={preview.error.refusal} onAgain={() => void preview.refetch()} />
      ) : data === undefined ? (
        <SkeletonRows tracks={['300px', '1fr']} rows={6} label="Reading what the amount may become" />
      ) : barred !== null ? (
        <Box sx={{ p: '16px 24px' }}>
          <BarredLines barred={[barred]} sentence={() => refusalSentence('claims.changeAmount', { code: barred.code }).happened} />
        </Box>
      ) : (
        <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', md: '320px minmax(0, 1fr)' } }}>
          <Box sx={{ p: '16px 24px', display: 'flex', flexDirection: 'column', gap: '16px' }}>
            <Field label="New amount" error={wrong} help={data.range === null ? undefined : data.range.fixed ? `Fixed at ${formatCreditAmount(data.range.greatestAmount)}` : `Up to ${formatCreditAmount(data.range.greatestAmount)} in steps of ${formatCreditAmount(data.range.step)}`}>
              {(control) => (
                <TextField
                  id={control.id}
                  autoFocus
                  value={text}
                  placeholder={formatCreditAmount(claim.amount)}
                  onChange={(event) => setText(event.target.value)}
                  slotProps={{ htmlInput: { 'aria-describedby': control['aria-describedby'], 'aria-invalid': control['aria-invalid'], inputMode: 'decimal' } }}
                />
              )}
            </Field>
            <ClaimReason value={reason} onChange={setReason} error={checked && reason.trim() === ''} help="Kept with the claim and both certificates" />
            <span>
              {data.certificateNumber === null ? 'A first certificate is issued.' : <><span className="identifier">{data.certificateNumber}</span> is superseded and kept; its successor names it.</>}
              {data.report.kind === 'correction_queued' ? ' The report is corrected with it.' : ''}
            </span>
          </Box>
          <Box sx={{ p: '16px 24px', bgcolor: 'desk.subtle', borderLeft: { md: '1px solid' }, borderColor: { md: 'divider' } }}>
            <SpecimenPane
              title={<strong>After, new number</strong>}
              label="The certificate that would be issued, a specimen"
              waiting="Enter an amount to see the certificate it makes."
              input={amount === undefined || data.refusal !== null ? undefined : { of: 'amount', claimId: claim.id, amount }}
            />
            <DraftedMail mail={data.mail} />
          </Box>
        </Box>
      )}
    </ActDialog>
  )
}
