import type { Paper } from './paper'

/** The process that draws has ended; nothing is wrong with the paper, and asking again may go well. */
export class PaperProcessEnded extends Error {
  override readonly name = 'PaperProcessEnded'
}

/** Draws certificates that nobody waits for, beside the process that answers the window. */
export interface PaperAhead extends Pick<Paper, 'renderCertificate'> {
  /** Lets the memory and the process of drawing go; the next drawing begins anew. What is being drawn is rejected. */
  end(): void
}
