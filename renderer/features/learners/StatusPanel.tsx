import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import CloseOutlined from '@mui/icons-material/CloseOutlined'
import EventOutlined from '@mui/icons-material/EventOutlined'
import HelpOutlineOutlined from '@mui/icons-material/HelpOutlineOutlined'
import WorkspacePremiumOutlined from '@mui/icons-material/WorkspacePremiumOutlined'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { formatCreditAmount } from '@shared/model/credit-amount'
import { FindingBlock, type Evidence } from '../../ui/FindingBlock'
import { Ladder } from '../../ui/Ladder'
import { PaneHead } from '../../ui/PaneHead'
import type { Tone } from '../../ui/tone'
import { ToolbarButton } from '../../ui/ToolbarButton'
import { CreditTypeWords } from '../../words/CreditWords'
import { dayWords, instantDayWords, instantWords } from '../../words/time-words'
import type { Claim, Enrolment } from './api'
import { stepWords } from './record-words'

interface StatusPanelProps {
  readonly claim: Claim | undefined
  readonly enrolment: Enrolment | undefined
  readonly zone: string
  readonly onClose: () => void
  readonly onPrint: (claim: Claim) => void
  readonly onChange: (claim: Claim) => void
}

interface Status {
  readonly tone: Tone
  readonly title: string
  readonly rows: string
  readonly evidence: readonly Evidence[]
}

function statusOfClaim(claim: Claim, zone: string): Status {
  const certificate = claim.certificates.find((candidate) => candidate.state === 'current')
  const claimed: Evidence = {
    key: 'claim',
    icon: WorkspacePremiumOutlined,
    text: (
      <>
        {formatCreditAmount(claim.amount)} <CreditTypeWords type={claim.creditType} />, claimed {instantWords(claim.claimedAt, zone)}
      </>
    ),
  }
  if (claim.state !== 'active') return { tone: 'neutral', title: claim.state === 'void' ? 'This claim is void' : 'This claim was superseded', rows: 'H32', evidence: [claimed] }
  if (certificate === undefined) return { tone: 'warning', title: 'Claimed, no certificate on file', rows: 'H29', evidence: [claimed] }
  return {
    tone: 'success',
    title: certificate.form === 'participation' ? 'Claimed, participation form on file' : 'Claimed, certificate on file',
    rows: certificate.form === 'participation' ? 'H37' : 'H28',
    evidence: [claimed, { key: 'certificate', icon: CheckCircleOutlined, text: `Certificate ${certificate.number}, issued ${instantDayWords(certificate.issuedAt, zone)}` }],
  }
}

const openTitles: Readonly<Record<Enrolment['steps'][number]['step'], string>> = {
  registered: 'Not registered yet',
  pretest: 'The pre-test is missing',
  posttest: 'The post-test is not passed',
  evaluation: 'The evaluation is missing',
  event_code: 'The event code is missing',
  segments: 'A course segment is open',
  claim: 'Everything is done except the claim',
  certificate: 'The certificate follows the claim',
}
const openRows: Readonly<Record<Enrolment['steps'][number]['step'], string>> = {
  registered: 'H42', pretest: 'H20, H35', posttest: 'H20, H35', evaluation: 'H35, P9', event_code: 'C7, C8', segments: 'P3, P20', claim: 'H27, H35', certificate: 'H28',
}

function statusOfEnrolment(enrolment: Enrolment, zone: string): Status {
  const here = enrolment.steps.find((step) => step.state === 'here')
  const done = enrolment.steps.filter((step) => step.state === 'done')
  const evidence: Evidence[] = done.map((step) => ({ key: step.step, icon: CheckCircleOutlined, text: `${stepWords[step.step]}${step.at === null ? '' : `, ${instantWords(step.at, zone)}`}${step.detail === '' ? '' : `, ${step.detail}`}` }))
  if (enrolment.expiresOn !== null) evidence.push({ key: 'expires', icon: EventOutlined, text: `The activity’s last day is ${dayWords(enrolment.expiresOn)}` })
  if (here === undefined) return { tone: 'success', title: 'Every step is done', rows: 'H28', evidence }
  return { tone: 'warning', title: openTitles[here.step], rows: openRows[here.step], evidence }
}

/** Where the selected activity stands: the answer large, its evidence, the one act, and the steps to the certificate. */
export function StatusPanel({ claim, enrolment, zone, onClose, onPrint, onChange }: StatusPanelProps): ReactNode {
  const title = claim?.activityTitle ?? enrolment?.activityTitle
  const status = claim !== undefined ? statusOfClaim(claim, zone) : enrolment === undefined ? undefined : statusOfEnrolment(enrolment, zone)
  return (
    <>
      <PaneHead title="Where this stands" icon={HelpOutlineOutlined}>
        <IconButton aria-label="Close the side panel" onClick={onClose}>
          <CloseOutlined />
        </IconButton>
      </PaneHead>
      {status === undefined ? (
        <Typography sx={{ p: '16px', color: 'text.secondary' }}>Select a row to see its steps, what is done and what is missing.</Typography>
      ) : (
        <Box sx={{ overflow: 'auto', flex: 1, minHeight: 0 }} tabIndex={0} role="region" aria-label="Status of the selected activity">
          <Typography sx={{ px: '16px', py: '8px', fontWeight: 500, borderBottom: '1px solid', borderColor: 'divider' }}>{title}</Typography>
          <FindingBlock tone={status.tone} about={claim === undefined ? 'Not claimed yet' : `Claim ${claim.externalId}`} code={status.rows} title={status.title} evidence={status.evidence}>
            {claim?.state === 'active' ? (
              <>
                <ToolbarButton look="main" tall onClick={() => onPrint(claim)}>
                  Print again…
                </ToolbarButton>
                <ToolbarButton look="act" tall onClick={() => onChange(claim)}>
                  Change credit type…
                </ToolbarButton>
              </>
            ) : undefined}
          </FindingBlock>
          {enrolment === undefined ? null : (
            <Box sx={{ px: '16px', py: '12px' }}>
              <Typography variant="meta" component="h3" sx={{ m: 0, mb: '4px', fontWeight: 500, color: 'text.secondary' }}>
                Steps to the certificate
              </Typography>
              <Ladder
                label="Steps to the certificate"
                steps={enrolment.steps.map((step) => ({
                  key: step.step,
                  label: stepWords[step.step],
                  state: step.state,
                  detail: step.state === 'not_required' ? 'not required here' : [step.at === null ? '' : instantDayWords(step.at, zone), step.detail].filter((part) => part !== '').join(', '),
                }))}
              />
            </Box>
          )}
        </Box>
      )}
    </>
  )
}
