import BlockOutlined from '@mui/icons-material/BlockOutlined'
import SendOutlined from '@mui/icons-material/SendOutlined'
import Box from '@mui/material/Box'
import { useState, type ReactNode } from 'react'
import { formatCreditAmount } from '@shared/model/credit-amount'
import { useUndo } from '../../bridge/use-undo'
import { ActDialog } from '../../ui/ActDialog'
import { SkeletonRows } from '../../ui/SkeletonRows'
import { useToasts } from '../../ui/toast-context'
import { CreditTypeWords } from '../../words/CreditWords'
import { RefusalBanner, RefusalBlock } from '../../words/RefusalBlock'
import { refusalSentence } from '../../words/refusal-words'
import type { Claim, Learner } from './api'
import { useClaimActs, useVoidPreview } from './claim-api'
import { BarredLines, ClaimReason, DraftedMail } from './ClaimParts'
import { nameOf } from './LearnerHeader'

const bodies = { pars: 'PARS', cpe_monitor: 'CPE Monitor', abp: 'ABP' } as const

/** Takes a claim out of force, with all that was claimed in the same act (M23); certificates stay on file as void (T9). */
export function VoidClaimDialog({ claim, learner, onClose }: { readonly claim: Claim; readonly learner: Learner; readonly onClose: () => void }): ReactNode {
  const [reason, setReason] = useState('')
  const [checked, setChecked] = useState(false)
  const { voidClaim } = useClaimActs()
  const undo = useUndo()
  const { show } = useToasts()
  const preview = useVoidPreview(claim.id)
  const data = preview.data
  const barred = data?.refusal ?? null

  const confirm = async (): Promise<void> => {
    setChecked(true)
    if (reason.trim() === '') return
    const answer = await voidClaim.run({ claimId: claim.id, claimVersion: data?.claimVersion ?? claim.version, reason })
    if (!answer.ok) return
    const { certificates, entryId } = answer.value
    show({ message: certificates.length === 0 ? 'Claim voided' : `Voided: ${certificates.join(', ')}`, action: { label: 'Undo', keys: 'Control+z', run: () => void undo(entryId) } })
    onClose()
  }

  return (
    <ActDialog
      open
      width={640}
      title="Void claim"
      about={
        <>
          <strong>{nameOf(learner)}</strong> · {claim.activityTitle} · claim <span className="identifier">{claim.externalId}</span>
        </>
      }
      promise={barred === null ? 'You can undo this from the learner’s history until something later depends on it.' : undefined}
      verb="Void claim"
      onConfirm={() => void confirm()}
      onClose={onClose}
      pending={voidClaim.pending}
      blocked={data === undefined || barred !== null}
      typed={reason !== ''}
      refusal={voidClaim.answer?.ok === false ? <RefusalBanner method="claims.void" refusal={voidClaim.answer.error} /> : undefined}
    >
      {preview.error !== null ? (
        <RefusalBlock method="claims.previewVoid" refusal={preview.error.refusal} onAgain={() => void preview.refetch()} />
      ) : data === undefined ? (
        <SkeletonRows tracks={['1fr', '120px']} rows={4} label="Reading what would be void" />
      ) : barred !== null ? (
        <Box sx={{ p: '16px 24px' }}>
          <BarredLines barred={[barred]} sentence={() => refusalSentence('claims.void', { code: barred.code }).happened} />
        </Box>
      ) : (
        <Box sx={{ p: '16px 24px', display: 'flex', flexDirection: 'column', gap: '12px' }}>
          {data.claims.length > 1 ? <span>{`Claimed together in one act, so all ${String(data.claims.length)} claims are void together (M23).`}</span> : null}
          <Box component="ul" aria-label="What becomes void" sx={{ m: 0, p: 0, listStyle: 'none' }}>
            {data.claims.map((one) => (
              <Box component="li" key={one.claimId} sx={{ display: 'grid', gridTemplateColumns: '28px minmax(0, 1fr) auto', gap: '8px', py: '6px', borderTop: '1px solid', borderColor: 'divider' }}>
                <BlockOutlined aria-hidden sx={{ fontSize: 16, mt: '2px', color: 'error.main' }} />
                <span>
                  {one.activityTitle}
                  <Box component="span" sx={{ display: 'block', color: 'text.secondary' }}>
                    {formatCreditAmount(one.amount)} <CreditTypeWords type={one.creditType} />
                  </Box>
                </span>
                <span className="identifier">{one.certificateNumber ?? 'no certificate'}</span>
              </Box>
            ))}
          </Box>
          {data.withdrawals.length === 0 ? null : (
            <Box sx={{ display: 'flex', gap: '8px' }}>
              <SendOutlined aria-hidden sx={{ fontSize: 16, mt: '2px' }} />
              <span>{`Withdrawal queued for ${[...new Set(data.withdrawals.map(({ body }) => bodies[body]))].join(', ')}.`}</span>
            </Box>
          )}
          <ClaimReason value={reason} onChange={setReason} error={checked && reason.trim() === ''} help="Kept with the claim and its certificate" />
          <DraftedMail mail={data.mail} />
        </Box>
      )}
    </ActDialog>
  )
}
