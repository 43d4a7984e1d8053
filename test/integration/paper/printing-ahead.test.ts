import { performance } from 'node:perf_hooks'
import { afterEach, describe, expect, it } from 'vitest'
import { recordId } from '@shared/model/record-id'
import { nodeHashing } from '../../../main/adapters/node-hashing'
import { nodePorts } from '../../../main/adapters/node-ports'
import { fixedClock } from '../../../main/adapters/system-clock'
import { openSnapshot, renderSnapshot } from '../../../main/services/paper-keeping'
import { sampleNow } from '../../support/temporary-desk'
import { createPaperBeside } from '../../../main/adapters/paper-beside'
import { createPrintingJob } from '../../../main/jobs/printing-job'
import type { PaperAhead } from '../../../main/ports/paper-ahead'
import type { Certificate } from '../../../main/ports/repositories/certificate-repository'
import { openSampleDesk, openSmallDesk, type PaperDesk } from '../../support/paper-desk'
import { paperThread } from '../../support/paper-thread'
import { valueOf } from '../../support/mail-desk'

const log = { info: () => undefined, fault: (event: string, fault: unknown) => { throw new Error(event, { cause: fault }) } }

describe('printing ahead', () => {
  let desk: PaperDesk | undefined
  let beside: PaperAhead | undefined
  afterEach(async () => {
    beside?.end()
    await desk?.remove()
    desk = undefined
    beside = undefined
  })

  const unprinted = (of: PaperDesk): Promise<readonly Certificate[]> => of.look(({ certificates }) => certificates.listNeverPrinted(0, 100_000))

  /** Runs the job until it rests. */
  async function runJob(of: PaperDesk): Promise<Readonly<Record<string, unknown>>> {
    return new Promise((settle) => {
      const info = (event: string, facts?: Readonly<Record<string, unknown>>): void => {
        if (event === 'printed_ahead') settle(facts ?? {})
      }
      createPrintingJob({ printing: of.printingAhead, imports: of.imports, log: { ...log, info }, waitMilliseconds: 0 }).nudge()
    })
  }

  it('goes on where it stopped, skips what no font prints, and can be stopped', async () => {
    desk = await openSmallDesk()
    const { signal } = new AbortController()
    const first = await desk.printingAhead.round({ after: 0, limit: 3, signal })
    expect(first).toMatchObject({ printed: 3, refused: 0 })
    expect(await desk.printingAhead.round({ after: first.next ?? -1, limit: 10, signal })).toEqual({ printed: 4, refused: 1, next: null })
    expect(await desk.printingAhead.round({ after: 0, limit: 10, signal: AbortSignal.abort() })).toMatchObject({ printed: 0, refused: 0 })
    const [left, ...others] = await unprinted(desk)
    expect(others).toEqual([])
    expect(await desk.certificates.print(left?.number ?? '', desk.acting)).toMatchObject({ error: { code: 'name_not_printable' } })
  })

  it('makes in a process of its own the bytes of a first print, and leaves this process its time', async () => {
    const program = await paperThread()
    const which = { after: 0, limit: 60, signal: new AbortController().signal }
    const busy = async (of: PaperDesk): Promise<number> => {
      const before = performance.eventLoopUtilization()
      expect(await of.printingAhead.round(which)).toMatchObject({ printed: 60, refused: 0 })
      return performance.eventLoopUtilization(before).active
    }
    const here = await openSampleDesk()
    const busyHere = await busy(here)
    beside = createPaperBeside(program.start)
    desk = await openSampleDesk({ ports: { paperAhead: beside } })
    const busyBeside = await busy(desk)
    console.log(`sixty certificates kept this process busy ${busyBeside.toFixed(0)} ms drawn beside, ${busyHere.toFixed(0)} ms drawn here`)
    expect(busyBeside).toBeLessThan(busyHere * 0.5)
    desk.printingAhead.rest()
    await expect.poll(() => program.running()).toBe(0)

    const numbers = (await desk.look(({ certificates }) => certificates.listNeverPrinted(0, 1))).map(({ id }) => id)
    expect(numbers[0]).toBeGreaterThan(60)
    // Drawn once more in this process, from what was frozen: the same bytes.
    const { folder } = desk
    const ports = nodePorts({ folder, clock: fixedClock(sampleNow), log, environment: {} })
    for (const id of [1, 20, 40, 60]) {
      const kept = await desk.look(({ certificates }) => certificates.findPaper(id))
      const snapshot = kept === undefined ? undefined : openSnapshot(kept, nodeHashing)
      if (kept === undefined || snapshot === undefined) throw new Error('nothing was kept')
      expect((await renderSnapshot(snapshot, kept.proof, { paper: ports.paper, hashing: nodeHashing })).sha256).toBe(kept.bytesSha256)
      expect(valueOf(await desk.certificates.print(recordId('certificate', id), desk.acting)).view).toMatchObject({ sha256: kept.bytesSha256, identicalToIssue: true })
    }
    await here.remove()
  })

  it('is taken up by a new process when the drawing one is killed', async () => {
    const program = await paperThread()
    beside = createPaperBeside(program.start)
    desk = await openSmallDesk({ ports: { paperAhead: beside } })
    const round = desk.printingAhead.round({ after: 0, limit: 10, signal: new AbortController().signal })
    await program.started()
    await program.kill()
    await expect(round).rejects.toMatchObject({ name: 'PaperProcessEnded' })
    expect(await runJob(desk)).toEqual({ printed: 7, refused: 1 })
    expect(program.starts()).toBe(2)
  })

  it('is ended by a stop, keeps what it has, and the rest is drawn by the next job', async () => {
    desk = await openSmallDesk()
    const whole = (await unprinted(desk)).length
    let rounds = 0
    const { printingAhead } = desk
    const job = createPrintingJob({
      printing: {
        ...printingAhead,
        round: async (which) => {
          const done = await printingAhead.round({ ...which, limit: 2 })
          rounds += 1
          if (rounds === 2) void job.stop()
          return done
        },
      },
      imports: desk.imports,
      log,
      waitMilliseconds: 0,
    })
    job.nudge()
    await expect.poll(() => rounds, { timeout: 60_000 }).toBe(2)
    await job.stop()
    job.nudge()
    expect((await unprinted(desk)).length).toBe(whole - 4)
    expect(await runJob(desk)).toEqual({ printed: whole - 5, refused: 1 })
    expect(rounds).toBe(2)
  })
})
