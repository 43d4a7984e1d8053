import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import LockOutlined from '@mui/icons-material/LockOutlined'
import PersonOffOutlined from '@mui/icons-material/PersonOffOutlined'
import Box from '@mui/material/Box'
import type { SvgIconComponent } from '@mui/icons-material'
import type { LearnerStatus } from '@shared/model/field-codes'
import type { Instant } from '@shared/model/instant'
import { StateWord } from '../../ui/StateWord'
import type { Column } from '../../ui/table-types'
import type { Tone } from '../../ui/tone'
import { learnerStatusWords, professionWords } from '../../words/field-words'
import { nearInstantWords, utcWords } from '../../words/time-words'
import type { LearnerRow, LearnerSort } from './api'

const statusLooks: Readonly<Record<LearnerStatus, { readonly tone: Tone; readonly icon: SvgIconComponent }>> = {
  active: { tone: 'success', icon: CheckCircleOutlined },
  locked: { tone: 'error', icon: LockOutlined },
  closed: { tone: 'error', icon: PersonOffOutlined },
}

interface ColumnFacts {
  readonly now: Instant
  /** Zones by portal. */
  readonly zones: ReadonlyMap<string, string>
  readonly sort: LearnerSort
  readonly onSort: (sort: LearnerSort) => void
  /** Below 1100 px a row has two lines and fewer columns. */
  readonly narrow: boolean
}

export const learnerTracks = ['minmax(150px, 1.3fr)', '140px', 'minmax(110px, 136px)', 'minmax(208px, 1fr)', '88px', '56px', '128px'] as const

/** The columns of the learners' list. */
export function learnerColumns({ now, zones, sort, onSort, narrow }: ColumnFacts): readonly Column<LearnerRow>[] {
  const [name, profession, portal, email, status, claims, lastClaim] = learnerTracks
  const state: Column<LearnerRow> = {
    id: 'status',
    head: 'Status',
    track: status,
    cell: (row) => (
      <StateWord tone={statusLooks[row.status].tone} icon={statusLooks[row.status].icon}>
        {learnerStatusWords[row.status]}
      </StateWord>
    ),
  }
  const last: Column<LearnerRow> = {
    id: 'lastClaim',
    head: 'Last claim',
    track: lastClaim,
    ...(sort === 'last_claim' ? { sorted: 'descending' } : {}),
    onSort: () => onSort('last_claim'),
    cell: (row) =>
      row.lastClaimAt === null ? (
        <Box component="span" sx={{ color: 'text.tertiary' }}>
          none yet
        </Box>
      ) : (
        <span title={utcWords(row.lastClaimAt)}>{nearInstantWords(row.lastClaimAt, now, zones.get(row.portal) ?? 'UTC')}</span>
      ),
  }
  const named: Column<LearnerRow> = {
    id: 'name',
    head: 'Name',
    track: narrow ? 'minmax(200px, 1.4fr)' : name,
    naming: true,
    ...(sort === 'name' ? { sorted: 'ascending' } : {}),
    onSort: () => onSort('name'),
    cell: (row) => (
      <span title={[row.name, row.credentials].filter((part) => part !== '').join(', ')}>
        {row.name}
        {row.credentials === '' ? null : (
          <Box component="span" sx={{ color: 'text.tertiary', fontWeight: 400 }}>
            , {row.credentials}
          </Box>
        )}
        {narrow ? <Second>{professionWords[row.profession]}</Second> : null}
      </span>
    ),
  }
  const claimed: Column<LearnerRow> = { id: 'claims', head: 'Claims', track: claims, align: 'right', cell: (row) => (row.claims === 0 ? <Box component="span" sx={{ color: 'text.tertiary' }}>0</Box> : row.claims.toLocaleString('en-US')) }
  const address: Column<LearnerRow> = {
    id: 'email',
    head: 'E-mail',
    track: email,
    cell: (row) => (
      <span>
        <span className="whole">{row.emailMasked}</span>
        {narrow ? <Second>{row.portalShortName}</Second> : null}
      </span>
    ),
  }
  if (narrow) return [named, address, state, claimed, last]
  return [
    named,
    { id: 'profession', head: 'Profession', track: profession, cell: (row) => <span title={row.specialty === '' ? professionWords[row.profession] : `${professionWords[row.profession]}, ${row.specialty}`}>{professionWords[row.profession]}</span> },
    { id: 'portal', head: 'Portal', track: portal, cell: (row) => <span title={row.portalName}>{row.portalShortName}</span> },
    address,
    state,
    claimed,
    last,
  ]
}

function Second({ children }: { readonly children: string }) {
  return (
    <Box component="span" sx={{ display: 'block', fontSize: 12, lineHeight: '16px', fontWeight: 400, color: 'text.tertiary', overflow: 'hidden', textOverflow: 'ellipsis' }}>
      {children}
    </Box>
  )
}
