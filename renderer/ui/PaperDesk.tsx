import Box from '@mui/material/Box'
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { PaperPreview } from './PaperPreview'

/** Pixels of a page in its real size, by its longer and shorter side: letter paper at 96 to the inch. */
const realWidths = { portrait: 816, landscape: 1056 } as const
const shapes = { portrait: 8.5 / 11, landscape: 11 / 8.5 } as const
const edge = 16

/** Steps of the zoom, 1 for the real size. */
export const zoomSteps = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4] as const

/** The next step up or down from any zoom; undefined at the end of the steps. */
export function nextZoom(zoom: number, by: 1 | -1): number | undefined {
  return by === 1 ? zoomSteps.find((step) => step > zoom + 0.01) : zoomSteps.findLast((step) => step < zoom - 0.01)
}

interface PaperDeskProps {
  readonly bytesBase64: string | undefined
  readonly label: string
  readonly form: 'portrait' | 'landscape'
  readonly page: number
  readonly onPages: (pages: number) => void
  /** Null fits the whole page into the room there is. */
  readonly zoom: number | null
  /** What the zoom comes to here, 1 for the real size: told whenever it changes. */
  readonly onShownZoom: (zoom: number) => void
}

/** A page lying on its ground: whole when fitted, else scrolled in its own place, so that nothing around it moves. */
export function PaperDesk({ bytesBase64, label, form, page, onPages, zoom, onShownZoom }: PaperDeskProps): ReactNode {
  const ground = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState<{ readonly width: number; readonly height: number }>()
  useLayoutEffect(() => {
    const element = ground.current
    if (element === null) return undefined
    const measure = (): void => {
      const next = { width: element.offsetWidth - 2 * edge, height: element.offsetHeight - 2 * edge }
      setRoom((known) => (known?.width === next.width && known.height === next.height ? known : next))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const fitted = room === undefined ? undefined : Math.max(160, Math.min(room.width, room.height * shapes[form]))
  const width = zoom === null ? fitted : realWidths[form] * zoom
  const shownZoom = width === undefined ? undefined : width / realWidths[form]
  useLayoutEffect(() => {
    if (shownZoom !== undefined) onShownZoom(shownZoom)
  }, [shownZoom, onShownZoom])
  return (
    <Box ref={ground} sx={{ flex: 1, minHeight: 0, bgcolor: 'background.default', overflow: zoom === null ? 'hidden' : 'auto', '&:focus-visible': { outlineOffset: -2 } }} tabIndex={0} role="region" aria-label="The paper">
      <Box sx={{ width: 'fit-content', mx: 'auto', p: `${String(edge)}px` }}>{width === undefined ? null : <PaperPreview label={label} shape={shapes[form]} width={Math.floor(width)} page={page} onPages={onPages} bytesBase64={bytesBase64} />}</Box>
    </Box>
  )
}
