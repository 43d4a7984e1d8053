import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import FlagOutlined from '@mui/icons-material/FlagOutlined'
import ReportProblemOutlined from '@mui/icons-material/ReportProblemOutlined'
import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import type { Instant } from '@shared/model/instant'
import { StateWord } from '../../ui/StateWord'
import { TwoLines } from '../../ui/TwoLines'
import type { Column } from '../../ui/table-types'
import { checkKindWords } from '../../words/check-kind-words'
import { nearInstantWords, utcWords } from '../../words/time-words'
import type { Finding } from './api'
import { findingWords } from './check-words'

/** The wide list's tracks; its skeleton has the same. */
export const checkTracks = ['208px', 'minmax(120px, 200px)', 'minmax(160px, 1fr)', '124px'] as const

function KindWord({ finding }: { readonly finding: Finding }): ReactNode {
  const settled = finding.goneAt !== null || finding.accepted !== null
  const tone = settled ? 'neutral' : finding.gravity === 'wrong' ? 'error' : 'warning'
  return (
    <StateWord tone={tone} icon={settled ? CheckCircleOutlined : finding.gravity === 'wrong' ? ReportProblemOutlined : FlagOutlined}>
      {checkKindWords[finding.kind]}
    </StateWord>
  )
}

const whose = (finding: Finding): string => finding.learner?.name ?? finding.activity?.title ?? ''

/** The columns of the findings; a narrow window has two lines a row instead. */
export function checkColumns(now: Instant, zone: string, narrow: boolean): readonly Column<Finding>[] {
  const kind: Column<Finding> = { id: 'kind', head: 'Finding', track: checkTracks[0], cell: (row) => <KindWord finding={row} /> }
  if (narrow) return [{ ...kind, track: '190px' }, { id: 'whose', head: 'Whose', track: 'minmax(120px, 1fr)', naming: true, cell: (row) => <TwoLines first={<span title={whose(row)}>{whose(row)}</span>} second={findingWords(row)} /> }]
  return [
    kind,
    { id: 'whose', head: 'Whose', track: checkTracks[1], naming: true, cell: (row) => <span title={`${whose(row)}, ${row.learner?.externalId ?? row.activity?.externalId ?? ''}`}>{whose(row)}</span> },
    { id: 'what', head: 'What', track: checkTracks[2], cell: (row) => <span title={findingWords(row)}>{findingWords(row)}</span> },
    {
      id: 'since',
      head: 'First seen',
      track: checkTracks[3],
      cell: (row) => (
        <Box component="span" title={utcWords(row.firstSeenAt)} sx={{ color: 'text.secondary' }}>
          {nearInstantWords(row.firstSeenAt, now, zone)}
        </Box>
      ),
    },
  ]
}
