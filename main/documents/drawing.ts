import type { FaceKey } from './paper-assets'
import type { ShapedGlyph } from './shaping'

/** Colours as `#rrggbb`. */
export type Colour = string

export const ink = '#14171b'
export const secondary = '#4a5058'
export const hairlineColour = '#a3a8af'

/** A run of glyphs; `x` and `y` of its baseline in points from the top left of the page. */
export interface TextMark {
  readonly kind: 'text'
  readonly x: number
  readonly y: number
  readonly face: FaceKey
  readonly size: number
  readonly colour: Colour
  readonly text: string
  readonly glyphs: readonly ShapedGlyph[]
  /** Extra space after every glyph, in font units. */
  readonly tracking: number
  /** Its text is read from the right; the glyphs stand as they are drawn. */
  readonly rightToLeft: boolean
}

export interface LineMark {
  readonly kind: 'line'
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
  readonly width: number
  readonly colour: Colour
}

export interface FrameMark {
  readonly kind: 'frame'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly stroke: number
  readonly colour: Colour
}

/** Filled bars standing on one line: thin enough that a stroke would be drawn too heavy on screens. */
export interface BarsMark {
  readonly kind: 'bars'
  readonly base: number
  readonly width: number
  readonly bars: readonly { readonly x: number; readonly height: number }[]
  readonly colour: Colour
}

/** Filled rectangles: the modules of a QR code. */
export interface BoxesMark {
  readonly kind: 'boxes'
  readonly boxes: readonly { readonly x: number; readonly y: number; readonly width: number; readonly height: number }[]
  readonly colour: Colour
}

export type Mark = TextMark | LineMark | FrameMark | BarsMark | BoxesMark

export interface PageDrawing {
  readonly width: number
  readonly height: number
  readonly marks: readonly Mark[]
}

/** What the writer puts into the file beside the pages. */
export interface DocumentDrawing {
  readonly title: string
  readonly author: string
  readonly subject: string
  /** `YYYYMMDDHHmmss` in UTC. */
  readonly createdAt: string
  /** 32 hexadecimal digits. */
  readonly fileId: string
  readonly pages: readonly PageDrawing[]
}

/** A horizontal line. */
export function rule(x1: number, x2: number, y: number, width: number, colour: Colour): LineMark {
  return { kind: 'line', x1, y1: y, x2, y2: y, width, colour }
}

/** A vertical line. */
export function upright(x: number, y1: number, y2: number, width: number, colour: Colour): LineMark {
  return { kind: 'line', x1: x, y1, x2: x, y2, width, colour }
}
