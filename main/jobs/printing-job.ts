import type { Log } from '../ports/log'
import { PaperProcessEnded } from '../ports/paper-ahead'
import type { ImportService } from '../services/import-service'
import type { PrintingAhead } from '../services/printing-ahead'

/** Prints ahead while the window has the desk, so that bytes and hash are on file before somebody asks. */
export interface PrintingJob {
  /** Begins a run, or another after the one under way: at start, and when there may be new certificates. */
  nudge(): void
  /** Ends after the certificate at hand; the rest is drawn at the next start, or when it is asked for. */
  stop(): Promise<void>
}

export interface PrintingJobParts {
  readonly printing: PrintingAhead
  readonly imports: Pick<ImportService, 'idle'>
  readonly log: Log
  /** Milliseconds before a run, so that a start or an import's end is not slowed down by it. */
  readonly waitMilliseconds?: number
}

/** Certificates kept in one transaction: short enough for the window to be answered between two. */
const certificatesPerRound = 25
/** About 70 MB of paper; a desk of millions of claims must not grow by all of them at once. */
const mostPerRun = 5000

export function createPrintingJob({ printing, imports, log, waitMilliseconds = 3000 }: PrintingJobParts): PrintingJob {
  const stopping = new AbortController()
  const stopped = new Promise<void>((settle) => stopping.signal.addEventListener('abort', () => settle(), { once: true }))
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let again = false

  async function run(): Promise<void> {
    const total = { printed: 0, refused: 0 }
    try {
      let next: number | null = 0
      while (next !== null && total.printed < mostPerRun) {
        // An import writes chunk after chunk; two writers in turn would slow it down.
        await Promise.race([imports.idle(), stopped])
        if (stopping.signal.aborted) return
        const done = await printing.round({ after: next, limit: certificatesPerRound, signal: stopping.signal })
        total.printed += done.printed
        total.refused += done.refused
        next = done.next
      }
    } catch (fault) {
      if (!(fault instanceof PaperProcessEnded)) log.fault('printing_ahead_failed', fault)
      else if (!stopping.signal.aborted) log.info('printing_ahead_ended_early')
    } finally {
      printing.rest()
      if (total.printed + total.refused > 0) log.info('printed_ahead', total)
    }
  }

  function begin(): void {
    timer = undefined
    again = false
    running = run().finally(() => {
      running = undefined
      if (again) schedule()
    })
  }

  function schedule(): void {
    if (!stopping.signal.aborted) timer ??= setTimeout(begin, waitMilliseconds)
  }

  return {
    nudge() {
      if (running === undefined) schedule()
      else again = true
    },
    async stop() {
      stopping.abort()
      clearTimeout(timer)
      const last = running
      // The certificate being drawn is not waited for: it is drawn again at the next start.
      if (last !== undefined) printing.rest()
      await last
    },
  }
}
