import type { CertificateProof } from '@shared/model/certificate-proof'
import type { SecondCertificate } from '@shared/model/certificate-snapshot'
import type { LabelledValue, StyledText } from '@shared/model/paper-snapshot'
import { hairlineColour, ink, secondary, upright, type Mark } from '../drawing'
import { breakLines } from '../line-breaking'
import { detail, hairline, numberRole, setLabel, setPair } from '../page-furniture'
import type { PaperAssets } from '../paper-assets'
import { partsOf, setParts, setText } from '../text-setting'
import { left, type Frame } from './frame'
import { qrMark } from './qr-mark'

function checkLine({ code }: CertificateProof, checkedBy: string, start: string): StyledText {
  return [
    { text: `${start} number and code `, style: 'regular' },
    { text: code, style: 'strong' },
    { text: ` to ${checkedBy}`, style: 'regular' },
  ]
}

/** The stub at the right of a landscape page: the record, and the mark that proves it. */
function layStub(snapshot: SecondCertificate, proof: CertificateProof | null, { page, numberX }: Frame, assets: PaperAssets): Mark[] {
  const place = { x: numberX, right: numberX + 150, top: 100.6, below: 100.6, bottom: 400 }
  const marks: Mark[] = [upright(numberX - 21, 60, page.height - 60, 0.35, hairlineColour), ...setRecord(snapshot.record, place, stubSpacings, assets)]
  if (proof === null) return marks
  marks.push(qrMark(proof.token, numberX, 409, 99), ...setLabel('Check this record', numberX, 520, assets))
  breakLines(partsOf(checkLine(proof, snapshot.checkedBy, 'Scan, or send'), detail, assets), detail, 150, assets).forEach(({ parts }, index) => {
    marks.push(...setParts(parts, detail, numberX, 530 + index * 9.5, secondary, assets))
  })
  return marks
}

interface Spacing {
  readonly columns: number
  readonly between: number
}
const stubSpacings: readonly Spacing[] = [
  { columns: 1, between: 18.5 },
  { columns: 1, between: 13 },
]
const bandSpacings: readonly Spacing[] = [
  { columns: 2, between: 18.5 },
  { columns: 2, between: 14.5 },
  { columns: 3, between: 14.5 },
  { columns: 4, between: 13 },
]

/** Room for pairs: the first column begins at `below`, the others at `top`; baselines end at `bottom`. */
interface PairPlace {
  readonly x: number
  readonly right: number
  readonly top: number
  readonly below: number
  readonly bottom: number
}

/** Pairs in columns beneath each other; nothing where they need more room. */
function pairColumns(pairs: readonly LabelledValue[], place: PairPlace, { columns, between }: Spacing, assets: PaperAssets): Mark[] | undefined {
  const width = (place.right - place.x - 24 * (columns - 1)) / columns
  const marks: Mark[] = []
  let column = 0
  let y = place.below
  for (const pair of pairs) {
    let set = setPair(pair, place.x + column * (width + 24), y, width, assets)
    if (set.bottom > place.bottom) {
      column += 1
      if (column === columns) return undefined
      set = setPair(pair, place.x + column * (width + 24), place.top, width, assets)
      if (set.bottom > place.bottom) return undefined
    }
    marks.push(...set.marks)
    y = set.bottom + between - (pair.detail === '' ? 0 : 1.5)
  }
  return marks
}

function setRecord(pairs: readonly LabelledValue[], place: PairPlace, spacings: readonly Spacing[], assets: PaperAssets): Mark[] {
  const set = spacings.map((spacing) => pairColumns(pairs, place, spacing, assets)).find((marks) => marks !== undefined)
  if (set === undefined) throw new Error('a record outgrew its place: composition has to refuse such texts')
  return set
}

/** The record across the foot of a portrait page. */
function layFootBand(snapshot: SecondCertificate, proof: CertificateProof | null, { page }: Frame, assets: PaperAssets): Mark[] {
  const top = page.height - 192
  const right = page.width - left
  const x = proof === null ? left : 178
  const place = { x, right, top: top + 3, below: top + 39, bottom: page.height - 86 }
  const marks: Mark[] = [
    hairline(left, right, page.height - 202),
    ...setLabel(snapshot.number.label, x, top + 3, assets),
    ...setText(snapshot.number.value, numberRole, x, top + 18, ink, assets),
    ...setRecord(snapshot.record, place, bandSpacings, assets),
  ]
  if (proof === null) return marks
  const line = partsOf(checkLine(proof, snapshot.checkedBy, 'Check: scan, or send'), detail, assets)
  return [...marks, qrMark(proof.token, left, top, 100), ...setParts(line, detail, left, page.height - 75, secondary, assets)]
}

/** The record a registrar checks, beside or beneath the sentence. */
export function layRecord(snapshot: SecondCertificate, proof: CertificateProof | null, frame: Frame, assets: PaperAssets): Mark[] {
  return frame.orientation === 'landscape' ? layStub(snapshot, proof, frame, assets) : layFootBand(snapshot, proof, frame, assets)
}
