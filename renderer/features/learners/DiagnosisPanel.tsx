import CloseOutlined from '@mui/icons-material/CloseOutlined'
import HelpOutlineOutlined from '@mui/icons-material/HelpOutlineOutlined'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import MenuItem from '@mui/material/MenuItem'
import Select from '@mui/material/Select'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { PaneHead } from '../../ui/PaneHead'
import { SkeletonRows } from '../../ui/SkeletonRows'
import { RefusalBlock } from '../../words/RefusalBlock'
import { useDiagnosis, type LearnerRecord } from './api'
import { DiagnosisLadder } from './DiagnosisLadder'
import type { FindingAct } from './finding-acts'
import { FirstFinding, FurtherFindings } from './FindingList'

interface DiagnosisPanelProps {
  readonly record: LearnerRecord
  /** The activity asked about; undefined asks about the learner as a whole. */
  readonly activityId: string | undefined
  readonly onActivity: (activityId: string | undefined) => void
  readonly onAct: (act: FindingAct) => void
  readonly onClose: () => void
}

function questionOf(record: LearnerRecord, activityId: string | undefined): string {
  if (activityId === undefined) return 'What stands in the way?'
  const claimed = record.claims.some((claim) => claim.activityId === activityId && claim.state === 'active')
  return claimed ? 'Where this stands' : 'Why is there no certificate?'
}

/**
 * What the record answers about a learner, or about a learner and one activity: the finding that decides with its
 * evidence and the one act, what else was found, and the steps from the registration to the report.
 */
export function DiagnosisPanel({ record, activityId, onActivity, onAct, onClose }: DiagnosisPanelProps): ReactNode {
  return (
    <>
      <PaneHead title={questionOf(record, activityId)} icon={HelpOutlineOutlined}>
        <IconButton aria-label="Close the side panel" onClick={onClose}>
          <CloseOutlined />
        </IconButton>
      </PaneHead>
      <Scope record={record} activityId={activityId} onActivity={onActivity} />
      <Box sx={{ overflow: 'auto', flex: 1, minHeight: 0 }} tabIndex={0} role="region" aria-label={activityId === undefined ? 'Diagnosis of the learner' : 'Diagnosis of the selected activity'}>
        <Answer record={record} activityId={activityId} onActivity={onActivity} onAct={onAct} />
      </Box>
    </>
  )
}

const whole = ''

/** What is asked about: the learner as a whole, or one of the activities they are registered for. */
function Scope({ record, activityId, onActivity }: Pick<DiagnosisPanelProps, 'record' | 'activityId' | 'onActivity'>): ReactNode {
  const titles = new Map(record.enrolments.map((enrolment) => [enrolment.activityId, enrolment.activityTitle]))
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: '8px', pl: '16px', pr: '8px', minHeight: 36, flexShrink: 0, borderBottom: '1px solid', borderColor: 'divider' }}>
      <Typography variant="meta" component="span" sx={{ color: 'text.secondary' }}>
        for
      </Typography>
      <Select
        value={activityId ?? whole}
        displayEmpty
        onChange={(event) => onActivity(event.target.value === whole ? undefined : event.target.value)}
        SelectDisplayProps={{ 'aria-label': 'Diagnosis for', title: activityId === undefined ? 'The learner as a whole' : (titles.get(activityId) ?? '') }}
        sx={{ flex: 1, minWidth: 0, minHeight: 28, fontWeight: 500, '&& .MuiSelect-select': { py: '3px', pl: '4px', pr: '28px' }, '& .MuiOutlinedInput-notchedOutline': { borderColor: 'transparent' } }}
      >
        <MenuItem value={whole}>The learner as a whole</MenuItem>
        {[...titles].map(([id, title]) => (
          <MenuItem key={id} value={id}>
            {title}
          </MenuItem>
        ))}
      </Select>
    </Box>
  )
}

function Answer({ record, activityId, onActivity, onAct }: Omit<DiagnosisPanelProps, 'onClose'>): ReactNode {
  const { learner } = record
  const diagnosis = useDiagnosis(learner.id, activityId)
  if (diagnosis.error !== null) return <RefusalBlock method={diagnosis.error.method} refusal={diagnosis.error.refusal} onAgain={() => void diagnosis.refetch()} />
  if (diagnosis.data === undefined) return <SkeletonRows tracks={['1fr']} rows={9} rowHeight={32} label="Reading the record" />
  const { findings, steps } = diagnosis.data
  const [first, ...further] = findings
  if (first === undefined) throw new Error('a diagnosis finds at least one thing')
  return (
    <>
      <Box role="status" className="visually-hidden">{`${String(findings.length)} ${findings.length === 1 ? 'finding' : 'findings'}`}</Box>
      <FirstFinding finding={first} record={record} count={findings.length} zone={learner.zone} onAct={onAct} />
      {further.length === 0 ? null : <FurtherFindings first={first} findings={further} record={record} zone={learner.zone} onAct={onAct} onActivity={activityId === undefined ? onActivity : undefined} />}
      {steps === null ? null : (
        <Box sx={{ px: '16px', py: '12px' }}>
          <Typography variant="meta" component="h3" sx={{ m: 0, mb: '4px', fontWeight: 500, color: 'text.secondary' }}>
            Steps to the certificate
          </Typography>
          <DiagnosisLadder steps={steps} zone={learner.zone} />
        </Box>
      )}
    </>
  )
}
