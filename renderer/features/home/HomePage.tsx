import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useRef, type ReactNode } from 'react'
import { civilDateIn } from '@shared/model/instant'
import { useDeskNow } from '../../bridge/desk-clock'
import { useOpenRecord } from '../../bridge/navigation'
import { usePaneSizes } from '../../bridge/preferences'
import { ResizablePanes } from '../../ui/ResizablePanes'
import { SkeletonRows } from '../../ui/SkeletonRows'
import { deskOpening } from '../../words/desk-hours'
import { RefusalBlock } from '../../words/RefusalBlock'
import { moreTimeWords, longDayWords, timeWords, zoneWords } from '../../words/time-words'
import { useHome, useStatus, type Home, type Status } from './api'
import { Figures, type FigureLink } from './Figures'
import { HomeTable } from './HomeTable'
import { MachinePane } from './MachinePane'
import { WeekChart } from './WeekChart'

/** The day at a glance: what is late, what is broken, what waits. */
export function HomePage(): ReactNode {
  const home = useHome()
  const status = useStatus()
  if (status.data === undefined) return null
  return (
    <>
      <DayHead status={status.data} />
      {home.error !== null ? <RefusalBlock method="desk.home" refusal={home.error.refusal} onAgain={() => void home.refetch()} /> : home.data === undefined ? <HomeSkeleton /> : <HomeBody home={home.data} status={status.data} />}
    </>
  )
}

function DayHead({ status }: { readonly status: Status }): ReactNode {
  const now = useDeskNow() ?? status.now
  const portal = status.portals[0]
  const zone = portal?.zone ?? 'UTC'
  const opening = portal === undefined ? undefined : deskOpening(now, portal)
  const desk = opening === undefined || portal === undefined ? '' : opening.kind === 'open' ? `, the ${portal.shortName} desk is open for ${moreTimeWords(opening.minutesLeft)}` : opening.today ? `, the ${portal.shortName} desk opens at ${opening.opens}` : `, the ${portal.shortName} desk is closed today`
  return (
    <Box sx={{ display: 'flex', alignItems: 'baseline', gap: '12px', px: '16px', py: '10px', borderBottom: '1px solid', borderColor: 'divider', flexShrink: 0, minWidth: 0 }}>
      <Typography variant="recordName" noWrap sx={{ flexShrink: 0 }}>
        {longDayWords(civilDateIn(now, zone))}
      </Typography>
      <Typography noWrap sx={{ color: 'text.secondary' }}>
        {`${timeWords(now, zone)} ${zoneWords(zone)}${desk}`}
      </Typography>
    </Box>
  )
}

function HomeBody({ home, status }: { readonly home: Home; readonly status: Status }): ReactNode {
  const openRecord = useOpenRecord()
  const now = useDeskNow() ?? status.now
  const zone = status.portals[0]?.zone ?? 'UTC'
  const stacked = useMediaQuery('(max-width: 1099px)')
  const { sizes, keep } = usePaneSizes('home')
  const failing = useRef<HTMLDivElement>(null)
  const waiting = useRef<HTMLDivElement>(null)
  const recent = useRef<HTMLDivElement>(null)
  const follow = (link: FigureLink): void => {
    const section = { failing, waiting, recent }
    if (link === 'outbox' || link === 'drafts') openRecord({ kind: 'outbox', id: '' })
    else if (link === 'conflicts') openRecord({ kind: 'imports', id: '' })
    else {
      const element = section[link].current
      element?.scrollIntoView({ block: 'start' })
      ;(element?.querySelector<HTMLElement>('[data-line]') ?? element)?.focus({ preventScroll: true })
    }
  }
  const lists = (
    <Box sx={{ flex: stacked ? 'none' : 1, minHeight: 0, overflow: stacked ? 'visible' : 'auto', display: 'flex', flexDirection: 'column' }}>
      <HomeTable ref={failing} title="To mend" note="each row says why and offers the one act" rows={home.failing} total={home.figures.failing + home.figures.conflicts + home.figures.flagged} heads={{ time: 'Since', what: 'Why' }} first="state" now={now} zone={zone} empty="Nothing to mend. Refused mails, conflicts and flagged records would stand here." offersAct />
      <HomeTable ref={waiting} title="Waiting" note="longest first" rows={home.waiting} total={home.figures.ticketsWaiting + home.figures.mailWaiting + home.figures.drafts} heads={{ time: 'Since', what: 'What' }} first="time" now={now} zone={zone} empty="Nothing waits." />
      <HomeTable ref={recent} title="Done lately" note="newest first" rows={home.recent} heads={{ time: 'When', what: 'What' }} first="time" now={now} zone={zone} empty={status.learners === 0 ? 'No records are here yet. Import an exchange folder: Ctrl K, then “import”.' : 'Nothing was done on this desk yet. Find a learner with Ctrl K.'} />
    </Box>
  )
  const side = (
    <Box sx={{ flex: stacked ? 'none' : 1, minHeight: 0, overflow: stacked ? 'visible' : 'auto' }}>
      <WeekChart weeks={home.claimsByWeek} />
      <MachinePane status={status} now={now} zone={zone} />
    </Box>
  )
  if (stacked) {
    return (
      <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto' }} tabIndex={-1}>
        <Figures home={home} onFollow={follow} />
        {lists}
        {side}
      </Box>
    )
  }
  return (
    <>
      <Figures home={home} onFollow={follow} />
      <ResizablePanes
        id="home-panes"
        sizes={sizes}
        onSizes={keep}
        panes={[
          { id: 'lists', label: 'Lists', content: lists, least: 480 },
          { id: 'side', label: 'Figures by week and this machine', content: side, usual: 408, least: 300, most: 640 },
        ]}
      />
    </>
  )
}

function HomeSkeleton(): ReactNode {
  return (
    <>
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: 'repeat(3, 1fr)', md: 'repeat(6, 1fr)' }, borderBottom: '1px solid', borderColor: 'divider' }}>
        {Array.from({ length: 6 }, (_, index) => (
          <Box key={index} sx={{ px: '16px', py: '12px', height: 90, boxSizing: 'border-box' }}>
            <Skeleton width="60%" height={12} />
            <Skeleton width={32} height={22} sx={{ mt: '10px' }} />
          </Box>
        ))}
      </Box>
      <SkeletonRows tracks={['128px', '64px', '168px', '1fr']} rows={8} label="Loading Home" />
    </>
  )
}
