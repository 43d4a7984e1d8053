import EventBusyOutlined from '@mui/icons-material/EventBusyOutlined'
import EventOutlined from '@mui/icons-material/EventOutlined'
import Box from '@mui/material/Box'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useState, type ReactNode } from 'react'
import { civilDateIn } from '@shared/model/instant'
import { useDeskNow } from '../../bridge/desk-clock'
import type { PageProps } from '../../bridge/navigation'
import { usePageAct } from '../../bridge/use-page-act'
import { useTab } from '../../bridge/use-tab'
import { FactChip } from '../../ui/FactChip'
import { SkeletonRows } from '../../ui/SkeletonRows'
import { StateBanner } from '../../ui/StateBlock'
import { RefusalBlock } from '../../words/RefusalBlock'
import { dayWords } from '../../words/time-words'
import { ActivityDetails } from './ActivityDetails'
import { ActivityHeader } from './ActivityHeader'
import { useActivity, type Activity } from './api'
import { SessionsTable } from './SessionsTable'

const parts = ['details', 'sessions'] as const
type Part = (typeof parts)[number]

/** One activity as the platform sent it: its details, its designated credits, its sessions. Read only. */
export function ActivityPage({ id, act, onActTaken }: PageProps): ReactNode {
  const activity = useActivity(id)
  const now = useDeskNow()
  const { data } = activity
  const [part, setPart] = useState<Part>('details')
  const [session, setSession] = useState<string>()
  useTab('activity', id, data?.title)
  usePageAct({ act, onActTaken }, (taken) => {
    if (taken.subject === undefined) return
    setPart('sessions')
    setSession(taken.subject)
  })

  if (activity.error !== null) return <RefusalBlock method="activities.open" refusal={activity.error.refusal} onAgain={() => void activity.refetch()} />
  if (data === undefined || now === undefined) return <SkeletonRows tracks={['minmax(180px, 1fr)', '96px', '72px', '108px', '200px']} rows={8} label="Loading the activity" />
  return (
    <>
      <ActivityHeader activity={data} chip={<ExpiryChip activity={data} today={civilDateIn(now, data.zone)} />} />
      <Tabs value={part} onChange={(_event, value: string) => setPart(parts.find((known) => known === value) ?? 'details')} aria-label="Parts of the activity" sx={{ px: '8px', borderBottom: '1px solid', borderColor: 'divider', flexShrink: 0 }}>
        <Tab id={`${id}-tab-details`} aria-controls={`${id}-part`} value="details" label="Details and credits" disableRipple />
        <Tab
          id={`${id}-tab-sessions`}
          aria-controls={`${id}-part`}
          value="sessions"
          disableRipple
          label={
            <span>
              Sessions and event codes
              <Box component="span" className="figures" sx={{ ml: '6px', fontSize: 11, fontWeight: 500, color: 'text.tertiary' }}>
                {data.sessions.length.toLocaleString('en-US')}
              </Box>
            </span>
          }
        />
      </Tabs>
      <StateBanner kind="readOnly">Activities are read here; the next import brings their changes. Values can be selected and copied.</StateBanner>
      <Box id={`${id}-part`} role="tabpanel" aria-labelledby={`${id}-tab-${part}`} sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
        {part === 'details' ? <ActivityDetails activity={data} /> : <SessionsTable sessions={data.sessions} zone={data.zone} shown={session} />}
      </Box>
    </>
  )
}

/** Expired from the day after its expiration date, in its portal's zone. */
function ExpiryChip({ activity, today }: { readonly activity: Activity; readonly today: string }): ReactNode {
  const until = activity.fields.find((field) => field.field === 'expiration_date')?.value ?? ''
  if (until === '') return null
  return until < today ? (
    <FactChip tone="warning" icon={EventBusyOutlined}>
      Expired {dayWords(until)}
    </FactChip>
  ) : (
    <FactChip tone="success" icon={EventOutlined}>
      Until {dayWords(until)}
    </FactChip>
  )
}
