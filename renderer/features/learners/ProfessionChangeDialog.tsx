import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import Select from '@mui/material/Select'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import { professions, type Profession } from '@shared/model/field-codes'
import { useUndo } from '../../bridge/use-undo'
import { ActDialog } from '../../ui/ActDialog'
import { Field } from '../../ui/Field'
import { LabelledInput } from '../../ui/LabelledInput'
import { SkeletonRows } from '../../ui/SkeletonRows'
import { useToasts } from '../../ui/toast-context'
import { CreditTypeWords } from '../../words/CreditWords'
import { professionWords } from '../../words/field-words'
import { RefusalBanner, RefusalBlock } from '../../words/RefusalBlock'
import type { Learner } from './api'
import { nameOf } from './LearnerHeader'
import { useProfessionPreview, useRecordActs, type ProfessionPreview } from './record-act-api'

type Credit = ProfessionPreview['courses'][number]['credits'][number]

const rights = { claim: 'claimed as credit', participation: 'a participation form', none: 'not open to them' } as const
const told: Readonly<Record<string, string>> = { pars: 'PARS', cpe_monitor: 'CPE Monitor', abp: 'the ABP', learner: 'the learner', nobody: 'nobody' }

/** Changes the profession after showing what would differ (H14, H37, T7); what was claimed stays as it is. */
export function ProfessionChangeDialog({ learner, onClose }: { readonly learner: Learner; readonly onClose: () => void }): ReactNode {
  const [to, setTo] = useState<Profession>()
  const [reason, setReason] = useState('')
  const [checked, setChecked] = useState(false)
  const preview = useProfessionPreview(learner.id, to)
  const { changeProfession } = useRecordActs()
  const undo = useUndo()
  const { show } = useToasts()

  const save = async (): Promise<void> => {
    setChecked(true)
    if (to === undefined || reason.trim() === '') return
    const answer = await changeProfession.run({ id: learner.id, version: learner.version, to, reason })
    if (!answer.ok) return
    const { entryId } = answer.value
    show({ message: `Profession changed to ${professionWords[to].toLowerCase()}`, action: { label: 'Undo', keys: 'Control+z', run: () => void undo(entryId) } })
    onClose()
  }

  return (
    <ActDialog
      open
      width={640}
      title="Change profession"
      about={
        <>
          <strong>{nameOf(learner)}</strong>, {professionWords[learner.profession].toLowerCase()} · {learner.portalName}
        </>
      }
      promise="You can undo this from the learner’s history."
      verb="Change profession"
      onConfirm={() => void save()}
      onClose={onClose}
      pending={changeProfession.pending}
      typed={reason !== ''}
      refusal={changeProfession.answer?.ok === false ? <RefusalBanner method="learners.changeProfession" refusal={changeProfession.answer.error} /> : undefined}
    >
      <Box sx={{ p: '16px 24px', display: 'flex', flexDirection: 'column', gap: '16px' }}>
        <Field label="New profession" help="As the learner’s licence says" error={checked && to === undefined ? 'Choose the profession it should be.' : undefined}>
          {(control) => (
            <Select
              value={to ?? ''}
              displayEmpty
              onChange={(event) => setTo(professions.find((code) => code === event.target.value))}
              inputProps={{ id: control.id, 'aria-describedby': control['aria-describedby'] }}
              SelectDisplayProps={{ 'aria-labelledby': `${control.id}-label` }}
            >
              <MenuItem value="">Choose…</MenuItem>
              {professions
                .filter((code) => code !== learner.profession)
                .map((code) => (
                  <MenuItem key={code} value={code}>
                    {professionWords[code]}
                  </MenuItem>
                ))}
            </Select>
          )}
        </Field>
        {to === undefined ? (
          <Typography sx={{ color: 'text.secondary' }}>Choose one to see which open courses would differ. Nothing is changed until you say so.</Typography>
        ) : preview.error !== null ? (
          <RefusalBlock method="learners.previewProfession" refusal={preview.error.refusal} onAgain={() => void preview.refetch()} />
        ) : preview.data === undefined ? (
          <SkeletonRows tracks={['1fr', '160px']} rows={3} label="Working out what would differ" />
        ) : (
          <Differences preview={preview.data} />
        )}
        <LabelledInput label="Reason" value={reason} onChange={setReason} multiline help="Kept in the history" error={checked && reason.trim() === '' ? 'Say why.' : undefined} />
      </Box>
    </ActDialog>
  )
}

function Differences({ preview }: { readonly preview: ProfessionPreview }): ReactNode {
  const untouched = preview.claimsUntouched === 0 ? 'Nothing is claimed yet.' : `${String(preview.claimsUntouched)} ${preview.claimsUntouched === 1 ? 'claim and its certificate stay' : 'claims and their certificates stay'} as they are (T7).`
  return (
    <section aria-label="What would differ">
      <Typography variant="paneTitle" component="h3" sx={{ m: 0 }}>
        {preview.kind === 'would_differ' ? 'What would differ' : 'Nothing open would differ'}
      </Typography>
      {preview.courses.map((course) => (
        <Box key={course.activityId} sx={{ py: '8px', borderBottom: '1px solid', borderColor: 'divider' }}>
          <Typography sx={{ fontWeight: 500 }}>{course.activityTitle}</Typography>
          <Box component="ul" sx={{ m: 0, pl: '16px' }}>
            {course.credits.map((credit) => (
              <CreditLine key={credit.creditType} credit={credit} />
            ))}
            {course.findingBefore === course.findingAfter ? null : (
              <li>
                The first finding becomes <span className="identifier">{course.findingAfter}</span>, now <span className="identifier">{course.findingBefore}</span>.
              </li>
            )}
          </Box>
        </Box>
      ))}
      <Typography sx={{ color: 'text.secondary', mt: '8px' }}>
        {untouched} ({preview.rows.join(', ')})
      </Typography>
    </section>
  )
}

function CreditLine({ credit }: { readonly credit: Credit }): ReactNode {
  return (
    <li>
      <CreditTypeWords type={credit.creditType} />: {rights[credit.after]}, now {rights[credit.before]}
      {credit.reportBefore === credit.reportAfter ? '' : `; reported by ${credit.reportAfter === 'learner' || credit.reportAfter === 'nobody' ? (told[credit.reportAfter] ?? '') : `us to ${told[credit.reportAfter] ?? credit.reportAfter}`}`}.
    </li>
  )
}
