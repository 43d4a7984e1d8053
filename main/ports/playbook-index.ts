/** A playbook that fits a question; the higher the score, the better. */
export interface PlaybookHit {
  readonly id: string
  readonly score: number
}

/** Finds playbooks by a learner's own words: typos, accents and the order of words are forgiven. */
export interface PlaybookIndex {
  /** Best first; a blank text finds nothing. */
  search(text: string): readonly PlaybookHit[]
}
