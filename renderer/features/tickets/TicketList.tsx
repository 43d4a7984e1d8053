import EditNoteOutlined from '@mui/icons-material/EditNoteOutlined'
import Box from '@mui/material/Box'
import { useMemo, type ReactNode } from 'react'
import type { Instant } from '@shared/model/instant'
import { DataTable } from '../../ui/DataTable'
import { StateWord } from '../../ui/StateWord'
import type { Column, TableLine } from '../../ui/table-types'
import { TwoLines } from '../../ui/TwoLines'
import type { TicketRow } from './api'
import { channelLooks, dueGroupOf, dueLook, officeTimeWords } from './ticket-words'

interface TicketListProps {
  readonly label: string
  readonly rows: readonly TicketRow[]
  readonly total: number
  readonly selected: string | undefined
  readonly now: Instant
  readonly onSelect: (id: string) => void
  readonly onOpen: (row: TicketRow, beside: boolean) => void
}

function lineAfter(row: TicketRow): string {
  const late = row.promise.state === 'overdue' ? `${officeTimeWords(row.promise.lateMinutes)} late · ` : ''
  const held = row.status === 'on_hold' ? `with ${row.heldBy} · ` : ''
  return `${late}${held}${channelLooks[row.channel].word} · ${row.externalId}`
}

/** Tickets grouped by when the reply is due. */
export function TicketList({ label, rows, total, selected, now, onSelect, onOpen }: TicketListProps): ReactNode {
  const lines = useMemo(() => {
    const found: TableLine<TicketRow>[] = []
    let group = ''
    for (const row of rows) {
      const next = dueGroupOf(row, now)
      if (next !== group) found.push({ kind: 'group', key: `group-${next}-${row.id}`, cells: { from: next } })
      group = next
      found.push({ kind: 'row', key: row.id, row })
    }
    return found
  }, [rows, now])
  const columns: readonly Column<TicketRow>[] = [
    {
      id: 'from',
      head: 'From and subject',
      track: 'minmax(120px, 1fr)',
      naming: true,
      cell: (row) => (
        <TwoLines
          first={<span title={row.from}>{row.from === '' ? 'Nobody named' : row.from}</span>}
          second={
            <span title={`${row.subject}. ${lineAfter(row)}`}>
              {row.subject}
              <br />
              {lineAfter(row)}
            </span>
          }
        />
      ),
    },
    {
      id: 'due',
      head: 'Due',
      track: 'max-content',
      align: 'right',
      cell: (row) => {
        const due = dueLook(row, now)
        return (
          <Box sx={{ display: 'flex', gap: '6px', alignItems: 'center' }}>
            {row.hasDraft ? <EditNoteOutlined titleAccess="Draft by you" sx={{ color: 'warning.main' }} /> : null}
            <StateWord tone={due.tone} icon={due.icon}>
              {due.words}
            </StateWord>
          </Box>
        )
      },
    },
  ]
  return (
    <DataTable
      label={label}
      columns={columns}
      lines={lines}
      rowHeight={48}
      selected={selected}
      onSelect={onSelect}
      onOpen={onOpen}
      ownsKeys
      footer={total > rows.length ? `The first ${rows.length.toLocaleString('en-US')} of ${total.toLocaleString('en-US')}.` : undefined}
    />
  )
}
