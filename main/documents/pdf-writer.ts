import { jsPDF } from 'jspdf'
import type { BarsMark, BoxesMark, DocumentDrawing, FrameMark, LineMark, Mark, PageDrawing, TextMark } from './drawing'
import { faceKeys, type FaceKey, type PaperAssets, type PaperFace } from './paper-assets'
import { advanceOf, cutTrueType, type CutFont } from './true-type'

/** A face of one document: the cut font, how the file calls it, and what its glyphs mean. */
interface EmbeddedFace {
  readonly face: PaperFace
  readonly cut: CutFont
  readonly resource: string
  /** From glyph of the whole font to its character; glyphs that stand for several things are left out. */
  readonly characters: ReadonlyMap<number, string>
}

function number(value: number): string {
  const text = value.toFixed(3)
  return text.includes('.') ? text.replace(/\.?0+$/, '').replace(/^-0$/, '0') : text
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0')
}

function colour(value: string): string {
  return [1, 3, 5].map((place) => number(Number.parseInt(value.slice(place, place + 2), 16) / 255)).join(' ')
}

function binaryString(bytes: Uint8Array): string {
  let text = ''
  for (let start = 0; start < bytes.length; start += 8192) text += String.fromCharCode(...bytes.subarray(start, start + 8192))
  return text
}

function charactersOf(marks: readonly TextMark[]): Map<number, string> {
  const characters = new Map<number, string>()
  for (const { id, text } of marks.flatMap(({ glyphs }) => glyphs)) {
    if (text.length === 1 && !characters.has(id)) characters.set(id, text)
  }
  return characters
}

/** The raw page operators; jsPDF keeps them from its types. */
function write(document: jsPDF, operators: string): void {
  const method: unknown = Reflect.get(document.internal, 'write')
  if (typeof method !== 'function') throw new Error('this jsPDF takes no raw operators')
  Reflect.apply(method, document.internal, [operators])
}

interface FontMetadata {
  readonly glyIdsUsed: number[]
  readonly toUnicode: Record<number, number>
  readonly Unicode: { readonly widths: (number | number[])[] }
}

function isFontMetadata(value: unknown): value is FontMetadata {
  return typeof value === 'object' && value !== null && 'glyIdsUsed' in value && 'toUnicode' in value && 'Unicode' in value
}

function embed(document: jsPDF, face: PaperFace, marks: readonly TextMark[]): EmbeddedFace {
  const cut = cutTrueType(face.font, marks.flatMap(({ glyphs }) => glyphs.map(({ id }) => id)))
  // A cut font bears six letters before its name; which ones is free.
  const name = `CMEDSK+${face.postScriptName}`
  document.addFileToVFS(name, binaryString(cut.bytes))
  const resource = document.addFont(name, name, 'normal', 'normal', 'Identity-H')
  document.setFont(name, 'normal')
  // jsPDF leaves out fonts that its own text() never used; the cut font maps no characters, so this shows nothing.
  document.text(' ', 0, 0)
  const metadata: unknown = document.getFont().metadata
  if (!isFontMetadata(metadata)) throw new Error('this jsPDF keeps its fonts in another way')
  const characters = charactersOf(marks)
  for (const [whole, id] of cut.glyphs) {
    metadata.glyIdsUsed.push(id)
    metadata.Unicode.widths.push(id, [Math.round((advanceOf(face.font, whole) * 1000) / face.font.unitsPerEm)])
    const character = characters.get(whole)
    if (character !== undefined) metadata.toUnicode[id] = character.charCodeAt(0)
  }
  return { face, cut, resource, characters }
}

function glyphOperators(mark: TextMark, embedded: EmbeddedFace): string {
  const { unitsPerEm } = embedded.face.font
  const pieces: string[] = []
  let open = ''
  let pending = 0
  let rise = 0
  const flush = (): void => {
    if (open !== '') pieces.push(`[${open}] TJ`)
    open = ''
  }
  for (const glyph of mark.glyphs) {
    if (glyph.dy !== rise) {
      flush()
      pieces.push(`${number((glyph.dy * mark.size) / unitsPerEm)} Ts`)
      rise = glyph.dy
    }
    const before = Math.round(((pending - glyph.dx) * 1000) / unitsPerEm)
    if (before !== 0) open += String(before)
    open += `<${hex(embedded.cut.glyphs.get(glyph.id) ?? 0, 4)}>`
    pending = advanceOf(embedded.face.font, glyph.id) + glyph.dx - glyph.advance - mark.tracking
  }
  flush()
  if (rise !== 0) pieces.push('0 Ts')
  return pieces.join('\n')
}

/**
 * Text that the glyphs' own characters do not spell out is carried beside them, so that it can be read and found;
 * so are marks set back over their letter, after which readers would see a blank, and text read from the right.
 */
function needsOwnText(mark: TextMark, { characters }: EmbeddedFace): boolean {
  return mark.rightToLeft || mark.glyphs.some(({ id, text, dx, dy }) => characters.get(id) !== text || dx !== 0 || dy !== 0)
}

function textOperators(mark: TextMark, page: PageDrawing, embedded: EmbeddedFace): string {
  const set = [
    'BT',
    `/${embedded.resource} ${number(mark.size)} Tf`,
    `${colour(mark.colour)} rg`,
    `1 0 0 1 ${number(mark.x)} ${number(page.height - mark.y)} Tm`,
    glyphOperators(mark, embedded),
    'ET',
  ].join('\n')
  if (!needsOwnText(mark, embedded)) return set
  const utf16 = Array.from({ length: mark.text.length }, (_, index) => hex(mark.text.charCodeAt(index), 4)).join('')
  return `/Span <</ActualText <FEFF${utf16}>>> BDC\n${set}\nEMC`
}

function lineOperators(mark: LineMark, page: PageDrawing): string {
  const from = `${number(mark.x1)} ${number(page.height - mark.y1)} m`
  const to = `${number(mark.x2)} ${number(page.height - mark.y2)} l`
  return `${colour(mark.colour)} RG ${number(mark.width)} w ${from} ${to} S`
}

function frameOperators(mark: FrameMark, page: PageDrawing): string {
  const corner = `${number(mark.x)} ${number(page.height - mark.y - mark.height)}`
  return `${colour(mark.colour)} RG ${number(mark.stroke)} w ${corner} ${number(mark.width)} ${number(mark.height)} re S`
}

function barsOperators(mark: BarsMark, page: PageDrawing): string {
  const base = number(page.height - mark.base)
  const bars = mark.bars.map(({ x, height }) => `${number(x)} ${base} ${number(mark.width)} ${number(height)} re`)
  return `${colour(mark.colour)} rg\n${bars.join('\n')}\nf`
}

function boxesOperators(mark: BoxesMark, page: PageDrawing): string {
  const boxes = mark.boxes.map(({ x, y, width, height }) => `${number(x)} ${number(page.height - y - height)} ${number(width)} ${number(height)} re`)
  return `${colour(mark.colour)} rg\n${boxes.join('\n')}\nf`
}

function operatorsOf(mark: Mark, page: PageDrawing, embedded: ReadonlyMap<FaceKey, EmbeddedFace>): string {
  switch (mark.kind) {
    case 'line':
      return lineOperators(mark, page)
    case 'frame':
      return frameOperators(mark, page)
    case 'bars':
      return barsOperators(mark, page)
    case 'boxes':
      return boxesOperators(mark, page)
    case 'text': {
      const face = embedded.get(mark.face)
      if (face === undefined) throw new Error(`the face ${mark.face} was not embedded`)
      return textOperators(mark, page, face)
    }
  }
}

/** Writes a drawing as PDF. The same drawing gives the same bytes in any process, zone and locale. */
export function writePdf(drawing: DocumentDrawing, assets: PaperAssets): Uint8Array {
  const first = drawing.pages[0]
  if (first === undefined) throw new Error('a document has at least one page')
  const orientation = (page: PageDrawing): 'landscape' | 'portrait' => (page.width > page.height ? 'landscape' : 'portrait')
  const document = new jsPDF({
    unit: 'pt',
    format: [first.width, first.height],
    orientation: orientation(first),
    compress: true,
    putOnlyUsedFonts: true,
  })
  // As text: a Date would be written in the zone of the process.
  document.setCreationDate(`D:${drawing.createdAt}+00'00'`)
  document.setFileId(drawing.fileId)
  document.setDocumentProperties({ title: drawing.title, author: drawing.author, subject: drawing.subject, creator: 'CME Desk' })
  document.setLanguage('en-US')
  const texts = drawing.pages.flatMap(({ marks }) => marks).filter((mark) => mark.kind === 'text')
  const embedded = new Map<FaceKey, EmbeddedFace>()
  for (const key of faceKeys) {
    const marks = texts.filter(({ face }) => face === key)
    if (marks.length > 0) embedded.set(key, embed(document, assets.faces[key], marks))
  }
  drawing.pages.forEach((page, index) => {
    if (index > 0) document.addPage([page.width, page.height], orientation(page))
    for (const mark of page.marks) write(document, operatorsOf(mark, page, embedded))
  })
  return new Uint8Array(document.output('arraybuffer'))
}
