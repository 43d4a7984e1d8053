import type * as HarfBuzz from 'harfbuzzjs'

/** A glyph placed by HarfBuzz, in font units. */
export interface ShapedGlyph {
  readonly id: number
  readonly advance: number
  readonly dx: number
  readonly dy: number
  /** The characters it stands for; empty for the second and later glyphs of one character. */
  readonly text: string
}

export type Direction = 'ltr' | 'rtl'

/**
 * Shapes one stretch of text of one direction: kerning, marks and joining on, ligatures off where the script can do
 * without. The glyphs stand in the order they are drawn, from the left.
 */
export type Shaper = (text: string, direction?: Direction) => readonly ShapedGlyph[]

const remembered = 4000

/** Where the characters of each cluster end; right-to-left text has its clusters from the last to the first. */
function clusterEnds(clusters: readonly number[], end: number): ReadonlyMap<number, number> {
  const starts = [...new Set(clusters)].sort((one, other) => one - other)
  return new Map(starts.map((start, place) => [start, starts[place + 1] ?? end]))
}

/**
 * Loads HarfBuzz and answers what makes a shaper for the font in `bytes`. A font is unpacked at its first word: most
 * papers use few of those on file. What was shaped is remembered, since most of a certificate's words come again.
 */
export async function loadShaping(): Promise<(bytes: Uint8Array) => Shaper> {
  // Its module compiles WebAssembly as it loads, which `require` cannot wait for.
  const harfbuzz = await import('harfbuzzjs')
  return (bytes) => createShaper(harfbuzz, bytes)
}

function createShaper(harfbuzz: typeof HarfBuzz, bytes: Uint8Array): Shaper {
  let unpacked: HarfBuzz.Font | undefined
  const buffer = new harfbuzz.Buffer()
  const memory = new Map<string, readonly ShapedGlyph[]>()

  const shapeAnew = (text: string, direction: Direction): readonly ShapedGlyph[] => {
    const font = (unpacked ??= new harfbuzz.Font(new harfbuzz.Face(new harfbuzz.Blob(bytes))))
    buffer.reset()
    buffer.setClusterLevel(harfbuzz.ClusterLevel.MONOTONE_CHARACTERS)
    buffer.addText(text)
    buffer.setDirection(direction === 'rtl' ? harfbuzz.Direction.RTL : harfbuzz.Direction.LTR)
    // Named, because HarfBuzz would otherwise ask the process for its locale.
    buffer.setLanguage('en')
    buffer.guessSegmentProperties()
    harfbuzz.shape(font, buffer)
    const infos = buffer.getGlyphInfos()
    const positions = buffer.getGlyphPositions()
    const ends = clusterEnds(infos.map(({ cluster }) => cluster), text.length)
    return infos.map((info, index) => {
      const position = positions[index]
      if (position === undefined) throw new Error('HarfBuzz returned a glyph without a position')
      if (info.codepoint === 0) throw new Error('a character without a glyph reached the paper: it has to be refused at issue')
      const first = index === 0 || infos[index - 1]?.cluster !== info.cluster
      return {
        id: info.codepoint,
        advance: position.xAdvance,
        dx: position.xOffset,
        dy: position.yOffset,
        text: first ? text.slice(info.cluster, ends.get(info.cluster)) : '',
      }
    })
  }

  return (text, direction = 'ltr') => {
    const key = direction === 'ltr' ? text : `\u202e${text}`
    const known = memory.get(key)
    if (known !== undefined) return known
    if (memory.size >= remembered) memory.clear()
    const shaped = shapeAnew(text, direction)
    memory.set(key, shaped)
    return shaped
  }
}
