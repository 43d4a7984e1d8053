import type { QrReader } from '../ports/qr-reader'

interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray
}

const pngStart = [0x89, 0x50, 0x4e, 0x47]
const jpegStart = [0xff, 0xd8, 0xff]
/** Pictures of more pixels are refused before they are unpacked. */
const mostPixels = 60_000_000

const begins = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, place) => bytes[place] === byte)

function pngSize(bytes: Uint8Array): number {
  if (bytes.length < 24) return 0
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return view.getUint32(16) * view.getUint32(20)
}

async function pixelsOf(bytes: Uint8Array): Promise<Pixels | undefined> {
  try {
    if (begins(bytes, pngStart)) {
      if (pngSize(bytes) > mostPixels) return undefined
      const { PNG } = await import('pngjs')
      const { width, height, data } = PNG.sync.read(Buffer.from(bytes))
      return { width, height, data: new Uint8ClampedArray(data) }
    }
    const { decode } = await import('jpeg-js')
    const { width, height, data } = decode(bytes, { useTArray: true, maxResolutionInMP: mostPixels / 1_000_000, maxMemoryUsageInMB: 1024 })
    return { width, height, data: new Uint8ClampedArray(data) }
  } catch {
    // What the unpacking libraries throw of broken pictures is of no one kind.
    return undefined
  }
}

/** Reads codes of PNG and JPEG pictures; the libraries are loaded when a picture comes. */
export const pictureQrReader: QrReader = {
  async read(bytes) {
    if (!begins(bytes, pngStart) && !begins(bytes, jpegStart)) return { kind: 'no_picture' }
    const pixels = await pixelsOf(bytes)
    if (pixels === undefined) return { kind: 'no_picture' }
    const { default: jsQr } = await import('jsqr')
    const found = jsQr(pixels.data, pixels.width, pixels.height)
    return found === null ? { kind: 'none' } : { kind: 'text', text: found.data }
  },
}
