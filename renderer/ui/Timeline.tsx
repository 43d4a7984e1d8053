import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import type { SvgIconComponent } from '@mui/icons-material'
import type { ReactNode } from 'react'
import { toneColour, type Tone } from './tone'

export interface TimelineItem {
  readonly key: string
  readonly icon: SvgIconComponent
  readonly tone?: Tone
  readonly title: ReactNode
  readonly detail: ReactNode
  readonly onOpen?: () => void
}

export interface TimelineGroup {
  readonly key: string
  readonly heading: string
  readonly items: readonly TimelineItem[]
}

/** What happened, newest first, under the headings of its days or months. */
export function Timeline({ groups, label }: { readonly groups: readonly TimelineGroup[]; readonly label: string }): ReactNode {
  return (
    <Box role="group" aria-label={label} sx={{ px: '16px', pb: '16px' }}>
      {groups.map((group) => (
        <section key={group.key} aria-label={group.heading}>
          <Box component="h3" sx={{ m: 0, pt: '12px', pb: '4px', fontSize: 12, lineHeight: '16px', fontWeight: 500, color: 'text.secondary' }}>
            {group.heading}
          </Box>
          <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
            {group.items.map((item, index) => (
              <Box component="li" key={item.key} sx={{ position: 'relative', pb: '10px' }}>
                {index === group.items.length - 1 ? null : <Box aria-hidden sx={{ position: 'absolute', left: 7, top: 22, bottom: 0, width: '1px', bgcolor: 'divider' }} />}
                <TimelineLine item={item} />
              </Box>
            ))}
          </Box>
        </section>
      ))}
    </Box>
  )
}

function TimelineLine({ item }: { readonly item: TimelineItem }): ReactNode {
  const layout = { display: 'grid', gridTemplateColumns: '24px minmax(0, 1fr)', width: '100%', textAlign: 'left', alignItems: 'start', fontFamily: 'inherit', fontSize: 13, lineHeight: '20px' }
  const content = (
    <>
      <item.icon aria-hidden sx={{ mt: '2px', color: item.tone === undefined ? 'text.secondary' : toneColour(item.tone) }} />
      <span>
        {item.title}
        <Box component="span" className="figures" sx={{ display: 'block', fontSize: 12, lineHeight: '16px', color: 'text.tertiary', overflowWrap: 'anywhere' }}>
          {item.detail}
        </Box>
      </span>
    </>
  )
  if (item.onOpen === undefined) return <Box sx={layout}>{content}</Box>
  return (
    <ButtonBase onClick={item.onOpen} sx={{ ...layout, borderRadius: '4px', '&:hover': { bgcolor: 'desk.hover' } }}>
      {content}
    </ButtonBase>
  )
}
