import type { FoundKind } from '@shared/model/field-codes'

/** A record the search came upon, before its facts are read. */
export interface Candidate {
  readonly kind: FoundKind
  readonly id: number
  /** Why, where the record's line does not show it. */
  readonly matched: string
}

/** Keeps the first of each record. */
export function distinct(candidates: readonly Candidate[]): readonly Candidate[] {
  const seen = new Set<string>()
  return candidates.filter(({ kind, id }) => {
    const key = `${kind} ${String(id)}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
