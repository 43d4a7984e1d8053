import { encode } from 'uqr'
import type { BoxesMark } from '../drawing'

/** The smallest module that printers and readers keep apart, in points. */
const leastModule = 1.2

/**
 * A QR code of a text in a square box, level M, its modules merged to one rectangle per stretch of a row. Throws where a
 * module would be under 0.42 mm: composition of the proof keeps its text short enough.
 */
export function qrMark(text: string, x: number, y: number, box: number): BoxesMark {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const module = Math.floor((100 * box) / size) / 100
  if (module < leastModule) throw new Error(`a QR code of ${text.length} characters is too fine for its box`)
  const boxes = data.flatMap((row, line) =>
    row.flatMap((dark, column) => {
      if (!dark || row[column - 1] === true) return []
      const end = row.indexOf(false, column)
      const length = (end === -1 ? size : end) - column
      return [{ x: x + column * module, y: y + line * module, width: length * module, height: module }]
    }),
  )
  return { kind: 'boxes', boxes, colour: '#000000' }
}
