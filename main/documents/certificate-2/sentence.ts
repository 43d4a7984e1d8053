import type { SecondCertificate } from '@shared/model/certificate-snapshot'
import { fitText, type FittingStep, type Headings } from '../certificate-fitting'
import { ink, secondary, type Mark } from '../drawing'
import { breakLines } from '../line-breaking'
import { hairline } from '../page-furniture'
import type { PaperAssets } from '../paper-assets'
import { partsOf, setParts, setText, type TypeRole } from '../text-setting'
import { layCredits } from './credits'
import { left, type Frame } from './frame'
import { gap, innerLoosening, type Laid } from './gaps'
import { layInlineTopics } from './topics'

const leadIn: TypeRole = { family: 'serif', size: 11.5 }
const degreesRole: TypeRole = { family: 'sans', size: 11 }
const lineRole: TypeRole = { family: 'sans', size: 9.5 }

/** What a step may place: the topics beneath the credit, where they fit there. */
export interface SentenceOptions {
  readonly headings: Headings
  readonly step: FittingStep
  readonly inlineTopics: boolean
}

/** The sentence a person reads: who, what, how much. Nothing when a part has no setting in this step. */
export function laySentence(snapshot: SecondCertificate, frame: Frame, { headings, step, inlineTopics }: SentenceOptions, assets: PaperAssets): Laid | undefined {
  const { name, title } = headings
  if (name === undefined || title === undefined) return undefined
  const measure = frame.mainRight - left
  const { loosening, sizes } = step
  const inner = innerLoosening(loosening)
  const marks: Mark[] = [...setText(snapshot.title, { family: 'serif', size: 21 }, left, frame.titleY, snapshot.provider.accent, assets)]
  let y = frame.titleY + gap(30, loosening)
  const paragraph = (text: string, role: TypeRole, lead: number, colour: string): void => {
    fitText(text, role, measure, assets).forEach(({ parts }, index) => {
      if (index > 0) y += lead
      marks.push(...setParts(parts, role, left, y, colour, assets))
    })
  }
  paragraph(snapshot.certifies, leadIn, 14, secondary)
  y = Math.ceil((y + 18 * inner + 0.72 * name.role.size) / 6) * 6
  name.lines.forEach(({ parts }, index) => {
    if (index > 0) y += name.lead
    marks.push(...setParts(parts, name.role, left - 0.03 * name.role.size, y, ink, assets))
  })
  if (snapshot.degrees !== '') {
    y += gap(24, inner)
    paragraph(snapshot.degrees, degreesRole, 14, ink)
  }
  y += gap(18, loosening)
  marks.push(hairline(left, frame.mainRight, y))
  y += gap(24, loosening)
  paragraph(snapshot.participated, leadIn, 14, secondary)
  y += gap(title.role.size + 6, inner)
  title.lines.forEach(({ parts }, index) => {
    if (index > 0) y += title.lead
    marks.push(...setParts(parts, title.role, left, y, ink, assets))
  })
  y += gap(18, inner)
  paragraph(snapshot.activityLine, lineRole, 12, secondary)
  if (snapshot.credits.length > 0) {
    y += gap(30, loosening)
    paragraph(snapshot.awarded, leadIn, 14, secondary)
    const credits = layCredits(snapshot.credits, { leadInY: y, compact: sizes !== 'full', loosening, right: frame.mainRight }, assets)
    marks.push(...credits.marks)
    y = credits.bottom
  }
  if (snapshot.inside !== '') {
    y += gap(24, inner)
    marks.push(...setText(snapshot.inside, { family: 'serif', size: 13 }, left, y, ink, assets))
  }
  if (snapshot.note.length > 0) {
    // Where no credit stands, the note takes its place and its size.
    const alone = snapshot.credits.length === 0
    const noteRole: TypeRole = { family: 'sans', size: alone ? 13 : 9.5 }
    y += alone ? gap(36, loosening) : gap(21, inner)
    breakLines(partsOf(snapshot.note, noteRole, assets), noteRole, measure, assets).forEach(({ parts }, index) => {
      if (index > 0) y += alone ? 18 : 12.5
      marks.push(...setParts(parts, noteRole, left, y, ink, assets))
    })
  }
  if (inlineTopics && snapshot.topics !== null) {
    const topics = layInlineTopics(snapshot.topics, y + gap(24, inner), measure, assets)
    if (topics === undefined) return undefined
    marks.push(...topics.marks)
    y = topics.bottom
  }
  return { marks, bottom: y + 3 }
}
