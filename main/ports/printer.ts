import type { Result } from '@shared/model/result'

/** The system's print dialog. */
export interface Printer {
  /** Answers false when the person closed the dialog. */
  print(bytes: Uint8Array): Promise<Result<boolean, 'no_printer'>>
}
