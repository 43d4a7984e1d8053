import type { Paper, RenderedPaper } from '../ports/paper'
import { loadPaperAssets, type PaperAssets } from './paper-assets'
import { renderCertificate, renderReceipt, renderTranscript } from './render'
import { sha256Of } from './snapshot-proof'

/**
 * Paper drawn in this process, with the fonts of `directory` (`resources/fonts`) loaded at the first print.
 */
export function createPaper(directory: string): Paper {
  let loading: Promise<PaperAssets> | undefined
  const draw = async (render: (assets: PaperAssets) => Uint8Array): Promise<RenderedPaper> => {
    loading ??= loadPaperAssets(directory)
    const bytes = render(await loading)
    return { bytes, sha256: sha256Of(bytes) }
  }
  return {
    renderCertificate: (snapshot, proof) => draw((assets) => renderCertificate(snapshot, proof, assets)),
    renderReceipt: (snapshot) => draw((assets) => renderReceipt(snapshot, assets)),
    renderTranscript: (snapshot) => draw((assets) => renderTranscript(snapshot, assets)),
  }
}
