import CloseOutlined from '@mui/icons-material/CloseOutlined'
import HelpOutlineOutlined from '@mui/icons-material/HelpOutlineOutlined'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { PaneHead } from '../../ui/PaneHead'
import { SkeletonRows } from '../../ui/SkeletonRows'
import { RefusalBlock } from '../../words/RefusalBlock'
import { useDiagnosis, type LearnerRecord } from './api'
import { DiagnosisLadder } from './DiagnosisLadder'
import { DiagnosisScope, type AskedActivity } from './DiagnosisScope'
import type { FindingAct } from './finding-acts'
import { FirstFinding, FurtherFindings } from './FindingList'

interface DiagnosisPanelProps {
  readonly record: LearnerRecord
  /** The activity asked about; undefined asks about the learner as a whole. */
  readonly activity: AskedActivity | undefined
  readonly onActivity: (activity: AskedActivity | undefined) => void
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
export function DiagnosisPanel({ record, activity, onActivity, onAct, onClose }: DiagnosisPanelProps): ReactNode {
  return (
    <>
      <PaneHead title={questionOf(record, activity?.id)} icon={HelpOutlineOutlined}>
        <IconButton aria-label="Close the side panel" onClick={onClose}>
          <CloseOutlined />
        </IconButton>
      </PaneHead>
      <DiagnosisScope record={record} activity={activity} onActivity={onActivity} />
      <Box sx={{ overflow: 'auto', flex: 1, minHeight: 0 }} tabIndex={0} role="region" aria-label={activity === undefined ? 'Diagnosis of the learner' : 'Diagnosis of the selected activity'}>
        <Answer record={record} activity={activity} onActivity={onActivity} onAct={onAct} />
      </Box>
    </>
  )
}

function Answer({ record, activity, onActivity, onAct }: Omit<DiagnosisPanelProps, 'onClose'>): ReactNode {
  const { learner } = record
  const diagnosis = useDiagnosis(learner.id, activity?.id)
  if (diagnosis.error !== null) return <RefusalBlock method={diagnosis.error.method} refusal={diagnosis.error.refusal} onAgain={() => void diagnosis.refetch()} />
  if (diagnosis.data === undefined) return <SkeletonRows tracks={['1fr']} rows={9} rowHeight={32} label="Reading the record" />
  const { findings, steps } = diagnosis.data
  const [first, ...further] = findings
  if (first === undefined) throw new Error('a diagnosis finds at least one thing')
  return (
    <>
      <Box role="status" className="visually-hidden">{`${String(findings.length)} ${findings.length === 1 ? 'finding' : 'findings'}`}</Box>
      <FirstFinding finding={first} record={record} count={findings.length} zone={learner.zone} onAct={onAct} onActivity={activity === undefined ? onActivity : undefined} />
      {further.length === 0 ? null : <FurtherFindings first={first} findings={further} record={record} zone={learner.zone} onAct={onAct} onActivity={activity === undefined ? onActivity : undefined} />}
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
