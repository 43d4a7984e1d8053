import EventBusyOutlined from '@mui/icons-material/EventBusyOutlined'
import FilterListOutlined from '@mui/icons-material/FilterListOutlined'
import MenuBookOutlined from '@mui/icons-material/MenuBookOutlined'
import SearchOffOutlined from '@mui/icons-material/SearchOffOutlined'
import Box from '@mui/material/Box'
import InputAdornment from '@mui/material/InputAdornment'
import OutlinedInput from '@mui/material/OutlinedInput'
import Typography from '@mui/material/Typography'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useDeferredValue, useState, type ReactNode } from 'react'
import { useOpenRecord } from '../../bridge/navigation'
import { usePreferences } from '../../bridge/preferences'
import { useContextMenu } from '../../ui/ContextMenu'
import { DataTable } from '../../ui/DataTable'
import { FilterSelect } from '../../ui/FilterSelect'
import { recordMenu } from '../../ui/list-menu'
import { SkeletonRows } from '../../ui/SkeletonRows'
import { EmptyBlock } from '../../ui/StateBlock'
import { StateWord } from '../../ui/StateWord'
import { rowLines, type Column } from '../../ui/table-types'
import { ToolbarButton } from '../../ui/ToolbarButton'
import { RefusalBlock } from '../../words/RefusalBlock'
import { dayWords, instantWords, utcWords } from '../../words/time-words'
import { formatWords } from './activity-words'
import { useActivities, useStatus, type ActivityRow } from './api'
import { CreditList } from './CreditList'

const runOptions = [
  { value: 'any', label: 'any' },
  { value: 'current', label: 'not expired' },
  { value: 'expired', label: 'expired' },
] as const
type Run = (typeof runOptions)[number]['value']

const tracks = { title: 'minmax(160px, 1fr)', portal: 'minmax(110px, 136px)', format: 'minmax(110px, 168px)', runs: '182px', credits: 'minmax(276px, 300px)', claims: '60px' } as const

function columnsFor(zones: ReadonlyMap<string, string>, narrow: boolean): readonly Column<ActivityRow>[] {
  const runs: Column<ActivityRow> = { id: 'runs', head: 'Runs', track: tracks.runs, cell: (row) => <Runs row={row} zone={zones.get(row.portalName) ?? 'UTC'} /> }
  const claims: Column<ActivityRow> = { id: 'claims', head: 'Claims', track: tracks.claims, align: 'right', cell: (row) => (row.claims === 0 ? <Box component="span" sx={{ color: 'text.tertiary' }}>0</Box> : row.claims.toLocaleString('en-US')) }
  const title: Column<ActivityRow> = {
    id: 'title',
    head: 'Title',
    track: tracks.title,
    naming: true,
    cell: (row) => (
      <span title={`${row.title}, ${row.externalId}`}>
        {row.title}
        {narrow ? (
          <Box component="span" sx={{ display: 'block', fontSize: 12, lineHeight: '16px', fontWeight: 400, color: 'text.tertiary', overflow: 'hidden', textOverflow: 'ellipsis' }}>
            {row.portalShortName} · {formatWords(row.format, row.delivery)}
          </Box>
        ) : null}
      </span>
    ),
  }
  const credits: Column<ActivityRow> = { id: 'credits', head: 'Designated', track: tracks.credits, cell: (row) => <CreditList credits={row.credits} /> }
  if (narrow) return [title, runs, credits, claims]
  return [
    title,
    { id: 'portal', head: 'Portal', track: tracks.portal, cell: (row) => <span title={row.portalName}>{row.portalShortName}</span> },
    { id: 'format', head: 'Format', track: tracks.format, cell: (row) => <span title={formatWords(row.format, row.delivery)}>{formatWords(row.format, row.delivery)}</span> },
    runs,
    credits,
    claims,
  ]
}

function Runs({ row, zone }: { readonly row: ActivityRow; readonly zone: string }): ReactNode {
  if (row.expired && row.expiresOn !== null) {
    return (
      <StateWord tone="neutral" icon={EventBusyOutlined}>
        expired {dayWords(row.expiresOn)}
      </StateWord>
    )
  }
  if (row.expiresOn !== null) return `until ${dayWords(row.expiresOn)}`
  if (row.startsAt !== null) return <span title={utcWords(row.startsAt)}>{instantWords(row.startsAt, zone)}</span>
  return (
    <Box component="span" sx={{ color: 'text.tertiary' }}>
      no day named
    </Box>
  )
}

/** The activities of all portals by title, each opening in its own tab. */
export function ActivitiesPage(): ReactNode {
  const [portal, setPortal] = useState('any')
  const [run, setRun] = useState<Run>('any')
  const [text, setText] = useState('')
  const wanted = useDeferredValue(text).trim()
  const [selected, setSelected] = useState<string>()
  const narrow = useMediaQuery('(max-width: 1099px)')
  const { density } = usePreferences()
  const desk = useStatus()
  const openRecord = useOpenRecord()
  const activities = useActivities({
    ...(portal === 'any' ? {} : { portal }),
    ...(wanted === '' ? {} : { text: wanted }),
    ...(run === 'any' ? {} : { expired: run === 'expired' }),
  })

  const { rows } = activities
  const portals = desk.data?.portals ?? []
  const filtered = portal !== 'any' || run !== 'any' || wanted !== ''
  const clear = (): void => {
    setPortal('any')
    setRun('any')
    setText('')
  }
  const context = useContextMenu()
  if (activities.error !== null) return <RefusalBlock method="activities.list" refusal={activities.error.refusal} onAgain={activities.again} />

  const open = (row: ActivityRow, beside: boolean): void => openRecord({ kind: 'activity', id: row.id }, { title: row.title, beside })
  const list =
    rows === undefined || desk.data === undefined ? (
      <SkeletonRows tracks={Object.values(tracks)} rows={14} label="Loading the activities" />
    ) : rows.length > 0 ? (
      <DataTable
        label="Activities"
        columns={columnsFor(new Map(portals.map((known) => [known.name, known.zone])), narrow)}
        lines={rowLines(rows, (row) => row.id)}
        rowHeight={narrow ? 48 : density === 'compact' ? 32 : 36}
        selected={selected ?? rows[0]?.id}
        onSelect={setSelected}
        onOpen={open}
        onContextMenu={(row, event) => context.open(event, recordMenu({ what: 'activity', number: row.externalId, onOpen: (beside) => open(row, beside) }))}
        onEnd={activities.readMore}
        ownsKeys
        footer={activities.more ? `${rows.length.toLocaleString('en-US')} of ${activities.total.toLocaleString('en-US')} read; more come as you go down.` : undefined}
      />
    ) : filtered ? (
      <EmptyBlock
        icon={SearchOffOutlined}
        title="No activity fits these filters"
        acts={
          <ToolbarButton look="frame" tall onClick={clear}>
            Clear filters
          </ToolbarButton>
        }
      >
        The title filter takes the beginnings of words, or an activity’s number.
      </EmptyBlock>
    ) : (
      <EmptyBlock
        icon={MenuBookOutlined}
        title="No activities yet"
        acts={
          <ToolbarButton look="main" tall onClick={() => openRecord({ kind: 'imports', id: '' })}>
            Import a folder
          </ToolbarButton>
        }
      >
        Activities come with an exchange folder of the platform. A dry run comes first and changes nothing.
      </EmptyBlock>
    )

  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: '12px', px: '16px', py: '10px', flexShrink: 0 }}>
        <Typography variant="recordName">Activities</Typography>
        <Typography role="status" noWrap className="figures" sx={{ color: 'text.secondary', flex: 1 }}>
          {rows === undefined ? '' : filtered ? `${activities.total.toLocaleString('en-US')} of ${(desk.data?.activities ?? activities.total).toLocaleString('en-US')} fit` : `${activities.total.toLocaleString('en-US')} on this desk`}
        </Typography>
      </Box>
      <Box role="group" aria-label="Filters" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', px: '16px', pb: '10px', flexShrink: 0, borderBottom: '1px solid', borderColor: 'divider' }}>
        <OutlinedInput
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder="Title or number"
          inputProps={{ 'aria-label': 'Title or number', spellCheck: false, maxLength: 400 }}
          startAdornment={
            <InputAdornment position="start">
              <FilterListOutlined />
            </InputAdornment>
          }
          sx={{ width: 240, minHeight: 28, '& input': { py: '3px', pl: 0 } }}
        />
        <FilterSelect label="Portal" value={portal} options={[{ value: 'any', label: 'any' }, ...portals.map((known) => ({ value: known.key, label: known.name }))]} onValue={setPortal} />
        <FilterSelect label="Expiry" value={run} options={runOptions} onValue={setRun} />
        {filtered ? (
          <ToolbarButton look="act" onClick={clear}>
            Clear filters
          </ToolbarButton>
        ) : null}
      </Box>
      {list}
      {context.menu}
    </>
  )
}
