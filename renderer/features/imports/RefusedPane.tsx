import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined'
import FilterListOutlined from '@mui/icons-material/FilterListOutlined'
import Box from '@mui/material/Box'
import InputAdornment from '@mui/material/InputAdornment'
import Link from '@mui/material/Link'
import OutlinedInput from '@mui/material/OutlinedInput'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useDeferredValue, useEffect, useState, type ReactNode } from 'react'
import { useOpenRecord } from '../../bridge/navigation'
import type { Command } from '../../bridge/use-command'
import { DataTable } from '../../ui/DataTable'
import { DefinitionList } from '../../ui/DefinitionList'
import { PaneHead } from '../../ui/PaneHead'
import { SkeletonRows } from '../../ui/SkeletonRows'
import { EmptyBlock } from '../../ui/StateBlock'
import { rowLines, type Column } from '../../ui/table-types'
import { ToolbarButton } from '../../ui/ToolbarButton'
import { useToasts } from '../../ui/toast-context'
import { RefusalBanner, RefusalBlock } from '../../words/RefusalBlock'
import { useRefusedRows, type Import, type RefusedRow } from './api'
import { countWords, isUnderWay, refusedWords } from './import-words'

const tracks = { file: '144px', line: '56px', column: '160px', value: '160px', reason: 'minmax(200px, 1fr)' } as const
const narrowTracks = { file: '110px', line: '40px', column: '110px', value: '100px', reason: 'minmax(140px, 1fr)' } as const
const wholeFile = 'File not read:'

function Reason({ words }: { readonly words: string }): ReactNode {
  if (!words.startsWith(wholeFile)) return words
  return (
    <>
      <strong>{wholeFile}</strong>
      {words.slice(wholeFile.length)}
    </>
  )
}

function columnsOf(narrow: boolean, onOpen: (about: NonNullable<RefusedRow['about']>) => void): readonly Column<RefusedRow>[] {
  const track = narrow ? narrowTracks : tracks
  return [
    { id: 'file', head: 'File', track: track.file, cell: (row) => <span title={row.file}>{row.file}</span> },
    { id: 'line', head: 'Line', track: track.line, align: 'right', cell: (row) => (row.line === null ? <Box component="span" sx={{ color: 'text.tertiary' }}>–</Box> : row.line.toLocaleString('en-US')) },
    { id: 'column', head: 'Column', track: track.column, naming: true, cell: (row) => <span title={row.column}>{row.column}</span> },
    {
      id: 'value',
      head: 'Value',
      track: track.value,
      cell: (row) =>
        row.value === '' ? (
          <Box component="span" sx={{ color: 'text.tertiary' }}>
            empty
          </Box>
        ) : (
          <Box component="span" className="identifier" title={row.value} sx={{ display: 'block', maxWidth: 'max-content', px: '6px', border: '1px solid', borderColor: 'divider', borderRadius: '4px', bgcolor: 'desk.subtle', fontSize: 12, overflow: 'hidden', textOverflow: 'ellipsis' }}>
            {row.value}
          </Box>
        ),
    },
    { id: 'reason', head: 'Reason', track: track.reason, cell: (row) => <span title={row.reason}><Reason words={row.reason} /></span> },
    {
      id: 'about',
      head: 'Record',
      track: '92px',
      cell: (row) => {
        const { about } = row
        if (about === null) return null
        return (
          <Link component="button" type="button" tabIndex={-1} onClick={() => onOpen(about)} sx={{ fontSize: 13, lineHeight: '20px' }}>
            {about.kind === 'learner' ? 'Open learner' : 'Open activity'}
          </Link>
        )
      },
    },
  ]
}

function fits(row: RefusedRow, needle: string): boolean {
  return [row.file, row.column, row.value, row.reason, row.line === null ? '' : String(row.line)].some((text) => text.toLowerCase().includes(needle))
}

interface RefusedPaneProps {
  readonly taken: Import
  readonly save: Command<'imports.saveRefused'>
}

/** The rows that were not taken in: where, what stood there, why, and how to mend it. */
export function RefusedPane({ taken, save }: RefusedPaneProps): ReactNode {
  const refused = useRefusedRows(taken.id)
  const openRecord = useOpenRecord()
  const openAbout = (about: NonNullable<RefusedRow['about']>, beside = false): void => openRecord({ kind: about.kind, id: about.id }, { beside })
  const narrow = useMediaQuery('(max-width: 1099px)')
  const [text, setText] = useState('')
  const needle = useDeferredValue(text).trim().toLowerCase()
  const [selected, setSelected] = useState<string>()
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set())
  const { show } = useToasts()
  const { rows, more, readMore } = refused
  // A filter speaks for all rows, so the rest is read while one is set.
  useEffect(() => {
    if (needle !== '' && more) readMore()
  }, [needle, more, readMore])

  if (refused.error !== null) return <RefusalBlock method="imports.refusals" refusal={refused.error.refusal} onAgain={refused.again} />
  if (rows === undefined) return <SkeletonRows tracks={Object.values(tracks)} rows={6} label="Loading the refused rows" />
  if (rows.length === 0) {
    return isUnderWay(taken.state) ? (
      <Box sx={{ p: '16px', color: 'text.secondary' }}>No row was refused so far.</Box>
    ) : (
      <EmptyBlock icon={CheckCircleOutlined} title="No row was refused">
        {taken.dryRun ? 'Every row that was read would be taken in.' : 'Every row that was read went in.'}
      </EmptyBlock>
    )
  }
  const shown = needle === '' ? rows : rows.filter((row) => fits(row, needle))
  const store = async (): Promise<void> => {
    const answer = await save.run({ importId: taken.id })
    if (!answer.ok || !answer.value.saved) return
    show({ message: `${countWords(answer.value.files, 'file', 'files')} of refused rows saved${answer.value.folder === null ? '' : ` in ${answer.value.folder}`}. Mend them there and import that folder.` })
  }
  return (
    <>
      <PaneHead title="Refused" note={needle === '' ? refusedWords(taken.files) : `${shown.length.toLocaleString('en-US')} of ${refused.total.toLocaleString('en-US')} fit`}>
        <OutlinedInput
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder="Filter rows"
          inputProps={{ 'aria-label': 'Filter rows', spellCheck: false }}
          startAdornment={
            <InputAdornment position="start">
              <FilterListOutlined />
            </InputAdornment>
          }
          sx={{ width: narrow ? 140 : 180, minHeight: 28, '& input': { py: '3px', pl: 0 } }}
        />
        <ToolbarButton look="main" icon={FileDownloadOutlined} disabled={save.pending || isUnderWay(taken.state)} onClick={() => void store()}>
          Save refused rows…
        </ToolbarButton>
      </PaneHead>
      {save.answer?.ok === false ? <RefusalBanner method="imports.saveRefused" refusal={save.answer.error} /> : null}
      {shown.length === 0 ? (
        <Box role="status" sx={{ p: '16px', color: 'text.secondary' }}>
          {more ? 'Reading the rest…' : 'No refused row fits this filter. Clear it to see all.'}
        </Box>
      ) : (
        <DataTable
          label="Refused rows"
          columns={columnsOf(narrow, openAbout)}
          lines={rowLines(shown, (row) => row.id)}
          selected={selected}
          onSelect={setSelected}
          onOpen={(row, beside) => row.about !== null && openAbout(row.about, beside)}
          expansion={(row) => <RefusedDetails row={row} />}
          expanded={expanded}
          onExpand={(key, open) => setExpanded((before) => new Set(open ? [...before, key] : [...before].filter((known) => known !== key)))}
          onEnd={readMore}
          ownsKeys
          footer={more ? `${rows.length.toLocaleString('en-US')} of ${refused.total.toLocaleString('en-US')} read; more come as you go down. Save refused rows… has them all.` : undefined}
        />
      )}
    </>
  )
}

function RefusedDetails({ row }: { readonly row: RefusedRow }): ReactNode {
  return (
    <DefinitionList
      termWidth={72}
      entries={[
        { term: 'Where', value: row.line === null ? `${row.file}, the whole file` : `${row.file}, line ${row.line.toLocaleString('en-US')}, ${row.column}` },
        { term: 'Value', value: row.value === '' ? 'empty' : <span style={{ whiteSpace: 'pre-wrap', userSelect: 'text' }}>{row.value}</span> },
        { term: 'Reason', value: row.reason },
      ]}
    />
  )
}
