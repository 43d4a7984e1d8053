import HistoryOutlined from '@mui/icons-material/HistoryOutlined'
import UndoOutlined from '@mui/icons-material/UndoOutlined'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import { creditTypeSchema } from '@shared/model/field-codes'
import type { Refusal } from '@shared/model/result'
import type { Code } from '@shared/contract'
import { useUndo } from '../../bridge/use-undo'
import { DataTable } from '../../ui/DataTable'
import { PaneHead } from '../../ui/PaneHead'
import { SkeletonRows } from '../../ui/SkeletonRows'
import { EmptyBlock } from '../../ui/StateBlock'
import { rowLines, type Column } from '../../ui/table-types'
import { ToolbarButton } from '../../ui/ToolbarButton'
import { useToasts } from '../../ui/toast-context'
import { CreditTypeWords } from '../../words/CreditWords'
import { RefusalBanner, RefusalBlock } from '../../words/RefusalBlock'
import { instantWords, utcWords } from '../../words/time-words'
import { useHistory, type HistoryEntry } from './api'
import { fieldWords, operationWords } from './record-words'

const tracks = ['168px', 'minmax(160px, 1fr)', 'minmax(110px, 0.6fr)', '112px'] as const

/** Who did what to this record, when and why, with the way back where there is one. */
export function HistoryTab({ learnerId, zone }: { readonly learnerId: string; readonly zone: string }): ReactNode {
  const [limit, setLimit] = useState(200)
  const [selected, setSelected] = useState<string>()
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set())
  const [refused, setRefused] = useState<Refusal<Code<'history.undo'>>>()
  const history = useHistory(learnerId, limit)
  const undo = useUndo()
  const { show } = useToasts()

  const takeBack = async (entry: HistoryEntry): Promise<void> => {
    const answer = await undo(entry.id)
    setRefused(answer.ok ? undefined : answer.error)
    if (answer.ok) show({ message: `${operationWords(entry.operation)}: taken back` })
  }
  const expand = (key: string, open: boolean): void => setExpanded(new Set(open ? [...expanded, key] : [...expanded].filter((known) => known !== key)))

  if (history.error !== null) return <RefusalBlock method="learners.history" refusal={history.error.refusal} onAgain={() => void history.refetch()} />
  const columns: readonly Column<HistoryEntry>[] = [
    { id: 'at', head: 'When', track: tracks[0], cell: (row) => <span title={utcWords(row.at)}>{instantWords(row.at, zone)}</span> },
    { id: 'what', head: 'What', track: tracks[1], naming: true, cell: (row) => operationWords(row.operation) },
    { id: 'who', head: 'Who', track: tracks[2], cell: (row) => <span title={row.actor}>{row.actor}</span> },
    { id: 'undo', head: 'Undo', track: tracks[3], cell: (row) => undoWord(row) },
  ]
  const entries = history.data?.entries ?? []
  return (
    <>
      <PaneHead title="History" note={history.data === undefined ? undefined : `${String(history.data.total)} ${history.data.total === 1 ? 'entry' : 'entries'}, chained by hash`} />
      {refused === undefined ? null : <RefusalBanner method="history.undo" refusal={refused} />}
      {history.data === undefined ? (
        <SkeletonRows tracks={tracks} rows={6} label="Loading the history" />
      ) : entries.length === 0 ? (
        <EmptyBlock icon={HistoryOutlined} title="Nothing was done here yet">
          What this desk changes on the record stands here, with who, when and why. What the platform sent is in the timeline.
        </EmptyBlock>
      ) : (
        <DataTable
          label="History"
          columns={columns}
          lines={rowLines(entries, (row) => row.id)}
          selected={selected}
          onSelect={setSelected}
          expanded={expanded}
          onExpand={expand}
          onOpen={(row) => expand(row.id, !expanded.has(row.id))}
          expansion={(row) => <EntryDetails entry={row} zone={zone} onUndo={() => void takeBack(row)} />}
          onEnd={() => entries.length < history.data.total && setLimit(Math.min(1000, limit + 200))}
          ownsKeys
        />
      )}
    </>
  )
}

function undoWord(entry: HistoryEntry): string {
  switch (entry.undo.state) {
    case 'possible':
      return 'possible'
    case 'undone':
      return 'taken back'
    case 'blocked':
      return 'later work'
    case 'none':
      return ''
  }
}

function EntryDetails({ entry, zone, onUndo }: { readonly entry: HistoryEntry; readonly zone: string; readonly onUndo: () => void }): ReactNode {
  // What was absent and still is says nothing.
  const changes = entry.changes.filter((change) => (change.before ?? '') !== '' || (change.after ?? '') !== '')
  return (
    <Box sx={{ py: '10px', display: 'flex', flexDirection: 'column', gap: '10px', maxWidth: 720 }}>
      {entry.reason === '' ? null : <Typography>Reason: {entry.reason}</Typography>}
      {changes.length === 0 ? null : (
        <Box component="table" sx={{ borderCollapse: 'collapse', '& th, & td': { textAlign: 'left', fontWeight: 400, p: '2px 16px 2px 0', verticalAlign: 'top', overflowWrap: 'anywhere' } }}>
          <thead>
            <Box component="tr" sx={{ color: 'text.tertiary', fontSize: 12 }}>
              <th scope="col">Field</th>
              <th scope="col">Before</th>
              <th scope="col">After</th>
            </Box>
          </thead>
          <tbody>
            {changes.map((change) => (
              <tr key={change.field}>
                <th scope="row">{fieldWords(change.field)}</th>
                <td>{valueOf(change.field, change.before)}</td>
                <td>{valueOf(change.field, change.after)}</td>
              </tr>
            ))}
          </tbody>
        </Box>
      )}
      <Typography variant="meta" sx={{ color: 'text.tertiary' }}>
        {entry.id} · {entry.operation} · {entry.via === 'cli' ? 'command line' : entry.via}
      </Typography>
      <UndoLine entry={entry} zone={zone} onUndo={onUndo} />
    </Box>
  )
}

/** A value of the audit as people say it: absence as a dash, a credit type by its name. */
function valueOf(field: string, value: string | null): ReactNode {
  if (value === null || value === '') return '–'
  if (field === 'draft') return 'written, in the outbox'
  const type = field === 'creditType' ? creditTypeSchema.safeParse(value) : undefined
  return type?.success === true ? <CreditTypeWords type={type.data} alone /> : value
}

function UndoLine({ entry, zone, onUndo }: { readonly entry: HistoryEntry; readonly zone: string; readonly onUndo: () => void }): ReactNode {
  switch (entry.undo.state) {
    case 'possible':
      return (
        <div>
          <ToolbarButton look="frame" tall icon={UndoOutlined} onClick={onUndo}>
            Undo this act
          </ToolbarButton>
        </div>
      )
    case 'undone':
      return <Typography sx={{ color: 'text.secondary' }}>{`Taken back ${instantWords(entry.undo.at, zone)} by ${entry.undo.actor}.`}</Typography>
    case 'blocked':
      return <Typography sx={{ color: 'text.secondary' }}>{`“${operationWords(entry.undo.operation)}” of ${instantWords(entry.undo.at, zone)} depends on it. Take that back first.`}</Typography>
    case 'none':
      return null
  }
}
