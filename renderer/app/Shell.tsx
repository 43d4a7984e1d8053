import Avatar from '@mui/material/Avatar'
import Box from '@mui/material/Box'
import Tooltip from '@mui/material/Tooltip'
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { Output } from '@shared/contract'
import { useDeskNow } from '../bridge/desk-clock'
import { NavigationContext, type Navigation, type TabKind } from '../bridge/navigation'
import type { Preferences } from '../bridge/preferences'
import { usePreferences } from '../bridge/preferences'
import { Palette } from '../features/find/Palette'
import { AskDialog, type AskingStart } from '../features/playbooks/AskDialog'
import { ActDialog } from '../ui/ActDialog'
import { FindBox } from './FindBox'
import { KeySheet } from './KeySheet'
import { Pages } from './Pages'
import { Rail } from './Rail'
import { fetchLikelyPages, routes, type Place } from './routes'
import { StatusBar } from './StatusBar'
import { TabStrip } from './TabStrip'
import { tabKey, type Tab } from './tabs'
import { useShellKeys } from './use-shell-keys'
import { useTabs } from './use-tabs'
import { useUndoLastAct } from './use-undo-last-act'

interface ShellProps {
  readonly status: Output<'desk.status'>
  readonly kept: Preferences
}

const offered: ReadonlySet<Place> = new Set(Object.values(routes).map((route) => route.place))
const homeOfPlace: Readonly<Record<Place, TabKind>> = { home: 'home', tickets: 'tickets', learners: 'learners', activities: 'activities', outbox: 'outbox', imports: 'imports', checks: 'checks', settings: 'settings' }

function initialsOf(name: string): string {
  const words = name.trim().split(/[\s._-]+/)
  return `${words[0]?.[0] ?? ''}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`.toUpperCase()
}

/** The window around the pages: rail, tabs, find, status bar; palette, sheet of keys and undo from anywhere. */
export function Shell({ status, kept }: ShellProps): ReactNode {
  const { state, dispatch, navigation: tabs } = useTabs(kept)
  const { letterKeys } = usePreferences()
  const now = useDeskNow() ?? status.now
  const [palette, setPalette] = useState(false)
  const [asking, setAsking] = useState<AskingStart>()
  const navigation = useMemo<Navigation>(() => ({ ...tabs, ask: (learnerId) => setAsking({ learnerId }) }), [tabs])
  const [sheet, setSheet] = useState(false)
  const [listed, setListed] = useState(false)
  const [leaving, setLeaving] = useState<Tab>()
  const undo = useUndoLastAct()
  useEffect(fetchLikelyPages, [])

  const front = state.tabs.find((tab) => tabKey(tab) === state.front)
  // Beside an open learner a question is about that record.
  const beside: AskingStart = front?.kind === 'learner' ? { learnerId: front.id } : {}
  const close = useCallback(
    (tab: Tab) => {
      if (tab.unsaved) setLeaving(tab)
      else dispatch({ type: 'close', key: tabKey(tab) })
    },
    [dispatch],
  )
  const go = useCallback((place: Place) => navigation.openRecord({ kind: homeOfPlace[place], id: '' }), [navigation])
  useShellKeys({
    find: () => setPalette(true),
    ask: () => setAsking(beside),
    sheet: () => setSheet(true),
    undo,
    closeTab: () => (front === undefined ? undefined : close(front)),
    reopenTab: () => dispatch({ type: 'reopen' }),
    allTabs: () => setListed(true),
    nthTab: (index) => {
      const tab = index === 8 ? state.tabs.at(-1) : state.tabs[index]
      if (tab !== undefined) dispatch({ type: 'bringToFront', key: tabKey(tab) })
    },
    stepTab: (by) => {
      const at = state.tabs.findIndex((tab) => tabKey(tab) === state.front)
      const tab = state.tabs[(at + by + state.tabs.length) % state.tabs.length]
      if (tab !== undefined) dispatch({ type: 'bringToFront', key: tabKey(tab) })
    },
    moveTab: (by) => dispatch({ type: 'move', key: state.front, by }),
    settings: () => go('settings'),
  })
  const badges = useMemo(
    () => ({
      outbox: { count: status.mailFailed, urgent: true, words: `${status.mailFailed} failed` },
      imports: { count: status.openConflicts, urgent: false, words: `${status.openConflicts} conflicts to decide` },
    }),
    [status.mailFailed, status.openConflicts],
  )

  return (
    <NavigationContext value={navigation}>
      <Box sx={{ display: 'grid', height: '100%', bgcolor: 'background.default', gridTemplateAreas: '"rail strip" "rail page" "rail status"', gridTemplateRows: '40px minmax(0, 1fr) 24px', gridTemplateColumns: { xs: '48px minmax(0, 1fr)', md: '72px minmax(0, 1fr)' } }}>
        <Box component="header" aria-label="Tabs and find" sx={{ gridArea: 'strip', display: 'flex', alignItems: 'center', gap: '8px', pr: '12px', minWidth: 0, borderBottom: '1px solid', borderColor: 'divider' }}>
          <TabStrip state={state} dispatch={dispatch} onClose={close} listed={listed} onList={setListed} />
          <FindBox onOpen={() => setPalette(true)} />
          <Tooltip title={`${status.operator}, all roles`}>
            <Avatar aria-label={`At the desk: ${status.operator}`} role="img" sx={{ width: 28, height: 28, fontSize: 11, fontWeight: 600, bgcolor: 'text.secondary', color: 'background.paper' }}>
              {initialsOf(status.operator)}
            </Avatar>
          </Tooltip>
        </Box>
        <Rail here={front === undefined ? undefined : routes[front.kind]?.place} offered={offered} badges={badges} onGo={go} />
        <Pages state={state} dispatch={dispatch} />
        <StatusBar status={status} now={now} onOutbox={() => go('outbox')} onKeys={() => setSheet(true)} />
      </Box>
      <Palette open={palette} portals={status.portals} onClose={() => setPalette(false)} onUndo={undo} onKeys={() => setSheet(true)} onAsk={(playbookId) => setAsking({ ...beside, ...(playbookId === undefined ? {} : { playbookId }) })} />
      <AskDialog start={asking} onClose={() => setAsking(undefined)} />
      <KeySheet open={sheet} onClose={() => setSheet(false)} letters={letterKeys} />
      <ActDialog
        open={leaving !== undefined}
        title={`Close ${leaving?.title ?? ''}`}
        verb="Close and discard"
        cancelWord="Keep open"
        width={440}
        onClose={() => setLeaving(undefined)}
        onConfirm={() => {
          if (leaving !== undefined) dispatch({ type: 'close', key: tabKey(leaving) })
          setLeaving(undefined)
        }}
      >
        <Box sx={{ px: '24px', py: '16px' }}>This tab holds a draft that is not saved. Closing it discards the draft; the record itself stays as it is.</Box>
      </ActDialog>
    </NavigationContext>
  )
}
