import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { CopyButton } from '../../ui/CopyButton'
import { FindingBlock } from '../../ui/FindingBlock'
import { toneColour } from '../../ui/tone'
import { ToolbarButton } from '../../ui/ToolbarButton'
import { findingTitle, findingTone } from '../../words/finding-words'
import type { FindingOfRecord, LearnerRecord } from './api'
import type { AskedActivity } from './DiagnosisScope'
import { actsFor, claimOf, type FindingAct } from './finding-acts'
import { dateWords, evidenceLines } from './finding-evidence'

interface FindingProps {
  readonly finding: FindingOfRecord
  readonly record: LearnerRecord
  readonly onAct: (act: FindingAct) => void
}

/** Its sentence; "ok" says what is on file, because that is what was asked. */
function titleOf(finding: FindingOfRecord, record: LearnerRecord): string {
  if (finding.code !== 'ok') return findingTitle(finding.code)
  if (claimOf(finding, record) !== undefined && finding.activity !== null) return 'Claimed, certificate on file'
  return finding.activity === null ? findingTitle('ok') : 'Nothing to claim yet'
}

/** The code and its rows: small, copyable, last. */
function CodeAndRows({ finding }: { readonly finding: FindingOfRecord }): ReactNode {
  const text = [finding.code, finding.rows.join(', ')].filter((part) => part !== '').join(' · ')
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: '4px', userSelect: 'all' }}>
      {text}
      <CopyButton value={text} what="Code and rows" />
    </Box>
  )
}

/** What each side can do: our words, from the rules. */
function Advice({ finding }: { readonly finding: FindingOfRecord }): ReactNode {
  return (
    <Box component="dl" sx={{ m: 0, mt: '8px', display: 'grid', gridTemplateColumns: '64px minmax(0, 1fr)', columnGap: '8px', rowGap: '4px', fontSize: 12, lineHeight: '18px' }}>
      <Box component="dt" sx={{ color: 'text.secondary' }}>
        You
      </Box>
      <Box component="dd" sx={{ m: 0 }}>
        {finding.agentCan}
      </Box>
      <Box component="dt" sx={{ color: 'text.secondary' }}>
        Learner
      </Box>
      <Box component="dd" sx={{ m: 0 }}>
        {finding.learnerCan}
      </Box>
    </Box>
  )
}

interface FirstFindingProps extends FindingProps {
  /** How many findings there are in all. */
  readonly count: number
  readonly zone: string
  /** Shows the activity the finding is about; absent where it is the one that is shown. */
  readonly onActivity: ((activity: AskedActivity) => void) | undefined
}

/** The finding that decides, large: its sentence, the evidence, the date, what can be done, and the one act. */
export function FirstFinding({ finding, record, count, zone, onAct, onActivity }: FirstFindingProps): ReactNode {
  const { activity } = finding
  const claim = claimOf(finding, record)
  const about = finding.activity !== null && claim !== undefined ? `Claim ${claim.externalId}` : count === 1 ? '1 finding' : `${String(count)} findings`
  const date = dateWords(finding)
  const acts = actsFor(finding, record)
  return (
    <FindingBlock tone={findingTone(finding.code)} about={about} code={<CodeAndRows finding={finding} />} title={titleOf(finding, record)} evidence={evidenceLines(finding, zone)}>
      {onActivity === undefined || activity === null ? null : <Box sx={{ width: '100%', overflowWrap: 'anywhere' }}>{activity.title}</Box>}
      {date === undefined ? null : <Typography sx={{ width: '100%', fontWeight: 600 }}>{date}</Typography>}
      {acts.map((act, place) => (
        <ToolbarButton key={act.label} look={place === 0 ? 'main' : 'act'} tall onClick={() => onAct(act)}>
          {act.label}
        </ToolbarButton>
      ))}
      {onActivity === undefined || activity === null ? null : (
        <ToolbarButton look="act" tall label={`Show steps of ${activity.title}`} onClick={() => onActivity(activity)}>
          Show steps
        </ToolbarButton>
      )}
      {finding.code === 'ok' && finding.activity === null ? null : (
        <Box sx={{ width: '100%' }}>
          <Advice finding={finding} />
        </Box>
      )}
    </FindingBlock>
  )
}

interface FurtherFindingsProps {
  readonly findings: readonly FindingOfRecord[]
  readonly record: LearnerRecord
  readonly zone: string
  readonly onAct: (act: FindingAct) => void
  /** Shows the activity a finding is about; absent where it is the one that is shown. */
  readonly onActivity: ((activity: AskedActivity) => void) | undefined
  /** The finding above them: what it offers already is not offered again. */
  readonly first: FindingOfRecord
}

/** What else was found, a plain row each. */
export function FurtherFindings({ findings, record, zone, onAct, onActivity, first }: FurtherFindingsProps): ReactNode {
  const offered = new Set(actsFor(first, record).map(({ label }) => label))
  return (
    <Box component="ul" aria-label="Further findings" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {findings.map((finding, place) => {
        const act = actsFor(finding, record).find(({ label }) => !offered.has(label))
        const { activity } = finding
        const [evidence] = evidenceLines(finding, zone)
        const tone = findingTone(finding.code)
        return (
          <Box component="li" key={`${String(place)}-${finding.code}`} sx={{ px: '16px', py: '8px', borderBottom: '1px solid', borderColor: 'divider' }}>
            <Box sx={{ fontWeight: 500, color: tone === 'error' || tone === 'warning' ? toneColour(tone) : 'text.primary' }}>{titleOf(finding, record)}</Box>
            {onActivity === undefined || activity === null ? null : <Box sx={{ overflowWrap: 'anywhere' }}>{activity.title}</Box>}
            <Typography variant="meta" component="div" sx={{ color: 'text.secondary' }}>
              {evidence?.text} {dateWords(finding)}
            </Typography>
            <Box sx={{ display: 'flex', alignItems: 'center', gap: '8px', justifyContent: 'space-between', flexWrap: 'wrap' }}>
              <Typography variant="meta" component="span" sx={{ color: 'text.tertiary' }}>
                <CodeAndRows finding={finding} />
              </Typography>
              {onActivity !== undefined && activity !== null ? (
                <ToolbarButton look="act" label={`Show steps of ${activity.title}`} onClick={() => onActivity(activity)}>
                  Show steps
                </ToolbarButton>
              ) : act === undefined ? null : (
                <ToolbarButton look="act" onClick={() => onAct(act)}>
                  {act.label}
                </ToolbarButton>
              )}
            </Box>
          </Box>
        )
      })}
    </Box>
  )
}
