import type { Paper } from '../ports/paper'
import type { PaperAhead } from '../ports/paper-ahead'

/** Paper whose drawing library is read from the disk at the first print: most starts and commands draw nothing. */
export function paperWhenNeeded(fontFolder: string): Paper {
  let loading: Promise<Paper> | undefined
  const paper = (): Promise<Paper> => (loading ??= import('../documents/paper').then(({ createPaper }) => createPaper(fontFolder)))
  return {
    renderCertificate: async (snapshot, proof) => (await paper()).renderCertificate(snapshot, proof),
    renderReceipt: async (snapshot) => (await paper()).renderReceipt(snapshot),
    renderTranscript: async (snapshot) => (await paper()).renderTranscript(snapshot),
  }
}

/** Drawing ahead in this very process: for commands and tests, where no window waits for an answer. */
export function paperAheadHere(paper: Paper): PaperAhead {
  return { renderCertificate: (snapshot, proof) => paper.renderCertificate(snapshot, proof), end: () => undefined }
}
