import BackupOutlined from '@mui/icons-material/BackupOutlined'
import CloudDoneOutlined from '@mui/icons-material/CloudDoneOutlined'
import KeyboardOutlined from '@mui/icons-material/KeyboardOutlined'
import OutboxOutlined from '@mui/icons-material/OutboxOutlined'
import ScheduleOutlined from '@mui/icons-material/ScheduleOutlined'
import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import Tooltip from '@mui/material/Tooltip'
import useMediaQuery from '@mui/material/useMediaQuery'
import type { ReactNode } from 'react'
import type { Output } from '@shared/contract'
import type { Instant } from '@shared/model/instant'
import { KeyHint } from '../ui/KeyHint'
import { deskOpening } from '../words/desk-hours'
import { outboxWords } from '../words/mail-words'
import { nearInstantWords, timeWords, utcWords, zoneWords } from '../words/time-words'

type Status = Output<'desk.status'>

interface StatusBarProps {
  readonly status: Status
  readonly now: Instant
  readonly onOutbox: () => void
  readonly onKeys: () => void
}

const part = { display: 'inline-flex', alignItems: 'center', gap: '5px', height: 22, px: '4px', borderRadius: '4px', fontSize: 12, lineHeight: '16px', fontFamily: 'inherit', color: 'text.secondary', whiteSpace: 'nowrap' } as const
const button = { ...part, '&:hover': { bgcolor: 'desk.hover', color: 'text.primary' }, '&.Mui-focusVisible': { outlineOffset: -2 } } as const

/** The window's last line: the store, its back-up, the outbox, the portals' desk clocks, the keys. */
export function StatusBar({ status, now, onOutbox, onKeys }: StatusBarProps): ReactNode {
  const narrow = useMediaQuery('(max-width: 1099px)')
  const wide = useMediaQuery('(min-width: 1600px)')
  const zone = status.portals[0]?.zone ?? 'UTC'
  const waiting = outboxWords(status)
  // One clock for each time of day: the first portal's desk stands for its zone.
  const zones = status.portals.filter((portal, index) => status.portals.findIndex((other) => other.zone === portal.zone) === index)
  const clocks = narrow ? status.portals.slice(0, 1) : wide ? status.portals : zones.slice(0, 3)
  return (
    <Box component="footer" aria-label="Status" sx={{ gridArea: 'status', display: 'flex', alignItems: 'center', gap: '12px', px: '8px', bgcolor: 'background.default', borderTop: '1px solid', borderColor: 'divider', minWidth: 0, overflow: 'hidden' }}>
      <Box component="span" sx={part}>
        <CloudDoneOutlined aria-hidden />
        {status.name}, saved
      </Box>
      <Tooltip title={status.lastBackupAt === null ? '' : utcWords(status.lastBackupAt)}>
        <Box component="span" sx={part}>
          <BackupOutlined aria-hidden />
          {status.lastBackupAt === null ? 'No back-up yet' : `Back-up ${nearInstantWords(status.lastBackupAt, now, zone).replace('Today, ', '')}`}
        </Box>
      </Tooltip>
      {narrow ? null : (
        <ButtonBase sx={button} onClick={onOutbox}>
          <OutboxOutlined aria-hidden />
          {waiting === '' && status.mailFailed === 0 ? 'Outbox empty' : waiting}
          {waiting === '' || status.mailFailed === 0 ? null : ','}
          {status.mailFailed === 0 ? null : (
            <Box component="span" sx={{ color: 'error.main', fontWeight: 500 }}>
              {status.mailFailed} failed
            </Box>
          )}
        </ButtonBase>
      )}
      <Box sx={{ flex: 1 }} />
      {clocks.map((portal, index) => (
        <DeskClock key={portal.key} portal={portal} now={now} first={index === 0} short={narrow} />
      ))}
      <ButtonBase sx={button} onClick={onKeys} aria-keyshortcuts="?">
        <KeyboardOutlined aria-hidden />
        Keys
        <KeyHint keys="?" />
      </ButtonBase>
    </Box>
  )
}

function DeskClock({ portal, now, first, short }: { readonly portal: Status['portals'][number]; readonly now: Instant; readonly first: boolean; readonly short: boolean }): ReactNode {
  const opening = deskOpening(now, portal)
  const time = `${timeWords(now, portal.zone)} ${zoneWords(portal.zone)}`
  const state = opening.kind === 'open' ? `open until ${opening.closes}` : opening.today ? `opens ${opening.opens}` : 'closed'
  return (
    <Tooltip title={`${portal.name}, ${state}. ${utcWords(now)}`}>
      <Box component="span" sx={part}>
        {first ? <ScheduleOutlined aria-hidden /> : null}
        {short ? time : `${portal.shortName} ${time}${first ? `, ${state}` : ''}`}
      </Box>
    </Tooltip>
  )
}
