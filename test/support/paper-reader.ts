import { inflateSync } from 'node:zlib'

/** A stream of a PDF, unpacked, with the dictionary before it. */
interface PdfStream {
  readonly dictionary: string
  readonly content: string
}

function objectsOf(bytes: Uint8Array): Map<number, PdfStream> {
  const file = Buffer.from(bytes).toString('latin1')
  const objects = new Map<number, PdfStream>()
  for (const match of file.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [, number = '', body = ''] = match
    const stream = /^([\s\S]*?)\nstream\n([\s\S]*)\nendstream$/.exec(body)
    if (stream === null) objects.set(Number(number), { dictionary: body, content: '' })
    else {
      const packed = Buffer.from(stream[2] ?? '', 'latin1')
      const content = (stream[1] ?? '').includes('/FlateDecode') ? inflateSync(packed).toString('latin1') : packed.toString('latin1')
      objects.set(Number(number), { dictionary: stream[1] ?? '', content })
    }
  }
  return objects
}

function reference(dictionary: string, key: string): number {
  const found = new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary)
  if (found === null) throw new Error(`no /${key} in ${dictionary}`)
  return Number(found[1])
}

function charactersOf(cmap: string): Map<string, string> {
  return new Map(Array.from(cmap.matchAll(/<([0-9a-f]{4})><([0-9a-f]{4})>/g), ([, glyph = '', code = '']) => [glyph, String.fromCharCode(Number.parseInt(code, 16))]))
}

function utf16Of(hex: string): string {
  return Array.from(hex.matchAll(/[0-9A-Fa-f]{4}/g), ([code]) => String.fromCharCode(Number.parseInt(code, 16))).join('').replace(/^\ufeff/, '')
}

/**
 * The runs of text of every page, in the order they were drawn, as a reader of the file gets them: through each
 * font's ToUnicode table, or from the text carried beside the glyphs.
 */
export function readPaper(bytes: Uint8Array): string[][] {
  const objects = objectsOf(bytes)
  const resources = Array.from(objects.values()).find(({ dictionary }) => dictionary.includes('/ProcSet'))
  const fonts = new Map<string, Map<string, string>>()
  for (const [, name = '', number = ''] of (resources?.dictionary ?? '').matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const font = objects.get(Number(number))?.dictionary ?? ''
    fonts.set(name, charactersOf(objects.get(reference(font, 'ToUnicode'))?.content ?? ''))
  }
  const pages = Array.from(objects.values()).filter(({ dictionary }) => dictionary.includes('/Type /Page\n'))
  return pages.map(({ dictionary }) => runsOf(objects.get(reference(dictionary, 'Contents'))?.content ?? '', fonts))
}

function runsOf(content: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string[] {
  const runs: string[] = []
  for (const [block, spoken] of content.matchAll(/(?:\/Span <<\/ActualText <([0-9A-Fa-f]+)>>> BDC\n)?BT\n[\s\S]*?\nET/g)) {
    if (spoken !== undefined) runs.push(utf16Of(spoken))
    else {
      const font = fonts.get(/\/(F\d+) /.exec(block)?.[1] ?? '')
      const glyphs = Array.from(block.matchAll(/<([0-9a-f]{4})>/g), ([, glyph = '']) => font?.get(glyph) ?? '\ufffd')
      if (glyphs.length > 0) runs.push(glyphs.join(''))
    }
  }
  return runs
}

/** All text of a document, runs joined by line ends. */
export function paperTextOf(bytes: Uint8Array): string {
  return readPaper(bytes).flat().join('\n')
}
