import type { HandlerResult, Input } from '@shared/contract'
import type { ImportView, RefusalView } from '@shared/contract/imports'
import { recordId, recordNumber } from '@shared/model/record-id'
import { ok, refuse, type Refused, type Result } from '@shared/model/result'
import type { Acting } from '../ports/acting'
import type { ExchangeFolder } from '../ports/exchange-reader'
import type { ImportJob } from '../ports/repositories/import-repository'
import type { ServicePorts } from '../ports/service-ports'
import type { Rehearsal } from '../ports/unit-of-work'
import { importFailureOf } from './import-failure'
import { firstProgress, ImportRun } from './import-run'
import { subjectsOf } from './refusal-subject'

export interface ImportService {
  /** Begins an import in the background; one at a time. A dry run does everything but write to the desk. */
  start(input: Input<'imports.start'>, acting: Acting): Promise<HandlerResult<'imports.start'>>
  /** Goes on with an import that was stopped, cut off or failed: behind its last finished chunk, on the same files. */
  resume(input: Input<'imports.resume'>, acting: Acting): Promise<HandlerResult<'imports.resume'>>
  /** Ends a running import after the chunk at hand; what is in stays in, and it can be resumed. */
  cancel(input: Input<'imports.cancel'>): Promise<HandlerResult<'imports.cancel'>>
  list(input: Input<'imports.list'>): Promise<HandlerResult<'imports.list'>>
  open(input: Input<'imports.open'>): Promise<HandlerResult<'imports.open'>>
  refusals(input: Input<'imports.refusals'>): Promise<HandlerResult<'imports.refusals'>>
  /** Resolves when the import has ended, however it ended; at once when it is not running. */
  ended(importId: string): Promise<void>
  /** Resolves when no import is running; at once when none is. */
  idle(): Promise<void>
  /** Before the store is closed: ends a running import after the chunk at hand, as interrupted. */
  stop(): Promise<void>
  /** To be called once after the store was opened: an import that a crash cut off becomes `interrupted`. */
  recover(): Promise<void>
}

interface Running {
  id: number | undefined
  cancelled: boolean
  /** Cancelled because the desk closes, not because somebody wanted it. */
  closing: boolean
  ended: Promise<void>
}

const resumableStates: readonly ImportJob['state'][] = ['cancelled', 'interrupted', 'failed']

/** A dry run's copy of the store is gone with it, and a former version did not note which files it read. */
const isResumable = (job: ImportJob): boolean => !job.dryRun && resumableStates.includes(job.state) && Object.keys(job.progress.fingerprints).length > 0

function viewOf(job: ImportJob): ImportView {
  return {
    id: recordId('import', job.id),
    folder: job.folder,
    dryRun: job.dryRun,
    state: job.state,
    actor: job.actor,
    startedAt: job.startedAt,
    finishedAt: job.finishedAt,
    milliseconds: job.milliseconds,
    files: [...job.progress.files],
    notices: [...job.progress.notices],
    failure: job.failure,
    certificatesFrozen: job.progress.certificatesFrozen,
    resumable: isResumable(job),
  }
}

export function createImportService(ports: Pick<ServicePorts, 'unitOfWork' | 'clock' | 'log' | 'exchange' | 'pace'>): ImportService {
  const { unitOfWork, clock, log, exchange, pace } = ports
  let running: Running | undefined

  async function finish(jobId: number, run: ImportRun, state: 'finished' | 'cancelled' | 'interrupted' | 'failed', failure: string | null, dryRun: boolean, acting: Acting): Promise<void> {
    await unitOfWork.run(async ({ imports, audit, exchange: records }) => {
      const finishedAt = clock.now()
      await imports.saveProgress(jobId, run.progress, run.milliseconds)
      await imports.setState(jobId, state, { finishedAt, milliseconds: run.milliseconds, failure })
      const sum = (count: 'added' | 'changed' | 'unchanged' | 'refused' | 'conflicts'): number => run.progress.files.reduce((total, file) => total + file[count], 0)
      // A dry run changes nothing, so there is nothing to account for.
      if (!dryRun) {
        await audit.append(
          {
            at: finishedAt,
            operation: 'imports.run',
            entity: 'import',
            entityId: jobId,
            learnerId: null,
            reason: '',
            before: {},
            after: {
              state, added: sum('added'), changed: sum('changed'), unchanged: sum('unchanged'), refused: sum('refused'), conflicts: sum('conflicts'),
              certificatesFrozen: run.progress.certificatesFrozen,
            },
          },
          acting,
        )
      }
      run.announceRest(records)
      return ok(null)
    })
  }

  async function work(jobId: number, folder: ExchangeFolder, dryRun: boolean, acting: Acting, control: Running, from?: ImportJob): Promise<void> {
    let rehearsal: Rehearsal | undefined
    let run: ImportRun | undefined
    const runOn = (copy: Rehearsal | undefined): ImportRun =>
      new ImportRun({ jobId, folder, at: clock.now(), acting, pace, desk: unitOfWork, copy: copy?.unitOfWork, isCancelled: () => control.cancelled, from })
    try {
      rehearsal = dryRun ? await unitOfWork.rehearse() : undefined
      run = runOn(rehearsal)
      await run.run()
      await finish(jobId, run, control.closing ? 'interrupted' : control.cancelled ? 'cancelled' : 'finished', null, dryRun, acting)
    } catch (fault) {
      const failure = importFailureOf(fault)
      log.fault('import_failed', fault, { failure })
      // With the disk full even this may fail; the next start then finds the job interrupted.
      await finish(jobId, run ?? runOn(undefined), 'failed', failure, dryRun, acting).catch((second: unknown) => log.fault('import_end_not_written', second))
    } finally {
      await rehearsal?.discard().catch((fault: unknown) => log.fault('rehearsal_not_removed', fault))
    }
  }

  async function begin(input: Input<'imports.start'>, acting: Acting, control: Running): Promise<HandlerResult<'imports.start'>> {
    const folder = await exchange.open(input.folder)
    if (folder === undefined) return refuse('folder_missing', { field: 'folder' })
    if (folder.files.length === 0) return refuse('folder_has_no_exchange_file', { field: 'folder' })
    const created = await unitOfWork.run(async ({ imports }) => {
      const startedAt = clock.now()
      await imports.interruptRunning(startedAt)
      return ok(await imports.create({ folder: input.folder, dryRun: input.dryRun, actor: acting.actor, startedAt, progress: firstProgress(folder) }))
    })
    control.id = created.value
    control.ended = work(created.value, folder, input.dryRun, acting, control).finally(() => {
      if (running === control) running = undefined
    })
    return ok({ importId: recordId('import', created.value) })
  }

  async function goOn(input: Input<'imports.resume'>, acting: Acting, control: Running): Promise<HandlerResult<'imports.resume'>> {
    const id = recordNumber('import', input.importId) ?? -1
    const job = await unitOfWork.read(({ imports }) => imports.find(id))
    if (job === undefined) return refuse('not_found')
    if (!isResumable(job)) return refuse('not_resumable')
    const folder = await exchange.open(job.folder)
    if (folder === undefined) return refuse('folder_missing')
    const now = firstProgress(folder).fingerprints
    const same = Object.keys({ ...now, ...job.progress.fingerprints }).every((file) => now[file] === job.progress.fingerprints[file])
    if (!same) return refuse('folder_changed')
    await unitOfWork.run(async ({ imports, audit }) => {
      await imports.reopen(id)
      const at = clock.now()
      await audit.append({ at, operation: 'imports.resume', entity: 'import', entityId: id, learnerId: null, reason: '', before: { state: job.state }, after: { state: 'running' } }, acting)
      return ok(null)
    })
    control.id = id
    control.ended = work(id, folder, false, acting, control, job).finally(() => {
      if (running === control) running = undefined
    })
    return ok({ importId: input.importId })
  }

  /** One import at a time, also while one is only about to begin. */
  async function asTheOnlyOne<Answer extends Result<unknown>>(beginning: (control: Running) => Promise<Answer>): Promise<Answer | Refused<'import_running'>> {
    if (running !== undefined) return refuse('import_running')
    const control: Running = { id: undefined, cancelled: false, closing: false, ended: Promise.resolve() }
    running = control
    let began: Answer | undefined
    try {
      began = await beginning(control)
      return began
    } finally {
      if (began?.ok !== true) running = undefined
    }
  }

  function withJob<Value>(importId: string, answer: (job: ImportJob) => Promise<Value> | Value): Promise<Result<Value, 'not_found'>> {
    return unitOfWork.read(async ({ imports }) => {
      const job = await imports.find(recordNumber('import', importId) ?? -1)
      return job === undefined ? refuse('not_found') : ok(await answer(job))
    })
  }

  return {
    start: (input, acting) => asTheOnlyOne((control) => begin(input, acting, control)),
    resume: (input, acting) => asTheOnlyOne((control) => goOn(input, acting, control)),
    async cancel(input) {
      const id = recordNumber('import', input.importId) ?? -1
      if (running?.id !== id) {
        const known = await unitOfWork.read(({ imports }) => imports.find(id))
        return refuse(known === undefined ? 'not_found' : 'not_running')
      }
      running.cancelled = true
      await unitOfWork.run(async ({ imports }) => {
        const job = await imports.find(id)
        if (job?.state === 'running') await imports.setState(id, 'cancelling')
        return ok(null)
      })
      return ok({})
    },
    list: (input) => unitOfWork.read(async ({ imports }) => ok({ total: await imports.count(), rows: (await imports.list(input)).map(viewOf) })),
    open: (input) => withJob(input.importId, viewOf),
    refusals(input) {
      return unitOfWork.read(async ({ imports, exchange }): Promise<HandlerResult<'imports.refusals'>> => {
        const id = recordNumber('import', input.importId) ?? -1
        const job = await imports.find(id)
        if (job === undefined) return refuse('not_found')
        const found = await imports.listRefusals(id, input)
        const subjects = await subjectsOf(found, job.progress.headers, exchange)
        const rows = found.map(({ id: refusalId, file, line, column, value, reason }, index): RefusalView => ({ id: recordId('refusal', refusalId), file, line, column, value, reason, about: subjects[index] ?? null }))
        return ok({ total: await imports.countRefusals(id), rows })
      })
    },
    async ended(importId) {
      if (running !== undefined && running.id === recordNumber('import', importId)) await running.ended
    },
    async idle() {
      while (running !== undefined) {
        await running.ended
        await pace.giveWay()
      }
    },
    async stop() {
      if (running === undefined) return
      running.cancelled = true
      running.closing = true
      await running.ended
    },
    async recover() {
      await unitOfWork.run(async ({ imports }) => {
        await imports.interruptRunning(clock.now())
        return ok(null)
      })
    },
  }
}
