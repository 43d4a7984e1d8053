import type { PDFDocumentProxy } from 'pdfjs-dist'

/**
 * Opens PDF bytes for drawing on a canvas. pdf.js is loaded when first needed; without `eval`, which the window's
 * policy forbids, and with its worker from our own files.
 */
export async function openPdf(bytesBase64: string): Promise<PDFDocumentProxy> {
  const [pdf, worker] = await Promise.all([import('pdfjs-dist'), import('pdfjs-dist/build/pdf.worker.min.mjs?url')])
  pdf.GlobalWorkerOptions.workerSrc = worker.default
  const data = Uint8Array.from(atob(bytesBase64), (character) => character.charCodeAt(0))
  return pdf.getDocument({ data, isEvalSupported: false, useSystemFonts: false, disableAutoFetch: true, verbosity: pdf.VerbosityLevel.ERRORS }).promise
}

/** Draws one page so wide, in CSS pixels, sharp on this screen; answers the page's height in CSS pixels. */
export async function drawPdfPage(document: PDFDocumentProxy, pageNumber: number, canvas: HTMLCanvasElement, width: number, signal: AbortSignal): Promise<void> {
  const page = await document.getPage(pageNumber)
  const natural = page.getViewport({ scale: 1 })
  const viewport = page.getViewport({ scale: (width / natural.width) * window.devicePixelRatio })
  // Drawn beside and shown at once: two drawings on one canvas would mix, and a half-drawn page would flicker.
  const beside = new OffscreenCanvas(Math.round(viewport.width), Math.round(viewport.height))
  const context = beside.getContext('2d')
  if (context === null) return
  await page.render({ canvasContext: context as unknown as CanvasRenderingContext2D, viewport }).promise
  if (signal.aborted) return
  canvas.width = beside.width
  canvas.height = beside.height
  canvas.getContext('2d')?.drawImage(beside, 0, 0)
}
