import AccessTimeOutlined from '@mui/icons-material/AccessTimeOutlined'
import CallReceivedOutlined from '@mui/icons-material/CallReceivedOutlined'
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Popover from '@mui/material/Popover'
import Typography from '@mui/material/Typography'
import { useId, useState, type ReactNode } from 'react'
import type { Instant } from '@shared/model/instant'
import { useOpenRecord } from '../../bridge/navigation'
import { ToolbarButton } from '../../ui/ToolbarButton'
import { nearInstantWords, utcWords, zoneWords } from '../../words/time-words'
import type { Ticket } from './api'
import { clockLineWords, dueLook, officeTimeWords, weekdaysWords } from './ticket-words'

/** When the reply is due, and on demand how that was counted (H1, M29). */
export function DueButton({ ticket, now }: { readonly ticket: Ticket; readonly now: Instant }): ReactNode {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const openRecord = useOpenRecord()
  const id = useId()
  const { promise, zone, officeHours } = ticket
  const due = dueLook(ticket, now)
  const words = promise.dueAt === null ? due.words : `${promise.state === 'overdue' ? 'Was due' : 'Due'} ${nearInstantWords(promise.dueAt, now, zone)} ${zoneWords(zone)}`
  const days = officeHours.businessDays === 1 ? '1 business day' : `${String(officeHours.businessDays)} business days`
  return (
    <>
      <ToolbarButton look="frame" icon={AccessTimeOutlined} expanded={anchor !== null} onClick={(event) => setAnchor(event.currentTarget)}>
        <span {...(promise.dueAt === null ? {} : { title: utcWords(promise.dueAt) })}>{words}</span>
      </ToolbarButton>
      <Popover open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)} anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }} slotProps={{ paper: { role: 'dialog', 'aria-labelledby': id, sx: { width: 400, maxWidth: 'calc(100vw - 32px)', p: '16px' } } }}>
        <Typography variant="paneTitle" id={id}>
          {promise.dueAt === null ? 'Why the clock stands' : `Why ${nearInstantWords(promise.dueAt, now, zone)} ${zoneWords(zone)}`}
        </Typography>
        <Typography variant="meta" component="p" sx={{ color: 'text.secondary', m: '2px 0 8px' }}>
          {ticket.portalName} promises {days}: {officeTimeWords(promise.promisedMinutes)} of office time, {weekdaysWords(officeHours.weekdays)}, {officeHours.opensAt} to {officeHours.closesAt} {zoneWords(zone)} ({officeHours.rows.join(', ')})
        </Typography>
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
          <ClockRow icon={<CallReceivedOutlined aria-hidden sx={{ color: 'text.secondary' }} />} words={`Received ${nearInstantWords(ticket.receivedAt, now, zone)}`} value="" />
          {ticket.clock.map((line) => {
            const { icon: Icon, words: what, value } = clockLineWords(line, zone)
            return <ClockRow key={line.from} icon={<Icon aria-hidden sx={{ color: line.kind === 'counted' ? 'primary.main' : 'text.secondary' }} />} words={what} value={value} counted={line.kind === 'counted'} />
          })}
        </Box>
        <Box sx={{ display: 'flex', justifyContent: 'space-between', borderTop: '1px solid', borderColor: 'divider', mt: '8px', pt: '8px', fontWeight: 600 }}>
          <span>Counted, {days}</span>
          <span className="figures">{officeTimeWords(promise.promisedMinutes)}</span>
        </Box>
        <Typography variant="meta" component="p" sx={{ color: 'text.secondary', m: '4px 0 0' }}>
          Now {officeTimeWords(promise.usedMinutes)} used, {promise.state === 'overdue' ? `${officeTimeWords(promise.lateMinutes)} late` : `${officeTimeWords(promise.leftMinutes)} left`}. The learner’s zone is not on file.{' '}
          <Link component="button" type="button" onClick={() => openRecord({ kind: 'settings', id: '' })} sx={{ fontSize: 12, verticalAlign: 'baseline' }}>
            Office hours and holidays
          </Link>
        </Typography>
      </Popover>
    </>
  )
}

function ClockRow({ icon, words, value, counted = false }: { readonly icon: ReactNode; readonly words: string; readonly value: string; readonly counted?: boolean }): ReactNode {
  return (
    <Box component="li" sx={{ display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr) max-content', gap: '6px', py: '3px', alignItems: 'start' }}>
      {icon}
      <span>{words}</span>
      <Box component="span" className="figures" sx={{ color: counted ? 'text.primary' : 'text.secondary', fontWeight: counted ? 500 : 400 }}>
        {value}
      </Box>
    </Box>
  )
}
