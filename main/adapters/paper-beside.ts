import { z } from 'zod'
import type { CertificateProof } from '@shared/model/certificate-proof'
import type { CertificateSnapshot } from '@shared/model/certificate-snapshot'
import type { RenderedPaper } from '../ports/paper'
import { PaperProcessEnded, type PaperAhead } from '../ports/paper-ahead'

/** A started drawing process, `main/jobs/paper-worker.ts`: a utility process of Electron, or a thread under plain Node. */
export interface PaperProcess {
  post(order: unknown): void
  onAnswer(listener: (answer: unknown) => void): void
  /** Called once, however it ended. */
  onEnd(listener: () => void): void
  end(): void
}

const answerSchema = z.union([
  z.object({ order: z.number(), bytes: z.instanceof(Uint8Array), sha256: z.string() }),
  z.object({ order: z.number(), fault: z.string() }),
])

interface Waiting {
  resolve(paper: RenderedPaper): void
  reject(error: Error): void
}

interface Running {
  readonly process: PaperProcess
  readonly waiting: Map<number, Waiting>
}

/** Paper drawn by a process of its own, started at the first order after each end; one at a time. */
export function createPaperBeside(start: () => PaperProcess): PaperAhead {
  let running: Running | undefined
  let orders = 0

  function begin(): Running {
    const begun: Running = { process: start(), waiting: new Map() }
    begun.process.onAnswer((message) => {
      const answer = answerSchema.parse(message)
      const asked = begun.waiting.get(answer.order)
      begun.waiting.delete(answer.order)
      if ('fault' in answer) asked?.reject(new Error(answer.fault))
      else asked?.resolve({ bytes: answer.bytes, sha256: answer.sha256 })
    })
    begun.process.onEnd(() => giveUp(begun))
    return begun
  }

  function giveUp(ended: Running): void {
    if (running === ended) running = undefined
    for (const waiting of ended.waiting.values()) waiting.reject(new PaperProcessEnded('the drawing process ended'))
    ended.waiting.clear()
  }

  return {
    renderCertificate(snapshot: CertificateSnapshot, proof: CertificateProof | null) {
      return new Promise<RenderedPaper>((resolve, reject) => {
        running ??= begin()
        orders += 1
        running.waiting.set(orders, { resolve, reject })
        running.process.post({ order: orders, snapshot, proof })
      })
    },
    end() {
      const ending = running
      if (ending === undefined) return
      giveUp(ending)
      ending.process.end()
    },
  }
}
