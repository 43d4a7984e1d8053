import Box from '@mui/material/Box'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useState, type ReactNode } from 'react'
import { DataTable } from '../../ui/DataTable'
import { StateWord } from '../../ui/StateWord'
import type { Column, TableLine } from '../../ui/table-types'
import type { Import, ImportFile } from './api'
import { Figure } from './Figure'
import { countWords, fileLook, sumOf } from './import-words'

type Count = 'rows' | 'added' | 'changed' | 'unchanged' | 'refused' | 'conflicts'

const heads: readonly { readonly id: Count; readonly head: string; readonly track: string }[] = [
  { id: 'rows', head: 'Rows', track: '76px' },
  { id: 'added', head: 'Added', track: '72px' },
  { id: 'changed', head: 'Changed', track: '72px' },
  { id: 'unchanged', head: 'Unchanged', track: '84px' },
  { id: 'refused', head: 'Refused', track: '68px' },
  { id: 'conflicts', head: 'Conflicts', track: '72px' },
]

/** Narrow windows leave the unchanged ones to the arithmetic. */
function headsAt(narrow: boolean): typeof heads {
  return narrow ? heads.filter(({ id }) => id !== 'unchanged') : heads
}

function columnsOf(taken: Import, narrow: boolean): readonly Column<ImportFile>[] {
  return [
    { id: 'file', head: 'File', track: narrow ? 'minmax(132px, 1fr)' : '216px', naming: true, cell: (row) => row.file },
    ...headsAt(narrow).map(
      ({ id, head, track }): Column<ImportFile> => ({
        id,
        head,
        track,
        align: 'right',
        cell: (row) => {
          if (id === 'refused' && row.state === 'not_read') return <Box component="span" sx={{ color: 'error.main', fontWeight: 600 }}>file</Box>
          if (row.rows === 0 && (row.state === 'waiting' || row.state === 'not_read')) return <Box component="span" sx={{ color: 'text.tertiary' }}>–</Box>
          return <Figure count={row[id]} tone={id === 'refused' ? 'error' : id === 'conflicts' ? 'warning' : undefined} />
        },
      }),
    ),
    {
      id: 'state',
      head: 'State',
      track: narrow ? '196px' : 'minmax(232px, 1fr)',
      cell: (row) => {
        const look = fileLook(row, taken)
        return (
          <span title={look.word}>
            <StateWord tone={look.tone} icon={look.icon}>
              {look.word}
            </StateWord>
          </span>
        )
      },
    },
  ]
}

/** The files of the folder in the order they are taken in, and the counts of all together. */
export function FilesTable({ taken }: { readonly taken: Import }): ReactNode {
  const narrow = useMediaQuery('(max-width: 1099px)')
  const [selected, setSelected] = useState<string>()
  const there = taken.files.filter((file) => file.state !== 'missing')
  const missing = taken.files.filter((file) => file.state === 'missing').map((file) => file.file)
  const certificates = taken.certificatesFrozen === 0 ? '' : `${countWords(taken.certificatesFrozen, 'certificate', 'certificates')} ${taken.dryRun ? 'would be issued' : 'issued'}`
  const together: TableLine<ImportFile> = {
    kind: 'group',
    key: 'together',
    cells: {
      file: 'Together',
      ...Object.fromEntries(heads.map(({ id }) => [id, <Figure key={id} count={sumOf(there, id)} tone={id === 'refused' ? 'error' : id === 'conflicts' ? 'warning' : undefined} />])),
      state: (
        <Box component="span" title={certificates} sx={{ fontWeight: 400, color: 'text.secondary' }}>
          {certificates}
        </Box>
      ),
    },
  }
  return (
    // The totals stay in sight while the files scroll.
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', '& .line.group': { position: 'sticky', bottom: 0, zIndex: 1, borderTop: '1px solid', borderTopColor: 'divider', mt: '-1px' } }}>
      <DataTable
        label="Files of the import"
        columns={columnsOf(taken, narrow)}
        lines={[...there.map((row): TableLine<ImportFile> => ({ kind: 'row', key: row.file, row })), together]}
        rowHeight={32}
        selected={selected}
        onSelect={setSelected}
        footer={missing.length === 0 ? undefined : `Not in the folder: ${missing.join(', ')}`}
      />
    </Box>
  )
}
