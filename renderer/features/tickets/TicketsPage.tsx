import AddOutlined from '@mui/icons-material/AddOutlined'
import InboxOutlined from '@mui/icons-material/InboxOutlined'
import Box from '@mui/material/Box'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useCallback, useState, type ReactNode } from 'react'
import { ticketViews, type TicketView } from '@shared/contract/tickets'
import type { TicketChannel } from '@shared/model/field-codes'
import { useDeskNow } from '../../bridge/desk-clock'
import { useOpenRecord, type PageProps } from '../../bridge/navigation'
import { usePaneSizes } from '../../bridge/preferences'
import { usePageAct } from '../../bridge/use-page-act'
import { useTab } from '../../bridge/use-tab'
import { FilterSelect } from '../../ui/FilterSelect'
import { useKeys } from '../../ui/keys'
import { PaneHead } from '../../ui/PaneHead'
import { ResizablePanes, type Pane } from '../../ui/ResizablePanes'
import { SkeletonRows } from '../../ui/SkeletonRows'
import { EmptyBlock } from '../../ui/StateBlock'
import { ToolbarButton } from '../../ui/ToolbarButton'
import { RefusalBlock } from '../../words/RefusalBlock'
import { useStatus, useTicketCounts, useTickets } from './api'
import { NewTicketDialog } from './NewTicketDialog'
import { emptyViewWords, viewLooks } from './ticket-words'
import { TicketLearnerPane } from './TicketLearnerPane'
import { TicketList } from './TicketList'
import { TicketPane } from './TicketPane'
import { ViewsPane } from './ViewsPane'

/** The desk's tickets: views, list, conversation and the learner's record, side by side. */
export function TicketsPage({ act, onActTaken }: PageProps): ReactNode {
  const [view, setView] = useState<TicketView>('all_open')
  const [channel, setChannel] = useState<TicketChannel>()
  const [selected, setSelected] = useState<string>()
  const [creating, setCreating] = useState(false)
  const [unsaved, setUnsaved] = useState(false)
  const counts = useTicketCounts()
  const tickets = useTickets(view, channel)
  const status = useStatus()
  const now = useDeskNow()
  const openRecord = useOpenRecord()
  const viewsInMenu = useMediaQuery('(max-width: 1279px)')
  const narrow = useMediaQuery('(max-width: 1099px)')
  const { sizes, keep } = usePaneSizes(narrow ? 'tickets-narrow' : 'tickets')
  useTab('tickets', '', undefined, unsaved)
  usePageAct({ act, onActTaken }, (taken) => {
    setView('all_open')
    setChannel(undefined)
    setSelected(taken.subject)
  })
  const startNew = useCallback(() => setCreating(true), [])
  useKeys([{ keys: 'n', label: 'New ticket', run: startNew }])

  if (tickets.error !== null) return <RefusalBlock wholePage method="tickets.list" refusal={tickets.error.refusal} onAgain={() => void tickets.refetch()} />
  const rows = tickets.data?.rows
  const current = rows?.some((row) => row.id === selected) === true ? selected : rows?.[0]?.id
  const choose = (next: TicketView, by: TicketChannel | undefined): void => {
    setView(next)
    setChannel(by)
    setSelected(undefined)
  }
  const next = (): void => {
    const at = rows?.findIndex((row) => row.id === current) ?? -1
    setSelected(rows?.[at + 1]?.id)
  }

  const list = (
    <>
      <PaneHead title={viewLooks[view].word} note={tickets.data === undefined ? undefined : tickets.data.total.toLocaleString('en-US')}>
        {viewsInMenu ? <FilterSelect label="View" value={view} options={ticketViews.map((one) => ({ value: one, label: viewLooks[one].word }))} onValue={(one) => choose(one, undefined)} /> : null}
        {viewsInMenu ? (
          <ToolbarButton icon={AddOutlined} label="New ticket" onClick={startNew}>
            New
          </ToolbarButton>
        ) : null}
      </PaneHead>
      {rows === undefined || now === undefined ? (
        <SkeletonRows tracks={['1fr', '96px']} rows={10} label="Loading the tickets" />
      ) : rows.length === 0 ? (
        <EmptyBlock
          icon={InboxOutlined}
          title="Nothing here"
          acts={
            <ToolbarButton look="frame" tall icon={AddOutlined} onClick={startNew}>
              New ticket…
            </ToolbarButton>
          }
        >
          {emptyViewWords[view]}
        </EmptyBlock>
      ) : (
        <TicketList
          label={viewLooks[view].word}
          rows={rows}
          total={tickets.data?.total ?? 0}
          selected={current}
          now={now}
          onSelect={setSelected}
          onOpen={(row, beside) => (row.learnerId === null ? setSelected(row.id) : openRecord({ kind: 'learner', id: row.learnerId }, { title: row.from, beside }))}
        />
      )}
    </>
  )
  const panes: readonly Pane[] = [
    ...(viewsInMenu ? [] : [{ id: 'views', label: 'Views', usual: 192, least: 168, most: 280, content: <ViewsPane counts={counts.data} view={view} channel={channel} onView={choose} onNew={startNew} /> }]),
    { id: 'list', label: 'Tickets', usual: 312, least: 240, most: 560, content: list },
    {
      id: 'ticket',
      label: 'Ticket',
      least: 320,
      content:
        current === undefined || now === undefined ? (
          <Box sx={{ p: '16px', color: 'text.secondary' }}>Select a ticket to read it.</Box>
        ) : (
          <TicketPane id={current} now={now} operator={status.data?.operator ?? ''} onUnsaved={setUnsaved} onSent={next} />
        ),
    },
    ...(narrow || current === undefined ? [] : [{ id: 'learner', label: 'Learner', usual: 312, least: 240, most: 480, content: <TicketLearnerPane id={current} /> }]),
  ]
  return (
    <>
      <h1 className="visually-hidden">Tickets</h1>
      <ResizablePanes id="tickets-panes" sizes={sizes} onSizes={keep} panes={panes} />
      {creating ? (
        <NewTicketDialog
          portals={status.data?.portals ?? []}
          onClose={() => setCreating(false)}
          onCreated={(id) => {
            setCreating(false)
            choose('mine', undefined)
            setSelected(id)
          }}
        />
      ) : null}
    </>
  )
}
