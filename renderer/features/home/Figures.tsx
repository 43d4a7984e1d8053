import CallSplitOutlined from '@mui/icons-material/CallSplitOutlined'
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import ConfirmationNumberOutlined from '@mui/icons-material/ConfirmationNumberOutlined'
import DraftsOutlined from '@mui/icons-material/DraftsOutlined'
import HourglassEmptyOutlined from '@mui/icons-material/HourglassEmptyOutlined'
import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined'
import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import type { SvgIconComponent } from '@mui/icons-material'
import type { ReactNode } from 'react'
import { toneColour, type Tone } from '../../ui/tone'
import type { Home } from './api'

export type FigureLink = 'failing' | 'outbox' | 'drafts' | 'conflicts' | 'waiting' | 'recent'

interface Figure {
  readonly link: FigureLink
  readonly label: string
  readonly icon: SvgIconComponent
  /** The colour holds only while there is something to say it about. */
  readonly tone: Tone
  readonly count: (figures: Home['figures']) => number
  readonly note: (figures: Home['figures']) => string
}

function mendNote({ failing, flagged }: Home['figures']): string {
  if (failing + flagged === 0) return 'nothing failed, nothing flagged'
  return [failing === 0 ? '' : `${failing.toLocaleString('en-US')} failed`, flagged === 0 ? '' : `${flagged.toLocaleString('en-US')} ${flagged === 1 ? 'record' : 'records'} flagged`].filter((part) => part !== '').join(', ')
}

const figures: readonly Figure[] = [
  // Conflicts have their own figure; the list below has all three.
  { link: 'failing', label: 'To mend', icon: WarningAmberOutlined, tone: 'warning', count: (home) => home.failing + home.flagged, note: mendNote },
  { link: 'waiting', label: 'Tickets waiting', icon: ConfirmationNumberOutlined, tone: 'neutral', count: (home) => home.ticketsWaiting, note: (home) => `${home.ticketsWithoutLearner} without a learner` },
  { link: 'conflicts', label: 'Conflicts', icon: CallSplitOutlined, tone: 'warning', count: (home) => home.conflicts, note: (home) => (home.conflicts === 0 ? 'imports agree with the desk' : 'desk or portal, to decide') },
  { link: 'drafts', label: 'Drafts', icon: DraftsOutlined, tone: 'warning', count: (home) => home.drafts, note: (home) => (home.drafts === 0 ? 'none written' : 'written, not sent') },
  { link: 'outbox', label: 'Mail waiting', icon: HourglassEmptyOutlined, tone: 'neutral', count: (home) => home.mailWaiting, note: (home) => (home.mailWaiting === 0 ? 'nothing queued' : 'queued or held back') },
  { link: 'recent', label: 'Corrected today', icon: CheckCircleOutlined, tone: 'success', count: (home) => home.correctionsToday, note: (home) => `${home.claimsThisWeek} claims this week` },
]

/** Six figures, each a link to its rows. */
export function Figures({ home, onFollow }: { readonly home: Home; readonly onFollow: (link: FigureLink) => void }): ReactNode {
  return (
    <Box component="nav" aria-label="Figures" sx={{ display: 'grid', gridTemplateColumns: { xs: 'repeat(3, minmax(0, 1fr))', md: 'repeat(6, minmax(0, 1fr))' }, borderBottom: '1px solid', borderColor: 'divider', flexShrink: 0 }}>
      {figures.map((figure, index) => {
        const count = figure.count(home.figures)
        const colour = count === 0 ? 'text.secondary' : toneColour(figure.link === 'failing' && home.figures.failing > 0 ? 'error' : figure.tone)
        return (
          <ButtonBase
            key={figure.link}
            onClick={() => onFollow(figure.link)}
            sx={{ display: 'block', textAlign: 'left', px: '16px', pt: { xs: '8px', md: '12px' }, pb: '8px', fontFamily: 'inherit', height: { xs: 66, md: 90 }, boxSizing: 'border-box', borderLeft: { xs: index % 3 === 0 ? 0 : '1px solid', md: index === 0 ? 0 : '1px solid' }, borderTop: { xs: index < 3 ? 0 : '1px solid', md: 0 }, borderColor: { xs: 'divider', md: 'divider' }, '&:hover': { bgcolor: 'desk.hover' }, '&.Mui-focusVisible': { outlineOffset: -2 } }}
          >
            <Box component="span" sx={{ display: 'flex', alignItems: 'center', gap: '6px', color: colour, fontSize: 13, lineHeight: '20px' }}>
              <figure.icon aria-hidden />
              {figure.label}
            </Box>
            <Box component="span" className="figures" sx={{ display: { xs: 'inline', md: 'block' }, mr: '8px', fontSize: 20, lineHeight: '28px', fontWeight: 600, color: 'text.primary' }}>
              {count.toLocaleString('en-US')}
            </Box>
            <Box component="span" sx={{ display: { xs: 'inline', md: 'block' }, fontSize: 12, lineHeight: '16px', color: 'text.tertiary', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
              {figure.note(home.figures)}
            </Box>
          </ButtonBase>
        )
      })}
    </Box>
  )
}
