import type { HandlerResult, Input } from '@shared/contract'
import type { CheckFindingView, CheckRunView } from '@shared/contract/checks'
import { recordId, recordNumber } from '@shared/model/record-id'
import { ok, refuse, type Result } from '@shared/model/result'
import { adviceOnFix, gravityOf } from '@shared/policy/record-check'
import type { Acting } from '../ports/acting'
import type { CheckFinding, RecordCheckRun as StoredRun } from '../ports/repositories/record-check-repository'
import type { ServicePorts } from '../ports/service-ports'
import type { Repositories } from '../ports/unit-of-work'
import { isFixableHere, fixFinding } from './record-check-fixing'
import { RecordCheckRun } from './record-check-run'

export interface RecordCheckService {
  overview(): Promise<HandlerResult<'checks.overview'>>
  list(input: Input<'checks.list'>): Promise<HandlerResult<'checks.list'>>
  /** Begins a run; it goes on beside other work until it ends or is cancelled. One at a time. */
  start(acting: Acting): Promise<HandlerResult<'checks.start'>>
  cancel(): Promise<HandlerResult<'checks.cancel'>>
  /** Runs to the end, for the command line and the night; `signal` cancels it between two parts. */
  runToEnd(acting: Acting, signal?: AbortSignal): Promise<Result<StoredRun, 'check_running'>>
  /** Resolves when the run under way has ended. */
  ended(): Promise<void>
  accept(input: Input<'checks.accept'>, acting: Acting): Promise<HandlerResult<'checks.accept'>>
  fix(input: Input<'checks.fix'>, acting: Acting): Promise<HandlerResult<'checks.fix'>>
  /** Every finding that stands, gravest first, for the command line. */
  listStanding(): Promise<readonly CheckFindingView[]>
  /** When a run last came to its end; null when none has. */
  lastComplete(): Promise<string | null>
  /** The zone of the desk's own calendar: its first portal's. */
  deskZone(): Promise<string>
  /** Marks what a crash left behind. */
  recover(): Promise<void>
}

function findingView(finding: CheckFinding): CheckFindingView {
  const { learnerId, activityId, claimId, otherLearnerId } = finding
  return {
    id: recordId('checkFinding', finding.id),
    version: finding.version,
    kind: finding.kind,
    gravity: gravityOf(finding.kind),
    rows: [...finding.rows],
    evidence: finding.evidence.map((one) => ({ ...one })),
    date: finding.date,
    fix: finding.fix,
    agentCan: adviceOnFix(finding.fix),
    fixableHere: isFixableHere(finding),
    learner: learnerId === null ? null : { id: recordId('learner', learnerId), externalId: finding.learnerExternalId, name: finding.learnerName },
    otherLearnerId: otherLearnerId === null ? null : recordId('learner', otherLearnerId),
    activity: activityId === null ? null : { id: recordId('activity', activityId), externalId: finding.activityExternalId, title: finding.activityTitle },
    claim: claimId === null ? null : { id: recordId('claim', claimId), externalId: finding.claimExternalId },
    portal: finding.portal,
    firstSeenAt: finding.firstSeenAt,
    lastSeenAt: finding.lastSeenAt,
    goneAt: finding.goneAt,
    accepted: finding.accepted,
  }
}

function runView({ progress, ...run }: StoredRun): CheckRunView {
  return { ...run, id: recordId('checkRun', run.id), ...progress }
}

interface Running {
  cancelled: boolean
  ended: Promise<void>
}

const pageSize = 500

export function createRecordCheckService(ports: Pick<ServicePorts, 'unitOfWork' | 'clock' | 'pace' | 'log'>): RecordCheckService {
  const { unitOfWork, clock, pace, log } = ports
  let running: Running | undefined

  async function finish(runId: number, run: RecordCheckRun, state: 'finished' | 'cancelled' | 'failed', acting: Acting): Promise<void> {
    await unitOfWork.run(async ({ recordChecks, audit }) => {
      const at = clock.now()
      const gone = state === 'finished' ? await recordChecks.settleGone(runId, at) : 0
      await recordChecks.saveProgress(runId, run.progress, run.milliseconds)
      await recordChecks.setState(runId, state, { finishedAt: at, milliseconds: run.milliseconds })
      const { found, learners, claims } = run.progress
      await audit.append({ at, operation: 'checks.run', entity: 'check', entityId: runId, learnerId: null, reason: '', before: {}, after: { state, found, gone, learners, claims } }, acting)
      return ok(null)
    })
  }

  async function begin(acting: Acting, control: Running): Promise<number> {
    const created = await unitOfWork.run(async ({ recordChecks }) => {
      const startedAt = clock.now()
      await recordChecks.interruptRunning(startedAt)
      return ok(await recordChecks.createRun({ actor: acting.actor, startedAt, progress: { done: 0, total: 0, found: 0, learners: 0, claims: 0 } }))
    })
    const run = new RecordCheckRun({ runId: created.value, at: clock.now(), unitOfWork, pace, isCancelled: () => control.cancelled })
    const work = async (): Promise<void> => {
      try {
        await finish(created.value, run, (await run.run()) ? 'finished' : 'cancelled', acting)
      } catch (fault) {
        log.fault('record_check_failed', fault)
        // With the disk full even this may fail; the next start then finds the run interrupted.
        await finish(created.value, run, 'failed', acting).catch((second: unknown) => log.fault('record_check_end_not_written', second))
      }
    }
    control.ended = work().finally(() => {
      if (running === control) running = undefined
    })
    return created.value
  }

  async function launch(acting: Acting): Promise<Result<{ readonly runId: number; readonly control: Running }, 'check_running'>> {
    if (running !== undefined) return refuse('check_running')
    const control: Running = { cancelled: false, ended: Promise.resolve() }
    running = control
    try {
      return ok({ runId: await begin(acting, control), control })
    } catch (fault) {
      running = undefined
      throw fault
    }
  }

  /** The finding as the caller saw it, standing and not accepted. */
  async function openFinding({ recordChecks }: Repositories, input: Input<'checks.accept'>): Promise<Result<CheckFinding, 'not_found' | 'stale' | 'reason_missing' | 'finding_not_open'>> {
    const finding = await recordChecks.find(recordNumber('checkFinding', input.findingId) ?? -1)
    if (finding === undefined) return refuse('not_found')
    if (input.reason.trim() === '') return refuse('reason_missing', { field: 'reason' })
    if (finding.version !== input.version) return refuse('stale')
    return finding.goneAt === null && finding.accepted === null ? ok(finding) : refuse('finding_not_open')
  }

  return {
    overview() {
      return unitOfWork.read(async ({ recordChecks }) => {
        const latest = await recordChecks.latestRun()
        const kinds = await recordChecks.countByKind()
        return ok({
          latest: latest === undefined ? null : runView(latest),
          completeAt: (await recordChecks.latestFinished())?.finishedAt ?? null,
          kinds: kinds.map((counted) => ({ ...counted, gravity: gravityOf(counted.kind) })),
        })
      })
    },
    list({ offset, limit, learnerId, ...rest }) {
      return unitOfWork.read(async ({ recordChecks }) => {
        const choice = { ...rest, learnerId: learnerId === undefined ? undefined : (recordNumber('learner', learnerId) ?? -1) }
        return ok({ total: await recordChecks.count(choice), rows: (await recordChecks.list(choice, { offset, limit })).map(findingView) })
      })
    },
    async start(acting) {
      const launched = await launch(acting)
      return launched.ok ? ok({ runId: recordId('checkRun', launched.value.runId) }) : launched
    },
    async cancel() {
      if (running === undefined) return refuse('not_running')
      running.cancelled = true
      await unitOfWork.run(async ({ recordChecks }) => {
        const latest = await recordChecks.latestRun()
        if (latest?.state === 'running') await recordChecks.setState(latest.id, 'cancelling')
        return ok(null)
      })
      return ok({})
    },
    async runToEnd(acting, signal) {
      const launched = await launch(acting)
      if (!launched.ok) return launched
      const { control } = launched.value
      const cancel = (): void => {
        control.cancelled = true
      }
      if (signal?.aborted === true) cancel()
      signal?.addEventListener('abort', cancel, { once: true })
      await control.ended
      signal?.removeEventListener('abort', cancel)
      const latest = await unitOfWork.read(({ recordChecks }) => recordChecks.latestRun())
      if (latest === undefined) throw new Error('the run is not there')
      return ok(latest)
    },
    async ended() {
      await running?.ended
    },
    accept(input, acting) {
      return unitOfWork.run(async (repositories): Promise<HandlerResult<'checks.accept'>> => {
        const found = await openFinding(repositories, input)
        if (!found.ok) return found
        const at = clock.now()
        const reason = input.reason.trim()
        await repositories.recordChecks.accept(found.value, { at, by: acting.actor, reason })
        const { id, learnerId, kind } = found.value
        const entry = await repositories.audit.append(
          { at, operation: 'checks.accept', entity: 'checkFinding', entityId: id, learnerId, reason, before: { finding: kind, accepted: false }, after: { finding: kind, accepted: true } },
          acting,
        )
        return ok({ entryId: recordId('audit', entry) })
      })
    },
    fix(input, acting) {
      return unitOfWork.run(async (repositories): Promise<HandlerResult<'checks.fix'>> => {
        const found = await openFinding(repositories, input)
        if (!found.ok) return found
        const at = clock.now()
        const reason = input.reason.trim()
        const fixed = await fixFinding(found.value, repositories, { at, reason })
        if (!fixed.ok) return fixed
        await repositories.recordChecks.markGone(found.value, at)
        const entry = await repositories.audit.append({ at, operation: 'checks.fix', entity: 'checkFinding', entityId: found.value.id, learnerId: found.value.learnerId, reason, ...fixed.value }, acting)
        return ok({ entryId: recordId('audit', entry) })
      })
    },
    async listStanding() {
      const views: CheckFindingView[] = []
      for (const state of ['open', 'accepted'] as const) {
        for (let offset = 0; ; offset += pageSize) {
          const page = await unitOfWork.read(({ recordChecks }) => recordChecks.list({ state }, { offset, limit: pageSize }))
          views.push(...page.map(findingView))
          if (page.length < pageSize) break
        }
      }
      return views
    },
    lastComplete: () => unitOfWork.read(async ({ recordChecks }) => (await recordChecks.latestFinished())?.finishedAt ?? null),
    deskZone: () => unitOfWork.read(async ({ portals }) => (await portals.list())[0]?.zone.value ?? 'UTC'),
    async recover() {
      await unitOfWork.run(async ({ recordChecks }) => {
        await recordChecks.interruptRunning(clock.now())
        return ok(null)
      })
    },
  }
}
