import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import Box from '@mui/material/Box'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useState, type ReactNode } from 'react'
import { useDeskNow } from '../../bridge/desk-clock'
import { useOpenRecord } from '../../bridge/navigation'
import { usePaneSizes } from '../../bridge/preferences'
import { useUndo } from '../../bridge/use-undo'
import { DataTable } from '../../ui/DataTable'
import { FilterSelect } from '../../ui/FilterSelect'
import { PaneHead } from '../../ui/PaneHead'
import { ResizablePanes } from '../../ui/ResizablePanes'
import { SkeletonRows } from '../../ui/SkeletonRows'
import { EmptyBlock } from '../../ui/StateBlock'
import { StateWord } from '../../ui/StateWord'
import { rowLines, type Column } from '../../ui/table-types'
import { ToolbarButton } from '../../ui/ToolbarButton'
import { useToasts } from '../../ui/toast-context'
import { RefusalBlock } from '../../words/RefusalBlock'
import { nearInstantWords, utcWords } from '../../words/time-words'
import { useConflicts, useDecideConflict, useStatus, type Conflict, type Decision } from './api'
import { ConflictChoice } from './ConflictChoice'
import { conflictLooks, valueWords } from './conflict-words'

const shownOptions = [
  { value: 'open', label: 'To decide' },
  { value: 'all', label: 'All, decided too' },
] as const

const tracks = { record: 'minmax(150px, 1.4fr)', column: '132px', value: 'minmax(100px, 1fr)', import: '132px', state: '150px' } as const

interface ColumnFacts {
  readonly narrow: boolean
  readonly withState: boolean
  /** How the import's time is said; left out where all are of one import. */
  readonly importedWords: ((conflict: Conflict) => string) | undefined
}

function columnsOf({ narrow, withState, importedWords }: ColumnFacts): readonly Column<Conflict>[] {
  return [
    {
      id: 'record',
      head: 'Record',
      track: tracks.record,
      naming: true,
      cell: (row) => (
        <span title={`${row.label}, ${row.externalId} in ${row.file}`}>
          {row.label === '' ? row.externalId : row.label}
          {row.label === '' || row.label === row.externalId ? null : (
            <Box component="span" className="identifier" sx={{ color: 'text.tertiary', fontWeight: 400 }}>
              {' '}
              {row.externalId}
            </Box>
          )}
        </span>
      ),
    },
    { id: 'column', head: 'Field', track: tracks.column, cell: (row) => <span title={`${row.column} in ${row.file}`}>{row.column}</span> },
    { id: 'desk', head: 'The desk’s', track: tracks.value, cell: (row) => <span title={row.deskValue}>{valueWords(row.deskValue)}</span> },
    ...(narrow ? [] : [{ id: 'source', head: 'The platform’s', track: tracks.value, cell: (row: Conflict) => <span title={row.sourceValue}>{valueWords(row.sourceValue)}</span> }]),
    ...(importedWords === undefined ? [] : [{ id: 'import', head: 'Import', track: tracks.import, cell: (row: Conflict) => <span title={utcWords(row.importedAt)}>{importedWords(row)}</span> }]),
    ...(withState
      ? [
          {
            id: 'state',
            head: 'Decision',
            track: tracks.state,
            cell: (row: Conflict) => (
              <StateWord tone={conflictLooks[row.decision].tone} icon={conflictLooks[row.decision].icon}>
                {conflictLooks[row.decision].word}
              </StateWord>
            ),
          },
        ]
      : []),
  ]
}

interface ConflictsPaneProps {
  /** Names its panes in the document: it stands on more than one page. */
  readonly id: string
  /** Only those of this import; left out on the page of all. */
  readonly importId?: string
  /** The conflict that the opener points at. */
  readonly shown: string | undefined
}

/** What desk and platform both changed: the list, and the two values of the chosen one side by side. */
export function ConflictsPane({ id, importId, shown }: ConflictsPaneProps): ReactNode {
  const [which, setWhich] = useState<'open' | 'all'>('open')
  const [selected, setSelected] = useState(shown)
  const [pointed, setPointed] = useState(shown)
  const [decided, setDecided] = useState(false)
  if (shown !== pointed) {
    setPointed(shown)
    setSelected(shown)
  }
  const conflicts = useConflicts(which === 'open', importId)
  const status = useStatus()
  const now = useDeskNow() ?? status.data?.now
  const zone = status.data?.portals[0]?.zone ?? 'UTC'
  const openRecord = useOpenRecord()
  const decide = useDecideConflict()
  const narrow = useMediaQuery('(max-width: 1099px)')
  const { sizes, keep } = usePaneSizes('conflicts')
  const { show } = useToasts()
  const undo = useUndo()
  const { rows } = conflicts

  if (conflicts.error !== null) return <RefusalBlock method="imports.conflicts" refusal={conflicts.error.refusal} onAgain={conflicts.again} />
  if (rows === undefined) return <SkeletonRows tracks={[tracks.record, tracks.column, tracks.value]} rows={6} label="Loading the conflicts" />
  const current = rows.find((row) => row.id === selected) ?? rows[0]
  const settle = async (conflict: Conflict, decision: Decision): Promise<void> => {
    const at = rows.indexOf(conflict)
    const answer = await decide.run({ conflictId: conflict.id, decision })
    if (!answer.ok) return
    // The decided one leaves the list: its neighbour is next, told by its heading before a key can decide it too.
    setDecided(true)
    setSelected((rows[at + 1] ?? rows[at - 1])?.id)
    const { entryId } = answer.value
    show({
      message: `${decision === 'keep_desk' ? 'The desk’s value kept' : 'The platform’s value taken'}: ${conflict.column} of ${conflict.label === '' ? conflict.externalId : conflict.label}`,
      action: { label: 'Undo', keys: 'Control+z', run: () => void undo(entryId) },
    })
  }
  const list = (
    <DataTable
      label="Conflicts"
      columns={columnsOf({ narrow, withState: which === 'all', importedWords: importId === undefined && now !== undefined ? (conflict) => nearInstantWords(conflict.importedAt, now, zone) : undefined })}
      lines={rowLines(rows, (row) => row.id)}
      selected={current?.id}
      onSelect={(key) => {
        setSelected(key)
        setDecided(false)
        decide.reset()
      }}
      onEnd={conflicts.readMore}
      ownsKeys
    />
  )
  return (
    <>
      <PaneHead title="Conflicts" note={`${conflicts.total.toLocaleString('en-US')} ${which === 'open' ? 'to decide' : 'in all'}${importId === undefined ? ', from all imports' : ', from this import'}`}>
        {importId === undefined ? null : <ToolbarButton onClick={() => openRecord({ kind: 'imports', id: '' }, { act: { verb: 'show' } })}>All imports’ conflicts</ToolbarButton>}
        <FilterSelect label="Show" value={which} options={shownOptions} onValue={setWhich} />
      </PaneHead>
      {current === undefined ? (
        <EmptyBlock icon={CheckCircleOutlined} title={which === 'open' ? 'Nothing to decide' : 'No conflict yet'}>
          A conflict stands here when the platform sends a new value for a field that was changed at the desk. Nothing is overwritten until somebody decides.
        </EmptyBlock>
      ) : (
        <ResizablePanes
          id={id}
          sizes={sizes}
          onSizes={keep}
          panes={[
            { id: 'list', label: 'Conflicts', content: list, least: 320 },
            {
              id: 'choice',
              label: 'Conflict',
              usual: 376,
              least: 280,
              most: 640,
              content: <ConflictChoice key={current.id} conflict={current} takesFocus={decided} pending={decide.pending} refusal={decide.answer?.ok === false ? decide.answer.error : undefined} onDecide={(decision) => void settle(current, decision)} />,
            },
          ]}
        />
      )}
    </>
  )
}
