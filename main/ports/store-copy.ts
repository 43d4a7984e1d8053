/** A copy of the store that was read through after it was written. */
export interface StoreCopy {
  readonly sha256: string
  readonly bytes: number
  /** How far the audit reaches in it; its chain of hashes holds. */
  readonly auditEntries: number
}

/** Why no copy was made; nothing of it is left behind. */
export type CopyProblem = 'disk_full' | 'write_failed' | 'store_damaged'
