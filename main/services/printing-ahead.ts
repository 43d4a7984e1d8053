import type { SecondCertificate } from '@shared/model/certificate-snapshot'
import { ok } from '@shared/model/result'
import { PaperProcessEnded } from '../ports/paper-ahead'
import type { Certificate, CertificateContextFacts, KeptPaper } from '../ports/repositories/certificate-repository'
import type { ServicePorts } from '../ports/service-ports'
import type { ProofService } from './certificate-proof'
import { certificateFactsOf, composeFrozen } from './certificate-service'
import { sealSnapshot } from './paper-keeping'

/** How far a round of printing ahead came. */
export interface PrintedAhead {
  readonly printed: number
  /** Names or texts no font prints, and papers that could not be drawn; each is told when somebody asks for it. */
  readonly refused: number
  /** Where the next round begins; null when every certificate was seen. */
  readonly next: number | null
}

export interface PrintingAhead {
  /**
   * Draws up to `limit` certificates nobody has printed yet, so that a print is at hand at once, and keeps them in one
   * transaction: the very bytes a first print would make (H31). Stops between two when aborted and keeps what it has.
   */
  round(which: { readonly after: number; readonly limit: number; readonly signal: AbortSignal }): Promise<PrintedAhead>
  /** Lets the drawing process go until the next round. */
  rest(): void
}

interface DrawnPaper {
  readonly id: number
  readonly template: SecondCertificate['template']
  readonly paper: KeptPaper
}

interface Unprinted {
  readonly certificate: Certificate
  readonly context: CertificateContextFacts
}

/** Wires printing ahead; part of `createServices`. */
export function createPrintingAhead({ unitOfWork, paperAhead, hashing, log }: Pick<ServicePorts, 'unitOfWork' | 'paperAhead' | 'hashing' | 'log'>, proofs: ProofService): PrintingAhead {
  function listUnprinted(after: number, limit: number): Promise<readonly Unprinted[]> {
    return unitOfWork.read(async ({ certificates }) => {
      const list = await certificates.listNeverPrinted(after, limit)
      const contexts = new Map<number, CertificateContextFacts>()
      for (const id of new Set(list.map(({ contextId }) => contextId))) contexts.set(id, await certificates.getContext(id))
      return list.flatMap((certificate) => {
        const context = contexts.get(certificate.contextId)
        return context === undefined ? [] : [{ certificate, context }]
      })
    })
  }

  async function draw({ certificate, context }: Unprinted): Promise<DrawnPaper | undefined> {
    const composed = composeFrozen(certificateFactsOf(certificate, context))
    if (!composed.ok) {
      log.info('not_printed_ahead', { certificate: certificate.id, code: composed.error.code })
      return undefined
    }
    try {
      const frozen = sealSnapshot(composed.value, hashing)
      const proof = await proofs.prove(composed.value, frozen.snapshotSha256)
      const { bytes, kept } = await proofs.seal((await paperAhead.renderCertificate(composed.value, proof)).bytes, proof)
      return { id: certificate.id, template: composed.value.template, paper: { ...frozen, bytes, bytesSha256: hashing.sha256(bytes), proof: kept } }
    } catch (fault) {
      if (fault instanceof PaperProcessEnded) throw fault
      // One that cannot be drawn must not keep the others waiting for ever.
      log.fault('not_drawn_ahead', fault, { certificate: certificate.id })
      return undefined
    }
  }

  return {
    async round({ after, limit, signal }) {
      const waiting = await listUnprinted(after, limit)
      const papers: DrawnPaper[] = []
      let seen = 0
      for (const unprinted of waiting) {
        if (signal.aborted) break
        const paper = await draw(unprinted)
        if (paper !== undefined) papers.push(paper)
        seen += 1
      }
      if (papers.length > 0) {
        await unitOfWork.run(async ({ certificates }) => {
          for (const { id, paper, template } of papers) await certificates.keepPaper(id, paper, template)
          return ok(null)
        })
      }
      const last = seen === 0 ? after : (waiting[seen - 1]?.certificate.id ?? after)
      return { printed: papers.length, refused: seen - papers.length, next: seen === waiting.length && waiting.length < limit ? null : last }
    },
    rest: () => paperAhead.end(),
  }
}
