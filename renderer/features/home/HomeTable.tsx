import Link from '@mui/material/Link'
import { useMemo, useState, type ReactNode, type Ref } from 'react'
import Box from '@mui/material/Box'
import type { Instant } from '@shared/model/instant'
import { useOpenRecord } from '../../bridge/navigation'
import { DataTable } from '../../ui/DataTable'
import { PaneHead } from '../../ui/PaneHead'
import { StateWord } from '../../ui/StateWord'
import { ToolbarButton } from '../../ui/ToolbarButton'
import type { Column, TableLine } from '../../ui/table-types'
import { nearInstantWords, utcWords } from '../../words/time-words'
import type { HomeRow } from './api'
import { actWords, kindWords, stateLook, targetOfRow, whatWords } from './row-words'

interface HomeTableProps {
  readonly title: string
  readonly note: string
  readonly rows: readonly HomeRow[]
  /** How many there are in all; the list has the first of them. */
  readonly total?: number
  /** Heads of the time and the what column: "Since" and "What", or "When" and "Why". */
  readonly heads: { readonly time: string; readonly what: string }
  readonly first: 'state' | 'time'
  readonly now: Instant
  readonly zone: string
  readonly empty: string
  readonly offersAct?: boolean
  readonly ref?: Ref<HTMLDivElement>
}

const shownFirst = 6

/** One of Home's lists: a few rows, the rest on demand. */
export function HomeTable({ title, note, rows, total, heads, first, now, zone, empty, offersAct = false, ref }: HomeTableProps): ReactNode {
  const openRecord = useOpenRecord()
  const [all, setAll] = useState(false)
  const [selected, setSelected] = useState<string>()
  const lines = useMemo(
    () => (all ? rows : rows.slice(0, shownFirst)).map((row, index): TableLine<HomeRow> => ({ kind: 'row', key: `${row.kind}-${row.recordId ?? ''}-${String(index)}`, row })),
    [rows, all],
  )
  const open = (row: HomeRow, beside: boolean): void => {
    const { target, options } = targetOfRow(row)
    openRecord(target, { ...options, beside })
  }
  const state: Column<HomeRow> = {
    id: 'state',
    head: 'State',
    track: '104px',
    cell: (row) => {
      const look = stateLook(row)
      return (
        <StateWord tone={look.tone} icon={look.icon}>
          {look.word}
        </StateWord>
      )
    },
  }
  const time: Column<HomeRow> = {
    id: 'time',
    head: heads.time,
    track: '150px',
    cell: (row) => {
      if (row.at === null) return <Box component="span" sx={{ color: 'text.tertiary' }}>–</Box>
      const look = stateLook(row)
      const words = nearInstantWords(row.at, now, zone)
      return (
        <span title={utcWords(row.at)}>
          <StateWord tone={look.tone} icon={look.icon}>
            {words}
          </StateWord>
        </span>
      )
    },
  }
  const columns: readonly Column<HomeRow>[] = [
    first === 'state' ? state : time,
    { id: 'kind', head: 'Kind', track: '56px', cell: (row) => <Box component="span" sx={{ color: 'text.secondary' }}>{kindWords[row.kind]}</Box> },
    { id: 'who', head: 'Who', track: first === 'state' ? 'minmax(110px, 160px)' : 'minmax(110px, 208px)', naming: true, cell: (row) => (row.who === '' ? <Box component="span" sx={{ color: 'text.tertiary', fontWeight: 400 }}>no learner matched</Box> : <span {...(row.who.includes('@') ? { className: 'whole' } : { title: row.who })}>{row.who}</span>) },
    {
      id: 'what',
      head: heads.what,
      track: 'minmax(140px, 1fr)',
      cell: (row) => (
        <Box component="span" sx={{ display: 'flex' }}>
          <Box component="span" title={whatWords(row)} sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
            {whatWords(row)}
          </Box>
          {/* A time is a number: it stays whole when the words before it do not fit. */}
          {first === 'state' && row.at !== null ? <Box component="span" title={utcWords(row.at)} sx={{ flexShrink: 0, color: 'text.tertiary' }}>{`, ${nearInstantWords(row.at, now, zone)}`}</Box> : null}
        </Box>
      ),
    },
    ...(offersAct
      ? [
          {
            id: 'act',
            head: 'Act',
            track: '96px',
            cell: (row: HomeRow) => (
              <Link component="button" type="button" tabIndex={-1} onClick={() => open(row, false)} sx={{ fontSize: 13, lineHeight: '20px' }}>
                {actWords[row.kind]}
              </Link>
            ),
          },
        ]
      : []),
  ]
  return (
    <Box component="section" ref={ref} tabIndex={-1} aria-label={title} sx={{ flexShrink: 0 }}>
      <PaneHead title={title} note={note}>
        {rows.length > shownFirst ? (
          <ToolbarButton onClick={() => setAll(!all)}>{all ? 'Show fewer' : total === undefined || total <= rows.length ? `Show all ${rows.length}` : `Show ${rows.length} of ${total.toLocaleString('en-US')}`}</ToolbarButton>
        ) : null}
      </PaneHead>
      {rows.length === 0 ? (
        <Box sx={{ px: '16px', py: '12px', color: 'text.secondary', borderBottom: '1px solid', borderColor: 'divider' }}>{empty}</Box>
      ) : (
        <DataTable label={title} columns={columns} lines={lines} rowHeight={32} natural selected={selected} onSelect={setSelected} onOpen={open} />
      )}
    </Box>
  )
}
