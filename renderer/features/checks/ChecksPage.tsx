import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useState, type ReactNode } from 'react'
import type { Output } from '@shared/contract'
import { useDeskNow } from '../../bridge/desk-clock'
import { useOpenRecord, type PageProps } from '../../bridge/navigation'
import { usePaneSizes } from '../../bridge/preferences'
import { usePageAct } from '../../bridge/use-page-act'
import { DataTable } from '../../ui/DataTable'
import { FilterSelect } from '../../ui/FilterSelect'
import { Progress } from '../../ui/Progress'
import { ResizablePanes } from '../../ui/ResizablePanes'
import { SkeletonRows } from '../../ui/SkeletonRows'
import { rowLines } from '../../ui/table-types'
import { ToolbarButton } from '../../ui/ToolbarButton'
import { checkKindWords } from '../../words/check-kind-words'
import { RefusalBanner, RefusalBlock } from '../../words/RefusalBlock'
import { nearInstantWords } from '../../words/time-words'
import { useCheckActs, useCheckOverview, useFindings, useStatus, type CheckRun, type FindingKind, type FindingState } from './api'
import { fixPlace } from './check-words'
import { checkColumns, checkTracks } from './check-columns'
import { ChecksEmpty } from './ChecksEmpty'
import { FindingPane } from './FindingPane'

const stateOptions = [
  { value: 'open', label: 'open' },
  { value: 'accepted', label: 'accepted' },
  { value: 'gone', label: 'gone' },
] as const

type Overview = Output<'checks.overview'>

const runs = (run: CheckRun | null): boolean => run?.state === 'running' || run?.state === 'cancelling'

/** The kinds to choose from, each with how many of it stand. */
function kindOptions(overview: Overview, state: FindingState): readonly { readonly value: FindingKind | 'any'; readonly label: string }[] {
  const counted = overview.kinds.map(({ kind, open, accepted }) => ({ kind, count: state === 'accepted' ? accepted : open }))
  return [{ value: 'any', label: 'any' }, ...counted.map(({ kind, count }) => ({ value: kind, label: state === 'gone' ? checkKindWords[kind] : `${checkKindWords[kind]} (${count.toLocaleString('en-US')})` }))]
}

function summary(overview: Overview): string {
  const sum = (gravity: 'wrong' | 'to_look_at'): number => overview.kinds.filter((kind) => kind.gravity === gravity).reduce((total, kind) => total + kind.open, 0)
  if (overview.completeAt === null) return ''
  const wrong = sum('wrong')
  return `${wrong === 0 ? 'Nothing wrong' : `${wrong.toLocaleString('en-US')} wrong`}, ${sum('to_look_at').toLocaleString('en-US')} to look at when the learner is next in touch`
}

/** What the whole-record checker found: the list, and the chosen finding with its fix. */
export function ChecksPage({ act, onActTaken }: PageProps): ReactNode {
  const [state, setState] = useState<FindingState>('open')
  const [kind, setKind] = useState<FindingKind | 'any'>('any')
  const [portal, setPortal] = useState('any')
  const [selected, setSelected] = useState<string>()
  const overview = useCheckOverview()
  const findings = useFindings({ state, ...(kind === 'any' ? {} : { kind }), ...(portal === 'any' ? {} : { portal }) })
  const desk = useStatus()
  const now = useDeskNow()
  const openRecord = useOpenRecord()
  const narrow = useMediaQuery('(max-width: 1099px)')
  const { sizes, keep } = usePaneSizes('checks')
  const { start, cancel } = useCheckActs()

  usePageAct({ act, onActTaken }, (taken) => {
    setState('open')
    setKind('any')
    setPortal('any')
    setSelected(taken.subject)
  })

  const failed = overview.error ?? null
  if (failed !== null) return <RefusalBlock wholePage method="checks.overview" refusal={failed.refusal} onAgain={() => void overview.refetch()} />
  if (findings.error !== null) return <RefusalBlock wholePage method="checks.list" refusal={findings.error.refusal} onAgain={findings.again} />
  const portals = desk.data?.portals ?? []
  const zone = portals[0]?.zone ?? 'UTC'
  const { rows } = findings
  const latest = overview.data?.latest ?? null
  const running = runs(latest)
  const current = rows?.find((row) => row.id === selected) ?? rows?.[0]
  const filtered = kind !== 'any' || portal !== 'any'
  const clear = (): void => {
    setKind('any')
    setPortal('any')
  }
  const portalName = (key: string): string => portals.find((one) => one.key === key)?.name ?? key

  const list =
    rows === undefined || now === undefined || overview.data === undefined ? (
      <SkeletonRows tracks={checkTracks} rows={12} label="Loading the findings" />
    ) : rows.length === 0 ? (
      <ChecksEmpty state={state} filtered={filtered} checked={overview.data.completeAt !== null} running={running} onClear={clear} onStart={() => void start.run({})} />
    ) : (
      <DataTable
        label="Findings"
        columns={checkColumns(now, zone, narrow)}
        {...(narrow ? { rowHeight: 48 as const } : {})}
        lines={rowLines(rows, (row) => row.id)}
        selected={current?.id}
        onSelect={setSelected}
        onOpen={(row, beside) => {
          const place = fixPlace(row)
          if (place !== undefined) openRecord(place.target, { title: place.title, beside, ...(place.act === undefined ? {} : { act: place.act }) })
        }}
        onEnd={findings.readMore}
        ownsKeys
        footer={findings.more ? `${rows.length.toLocaleString('en-US')} of ${findings.total.toLocaleString('en-US')} read; more come as you go down.` : undefined}
      />
    )

  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: '12px', px: '16px', py: '10px', flexShrink: 0 }}>
        <Typography variant="recordName">Checks</Typography>
        <Typography role="status" noWrap className="figures" sx={{ color: 'text.secondary', flex: 1 }}>
          {overview.data === undefined ? '' : summary(overview.data)}
        </Typography>
        <ToolbarButton look="frame" tall icon={FactCheckOutlined} disabled={running || start.pending} onClick={() => void start.run({})}>
          Check the whole record
        </ToolbarButton>
      </Box>
      <Box role="group" aria-label="Filters" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', px: '16px', pb: '10px', flexShrink: 0, borderBottom: '1px solid', borderColor: 'divider' }}>
        <FilterSelect label="Findings" value={state} options={stateOptions} onValue={setState} />
        <FilterSelect label="Kind" value={kind} options={overview.data === undefined ? [{ value: 'any', label: 'any' }] : kindOptions(overview.data, state)} onValue={setKind} />
        <FilterSelect label="Portal" value={portal} options={[{ value: 'any', label: 'any' }, ...portals.map((known) => ({ value: known.key, label: known.name }))]} onValue={setPortal} />
        {filtered ? (
          <ToolbarButton look="act" onClick={clear}>
            Clear filters
          </ToolbarButton>
        ) : null}
        <Typography variant="meta" noWrap sx={{ color: 'text.tertiary', ml: 'auto' }}>
          {now === undefined || overview.data?.completeAt == null ? 'not checked yet' : `checked ${nearInstantWords(overview.data.completeAt, now, zone)}`}, by itself every night
        </Typography>
      </Box>
      {running && latest !== null ? (
        <Box sx={{ px: '16px', borderBottom: '1px solid', borderColor: 'divider', flexShrink: 0 }}>
          <Progress
            label={`Checking ${latest.learners.toLocaleString('en-US')} learners and ${latest.claims.toLocaleString('en-US')} claims`}
            done={latest.total === 0 ? 0 : latest.done / latest.total}
            detail={`${latest.found.toLocaleString('en-US')} found so far`}
            onCancel={() => void cancel.run({})}
            cancelling={latest.state === 'cancelling' || cancel.pending}
          />
        </Box>
      ) : null}
      {start.answer?.ok === false ? <RefusalBanner method="checks.start" refusal={start.answer.error} /> : null}
      <ResizablePanes
        id="checks-panes"
        sizes={sizes}
        onSizes={keep}
        panes={[
          { id: 'list', label: 'Findings', content: list, least: narrow ? 280 : 420 },
          ...(current === undefined || now === undefined ? [] : [{ id: 'finding', label: 'Finding', usual: 376, least: 300, most: 640, content: <FindingPane key={current.id} finding={current} now={now} zone={zone} portalName={portalName(current.portal)} /> }]),
        ]}
      />
    </>
  )
}
