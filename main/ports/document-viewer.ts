import type { Result } from '@shared/model/result'

/** The system's own PDF reader. */
export interface DocumentViewer {
  /** Opens a temporary copy of the bytes under that file name; the stored bytes are never handed out. */
  open(bytes: Uint8Array, fileName: string): Promise<Result<null, 'no_reader'>>
}
