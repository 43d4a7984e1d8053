import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined'
import FileUploadOutlined from '@mui/icons-material/UploadFileOutlined'
import ConfirmationNumberOutlined from '@mui/icons-material/ConfirmationNumberOutlined'
import GroupOutlined from '@mui/icons-material/GroupOutlined'
import HomeOutlined from '@mui/icons-material/HomeOutlined'
import MenuBookOutlined from '@mui/icons-material/MenuBookOutlined'
import MoveToInboxOutlined from '@mui/icons-material/MoveToInboxOutlined'
import SettingsOutlined from '@mui/icons-material/SettingsOutlined'
import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import Tooltip from '@mui/material/Tooltip'
import useMediaQuery from '@mui/material/useMediaQuery'
import type { SvgIconComponent } from '@mui/icons-material'
import type { ReactNode } from 'react'
import { places, type Place } from './routes'

interface Badge {
  readonly count: number
  readonly urgent: boolean
  /** What is counted: "2 mails failed". */
  readonly words: string
}

interface RailProps {
  readonly here: Place | undefined
  readonly offered: ReadonlySet<Place>
  readonly badges: Readonly<Partial<Record<Place, Badge>>>
  readonly onGo: (place: Place) => void
}

const items: Readonly<Record<Place, { readonly label: string; readonly icon: SvgIconComponent }>> = {
  home: { label: 'Home', icon: HomeOutlined },
  tickets: { label: 'Tickets', icon: ConfirmationNumberOutlined },
  learners: { label: 'Learners', icon: GroupOutlined },
  activities: { label: 'Activities', icon: MenuBookOutlined },
  outbox: { label: 'Outbox', icon: MoveToInboxOutlined },
  imports: { label: 'Imports', icon: FileUploadOutlined },
  checks: { label: 'Checks', icon: FactCheckOutlined },
  settings: { label: 'Settings', icon: SettingsOutlined },
}

/** The places of the desk, at the window's left edge: icon and label, below 1100 px the icon alone. */
export function Rail({ here, offered, badges, onGo }: RailProps): ReactNode {
  const narrow = useMediaQuery('(max-width: 1099px)')
  const item = (place: Place): ReactNode =>
    offered.has(place) ? <RailItem key={place} place={place} here={here === place} badge={badges[place]} narrow={narrow} onGo={onGo} /> : null
  return (
    <Box component="nav" aria-label="Places" sx={{ gridArea: 'rail', display: 'flex', flexDirection: 'column', alignItems: 'stretch', gap: '2px', bgcolor: 'background.default', borderRight: '1px solid', borderColor: 'divider', pb: '8px', minHeight: 0, overflow: 'hidden auto' }}>
      <Box aria-hidden sx={{ display: 'flex', alignItems: 'center', justifyContent: 'center', width: 28, height: 28, flexShrink: 0, mx: 'auto', mt: '8px', mb: '8px', borderRadius: '6px', bgcolor: 'primary.main', color: 'primary.contrastText', fontSize: 12, fontWeight: 600 }}>
        CD
      </Box>
      {places.map(item)}
      <Box sx={{ flex: 1 }} />
      {item('settings')}
    </Box>
  )
}

interface RailItemProps {
  readonly place: Place
  readonly here: boolean
  readonly badge: Badge | undefined
  readonly narrow: boolean
  readonly onGo: (place: Place) => void
}

function RailItem({ place, here, badge, narrow, onGo }: RailItemProps): ReactNode {
  const { label, icon: Icon } = items[place]
  const counted = badge !== undefined && badge.count > 0
  const button = (
    <ButtonBase
      onClick={() => onGo(place)}
      aria-current={here ? 'page' : undefined}
      sx={{
        position: 'relative',
        display: 'flex',
        flexDirection: 'column',
        gap: '2px',
        height: narrow ? 40 : 52,
        mx: '4px',
        borderRadius: '6px',
        flexShrink: 0,
        fontFamily: 'inherit',
        fontSize: 11,
        lineHeight: '16px',
        fontWeight: here ? 600 : 500,
        color: here ? 'primary.main' : 'text.secondary',
        bgcolor: here ? 'desk.selected' : 'transparent',
        '&:hover': { bgcolor: here ? 'desk.selected' : 'desk.hover' },
        '&.Mui-focusVisible': { outlineOffset: -2 },
        '&::before': here ? { content: '""', position: 'absolute', left: -4, top: narrow ? 8 : 10, bottom: narrow ? 8 : 10, width: 3, bgcolor: 'primary.main' } : {},
      }}
    >
      <Box component="span" sx={{ position: 'relative', display: 'inline-flex' }}>
        <Icon aria-hidden sx={{ fontSize: 20 }} />
        {counted ? (
          <Box component="span" aria-hidden className="figures" sx={{ position: 'absolute', left: 11, top: -7, minWidth: 16, height: 16, px: '4px', borderRadius: '8px', bgcolor: badge.urgent ? 'error.main' : 'text.secondary', color: 'background.paper', fontSize: 11, lineHeight: '16px', fontWeight: 600, textAlign: 'center' }}>
            {badge.count > 99 ? '99+' : badge.count}
          </Box>
        ) : null}
      </Box>
      <span className={narrow ? 'visually-hidden' : ''}>{label}</span>
      {counted ? <span className="visually-hidden">, {badge.words}</span> : null}
    </ButtonBase>
  )
  return narrow ? (
    <Tooltip title={counted ? `${label}, ${badge.words}` : label} placement="right">
      {button}
    </Tooltip>
  ) : (
    button
  )
}
