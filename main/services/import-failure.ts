/** Why an import stopped, in a code the window has a sentence for; `unexpected` is a bug or a damaged disk, and is logged. */
export type ImportFailure = 'disk_full' | 'file_unreadable' | 'store_damaged' | 'unexpected'

/** Reads the code that the disk, the file system or the store put on its error. */
export function importFailureOf(error: unknown): ImportFailure {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'SQLITE_FULL':
      return 'disk_full'
    case 'SQLITE_CORRUPT':
    case 'SQLITE_NOTADB':
      return 'store_damaged'
    case 'EIO':
    case 'EACCES':
    case 'ENOENT':
      return 'file_unreadable'
    default:
      return 'unexpected'
  }
}
