import type { Mark } from '../drawing'

/** Marks with the lowest point of their ink. */
export interface Laid {
  readonly marks: readonly Mark[]
  readonly bottom: number
}

/** Gaps are rounded to 3 points. */
export function gap(size: number, loosening: number): number {
  return Math.round((size * loosening) / 3) * 3
}

/** Lines that belong together keep together, and never touch. */
export function innerLoosening(loosening: number): number {
  return Math.min(Math.max(loosening, loosening < 0.8 ? 0.75 : 0.9), 1.12)
}
