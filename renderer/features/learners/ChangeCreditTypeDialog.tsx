import BlockOutlined from '@mui/icons-material/BlockOutlined'
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import RuleOutlined from '@mui/icons-material/RuleOutlined'
import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import Select from '@mui/material/Select'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useEffect, useState, type ReactNode } from 'react'
import { formatCreditAmount, parseCreditAmount } from '@shared/model/credit-amount'
import type { CreditType } from '@shared/model/field-codes'
import { useUndo } from '../../bridge/use-undo'
import { ActDialog } from '../../ui/ActDialog'
import { Field } from '../../ui/Field'
import { PaperPreview } from '../../ui/PaperPreview'
import { SkeletonRows } from '../../ui/SkeletonRows'
import { useToasts } from '../../ui/toast-context'
import { professionWords } from '../../words/field-words'
import { RefusalBanner, RefusalBlock } from '../../words/RefusalBlock'
import { dayWords, instantDayWords } from '../../words/time-words'
import { useCreditChange, useLearnerActs, usePaperActs, useSpecimen, type Claim, type CreditChange, type Learner } from './api'
import { CreditOptions } from './CreditOptions'
import { nameOf } from './LearnerHeader'
import { WhatWillHappen } from './WhatWillHappen'

const commonReasons = ['Learner chose the wrong type', 'Profession was wrong at the claim', 'Activity was designated wrongly', 'Asked for by a board'] as const

interface ChangeCreditTypeDialogProps {
  readonly claim: Claim
  readonly learner: Learner
  readonly onClose: () => void
}

/** Puts a wrongly claimed credit type right (H32): what may be had and why not, both papers, and all that will happen. */
export function ChangeCreditTypeDialog({ claim, learner, onClose }: ChangeCreditTypeDialogProps): ReactNode {
  const [to, setTo] = useState<CreditType>()
  const [amountText, setAmountText] = useState<string>()
  const [common, setCommon] = useState('')
  const [note, setNote] = useState('')
  const [missing, setMissing] = useState<'type' | 'reason' | 'amount'>()
  const { changeCreditType } = useLearnerActs()
  const undo = useUndo()
  const { show } = useToasts()
  const typedAmount = amountText === undefined ? undefined : parseCreditAmount(amountText)
  const preview = useCreditChange(claim.id, to, undefined)
  const chosen = preview.data?.options.find((option) => option.creditType === to)
  const allowed = chosen?.verdict.kind === 'allowed' ? chosen.verdict : undefined
  const amount = typedAmount ?? allowed?.newAmount
  const lowered = allowed !== undefined && typedAmount !== undefined && typedAmount !== allowed.newAmount ? typedAmount : undefined
  const reason = [common, note.trim()].filter((part) => part !== '').join('. ')

  const confirm = async (): Promise<void> => {
    const lacking = to === undefined || allowed === undefined ? 'type' : amount === undefined ? 'amount' : reason === '' ? 'reason' : undefined
    setMissing(lacking)
    if (lacking !== undefined || to === undefined) return
    const answer = await changeCreditType.run({ claimId: claim.id, claimVersion: preview.data?.claimVersion ?? claim.version, to, ...(lowered === undefined ? {} : { amount: lowered }), reason })
    if (!answer.ok) return
    const { newCertificate, entryId } = answer.value
    show({ message: `Credit type changed, ${newCertificate} issued`, action: { label: 'Undo', keys: 'Control+z', run: () => void undo(entryId) } })
    onClose()
  }

  return (
    <ActDialog
      open
      width={1120}
      title="Change credit type"
      about={
        <>
          <strong>{nameOf(learner)}</strong>, {professionWords[learner.profession].toLowerCase()} · {claim.activityTitle} · claim <span className="identifier">{claim.externalId}</span>, claimed {instantDayWords(claim.claimedAt, learner.zone)}
        </>
      }
      promise="You can undo this from the learner’s history until something later depends on it."
      verb="Change and reissue"
      onConfirm={() => void confirm()}
      onClose={onClose}
      pending={changeCreditType.pending}
      typed={note !== '' || common !== ''}
      refusal={changeCreditType.answer?.ok === false ? <RefusalBanner method="claims.changeCreditType" refusal={changeCreditType.answer.error} /> : undefined}
    >
      {preview.error !== null ? (
        <RefusalBlock method="claims.previewCreditChange" refusal={preview.error.refusal} onAgain={() => void preview.refetch()} />
      ) : preview.data === undefined ? (
        <SkeletonRows tracks={['360px', '1fr']} rows={8} label="Reading what may be changed" />
      ) : (
        <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', md: 'minmax(300px, 394px) minmax(0, 1fr)' } }}>
          <Box sx={{ p: '16px 24px', display: 'flex', flexDirection: 'column', gap: '16px' }}>
            <CreditOptions
              options={preview.data.options}
              amount={preview.data.amount}
              profession={preview.data.profession}
              chosen={to}
              onChoose={(type) => {
                setTo(type)
                setAmountText(undefined)
                changeCreditType.reset()
              }}
              error={missing === 'type' ? 'Choose the credit type it should be.' : undefined}
            />
            <Box sx={{ display: 'grid', gridTemplateColumns: '92px minmax(0, 1fr)', gap: '12px' }}>
              <Field label="Amount" help={amountHelp(preview.data, allowed, lowered)} error={missing === 'amount' ? 'A number with at most two decimals.' : undefined}>
                {(control) => (
                  <TextField
                    id={control.id}
                    value={amountText ?? (allowed === undefined ? '' : formatCreditAmount(allowed.newAmount))}
                    disabled={allowed === undefined || allowed.fixed}
                    onChange={(event) => setAmountText(event.target.value)}
                    slotProps={{ htmlInput: { 'aria-describedby': control['aria-describedby'], 'aria-invalid': control['aria-invalid'], inputMode: 'decimal' } }}
                  />
                )}
              </Field>
              <Field label="Reason" help="Kept with the claim and both certificates" error={missing === 'reason' ? 'Say why: choose a reason or write a note.' : undefined}>
                {(control) => (
                  <Select
                    value={common}
                    displayEmpty
                    onChange={(event) => setCommon(event.target.value)}
                    inputProps={{ id: control.id, 'aria-invalid': control['aria-invalid'] }}
                    SelectDisplayProps={{ 'aria-labelledby': `${control.id}-label` }}
                  >
                    <MenuItem value="">As the note says</MenuItem>
                    {commonReasons.map((words) => (
                      <MenuItem key={words} value={words}>
                        {words}
                      </MenuItem>
                    ))}
                  </Select>
                )}
              </Field>
            </Box>
            <Field label="Note">
              {(control) => (
                <TextField id={control.id} multiline minRows={2} maxRows={6} value={note} onChange={(event) => setNote(event.target.value)} slotProps={{ htmlInput: { maxLength: 1800 } }} />
              )}
            </Field>
            <Box sx={{ display: 'flex', gap: '8px', color: 'text.secondary', fontSize: 12, lineHeight: '16px', mt: 'auto' }}>
              <RuleOutlined aria-hidden sx={{ fontSize: 16 }} />
              <span>
                Checked: offered, profession, amount, report{preview.data.windowClosesOn === null ? '' : `. The claim window (${dayWords(preview.data.windowClosesOn)}) does not bar a correction`}. H32, H37
              </span>
            </Box>
          </Box>
          <Box sx={{ p: '16px 24px', bgcolor: 'desk.subtle', borderLeft: { md: '1px solid' }, borderColor: { md: 'divider' } }}>
            <Papers claim={claim} to={allowed === undefined ? undefined : to} amount={lowered} />
            <WhatWillHappen preview={preview.data} to={allowed === undefined ? undefined : to} amount={amount} />
          </Box>
        </Box>
      )}
    </ActDialog>
  )
}

function amountHelp(preview: CreditChange, allowed: { readonly newAmount: number; readonly step: number; readonly fixed: boolean } | undefined, lowered: number | undefined): string {
  if (allowed === undefined) return `Now ${formatCreditAmount(preview.amount)}`
  if (allowed.fixed) return 'Fixed by its UAN'
  if (lowered !== undefined) return `At most ${formatCreditAmount(allowed.newAmount)}, in steps of ${formatCreditAmount(allowed.step)}`
  return allowed.newAmount === preview.amount ? 'Unchanged' : `Was ${formatCreditAmount(preview.amount)}`
}

/** The two papers side by side: the very bytes that are kept, and those that would be issued. */
function Papers({ claim, to, amount }: { readonly claim: Claim; readonly to: CreditType | undefined; readonly amount: number | undefined }): ReactNode {
  const { print } = usePaperActs()
  const { run } = print
  const specimen = useSpecimen(claim.id, to, amount)
  const number = claim.certificateNumber
  useEffect(() => {
    if (number !== null) void run({ kind: 'certificate', number })
  }, [run, number])
  const now = print.answer?.ok === true ? print.answer.value.bytesBase64 : undefined
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: '16px', mb: '16px' }}>
      <section aria-label="The certificate now">
        <Typography sx={{ display: 'flex', gap: '6px', alignItems: 'center', color: 'text.secondary', mb: '6px' }}>
          <BlockOutlined aria-hidden sx={{ fontSize: 16 }} />
          <span>
            <strong>Now</strong>
            {to === undefined ? '' : ', becomes superseded'}
          </span>
        </Typography>
        {number === null ? (
          <Typography sx={{ color: 'text.tertiary' }}>No certificate is on file for this claim.</Typography>
        ) : print.answer?.ok === false ? (
          <RefusalBanner method="paper.print" refusal={print.answer.error} />
        ) : (
          <PaperPreview label={`Certificate ${number} as it is now`} shape={11 / 8.5} bytesBase64={now} />
        )}
      </section>
      <section aria-label="The certificate after the change">
        <Typography sx={{ display: 'flex', gap: '6px', alignItems: 'center', color: to === undefined ? 'text.tertiary' : 'success.main', mb: '6px' }}>
          <CheckCircleOutlined aria-hidden sx={{ fontSize: 16 }} />
          <span>
            <strong>After</strong>, new number
          </span>
        </Typography>
        {to === undefined ? (
          <Box sx={{ aspectRatio: String(11 / 8.5), display: 'grid', placeItems: 'center', border: '1px dashed', borderColor: 'desk.border', color: 'text.secondary', p: '16px', textAlign: 'center' }}>Choose a credit type to see the certificate it would make.</Box>
        ) : specimen.error !== null ? (
          <RefusalBanner method="paper.previewCreditChange" refusal={specimen.error.refusal} />
        ) : (
          <PaperPreview label="The certificate that would be issued, a specimen" shape={11 / 8.5} bytesBase64={specimen.data?.bytesBase64} />
        )}
      </section>
    </Box>
  )
}
