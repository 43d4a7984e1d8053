/** A glyph placed by HarfBuzz, in font units. */
export interface ShapedGlyph {
  readonly id: number
  readonly advance: number
  readonly dx: number
  readonly dy: number
  /** The characters it stands for; empty for the second and later glyphs of one character. */
  readonly text: string
}

/** Shapes one line of left-to-right text: kerning and marks on, ligatures off (the fonts on file carry none). */
export type Shaper = (text: string) => readonly ShapedGlyph[]

const remembered = 4000

/** A shaper for the font in `bytes`. What it shaped is remembered, since most of a certificate's words come again. */
export async function createShaper(bytes: Uint8Array): Promise<Shaper> {
  // Its module compiles WebAssembly as it loads, which `require` cannot wait for.
  const harfbuzz = await import('harfbuzzjs')
  const font = new harfbuzz.Font(new harfbuzz.Face(new harfbuzz.Blob(bytes)))
  const buffer = new harfbuzz.Buffer()
  const memory = new Map<string, readonly ShapedGlyph[]>()

  const shapeAnew = (text: string): readonly ShapedGlyph[] => {
    buffer.reset()
    buffer.setClusterLevel(harfbuzz.ClusterLevel.MONOTONE_CHARACTERS)
    buffer.addText(text)
    buffer.setDirection(harfbuzz.Direction.LTR)
    // Named, because HarfBuzz would otherwise ask the process for its locale.
    buffer.setLanguage('en')
    buffer.guessSegmentProperties()
    harfbuzz.shape(font, buffer)
    const infos = buffer.getGlyphInfos()
    const positions = buffer.getGlyphPositions()
    return infos.map((info, index) => {
      const position = positions[index]
      if (position === undefined) throw new Error('HarfBuzz returned a glyph without a position')
      if (info.codepoint === 0) throw new Error('a character without a glyph reached the paper: it has to be refused at issue')
      const first = index === 0 || infos[index - 1]?.cluster !== info.cluster
      const next = infos.slice(index + 1).find(({ cluster }) => cluster !== info.cluster)
      return {
        id: info.codepoint,
        advance: position.xAdvance,
        dx: position.xOffset,
        dy: position.yOffset,
        text: first ? text.slice(info.cluster, next?.cluster ?? text.length) : '',
      }
    })
  }

  return (text) => {
    const known = memory.get(text)
    if (known !== undefined) return known
    if (memory.size >= remembered) memory.clear()
    const shaped = shapeAnew(text)
    memory.set(text, shaped)
    return shaped
  }
}
