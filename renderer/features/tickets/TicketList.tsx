import EditNoteOutlined from '@mui/icons-material/EditNoteOutlined'
import Box from '@mui/material/Box'
import { useMemo, type ReactNode } from 'react'
import type { Instant } from '@shared/model/instant'
import { DataTable } from '../../ui/DataTable'
import { StateWord } from '../../ui/StateWord'
import type { Column, TableLine } from '../../ui/table-types'
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
      if (next !== group) found.push({ kind: 'group', key: `group-${next}-${row.id}`, cells: { ticket: next } })
      group = next
      found.push({ kind: 'row', key: row.id, row })
    }
    return found
  }, [rows, now])
  const columns: readonly Column<TicketRow>[] = [{ id: 'ticket', head: 'Due first', track: 'minmax(0, 1fr)', naming: true, cell: (row) => <TicketCell row={row} now={now} /> }]
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

const oneLine = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 0 } as const

/** Who and when due, what about, and where it stands: three lines, of which only the subject may be cut. */
function TicketCell({ row, now }: { readonly row: TicketRow; readonly now: Instant }): ReactNode {
  const due = dueLook(row, now)
  return (
    <Box sx={{ py: '6px', minWidth: 0 }}>
      <Box sx={{ display: 'flex', gap: '8px', alignItems: 'center' }}>
        <Box component="span" sx={{ ...oneLine, flex: 1 }} title={row.from}>
          {row.from === '' ? 'Nobody named' : row.from}
        </Box>
        {row.hasDraft ? <EditNoteOutlined titleAccess="Draft by you" sx={{ color: 'warning.main' }} /> : null}
        <StateWord tone={due.tone} icon={due.icon}>
          {due.words}
        </StateWord>
      </Box>
      <Box sx={{ ...oneLine, fontWeight: 400 }} title={row.subject}>
        {row.subject}
      </Box>
      <Box sx={{ fontSize: 12, lineHeight: '16px', fontWeight: 400, color: 'text.secondary', whiteSpace: 'normal' }}>{lineAfter(row)}</Box>
    </Box>
  )
}
