interface Table {
  readonly offset: number
  readonly length: number
}

/** A TrueType file with quadratic outlines, located but not unpacked. */
export interface TrueTypeFont {
  readonly bytes: Uint8Array
  readonly unitsPerEm: number
  readonly glyphCount: number
  readonly tables: ReadonlyMap<string, Table>
  readonly longOffsets: boolean
  readonly metricCount: number
}

/** A font with only the glyphs asked for, numbered anew. */
export interface CutFont {
  readonly bytes: Uint8Array
  /** From glyph of the whole font to glyph of the cut one. */
  readonly glyphs: ReadonlyMap<number, number>
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function tableOf(tables: ReadonlyMap<string, Table>, tag: string): Table {
  const table = tables.get(tag)
  if (table === undefined) throw new Error(`the font has no ${tag} table`)
  return table
}

/** Locates the tables of a TrueType file; throws where one that drawing needs is missing. */
export function readTrueType(bytes: Uint8Array): TrueTypeFont {
  const view = viewOf(bytes)
  const tables = new Map<string, Table>()
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const entry = 12 + index * 16
    const tag = String.fromCharCode(...bytes.subarray(entry, entry + 4))
    tables.set(tag, { offset: view.getUint32(entry + 8), length: view.getUint32(entry + 12) })
  }
  const head = tableOf(tables, 'head').offset
  return {
    bytes,
    tables,
    unitsPerEm: view.getUint16(head + 18),
    longOffsets: view.getInt16(head + 50) === 1,
    glyphCount: view.getUint16(tableOf(tables, 'maxp').offset + 4),
    metricCount: view.getUint16(tableOf(tables, 'hhea').offset + 34),
  }
}

function outlineOf(font: TrueTypeFont, glyph: number): Uint8Array {
  const view = viewOf(font.bytes)
  const loca = tableOf(font.tables, 'loca').offset
  const glyf = tableOf(font.tables, 'glyf').offset
  const at = (index: number): number => (font.longOffsets ? view.getUint32(loca + index * 4) : view.getUint16(loca + index * 2) * 2)
  return font.bytes.subarray(glyf + at(glyph), glyf + at(glyph + 1))
}

const wordArguments = 0x0001
const oneScale = 0x0008
const moreComponents = 0x0020
const twoScales = 0x0040
const fourScales = 0x0080

/** Where in an outline the numbers of its component glyphs stand; none for a simple outline. */
function componentPlaces(outline: Uint8Array): number[] {
  if (outline.length === 0) return []
  const view = viewOf(outline)
  if (view.getInt16(0) >= 0) return []
  const places: number[] = []
  for (let at = 10, more = true; more; ) {
    const flags = view.getUint16(at)
    places.push(at + 2)
    const scales = (flags & oneScale) !== 0 ? 2 : (flags & twoScales) !== 0 ? 4 : (flags & fourScales) !== 0 ? 8 : 0
    at += 4 + ((flags & wordArguments) !== 0 ? 4 : 2) + scales
    more = (flags & moreComponents) !== 0
  }
  return places
}

function closure(font: TrueTypeFont, wanted: Iterable<number>): number[] {
  const found = new Set<number>([0])
  const open = [...wanted]
  for (let glyph = open.pop(); glyph !== undefined; glyph = open.pop()) {
    if (found.has(glyph)) continue
    found.add(glyph)
    const outline = outlineOf(font, glyph)
    const view = viewOf(outline)
    open.push(...componentPlaces(outline).map((place) => view.getUint16(place)))
  }
  return [...found].sort((a, b) => a - b)
}

/** Advance width of a glyph in font units. */
export function advanceOf(font: TrueTypeFont, glyph: number): number {
  return viewOf(font.bytes).getUint16(tableOf(font.tables, 'hmtx').offset + Math.min(glyph, font.metricCount - 1) * 4)
}

function sideBearingOf(font: TrueTypeFont, glyph: number): number {
  const hmtx = tableOf(font.tables, 'hmtx').offset
  const place = glyph < font.metricCount ? hmtx + glyph * 4 + 2 : hmtx + font.metricCount * 4 + (glyph - font.metricCount) * 2
  return viewOf(font.bytes).getInt16(place)
}

function copyOf(font: TrueTypeFont, tag: string): Uint8Array {
  const { offset, length } = tableOf(font.tables, tag)
  return font.bytes.slice(offset, offset + length)
}

function patched(table: Uint8Array, patch: (view: DataView) => void): Uint8Array {
  patch(viewOf(table))
  return table
}

/** A character map without characters: the paper addresses glyphs by number, the writer only asks that one is there. */
function emptyCharacterMap(): Uint8Array {
  return patched(new Uint8Array(36), (view) => {
    view.setUint16(2, 1)
    view.setUint16(4, 3)
    view.setUint16(6, 1)
    view.setUint32(8, 12)
    view.setUint16(12, 4)
    view.setUint16(14, 24)
    view.setUint16(18, 2)
    view.setUint16(20, 2)
    view.setUint16(26, 0xffff)
    view.setUint16(30, 0xffff)
    view.setUint16(32, 1)
  })
}

function assemble(tables: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const padded = (length: number): number => (length + 3) & ~3
  const bytes = new Uint8Array(12 + tables.length * 16 + tables.reduce((sum, [, table]) => sum + padded(table.length), 0))
  const view = viewOf(bytes)
  view.setUint32(0, 0x00010000)
  view.setUint16(4, tables.length)
  let offset = 12 + tables.length * 16
  tables.forEach(([tag, table], index) => {
    const entry = 12 + index * 16
    Array.from(tag).forEach((letter, place) => view.setUint8(entry + place, letter.charCodeAt(0)))
    view.setUint32(entry + 8, offset)
    view.setUint32(entry + 12, table.length)
    bytes.set(table, offset)
    offset += padded(table.length)
  })
  return bytes
}

/**
 * Cuts a font down to the glyphs a document uses, with the parts they are built of, numbered in the order of the
 * whole font. The same glyphs give the same bytes, whatever the order they are asked in.
 */
export function cutTrueType(font: TrueTypeFont, wanted: Iterable<number>): CutFont {
  const kept = closure(font, wanted)
  const glyphs = new Map(kept.map((glyph, index) => [glyph, index]))
  const outlines = kept.map((glyph) => {
    const outline = outlineOf(font, glyph).slice()
    const view = viewOf(outline)
    for (const place of componentPlaces(outline)) view.setUint16(place, glyphs.get(view.getUint16(place)) ?? 0)
    return outline
  })
  const offsets = new Uint8Array((kept.length + 1) * 4)
  const glyf = new Uint8Array(outlines.reduce((sum, outline) => sum + ((outline.length + 3) & ~3), 0))
  let offset = 0
  outlines.forEach((outline, index) => {
    viewOf(offsets).setUint32(index * 4, offset)
    glyf.set(outline, offset)
    offset += (outline.length + 3) & ~3
  })
  viewOf(offsets).setUint32(kept.length * 4, offset)
  const metrics = patched(new Uint8Array(kept.length * 4), (view) => {
    kept.forEach((glyph, index) => {
      view.setUint16(index * 4, advanceOf(font, glyph))
      view.setInt16(index * 4 + 2, sideBearingOf(font, glyph))
    })
  })
  return {
    glyphs,
    bytes: assemble([
      ['OS/2', copyOf(font, 'OS/2')],
      ['cmap', emptyCharacterMap()],
      ['glyf', glyf],
      ['head', patched(copyOf(font, 'head'), (view) => view.setInt16(50, 1))],
      ['hhea', patched(copyOf(font, 'hhea'), (view) => view.setUint16(34, kept.length))],
      ['hmtx', metrics],
      ['loca', offsets],
      ['maxp', patched(copyOf(font, 'maxp'), (view) => view.setUint16(4, kept.length))],
      ['name', copyOf(font, 'name')],
      ['post', patched(copyOf(font, 'post').slice(0, 32), (view) => view.setUint32(0, 0x00030000))],
    ]),
  }
}
