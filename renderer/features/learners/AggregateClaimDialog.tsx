import CardMembershipOutlined from '@mui/icons-material/CardMembershipOutlined'
import WorkspacePremiumOutlined from '@mui/icons-material/WorkspacePremiumOutlined'
import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import { formatCreditAmount } from '@shared/model/credit-amount'
import { useUndo } from '../../bridge/use-undo'
import { ActDialog } from '../../ui/ActDialog'
import { SkeletonRows } from '../../ui/SkeletonRows'
import { EmptyBlock, StateBanner } from '../../ui/StateBlock'
import { useToasts } from '../../ui/toast-context'
import { CreditTypeWords } from '../../words/CreditWords'
import { RefusalBanner, RefusalBlock } from '../../words/RefusalBlock'
import { dayWords } from '../../words/time-words'
import { nothingPicked, pickedOf, picksOf, totalWords, withoutCourse, withWholeCourse } from './aggregate-picks'
import { AggregateTopics } from './AggregateTopics'
import type { Learner } from './api'
import { useAggregatePreview, useClaimActs, type AggregatePreview, type Pick } from './claim-api'
import { ClaimReason, DraftedMail, SpecimenPane } from './ClaimParts'
import { nameOf } from './LearnerHeader'

/** Claims credit that accrued by topic (M4–M15): pick courses, topics and amounts; one act, one certificate per course title. */
export function AggregateClaimDialog({ learner, onClose }: { readonly learner: Learner; readonly onClose: () => void }): ReactNode {
  const [picking, setPicking] = useState(nothingPicked)
  const [courses, setCourses] = useState<AggregatePreview['courses']>([])
  const [reason, setReason] = useState('')
  const [checked, setChecked] = useState(false)
  const { claimAggregate } = useClaimActs()
  const undo = useUndo()
  const { show } = useToasts()
  const { picks, unreadable } = picksOf(courses, picking)
  const preview = useAggregatePreview(learner.id, picks)
  const data = preview.data
  // The picks are made of the courses that were answered last: they change only when the record does.
  if (data !== undefined && JSON.stringify(data.courses) !== JSON.stringify(courses)) setCourses(data.courses)
  const open = courses.filter(({ types }) => types.length > 0)
  const all = open.length > 0 && open.every((course) => pickedOf(course, picking) === 'all')
  const refusal = picks.length === 0 || preview.isPlaceholderData ? null : (data?.refusal ?? null)

  const confirm = async (): Promise<void> => {
    setChecked(true)
    if (picks.length === 0 || unreadable || refusal !== null || reason.trim() === '') return
    const answer = await claimAggregate.run({ learnerId: learner.id, picks: [...picks], reason })
    if (!answer.ok) return
    const { claims, entryId } = answer.value
    show({ message: `Claimed, ${claims.map(({ certificate }) => certificate).join(', ')} issued`, action: { label: 'Undo', keys: 'Control+z', run: () => void undo(entryId) } })
    onClose()
  }

  return (
    <ActDialog
      open
      width={1120}
      title="Claim accrued credit"
      about={
        <>
          <strong>{nameOf(learner)}</strong> · one act, one certificate per course title (M5, M23)
        </>
      }
      promise={open.length === 0 ? undefined : 'You can undo the whole act from the learner’s history until something later depends on it.'}
      verb={picks.length === 0 ? 'Claim' : `Claim ${totalWords(picks)}`}
      onConfirm={() => void confirm()}
      onClose={onClose}
      pending={claimAggregate.pending}
      blocked={open.length === 0}
      typed={reason !== ''}
      refusal={claimAggregate.answer?.ok === false ? <RefusalBanner method="claims.claimAggregate" refusal={claimAggregate.answer.error} /> : undefined}
    >
      {preview.error !== null ? (
        <RefusalBlock method="claims.previewAggregate" refusal={preview.error.refusal} onAgain={() => void preview.refetch()} />
      ) : data === undefined ? (
        <SkeletonRows tracks={['36px', '1fr', '96px']} rows={8} label="Reading what has accrued" />
      ) : courses.length === 0 ? (
        <EmptyBlock icon={CardMembershipOutlined} title="Nothing is waiting">
          No earned credit of this learner is unclaimed. It appears here as soon as a topic is earned.
        </EmptyBlock>
      ) : (
        <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', md: 'minmax(0, 1fr) minmax(300px, 420px)' } }}>
          <Box sx={{ p: '12px 24px' }}>
            {data.membership.state === 'inactive' ? (
              <StateBanner kind="refused">
                {`A claim needs the ${data.membership.plan ?? ''} membership, which is not active${data.membership.endsOn === null ? '' : ` since ${dayWords(data.membership.endsOn)}`} (M1). Credit can be claimed as soon as it is renewed.`}
              </StateBanner>
            ) : null}
            <FormControlLabel
              control={<Checkbox checked={all} indeterminate={!all && picks.length > 0} disabled={open.length === 0} onChange={() => setPicking(open.reduce((next, course) => (all ? withoutCourse(course, next) : withWholeCourse(course, next)), picking))} />}
              label="Select all that can be claimed (M12)"
            />
            {courses.map((course) => (
              <AggregateTopics key={course.activityId} course={course} zone={learner.zone} picking={picking} onPicking={setPicking} error={refusal?.activityId === course.activityId ? refusal.nextStep : undefined} />
            ))}
          </Box>
          <Box sx={{ p: '16px 24px', bgcolor: 'desk.subtle', borderLeft: { md: '1px solid' }, borderColor: { md: 'divider' }, display: 'flex', flexDirection: 'column', gap: '12px' }}>
            <Certificates preview={picks.length === 0 ? undefined : data} picks={picks} learnerId={learner.id} />
            {checked && picks.length === 0 ? (
              <Box role="alert" sx={{ color: 'error.main' }}>
                Pick at least one topic.
              </Box>
            ) : null}
            <ClaimReason value={reason} onChange={setReason} error={checked && reason.trim() === ''} help="Kept with every claim of the act" />
            <DraftedMail mail={picks.length === 0 ? null : data.mail} />
          </Box>
        </Box>
      )}
    </ActDialog>
  )
}

/** The certificates the picks make: course title, amount, topics beneath (M24), and the first of them as a specimen. */
function Certificates({ preview, picks, learnerId }: { readonly preview: AggregatePreview | undefined; readonly picks: readonly Pick[]; readonly learnerId: string }): ReactNode {
  const certificates = preview?.certificates ?? []
  const [first] = picks
  return (
    <section aria-label="Certificates of this act">
      <Typography variant="paneTitle" component="h3" sx={{ m: 0, mb: '6px' }}>
        {certificates.length === 0 ? 'Certificates' : certificates.length === 1 ? '1 certificate' : `${String(certificates.length)} certificates`}
      </Typography>
      {certificates.map((certificate) => (
        <Box key={certificate.activityId} sx={{ display: 'grid', gridTemplateColumns: '24px minmax(0, 1fr)', py: '4px' }}>
          <WorkspacePremiumOutlined aria-hidden sx={{ fontSize: 16, mt: '2px' }} />
          <div>
            {certificate.activityTitle}
            <Box sx={{ color: 'text.secondary' }}>
              <strong>{formatCreditAmount(certificate.amount)}</strong> <CreditTypeWords type={certificate.creditType} />
              {certificate.form === 'participation' ? ' (participation, H37)' : ''}
            </Box>
            <Typography variant="meta" sx={{ color: 'text.tertiary' }}>
              {certificate.topics.map(({ topic, amount }) => `${topic} ${formatCreditAmount(amount)}`).join(', ')}
            </Typography>
          </div>
        </Box>
      ))}
      <SpecimenPane title="" label="The first certificate of this act, a specimen" waiting="Pick topics to see the certificates they make." input={certificates.length === 0 || first === undefined ? undefined : { of: 'aggregate', learnerId, pick: first }} />
    </section>
  )
}
