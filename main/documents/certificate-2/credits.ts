import type { PrintedCredit } from '@shared/model/paper-snapshot'
import { ink, secondary, type Mark } from '../drawing'
import type { PaperAssets } from '../paper-assets'
import { partsOf, plainParts, setParts, setText, widthOf, type TypeRole } from '../text-setting'
import { left } from './frame'
import { gap, innerLoosening, type Laid } from './gaps'

/** Where credits are set: from the lead-in above them to the right edge of the sentence. */
export interface CreditPlace {
  readonly leadInY: number
  readonly compact: boolean
  readonly loosening: number
  readonly right: number
}

interface CreditSizes {
  readonly size: number
  readonly phraseSize: number
  readonly lead: number
}

const remarkRole: TypeRole = { family: 'sans', size: 8.5 }

function sizesFor(count: number, compact: boolean): CreditSizes {
  if (count === 1) return compact ? { size: 17, phraseSize: 14.75, lead: 0 } : { size: 23, phraseSize: 20, lead: 0 }
  if (compact) return { size: 12, phraseSize: 12, lead: 15 }
  return count <= 3 ? { size: 16, phraseSize: 16, lead: 24 } : { size: 13, phraseSize: 13, lead: 18 }
}

/** Amounts right-aligned over each other, each with its phrase and remark; what is too wide is set smaller or beneath. */
export function layCredits(credits: readonly PrintedCredit[], { leadInY, compact, loosening, right }: CreditPlace, assets: PaperAssets): Laid {
  const { size, phraseSize, lead } = sizesFor(credits.length, compact)
  const amountRole: TypeRole = { family: 'serif', size }
  const amountWidth = Math.max(...credits.map(({ amount }) => widthOf(plainParts(amount, amountRole, assets), amountRole, assets)))
  const phraseX = left + amountWidth + size * 0.34
  const marks: Mark[] = []
  let y = leadInY + gap(credits.length === 1 ? (compact ? 24 : 30) : compact ? 18 : 24, innerLoosening(loosening))
  credits.forEach(({ amount, phrase, remark }, index) => {
    if (index > 0) y += lead
    const wide = widthOf(partsOf(phrase, { family: 'serif', size: phraseSize }, assets), { family: 'serif', size: phraseSize }, assets)
    const phraseRole: TypeRole = { family: 'serif', size: phraseSize * Math.min(1, (right - phraseX) / wide) }
    const parts = partsOf(phrase, phraseRole, assets)
    marks.push(...setText(amount, amountRole, left + amountWidth, y, ink, assets, 'right'), ...setParts(parts, phraseRole, phraseX, y, ink, assets))
    const remarkX = phraseX + widthOf(parts, phraseRole, assets) + 12
    const beneath = remark !== '' && remarkX + widthOf(plainParts(remark, remarkRole, assets), remarkRole, assets) > right
    if (beneath) y += 11
    marks.push(...setText(remark, remarkRole, beneath ? phraseX : remarkX, y, secondary, assets))
  })
  return { marks, bottom: y }
}
