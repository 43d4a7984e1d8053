import type { FaceKey } from './paper-assets'

/** Text of one face; sizes and rises are relative to the role's. */
export interface FacePart {
  readonly text: string
  readonly face: FaceKey
  readonly scale: number
  readonly rise: number
  /** The direction of the whole text it belongs to, where that is from right to left. */
  readonly paragraph?: 'rtl'
}
