import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { drawPdfPage, openPdf } from './pdf-document'

interface PaperPreviewProps {
  /** The very bytes that print, as base64; left out while they are being made. */
  readonly bytesBase64?: string | undefined
  /** What the picture shows, for those who do not see it. */
  readonly label: string
  /** Width by height of the paper, for its place before it is drawn: 11/8.5 for Letter landscape. */
  readonly shape: number
  /** CSS pixels; the whole width of its place when left out. */
  readonly width?: number | undefined
  readonly page?: number
  readonly onPages?: (pages: number) => void
}

/** A page of a PDF as it prints; its place is kept from the start, so nothing jumps when it is drawn. */
export function PaperPreview({ bytesBase64, label, shape, width, page = 1, onPages }: PaperPreviewProps): ReactNode {
  const frame = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [pdf, setPdf] = useState<{ readonly bytes: string; readonly document: PDFDocumentProxy }>()
  const [drawn, setDrawn] = useState('')
  const [failed, setFailed] = useState(false)
  const current = pdf !== undefined && pdf.bytes === bytesBase64 ? pdf.document : undefined

  useEffect(() => {
    if (bytesBase64 === undefined) return undefined
    let open = true
    openPdf(bytesBase64).then(
      (document) => {
        if (!open) return void document.destroy()
        setFailed(false)
        setPdf({ bytes: bytesBase64, document })
        onPages?.(document.numPages)
      },
      () => setFailed(true),
    )
    return () => {
      open = false
    }
  }, [bytesBase64, onPages])

  useEffect(() => {
    const target = canvas.current
    const place = frame.current
    if (current === undefined || target === null || place === null) return undefined
    const drawing = new AbortController()
    const draw = (): void => {
      drawPdfPage(current, page, target, width ?? place.clientWidth, drawing.signal).then(
        () => {
          if (!drawing.signal.aborted) setDrawn(`${label}:${String(page)}`)
        },
        () => setFailed(true),
      )
    }
    draw()
    const observer = new ResizeObserver(draw)
    observer.observe(place)
    return () => {
      drawing.abort()
      observer.disconnect()
    }
  }, [current, page, width, label])

  return (
    <Box
      ref={frame}
      data-drawn={drawn === `${label}:${String(page)}`}
      sx={{ position: 'relative', width: width ?? '100%', aspectRatio: String(shape), bgcolor: 'common.white', outline: '1px solid', outlineColor: 'divider', overflow: 'hidden' }}
    >
      {bytesBase64 === undefined || current === undefined ? (
        failed ? null : <Skeleton variant="rectangular" sx={{ position: 'absolute', inset: 0, height: '100%' }} />
      ) : null}
      {failed ? (
        <Typography role="alert" sx={{ p: '16px', color: 'common.black' }}>
          The picture of this paper could not be drawn. Open the PDF instead; the stored bytes are untouched.
        </Typography>
      ) : null}
      <canvas ref={canvas} role="img" aria-label={label} style={{ display: 'block', width: '100%', height: 'auto' }} />
    </Box>
  )
}
