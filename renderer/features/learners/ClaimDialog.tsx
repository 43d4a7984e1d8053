import EventOutlined from '@mui/icons-material/EventOutlined'
import RuleOutlined from '@mui/icons-material/RuleOutlined'
import SendOutlined from '@mui/icons-material/SendOutlined'
import Box from '@mui/material/Box'
import TextField from '@mui/material/TextField'
import { useState, type ReactNode } from 'react'
import { formatCreditAmount, parseCreditAmount } from '@shared/model/credit-amount'
import type { CreditType } from '@shared/model/field-codes'
import { useUndo } from '../../bridge/use-undo'
import { ActDialog } from '../../ui/ActDialog'
import { Field } from '../../ui/Field'
import { SkeletonRows } from '../../ui/SkeletonRows'
import { useToasts } from '../../ui/toast-context'
import { creditTypeText } from '../../words/CreditWords'
import { professionWords } from '../../words/field-words'
import { RefusalBanner, RefusalBlock } from '../../words/RefusalBlock'
import { refusalSentence } from '../../words/refusal-words'
import { dayWords } from '../../words/time-words'
import type { Learner } from './api'
import { useClaimActs, useClaimPreview, type ClaimPreview } from './claim-api'
import { BarredLines, ClaimReason, DraftedMail, SpecimenPane } from './ClaimParts'
import { CreditOptions } from './CreditOptions'
import { nameOf } from './LearnerHeader'

interface ClaimDialogProps {
  readonly learner: Learner
  readonly activityId: string
  readonly activityTitle: string
  readonly onClose: () => void
}

/** Claims for the learner (H27): what stands before it, else type, amount and the paper it makes. */
export function ClaimDialog({ learner, activityId, activityTitle, onClose }: ClaimDialogProps): ReactNode {
  const [chosenType, setChosenType] = useState<CreditType>()
  const [amountText, setAmountText] = useState<string>()
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState<'type' | 'amount' | 'reason'>()
  const { claim } = useClaimActs()
  const undo = useUndo()
  const { show } = useToasts()
  const typedAmount = amountText === undefined ? undefined : parseCreditAmount(amountText)
  const preview = useClaimPreview({ learnerId: learner.id, activityId, ...(chosenType === undefined ? {} : { creditType: chosenType }), ...(typedAmount === undefined ? {} : { amount: typedAmount }) })
  const data = preview.data
  const type = chosenType ?? data?.defaultType ?? undefined
  const barred = data !== undefined && data.barriers.length > 0
  const answered = data?.chosen ?? undefined
  const chosen = answered?.creditType === type ? answered : undefined

  const confirm = async (): Promise<void> => {
    // The answer to a former amount says nothing about this one; main judges it again in any case.
    const refused = !preview.isPlaceholderData && data?.refusal?.code === 'amount_not_claimable'
    const lacking = type === undefined ? 'type' : (amountText !== undefined && typedAmount === undefined) || refused ? 'amount' : reason.trim() === '' ? 'reason' : undefined
    setMissing(lacking)
    if (lacking !== undefined || type === undefined) return
    const answer = await claim.run({ learnerId: learner.id, activityId, creditType: type, ...(typedAmount === undefined ? {} : { amount: typedAmount }), reason })
    if (!answer.ok) return
    const { claims, entryId } = answer.value
    show({ message: `Claimed, ${claims[0]?.certificate ?? ''} issued`, action: { label: 'Undo', keys: 'Control+z', run: () => void undo(entryId) } })
    onClose()
  }

  return (
    <ActDialog
      open
      width={barred ? 640 : 1120}
      title="Claim for the learner"
      about={
        <>
          <strong>{nameOf(learner)}</strong>, {professionWords[learner.profession].toLowerCase()} · {activityTitle}
        </>
      }
      promise={barred ? undefined : 'You can undo this from the learner’s history until something later depends on it.'}
      verb="Claim and issue"
      onConfirm={() => void confirm()}
      onClose={onClose}
      pending={claim.pending}
      blocked={barred || data === undefined}
      typed={reason !== ''}
      refusal={claim.answer?.ok === false ? <RefusalBanner method="claims.claimForLearner" refusal={claim.answer.error} /> : undefined}
    >
      {preview.error !== null ? (
        <RefusalBlock method="claims.previewClaim" refusal={preview.error.refusal} onAgain={() => void preview.refetch()} />
      ) : data === undefined ? (
        <SkeletonRows tracks={['360px', '1fr']} rows={8} label="Reading what may be claimed" />
      ) : barred ? (
        <Box sx={{ p: '16px 24px' }}>
          <BarredLines barred={data.barriers} sentence={(code) => barrierWords(data, code)} />
        </Box>
      ) : (
        <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', md: 'minmax(300px, 394px) minmax(0, 1fr)' } }}>
          <Box sx={{ p: '16px 24px', display: 'flex', flexDirection: 'column', gap: '16px' }}>
            <CreditOptions
              options={data.options}
              label="Claim as"
              amount={0}
              profession={data.profession}
              chosen={type}
              onChoose={(next) => {
                setChosenType(next)
                setAmountText(undefined)
                claim.reset()
              }}
              error={missing === 'type' ? 'Choose the credit type.' : undefined}
            />
            <Field label="Amount" width={220} help={amountHelp(data, type)} error={amountError(data, amountText, typedAmount, missing)}>
              {(control) => (
                <TextField
                  id={control.id}
                  value={amountText ?? (chosen === undefined ? '' : formatCreditAmount(chosen.amount))}
                  disabled={optionOf(data, type)?.fixed ?? true}
                  onChange={(event) => setAmountText(event.target.value)}
                  slotProps={{ htmlInput: { 'aria-describedby': control['aria-describedby'], 'aria-invalid': control['aria-invalid'], inputMode: 'decimal' } }}
                />
              )}
            </Field>
            <ClaimReason value={reason} onChange={setReason} error={missing === 'reason'} help="Kept with the claim and its certificate" />
            <Facts preview={data} />
          </Box>
          <Box sx={{ p: '16px 24px', bgcolor: 'desk.subtle', borderLeft: { md: '1px solid' }, borderColor: { md: 'divider' } }}>
            <Papers preview={data} chosen={chosen === undefined ? undefined : type} amount={chosen?.amount} />
            <DraftedMail mail={data.mail} />
          </Box>
        </Box>
      )}
    </ActDialog>
  )
}

function barrierWords(preview: ClaimPreview, code: string): string {
  const barrier = preview.barriers.find((one) => one.code === code)
  return barrier === undefined ? '' : refusalSentence('claims.claimForLearner', { code: barrier.code }).happened
}

function optionOf(preview: ClaimPreview, type: CreditType | undefined): { readonly maximumAmount: number; readonly step: number; readonly fixed: boolean } | undefined {
  const verdict = preview.options.find((option) => option.creditType === type)?.verdict
  return verdict?.kind === 'allowed' ? verdict : undefined
}

function amountHelp(preview: ClaimPreview, type: CreditType | undefined): string {
  const option = optionOf(preview, type)
  if (option === undefined) return 'Choose a credit type first'
  const pharmacology = preview.chosen?.pharmacology ?? null
  const inside = pharmacology === null ? '' : `, ${pharmacology.exact ? '' : 'at most '}${formatCreditAmount(pharmacology.amount)} of it pharmacology`
  return `${option.fixed ? `Exactly ${formatCreditAmount(option.maximumAmount)}` : `Up to ${formatCreditAmount(option.maximumAmount)} in steps of ${formatCreditAmount(option.step)}`}${inside}`
}

function amountError(preview: ClaimPreview, text: string | undefined, amount: number | undefined, missing: string | undefined): string | undefined {
  if (text !== undefined && text !== '' && amount === undefined) return 'A number with at most two decimals.'
  if (preview.refusal?.code === 'amount_not_claimable') return preview.refusal.nextStep
  return missing === 'amount' ? 'Enter the amount.' : undefined
}

/** The chosen paper; for a participation form, beside it what a credit open to the profession would look like (H37). */
function Papers({ preview, chosen, amount }: { readonly preview: ClaimPreview; readonly chosen: CreditType | undefined; readonly amount: number | undefined }): ReactNode {
  const { learnerId, activityId } = preview
  const instead = preview.chosen?.form === 'participation' ? preview.options.find((option) => option.verdict.kind === 'allowed' && option.verdict.form === 'credit') : undefined
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: instead === undefined ? 'minmax(0, 1fr)' : 'repeat(2, minmax(0, 1fr))', gap: '16px', mb: '16px', maxWidth: instead === undefined ? 520 : 'none' }}>
      <SpecimenPane
        title={<strong>{preview.chosen?.form === 'participation' ? 'Certificate of participation, by the profession in the profile' : 'The certificate, new number'}</strong>}
        label="The certificate that would be issued, a specimen"
        waiting="Choose a credit type to see the certificate it makes."
        input={chosen === undefined || amount === undefined ? undefined : { of: 'claim', learnerId, activityId, creditType: chosen, amount }}
      />
      {instead === undefined ? null : (
        <SpecimenPane
          title={<>Instead, as {creditTypeText(instead.creditType)}</>}
          label={`The certificate as ${creditTypeText(instead.creditType)}, a specimen`}
          waiting=""
          input={{ of: 'claim', learnerId, activityId, creditType: instead.creditType }}
        />
      )}
    </Box>
  )
}

const bodies = { pars: 'PARS', cpe_monitor: 'CPE Monitor', abp: 'the ABP' } as const

function reportWords({ report }: ClaimPreview): string | undefined {
  if (report === null) return undefined
  if (report.kind === 'provider' && report.body !== null) return `To be reported to ${bodies[report.body]}${report.dueOn === null ? '' : ` by ${dayWords(report.dueOn)}`}`
  return report.kind === 'learner' ? 'The learner reports it to the board' : 'Reported to nobody'
}

function Facts({ preview }: { readonly preview: ClaimPreview }): ReactNode {
  const report = reportWords(preview)
  const lines = [
    ...preview.exceptions.map((exception) => ({ key: exception.id, icon: RuleOutlined, text: `Claimed by an exception on record, approved by ${exception.approvedBy}${exception.untilOn === null ? '' : `, until ${dayWords(exception.untilOn)}`} (C10)` })),
    ...(preview.windowClosesOn === null ? [] : [{ key: 'window', icon: EventOutlined, text: `Last day to claim: ${dayWords(preview.windowClosesOn)}` }]),
    ...(report === undefined ? [] : [{ key: 'report', icon: SendOutlined, text: report }]),
  ]
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', color: 'text.secondary', fontSize: 12, lineHeight: '16px' }}>
      {lines.map(({ key, icon: Icon, text }) => (
        <Box component="li" key={key} sx={{ display: 'flex', gap: '8px', py: '3px' }}>
          <Icon aria-hidden sx={{ fontSize: 16 }} />
          <span>{text}</span>
        </Box>
      ))}
    </Box>
  )
}
