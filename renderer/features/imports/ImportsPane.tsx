import DriveFolderUploadOutlined from '@mui/icons-material/DriveFolderUploadOutlined'
import Box from '@mui/material/Box'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useState, type ReactNode } from 'react'
import type { Instant } from '@shared/model/instant'
import { useDeskNow } from '../../bridge/desk-clock'
import { useOpenRecord } from '../../bridge/navigation'
import { DataTable } from '../../ui/DataTable'
import { SkeletonRows } from '../../ui/SkeletonRows'
import { EmptyBlock } from '../../ui/StateBlock'
import { StateWord } from '../../ui/StateWord'
import { rowLines, type Column } from '../../ui/table-types'
import { RefusalBlock } from '../../words/RefusalBlock'
import { nearInstantWords, utcWords } from '../../words/time-words'
import { useImports, useStatus, type Import } from './api'
import { Figure } from './Figure'
import { FolderPath } from './FolderPath'
import { importLook, isUnderWay, percentOf, sumOf } from './import-words'

const tracks = { state: 'minmax(150px, 240px)', at: '132px', sort: '72px', folder: 'minmax(160px, 1fr)', figure: '76px', by: '128px' } as const

function columnsAt(now: Instant, zone: string, narrow: boolean): readonly Column<Import>[] {
  const figure = (id: 'rows' | 'added' | 'changed' | 'refused' | 'conflicts', head: string): Column<Import> => ({
    id,
    head,
    track: tracks.figure,
    align: 'right',
    cell: (row) => <Figure count={sumOf(row.files, id)} tone={id === 'refused' ? 'error' : id === 'conflicts' ? 'warning' : undefined} />,
  })
  return [
    {
      id: 'state',
      head: 'State',
      track: tracks.state,
      cell: (row) => {
        const look = importLook(row)
        const word = isUnderWay(row.state) ? `${look.word}, ${String(percentOf(sumOf(row.files, 'bytesRead'), sumOf(row.files, 'bytesTotal')))} %` : look.word
        return (
          <span title={word}>
            <StateWord tone={look.tone} icon={look.icon}>
              {word}
            </StateWord>
          </span>
        )
      },
    },
    { id: 'at', head: 'Started', track: tracks.at, cell: (row) => <span title={utcWords(row.startedAt)}>{nearInstantWords(row.startedAt, now, zone)}</span> },
    { id: 'sort', head: 'Sort', track: tracks.sort, cell: (row) => <Box component="span" sx={{ color: 'text.secondary' }}>{row.dryRun ? 'Dry run' : 'Import'}</Box> },
    { id: 'folder', head: 'Folder', track: tracks.folder, naming: true, cell: (row) => <FolderPath folder={row.folder} /> },
    ...(narrow ? [] : [figure('rows', 'Rows'), figure('added', 'Added'), figure('changed', 'Changed')]),
    figure('refused', 'Refused'),
    figure('conflicts', 'Conflicts'),
    ...(narrow ? [] : [{ id: 'by', head: 'By', track: tracks.by, cell: (row: Import) => <span title={row.actor}>{row.actor}</span> }]),
  ]
}

/** The imports that were, newest first; each opens in its own tab. */
export function ImportsPane(): ReactNode {
  const imports = useImports()
  const status = useStatus()
  const now = useDeskNow()
  const openRecord = useOpenRecord()
  const narrow = useMediaQuery('(max-width: 1099px)')
  const [selected, setSelected] = useState<string>()
  const { rows } = imports

  if (imports.error !== null) return <RefusalBlock method="imports.list" refusal={imports.error.refusal} onAgain={imports.again} />
  if (rows === undefined || now === undefined) return <SkeletonRows tracks={[tracks.state, tracks.at, tracks.sort, tracks.folder, tracks.figure]} rows={8} label="Loading the imports" />
  if (rows.length === 0) {
    return (
      <EmptyBlock icon={DriveFolderUploadOutlined} title="No imports yet">
        Name an exchange folder above or choose one. A dry run comes first and changes nothing; it tells what each file would add, change and refuse.
      </EmptyBlock>
    )
  }
  const zone = status.data?.portals[0]?.zone ?? 'UTC'
  return (
    <DataTable
      label="Imports"
      columns={columnsAt(now, zone, narrow)}
      lines={rowLines(rows, (row) => row.id)}
      selected={selected ?? rows[0]?.id}
      onSelect={setSelected}
      onOpen={(row, beside) => openRecord({ kind: 'import', id: row.id }, { title: row.dryRun ? 'Dry run' : 'Import', beside })}
      onEnd={imports.readMore}
      ownsKeys
      footer={imports.more ? `${rows.length.toLocaleString('en-US')} of ${imports.total.toLocaleString('en-US')} imports read; more come as you go down.` : undefined}
    />
  )
}
