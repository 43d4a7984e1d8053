import type { PaperOrientation } from '@shared/model/certificate-snapshot'
import type { PaperSize } from '@shared/model/paper-snapshot'
import { landscape, portrait, type PageSize } from '../page-furniture'

/** The left edge of every page. */
export const left = 54

/** Where the parts of the first page stand: beside each other in landscape, above each other in portrait. */
export interface Frame {
  readonly page: PageSize
  readonly orientation: PaperOrientation
  readonly mainRight: number
  /** Left edge and width of the column of the statements. */
  readonly second: number
  readonly columnWidth: number
  readonly titleY: number
  readonly signatureY: number
  /** Baseline of the last line of the statements. */
  readonly lastStatement: number
  /** Where the number stands; on a portrait page it belongs to the record at the foot. */
  readonly numberX: number
}

/** The frame of a size and orientation; a portrait page has its record at the foot. */
export function frameOf(size: PaperSize, orientation: PaperOrientation): Frame {
  const across = orientation === 'landscape'
  const page = across ? landscape[size] : portrait(size)
  const mainRight = page.width - (across ? 246 : 54)
  const columnWidth = (mainRight - left - 24) / 2
  const signatureY = page.height - (across ? 96 : 240)
  return {
    page,
    orientation,
    mainRight,
    columnWidth,
    second: left + columnWidth + 24,
    titleY: across ? 138 : 144,
    signatureY,
    lastStatement: signatureY + 21.5,
    numberX: page.width - 204,
  }
}
