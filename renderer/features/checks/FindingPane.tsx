import ArticleOutlined from '@mui/icons-material/ArticleOutlined'
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import type { Instant } from '@shared/model/instant'
import { useOpenRecord } from '../../bridge/navigation'
import { CopyButton } from '../../ui/CopyButton'
import { DefinitionList } from '../../ui/DefinitionList'
import { FindingBlock } from '../../ui/FindingBlock'
import { PaneHead } from '../../ui/PaneHead'
import { ToolbarButton } from '../../ui/ToolbarButton'
import { checkKindWords } from '../../words/check-kind-words'
import { dayWords, nearInstantWords } from '../../words/time-words'
import type { Finding } from './api'
import { evidenceWords, fixPlace, kindSentences, ownFixWords } from './check-words'
import { FindingDialog, type FindingAct } from './FindingDialog'

interface FindingPaneProps {
  readonly finding: Finding
  readonly now: Instant
  readonly zone: string
  readonly portalName: string
}

/** One finding: what shows it, what cures it, and since when it is there. */
export function FindingPane({ finding, now, zone, portalName }: FindingPaneProps): ReactNode {
  const [act, setAct] = useState<FindingAct>()
  const openRecord = useOpenRecord()
  const { learner, activity, claim, otherLearnerId, accepted, goneAt } = finding
  const stands = goneAt === null && accepted === null
  const place = fixPlace(finding)
  const own = finding.fixableHere ? ownFixWords[finding.fix] : undefined
  const tone = !stands ? 'neutral' : finding.gravity === 'wrong' ? 'error' : 'warning'
  const code = `${finding.kind} · ${finding.rows.join(', ')}`
  const goTo = (beside: boolean): void => {
    if (place !== undefined) openRecord(place.target, { title: place.title, beside, ...(place.act === undefined ? {} : { act: place.act }) })
  }
  return (
    <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto' }}>
      <PaneHead title={learner?.name ?? activity?.title ?? 'Finding'} note={portalName} />
      <FindingBlock
        tone={tone}
        about={checkKindWords[finding.kind]}
        title={kindSentences[finding.kind]}
        evidence={finding.evidence.map((one, index) => ({
          key: String(index),
          icon: ArticleOutlined,
          text: (
            <>
              {evidenceWords(one)} <Box component="span" className="identifier" sx={{ color: 'text.tertiary' }}>{one.record}</Box>
            </>
          ),
        }))}
      >
        {!stands ? null : own !== undefined ? (
          <ToolbarButton look="main" tall onClick={() => setAct('fix')}>
            {own.verb}…
          </ToolbarButton>
        ) : place === undefined ? null : (
          <ToolbarButton look="main" tall onClick={() => goTo(false)}>
            {place.verb}
          </ToolbarButton>
        )}
        {stands && own !== undefined && place !== undefined ? (
          <ToolbarButton look="frame" tall onClick={() => goTo(false)}>
            {place.verb}
          </ToolbarButton>
        ) : null}
        {otherLearnerId === null ? null : (
          <ToolbarButton look="frame" tall onClick={() => openRecord({ kind: 'learner', id: otherLearnerId }, { title: 'Learner', beside: false })}>
            Open second record
          </ToolbarButton>
        )}
        {stands ? (
          <ToolbarButton look="frame" tall onClick={() => setAct('accept')}>
            Accept…
          </ToolbarButton>
        ) : null}
      </FindingBlock>
      <Box sx={{ p: '16px', display: 'flex', flexDirection: 'column', gap: '12px' }}>
        <Typography sx={{ maxWidth: '72ch' }}>{finding.agentCan}</Typography>
        <DefinitionList
          termWidth={96}
          entries={[
            ...(learner === null
              ? []
              : [
                  {
                    term: 'Learner',
                    value: (
                      <>
                        <Link component="button" type="button" onClick={() => openRecord({ kind: 'learner', id: learner.id }, { title: learner.name })} sx={{ verticalAlign: 'baseline' }}>
                          {learner.name}
                        </Link>{' '}
                        <span className="identifier">{learner.externalId}</span>
                      </>
                    ),
                  },
                ]),
            ...(activity === null
              ? []
              : [
                  {
                    term: 'Activity',
                    value: (
                      <>
                        <Link component="button" type="button" onClick={() => openRecord({ kind: 'activity', id: activity.id }, { title: activity.title })} sx={{ verticalAlign: 'baseline', textAlign: 'left' }}>
                          {activity.title}
                        </Link>{' '}
                        <span className="identifier">{activity.externalId}</span>
                      </>
                    ),
                  },
                ]),
            ...(claim === null ? [] : [{ term: 'Claim', value: <span className="identifier">{claim.externalId}</span> }]),
            { term: 'Portal', value: portalName },
            ...(finding.date === null ? [] : [{ term: 'Decides', value: dayWords(finding.date) }]),
            { term: 'First seen', value: nearInstantWords(finding.firstSeenAt, now, zone) },
            { term: 'Last seen', value: nearInstantWords(finding.lastSeenAt, now, zone) },
            ...(goneAt === null ? [] : [{ term: 'Gone', value: nearInstantWords(goneAt, now, zone) }]),
            ...(accepted === null ? [] : [{ term: 'Accepted', value: `${nearInstantWords(accepted.at, now, zone)} by ${accepted.by}: ${accepted.reason}` }]),
          ]}
        />
        <Box sx={{ display: 'flex', alignItems: 'center', gap: '4px', color: 'text.tertiary' }}>
          <Typography variant="meta" sx={{ overflowWrap: 'anywhere' }}>
            {code}
          </Typography>
          <CopyButton value={code} what="code and rows" />
        </Box>
      </Box>
      {act === undefined ? null : <FindingDialog key={act} finding={finding} act={act} onClose={() => setAct(undefined)} />}
    </Box>
  )
}
