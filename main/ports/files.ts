import type { Result } from '@shared/model/result'

/** Writing files that a person asked for, outside the store. */
export interface Files {
  /** Writes the file whole or not at all, making its folder when missing. */
  write(path: string, content: string | Uint8Array | AsyncIterable<string>): Promise<Result<null, 'write_failed' | 'disk_full'>>
  /** A path below the folder, put together as the system wants it. */
  join(folder: string, name: string): string
}
