import AddOutlined from '@mui/icons-material/AddOutlined'
import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import IconButton from '@mui/material/IconButton'
import Tooltip from '@mui/material/Tooltip'
import Typography from '@mui/material/Typography'
import type { SvgIconComponent } from '@mui/icons-material'
import type { Output } from '@shared/contract'
import { ticketViews, type TicketView } from '@shared/contract/tickets'
import { ticketChannels, type TicketChannel } from '@shared/model/field-codes'
import type { ReactNode } from 'react'
import { PaneHead } from '../../ui/PaneHead'
import { channelLooks, viewLooks } from './ticket-words'

interface ViewsPaneProps {
  readonly counts: Output<'tickets.counts'> | undefined
  readonly view: TicketView
  readonly channel: TicketChannel | undefined
  readonly onView: (view: TicketView, channel: TicketChannel | undefined) => void
  readonly onNew: () => void
}

/** The views and how many tickets stand in each. */
export function ViewsPane({ counts, view, channel, onView, onNew }: ViewsPaneProps): ReactNode {
  return (
    <>
      <PaneHead title="Views">
        <Tooltip title="New ticket (N)">
          <IconButton aria-label="New ticket" aria-keyshortcuts="n" onClick={onNew}>
            <AddOutlined />
          </IconButton>
        </Tooltip>
      </PaneHead>
      <Box component="ul" aria-label="Views" sx={{ m: 0, p: '8px', listStyle: 'none' }}>
        {ticketViews.map((one) => (
          <ViewItem key={one} icon={viewLooks[one].icon} word={viewLooks[one].word} count={counts?.views[one]} urgent={one === 'overdue'} here={view === one && channel === undefined} onChoose={() => onView(one, undefined)} />
        ))}
      </Box>
      <Typography variant="meta" component="h3" sx={{ px: '16px', m: 0, fontWeight: 500, color: 'text.secondary' }}>
        Channels
      </Typography>
      <Box component="ul" aria-label="Channels" sx={{ m: 0, p: '8px', listStyle: 'none' }}>
        {ticketChannels.map((one) => (
          <ViewItem key={one} icon={channelLooks[one].icon} word={channelLooks[one].word} count={counts?.channels[one]} here={channel === one} onChoose={() => onView('all_open', one)} />
        ))}
      </Box>
    </>
  )
}

interface ViewItemProps {
  readonly icon: SvgIconComponent
  readonly word: string
  readonly count: number | undefined
  readonly here: boolean
  readonly urgent?: boolean
  readonly onChoose: () => void
}

function ViewItem({ icon: Icon, word, count, here, urgent = false, onChoose }: ViewItemProps): ReactNode {
  const alarming = urgent && count !== undefined && count > 0
  return (
    <Box component="li">
      <ButtonBase
        aria-current={here ? 'true' : undefined}
        onClick={onChoose}
        sx={{ width: '100%', justifyContent: 'flex-start', gap: '8px', px: '8px', height: 32, borderRadius: '6px', fontSize: 13, fontFamily: 'inherit', fontWeight: here ? 600 : 400, color: here ? 'primary.main' : 'text.secondary', bgcolor: here ? 'desk.selected' : 'transparent', '&:hover': { bgcolor: here ? 'desk.selected' : 'desk.hover' }, '&.Mui-focusVisible': { outlineOffset: -2 } }}
      >
        <Icon aria-hidden />
        <Box component="span" sx={{ flex: 1, textAlign: 'left', whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis' }}>
          {word}
        </Box>
        <Box component="span" className="figures" sx={{ minWidth: 20, textAlign: 'right', fontSize: 12, color: alarming ? 'error.main' : 'inherit', fontWeight: alarming ? 600 : 'inherit' }}>
          {count ?? ''}
        </Box>
      </ButtonBase>
    </Box>
  )
}
