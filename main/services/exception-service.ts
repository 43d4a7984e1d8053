import type { HandlerResult, Input } from '@shared/contract'
import type { ExceptionOptionView, ExceptionView } from '@shared/contract/exceptions'
import { civilDateIn, type Instant } from '@shared/model/instant'
import { recordId, recordNumber } from '@shared/model/record-id'
import { ok, refuse } from '@shared/model/result'
import { decideException, judgeWithdrawal, listExceptionKinds, type ExceptionVerdict, type WithdrawalVerdict } from '@shared/policy/exception'
import type { Acting } from '../ports/acting'
import type { AuditValues } from '../ports/repositories/audit-repository'
import type { LedgerException } from '../ports/repositories/exception-repository'
import type { ServicePorts } from '../ports/service-ports'
import type { Repositories } from '../ports/unit-of-work'
import { loadCourse } from './course-subject'
import type { Undoing } from './undoing'

export interface ExceptionService {
  /** A learner's exceptions, newest first, withdrawn ones included, and how many are in force. */
  ofLearner(input: Input<'exceptions.ofLearner'>): Promise<HandlerResult<'exceptions.ofLearner'>>
  /** Which rules could be set aside for a learner in an activity, and why the others cannot (C10, P8, P25, T23). */
  options(input: Input<'exceptions.options'>): Promise<HandlerResult<'exceptions.options'>>
  /** Sets a rule aside on record, with reason and approver; undoable until a claim or a try is made by it. */
  grant(input: Input<'exceptions.grant'>, acting: Acting): Promise<HandlerResult<'exceptions.grant'>>
  /** Takes an exception out of force; it stays on file. */
  withdraw(input: Input<'exceptions.withdraw'>, acting: Acting): Promise<HandlerResult<'exceptions.withdraw'>>
  readonly undoings: readonly Undoing[]
}

function exceptionView(exception: LedgerException): ExceptionView {
  return {
    id: recordId('exception', exception.id),
    version: exception.version,
    activityId: recordId('activity', exception.activityId),
    activityTitle: exception.activityTitle,
    kind: exception.kind,
    ruleRow: exception.ruleRow,
    reason: exception.reason,
    approver: exception.approver,
    untilOn: exception.untilOn,
    attempts: exception.attempts,
    createdAt: exception.createdAt,
    createdBy: exception.createdBy,
    withdrawn: exception.withdrawn,
  }
}

function optionView(verdict: ExceptionVerdict): ExceptionOptionView {
  const common = { kind: verdict.exceptionKind, rows: [...verdict.rows], nextStep: verdict.nextStep }
  if (verdict.kind === 'refused') return { ...common, verdict: { kind: 'refused', code: verdict.code, detail: verdict.nextStep } }
  return { ...common, verdict: { kind: 'allowed', ruleRow: verdict.ruleRow, lastOn: verdict.limit.lastOn, attempts: verdict.limit.attempts, latestOn: verdict.latestOn } }
}

/** What the ledger says of an exception, for the history; only `state` changes when it is withdrawn. */
const inForce: AuditValues = { state: 'in force' }
const withdrawnState: AuditValues = { state: 'withdrawn' }

async function judgeUse(exception: LedgerException, repositories: Repositories, now: Instant): Promise<WithdrawalVerdict> {
  const subject = await loadCourse(repositories, { learnerId: exception.learnerId, activityId: exception.activityId }, now)
  if (subject === undefined) throw new Error(`exception ${String(exception.id)} has no learner or activity`)
  return judgeWithdrawal({ ...exception, id: recordId('exception', exception.id) }, subject.account, subject.course)
}

const grantUndoing: Undoing = {
  operation: 'exceptions.grant',
  async undo(entry, repositories, at) {
    const exception = await repositories.exceptions.find(entry.entityId ?? -1)
    if (exception === undefined) return refuse('not_undoable')
    if (exception.withdrawn !== null || (await judgeUse(exception, repositories, at)).kind === 'used') return refuse('later_work_depends')
    const written = await repositories.exceptions.withdraw(exception.id, exception.version, { at, by: entry.actor, reason: 'the grant was undone' })
    if (written === 'stale') return refuse('later_work_depends')
    return ok({ entity: 'exception', entityId: exception.id, learnerId: exception.learnerId, before: inForce, after: withdrawnState })
  },
}

const withdrawUndoing: Undoing = {
  operation: 'exceptions.withdraw',
  async undo(entry, { exceptions }) {
    const exception = await exceptions.find(entry.entityId ?? -1)
    if (exception === undefined) return refuse('not_undoable')
    if (exception.withdrawn === null || (await exceptions.putBack(exception.id, exception.version)) === 'stale') return refuse('later_work_depends')
    return ok({ entity: 'exception', entityId: exception.id, learnerId: exception.learnerId, before: withdrawnState, after: inForce })
  },
}

function requestOf(input: Input<'exceptions.grant'>): Parameters<typeof decideException>[2] {
  const extraAttempt = input.kind === 'extra_attempt'
  return {
    kind: input.kind,
    untilOn: extraAttempt ? null : (input.untilOn ?? null),
    attempts: extraAttempt ? (input.attempts ?? null) : null,
    approver: input.approver.trim(),
    reason: input.reason.trim(),
  }
}

export function createExceptionService({ unitOfWork, clock }: Pick<ServicePorts, 'unitOfWork' | 'clock'>): ExceptionService {
  const idsOf = (input: { readonly learnerId: string; readonly activityId: string }): { learnerId: number; activityId: number } => ({
    learnerId: recordNumber('learner', input.learnerId) ?? -1,
    activityId: recordNumber('activity', input.activityId) ?? -1,
  })

  return {
    ofLearner(input) {
      return unitOfWork.read(async ({ learners, exceptions }): Promise<HandlerResult<'exceptions.ofLearner'>> => {
        const learner = await learners.find(recordNumber('learner', input.learnerId) ?? -1)
        if (learner === undefined) return refuse('not_found')
        const entries = await exceptions.listOfLearner(learner.id)
        return ok({ inForce: entries.filter((entry) => entry.withdrawn === null).length, entries: entries.map(exceptionView) })
      })
    },
    options(input) {
      return unitOfWork.read(async (repositories): Promise<HandlerResult<'exceptions.options'>> => {
        const subject = await loadCourse(repositories, idsOf(input), clock.now())
        if (subject === undefined) return refuse('not_found')
        const { account, course } = subject
        return ok({
          learnerName: subject.learnerName,
          activityTitle: subject.activityTitle,
          today: civilDateIn(account.now, account.portal.zone.value),
          options: listExceptionKinds(account, course).map(optionView),
        })
      })
    },
    grant(input, acting) {
      return unitOfWork.run(async (repositories): Promise<HandlerResult<'exceptions.grant'>> => {
        const at = clock.now()
        const ids = idsOf(input)
        const subject = await loadCourse(repositories, ids, at)
        if (subject === undefined) return refuse('not_found')
        const request = requestOf(input)
        const verdict = decideException(subject.account, subject.course, request)
        if (verdict.kind === 'refused') return refuse(verdict.code, { field: verdict.field, facts: { next: verdict.nextStep } })
        return ok(await keep(repositories, { ids, request, verdict, at, acting }))
      })
    },
    withdraw(input, acting) {
      return unitOfWork.run(async (repositories): Promise<HandlerResult<'exceptions.withdraw'>> => {
        const at = clock.now()
        const exception = await repositories.exceptions.find(recordNumber('exception', input.exceptionId) ?? -1)
        if (exception === undefined) return refuse('not_found')
        const reason = input.reason.trim()
        if (exception.withdrawn !== null) return refuse('exception_withdrawn')
        if (exception.version !== input.version) return refuse('stale')
        const use = await judgeUse(exception, repositories, at)
        if (use.kind === 'used') return refuse('exception_used', { facts: { next: use.nextStep } })
        if (reason === '') return refuse('reason_missing', { field: 'reason' })
        if ((await repositories.exceptions.withdraw(exception.id, exception.version, { at, by: acting.actor, reason })) === 'stale') return refuse('stale')
        const entryId = await repositories.audit.append(
          { at, operation: 'exceptions.withdraw', entity: 'exception', entityId: exception.id, learnerId: exception.learnerId, reason, before: inForce, after: withdrawnState },
          acting,
        )
        return ok({ entryId: recordId('audit', entryId) })
      })
    },
    undoings: [grantUndoing, withdrawUndoing],
  }
}

interface Granting {
  readonly ids: { readonly learnerId: number; readonly activityId: number }
  readonly request: Parameters<typeof decideException>[2]
  readonly verdict: ExceptionVerdict & { readonly kind: 'allowed' }
  readonly at: Instant
  readonly acting: Acting
}

/** Writes an allowed exception with its audit entry. */
async function keep({ exceptions, audit }: Repositories, { ids, request, verdict, at, acting }: Granting): Promise<{ exceptionId: string; entryId: string }> {
  const { kind, untilOn, approver, reason } = request
  const attempts = request.attempts ?? 0
  const { ruleRow } = verdict
  const id = await exceptions.add({ ...ids, kind, ruleRow, reason, approver, untilOn, attempts, createdAt: at, createdBy: acting.actor })
  const entryId = await audit.append(
    {
      at,
      operation: grantUndoing.operation,
      entity: 'exception',
      entityId: id,
      learnerId: ids.learnerId,
      reason,
      before: {},
      after: { ...inForce, kind, rule: ruleRow, approver, activity: recordId('activity', ids.activityId), ...(kind === 'extra_attempt' ? { attempts } : { untilOn }) },
    },
    acting,
  )
  return { exceptionId: recordId('exception', id), entryId: recordId('audit', entryId) }
}
