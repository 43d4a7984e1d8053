import EventOutlined from '@mui/icons-material/EventOutlined'
import Box from '@mui/material/Box'
import { useState, type ReactNode } from 'react'
import { CopyButton } from '../../ui/CopyButton'
import { DataTable } from '../../ui/DataTable'
import { EmptyBlock } from '../../ui/StateBlock'
import { rowLines, type Column } from '../../ui/table-types'
import { instantWords, timeWords, utcWords } from '../../words/time-words'
import type { Session } from './api'

function columnsIn(zone: string): readonly Column<Session>[] {
  const absent = (
    <Box component="span" sx={{ color: 'text.tertiary' }}>
      none on file
    </Box>
  )
  return [
    { id: 'starts', head: 'Starts', track: '188px', naming: true, cell: (row) => <span title={utcWords(row.startsAt)}>{instantWords(row.startsAt, zone)}</span> },
    { id: 'ends', head: 'Ends', track: '64px', cell: (row) => <span title={`${instantWords(row.endsAt, zone)}, ${utcWords(row.endsAt)}`}>{timeWords(row.endsAt, zone)}</span> },
    {
      id: 'code',
      head: 'Event code',
      track: '132px',
      cell: (row) =>
        row.eventCode === '' ? (
          absent
        ) : (
          <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: '4px' }}>
            <span className="identifier">{row.eventCode}</span>
            <CopyButton value={row.eventCode} what="Event code" />
          </Box>
        ),
    },
    { id: 'location', head: 'Location', track: 'minmax(140px, 1fr)', cell: (row) => (row.location === '' ? absent : <span title={row.location}>{row.location}</span>) },
    { id: 'number', head: 'Session', track: '132px', cell: (row) => <span className="identifier">{row.externalId}</span> },
  ]
}

interface SessionsTableProps {
  readonly sessions: readonly Session[]
  readonly zone: string
  /** The number of the session that the opener points at. */
  readonly shown: string | undefined
}

/** The sessions of a series with their event codes, in the portal's own time. */
export function SessionsTable({ sessions, zone, shown }: SessionsTableProps): ReactNode {
  const [selected, setSelected] = useState<string>()
  if (sessions.length === 0) {
    return (
      <EmptyBlock icon={EventOutlined} title="No sessions">
        This activity is no series. A single event has its code, start and place under Details and credits.
      </EmptyBlock>
    )
  }
  const pointed = sessions.find((session) => session.externalId === shown)?.id
  return <DataTable label="Sessions" columns={columnsIn(zone)} lines={rowLines(sessions, (row) => row.id)} selected={selected ?? pointed} onSelect={setSelected} ownsKeys />
}
