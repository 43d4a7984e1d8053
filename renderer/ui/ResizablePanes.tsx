import Box from '@mui/material/Box'
import { Fragment, useMemo, type ReactNode } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'

export interface Pane {
  readonly id: string
  /** What the pane is, for F6 and for screen readers. */
  readonly label: string
  readonly content: ReactNode
  /** Usual width (or height) in pixels; the pane without one takes what is left. */
  readonly usual?: number
  readonly least?: number
  readonly most?: number
}

interface ResizablePanesProps {
  readonly id: string
  readonly panes: readonly Pane[]
  readonly direction?: 'horizontal' | 'vertical'
  /** Kept sizes in pixels, by pane. */
  readonly sizes: Readonly<Record<string, number>>
  readonly onSizes: (sizes: Readonly<Record<string, number>>) => void
}

/** Panes that meet at one line. The line drags, moves by arrow keys, and a double click brings the usual width back. */
export function ResizablePanes({ id, panes, direction = 'horizontal', sizes, onSizes }: ResizablePanesProps): ReactNode {
  const horizontal = direction === 'horizontal'
  // Sizes are read when the panes come up; afterwards the group itself knows them best.
  const names = panes.map((pane) => pane.id).join(' ')
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const first = useMemo(() => sizes, [names])
  return (
    <Group
      key={names}
      id={id}
      orientation={direction}
      style={{ flex: 1, minWidth: 0, minHeight: 0 }}
      onLayoutChanged={(layout, meta) => {
        if (!meta.isUserInteraction) return
        const root = document.getElementById(id)
        const whole = horizontal ? (root?.clientWidth ?? 0) : (root?.clientHeight ?? 0)
        if (whole === 0) return
        const kept = panes.filter((pane) => pane.usual !== undefined).map((pane) => [pane.id, ((layout[pane.id] ?? 0) * whole) / 100] as const)
        onSizes(Object.fromEntries(kept))
      }}
    >
      {panes.map((pane, index) => (
        <Fragment key={pane.id}>
          {index === 0 ? null : (
            <Separator aria-label={`Width of ${panes[index - 1]?.label ?? ''} and ${pane.label}`} className="pane-edge" style={{ outlineOffset: -1 }}>
              <Box sx={{ width: horizontal ? '1px' : '100%', height: horizontal ? '100%' : '1px', bgcolor: 'divider' }} />
            </Separator>
          )}
          <Panel id={pane.id} {...(pane.usual === undefined ? {} : { defaultSize: first[pane.id] ?? pane.usual, groupResizeBehavior: 'preserve-pixel-size' })} minSize={pane.least ?? 160} {...(pane.most === undefined ? {} : { maxSize: pane.most })} style={{ display: 'flex', minWidth: 0 }}>
            <Box component="section" aria-label={pane.label} tabIndex={-1} data-pane="" sx={{ display: 'flex', flexDirection: 'column', flex: 1, minWidth: 0, minHeight: 0, height: '100%', bgcolor: 'background.paper' }}>
              {pane.content}
            </Box>
          </Panel>
        </Fragment>
      ))}
    </Group>
  )
}
