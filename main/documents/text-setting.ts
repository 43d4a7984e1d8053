import { paperRuns } from '@shared/policy/printable-name'
import type { PaperFamily, PrintedName, RunStyle, StyledText } from '@shared/model/paper-snapshot'
import { paragraphDirection, visualParts } from './bidi'
import type { FacePart } from './face-part'
import type { Colour, TextMark } from './drawing'
import type { FaceKey, PaperAssets } from './paper-assets'

/** A kind of text of the layout: its family, size in points and weight. */
export interface TypeRole {
  readonly family: 'serif' | 'sans'
  readonly size: number
  readonly weight?: 'semibold'
  /** Extra space between letters, in em. */
  readonly tracking?: number
}

export interface SetLine {
  readonly parts: readonly FacePart[]
  readonly width: number
}

/** What makes the other families look the size of the Source families. */
const familyScale: Readonly<Record<PaperFamily, number>> = {
  source: 1,
  wide: 0.93,
  han: 0.94,
  han_rare: 0.94,
  japanese: 0.94,
  korean: 0.94,
  traditional: 0.94,
  hebrew: 0.98,
  arabic: 1.08,
  devanagari: 0.92,
  armenian: 0.96,
  thai: 1,
}
/** Below this size U+2122, superior in itself, stands unraised and full. */
const raisedFrom = 12
const raisedScale = 0.62

function sourceFace(role: TypeRole, style: RunStyle): FaceKey {
  if (style === 'italic' || style === 'superscript') return role.family === 'serif' ? 'serif-italic' : 'sans-italic'
  const semibold = style === 'strong' || role.weight === 'semibold'
  if (role.family === 'serif') return semibold ? 'serif-semibold' : 'serif-regular'
  return semibold ? 'sans-semibold' : 'sans-regular'
}

const scriptFaces: Readonly<Record<Exclude<PaperFamily, 'source'>, FaceKey>> = {
  wide: 'wide-regular',
  han: 'han-regular',
  han_rare: 'han-rare',
  japanese: 'japanese-regular',
  korean: 'korean-regular',
  traditional: 'traditional-regular',
  hebrew: 'hebrew-regular',
  arabic: 'arabic-regular',
  devanagari: 'devanagari-regular',
  armenian: 'armenian-regular',
  thai: 'thai-regular',
}

function faceOf(family: PaperFamily, role: TypeRole, style: RunStyle): FaceKey {
  return family === 'source' ? sourceFace(role, style) : scriptFaces[family]
}

/** The parts of a styled text in the faces that have its characters. */
export function partsOf(text: StyledText, role: TypeRole, assets: PaperAssets): FacePart[] {
  const paragraph = paragraphDirection(text.map((run) => run.text).join(''))
  return text.flatMap((run) => {
    const raised = run.style === 'superscript' && role.size >= raisedFrom
    return paperRuns(run.text, assets.fontsRelease).map(({ text: words, family }) => ({
      text: words,
      face: faceOf(family, role, run.style),
      scale: familyScale[family] * (raised ? raisedScale : 1),
      rise: raised ? 0.46 * raisedScale : 0,
      ...paragraph,
    }))
  })
}

/** The parts of plain text. */
export function plainParts(text: string, role: TypeRole, assets: PaperAssets): FacePart[] {
  return partsOf([{ text, style: 'regular' }], role, assets)
}

/** The parts of a name, in the families frozen with it. */
export function nameParts(name: PrintedName, role: TypeRole): FacePart[] {
  const paragraph = paragraphDirection(name.text)
  return name.runs.map(({ text, family }) => ({ text, face: faceOf(family, role, 'regular'), scale: familyScale[family], rise: 0, ...paragraph }))
}

function unitsPerPoint(assets: PaperAssets, part: FacePart, size: number): number {
  return (size * part.scale) / assets.faces[part.face].font.unitsPerEm
}

/** Width of parts set in one line, in points. */
export function widthOf(parts: readonly FacePart[], role: TypeRole, assets: PaperAssets): number {
  return visualParts(parts).reduce((sum, part) => {
    const glyphs = assets.faces[part.face].shape(part.text, part.direction)
    const units = glyphs.reduce((total, glyph) => total + glyph.advance, 0)
    return sum + units * unitsPerPoint(assets, part, role.size) + glyphs.length * (role.tracking ?? 0) * role.size
  }, 0)
}

/** The marks of one line whose baseline begins at `x`, `y`. */
export function setParts(parts: readonly FacePart[], role: TypeRole, x: number, y: number, colour: Colour, assets: PaperAssets): TextMark[] {
  let at = x
  return visualParts(parts).map((part) => {
    const face = assets.faces[part.face]
    const glyphs = face.shape(part.text, part.direction)
    const mark = {
      kind: 'text',
      x: at,
      y: y - part.rise * role.size,
      face: part.face,
      size: role.size * part.scale,
      colour,
      text: part.text,
      glyphs,
      tracking: ((role.tracking ?? 0) * face.font.unitsPerEm) / part.scale,
      rightToLeft: part.direction === 'rtl',
    } satisfies TextMark
    at += glyphs.reduce((total, glyph) => total + glyph.advance, 0) * unitsPerPoint(assets, part, role.size) + glyphs.length * (role.tracking ?? 0) * role.size
    return mark
  })
}

export type Alignment = 'left' | 'right' | 'centre'

/** One line of plain text, set from `x`, up to `x` or around it. */
export function setText(text: string, role: TypeRole, x: number, y: number, colour: Colour, assets: PaperAssets, align: Alignment = 'left'): TextMark[] {
  if (text === '') return []
  const parts = plainParts(text, role, assets)
  const width = align === 'left' ? 0 : widthOf(parts, role, assets)
  return setParts(parts, role, align === 'right' ? x - width : align === 'centre' ? x - width / 2 : x, y, colour, assets)
}
